import { PythonError } from '../../data/errors.js';
import { concat, joinText, str, type Text } from '../../data/text.js';
import { type Data, type Dict, dictOf, isText, Unknown } from '../../data/value.js';
import { isTrue } from '../conditions.js';
import { type Arguments, argumentsOf, type PlainArguments } from '../sdk-object.js';
import type { World } from '../world.js';
import { Predictor } from './predictor.js';

/** SDK 2.257.6 pytorch/model.py:47. */
export class PyTorchPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.pytorch.model.PyTorchPredictor';
  }
}

/** SDK 2.257.6 mxnet/model.py:47. */
export class MXNetPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.mxnet.model.MXNetPredictor';
  }
}

/** SDK 2.257.6 chainer/model.py:45. */
export class ChainerPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.chainer.model.ChainerPredictor';
  }
}

/** SDK 2.257.6 sklearn/model.py:41. */
export class SKLearnPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.sklearn.model.SKLearnPredictor';
  }
}

/** SDK 2.257.6 xgboost/model.py:42. */
export class XGBoostPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.xgboost.model.XGBoostPredictor';
  }
}

/** SDK 2.257.6 huggingface/model.py:44. */
export class HuggingFacePredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.huggingface.model.HuggingFacePredictor';
  }
}

/** SDK 2.257.6 sparkml/model.py:26. */
export class SparkMLPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.sparkml.model.SparkMLPredictor';
  }
}

/** SDK 2.257.6 tensorflow/model.py:40; in 1.72.0 the predictor of the legacy mode, which knows no model names. */
export class TensorFlowPredictor extends Predictor {
  /** `tfs-model-name=…,tfs-model-version=…` for the header of custom attributes. */
  modelAttributes: Text | Unknown | undefined;

  constructor(args: PlainArguments, world?: World) {
    super(args, world);
    const { model_name = null, model_version = null } = argumentsOf(args);
    const parts = [
      ...(isTrue(model_name) ? [concat(['tfs-model-name=', str(model_name)])] : []),
      ...(isTrue(model_version) ? [concat(['tfs-model-version=', str(model_version)])] : []),
    ];
    const hole = [model_name, model_version].find((each): each is Unknown => each instanceof Unknown);
    this.modelAttributes = hole ?? (parts.length > 0 ? joinText(',', parts) : undefined);
  }

  override get sdkPath(): string {
    return 'sagemaker.tensorflow.model.TensorFlowPredictor';
  }

  /** @throws PythonError `ValueError` unless requests are JSON */
  classify(args: PlainArguments): Data {
    return this.#ask(argumentsOf(args), 'classify');
  }

  /** @throws PythonError `ValueError` unless requests are JSON */
  regress(args: PlainArguments): Data {
    return this.#ask(argumentsOf(args), 'regress');
  }

  protected override buildRequest(args: Arguments): Dict {
    const request = super.buildRequest(args);
    const own = this.modelAttributes;
    if (own === undefined) return request;
    const given = request.get('CustomAttributes');
    const joined = isText(given) && !(own instanceof Unknown) ? concat([given, ',', own]) : own;
    request.set('CustomAttributes', joined);
    return request;
  }

  #ask(args: Arguments, method: string): Data {
    const type = this.content_type;
    if (type !== 'application/json' && !(type instanceof Unknown))
      throw new PythonError('ValueError', `${method} takes JSON`);
    return this.predict({ data: args.data, initial_args: dictOf({ CustomAttributes: `tfs-method=${method}` }) });
  }
}

/** 1.72.0 tensorflow/serving.py `Predictor`. */
export class TensorFlowServingPredictor extends TensorFlowPredictor {
  override get sdkPath(): string {
    return this.isV1 ? 'sagemaker.tensorflow.serving.Predictor' : super.sdkPath;
  }

  override get className(): string {
    return 'Predictor';
  }
}

/** SDK 2.257.6 amazon/factorization_machines.py. */
export class FactorizationMachinesPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.amazon.factorization_machines.FactorizationMachinesPredictor';
  }
}

/** SDK 2.257.6 amazon/ipinsights.py. */
export class IPInsightsPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.amazon.ipinsights.IPInsightsPredictor';
  }
}

/** SDK 2.257.6 amazon/kmeans.py. */
export class KMeansPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.amazon.kmeans.KMeansPredictor';
  }
}

/** SDK 2.257.6 amazon/knn.py. */
export class KNNPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.amazon.knn.KNNPredictor';
  }
}

/** SDK 2.257.6 amazon/lda.py. */
export class LDAPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.amazon.lda.LDAPredictor';
  }
}

/** SDK 2.257.6 amazon/linear_learner.py. */
export class LinearLearnerPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.amazon.linear_learner.LinearLearnerPredictor';
  }
}

/** SDK 2.257.6 amazon/ntm.py. */
export class NTMPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.amazon.ntm.NTMPredictor';
  }
}

/** SDK 2.257.6 amazon/pca.py. */
export class PCAPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.amazon.pca.PCAPredictor';
  }
}

/** SDK 2.257.6 amazon/randomcutforest.py. */
export class RandomCutForestPredictor extends Predictor {
  override get sdkPath(): string {
    return 'sagemaker.amazon.randomcutforest.RandomCutForestPredictor';
  }
}
