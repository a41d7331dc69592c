import type { Rule } from './rule.js';
import { movedSymbol } from './shared/moved-symbol.js';
import { leaving } from './shared/removed-function.js';

/** `Model` and `Predictor` of `sagemaker.tensorflow.serving`, and the module itself. */
export const tensorflowServingSymbols: Rule = {
  docs: {
    name: 'tensorflow-serving-symbols',
    summary: 'Model and Predictor of sagemaker.tensorflow.serving are TensorFlowModel and TensorFlowPredictor',
    why: 'v2.0 to v2.14 have no module sagemaker.tensorflow.serving; later versions have its two classes as deprecated aliases only.',
    since: '2.0.0',
    guide: 'TensorFlow Serving Model',
    examples: [
      {
        before:
          "from sagemaker.tensorflow.serving import Model\nmodel = Model('s3://b/m.tar.gz', role, framework_version='1.15')\n",
        after:
          "from sagemaker.tensorflow import TensorFlowModel\nmodel = TensorFlowModel('s3://b/m.tar.gz', role, framework_version='1.15')\n",
      },
      {
        before: "from sagemaker.tensorflow import serving\npredictor = serving.Predictor('endpoint')\n",
        after: "from sagemaker.tensorflow import TensorFlowPredictor\npredictor = TensorFlowPredictor('endpoint')\n",
      },
    ],
  },
  reference(reference, program) {
    if (reference.isImport && reference.sdk.path === 'sagemaker.tensorflow.serving') {
      return leaving(
        reference,
        program,
        'sagemaker.tensorflow.serving is deprecated: import TensorFlowModel or TensorFlowPredictor from sagemaker.tensorflow',
      );
    }
    return movedSymbol(
      reference,
      program,
      'sagemaker.tensorflow.serving.Model',
      'sagemaker.tensorflow.serving.Predictor',
    );
  },
};
