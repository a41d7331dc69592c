import type { Source } from '../text/source.js';
import { mentionsSuppression } from './suppress.js';

/** The package as a name (imported alone, in a list, under another name), a dotted name below it, a requirement on it, or a call of its v1 command. */
const PACKAGE =
  /(?<![\w"'./-])sagemaker(?![\w"'-])|\bsagemaker(?:\.[A-Za-z_]|[=<>~![]|[ \t"',]+(?:mxnet|tensorflow)\b|-python-sdk\b)/;

/** Where a project names what it requires; there the package's name stands in quotes. */
const PROJECT = /\b(?:install|extras|tests|setup)_requires?\b/;

/**
 * In a fragment of a program (a cell, a snippet of a page) nothing is imported, but an object is used whose name says
 * what it is. The names are those of `semantic/hints.ts`.
 */
const HINTED =
  /(?:estimator|predictor|tuner|transformer|automl|auto_ml|algo|algorithm|(?:\b|_)est|sess|session|model)\d*[ \t]*\.[ \t]*(?:[a-z_]*endpoint|content_type|accept|(?:de)?serializer|deploy|fit|transform|delete|create_model|image|train|hyperparam_dict|distributions|script_mode|endpoint_from|tune|upload_data|attach|update|enable_cloudwatch|compile|delete_model)|\.train_(?:instance|volume|max|use)_|getattr\(|setattr\(|\b__framework_name__\b/;

/** Names of the SDK that a fragment uses without an import: called, or v1's alone. */
const NAMED =
  /\b(?:s3_input|fw_registry|amazon_estimator|parse_s3_url|get_image_uri|create_image_uri|RealTimePredictor|(?:csv|json|npy|numpy)_(?:de)?serializer|numpy_to_record_serializer|record_deserializer|_(?:Csv|Json|NPY|Numpy)(?:Des|S)erializer|(?:String|Bytes|Stream)Deserializer|container_def|model_config(?:_from_estimator)?|transform_config_from_estimator)\b|\b(?:TensorFlow|MXNet|PyTorch|Chainer|SKLearn|XGBoost|SparkML|RLEstimator|AlgorithmEstimator|Estimator|Framework|KMeans|PCA|LDA|NTM|KNN|LinearLearner|FactorizationMachines|RandomCutForest|IPInsights|Object2Vec|MultiData|Pipeline|HyperparameterTuner|ShuffleConfig|S3Uploader|S3Downloader)(?:Model|Predictor|Processor)?(?:\.[a-z_]+)?\(/;

/** Whether the source can contain anything that a rule looks for; costs a scan of its text. */
export function mentionsSdk(source: Source): boolean {
  const { original, magics } = source;
  if (PACKAGE.test(original) || HINTED.test(original) || NAMED.test(original)) return true;
  if ((magics.length > 0 || PROJECT.test(original)) && /sagemaker/i.test(original)) return true;
  return mentionsSuppression(source);
}
