/**
 * Words of which every v1 program has one: the package itself or, in a fragment of a program, an object that is
 * usually called so. A text without any of them is left alone without being parsed.
 */
const MENTIONS = /sagemaker|estimator|predictor|tuner|transform|automl|sess\b|model\.deploy|create_model|algo\b/;

/** Whether a text can contain anything that a rule looks for; costs one scan. */
export function mentionsSdk(text: string): boolean {
  return MENTIONS.test(text);
}
