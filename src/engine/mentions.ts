import type { Source } from '../text/source.js';

/** The package as a name (imported alone, in a list, under another name), a dotted name below it, a requirement on it, or a call of its v1 command. */
const PACKAGE =
  /(?<![\w"'./-])sagemaker(?![\w"'-])|\bsagemaker(?:\.[A-Za-z_]|[=<>~![]|[ \t"',]+(?:mxnet|tensorflow)\b)/;

/**
 * In a fragment of a program (a cell, a snippet of a page) nothing is imported, but an object is used whose name says
 * what it is. The names are those of `semantic/hints.ts`.
 */
const HINTED =
  /(?:estimator|predictor|tuner|transformer|automl|auto_ml|algo|algorithm|(?:\b|_)est|sess|session|model)\d*[ \t]*\.[ \t]*(?:[a-z_]*endpoint|content_type|accept|(?:de)?serializer|deploy|fit|transform|delete|create_model|image|train|hyperparam_dict|distributions|script_mode|endpoint_from|tune|upload_data|attach|update|enable_cloudwatch|compile|delete_model)|getattr\(|setattr\(/;

/** Whether the source can contain anything that a rule looks for; costs a scan of its text. */
export function mentionsSdk(source: Source): boolean {
  const { original, magics } = source;
  if (PACKAGE.test(original) || HINTED.test(original)) return true;
  return magics.length > 0 && original.includes('sagemaker');
}
