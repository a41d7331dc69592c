import type { Data } from '../../../data/value.js';
import type { Arguments } from '../../sdk-object.js';
import { HuggingFace } from '../../training/huggingface.js';
import { MXNet } from '../../training/mxnet.js';
import { PyTorch } from '../../training/pytorch.js';
import { TensorFlow } from '../../training/tensorflow.js';
import { XGBoost } from '../../training/xgboost.js';
import { FrameworkProcessor } from './framework-processor.js';

/** SDK 2.257.6 pytorch/processing.py. */
export class PyTorchProcessor extends FrameworkProcessor {
  protected override makeEstimator(args: Arguments): Data {
    return new PyTorch(args, this.world);
  }
}

/** SDK 2.257.6 tensorflow/processing.py. */
export class TensorFlowProcessor extends FrameworkProcessor {
  protected override makeEstimator(args: Arguments): Data {
    return new TensorFlow(args, this.world);
  }
}

/** SDK 2.257.6 mxnet/processing.py. */
export class MXNetProcessor extends FrameworkProcessor {
  protected override makeEstimator(args: Arguments): Data {
    return new MXNet(args, this.world);
  }
}

/** SDK 2.257.6 xgboost/processing.py. */
export class XGBoostProcessor extends FrameworkProcessor {
  protected override makeEstimator(args: Arguments): Data {
    return new XGBoost(args, this.world);
  }
}

/** SDK 2.257.6 huggingface/processing.py. */
export class HuggingFaceProcessor extends FrameworkProcessor {
  protected override get defaultPython(): string {
    return 'py36';
  }

  get pytorch_version(): Data {
    return this.given.pytorch_version ?? null;
  }

  get tensorflow_version(): Data {
    return this.given.tensorflow_version ?? null;
  }

  protected override versions(): Arguments {
    const { pytorch_version, tensorflow_version } = this;
    return { transformers_version: this.given.transformers_version ?? null, pytorch_version, tensorflow_version };
  }

  protected override makeEstimator(args: Arguments): Data {
    return new HuggingFace(args, this.world);
  }
}
