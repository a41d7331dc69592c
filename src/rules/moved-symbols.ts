import { v1 } from '../sdk/tables.js';
import type { Rule } from './rule.js';
import { movedTo, newPath } from './shared/moved-symbol.js';
import { hasOwnRule } from './shared/own-rules.js';

/** Symbols that v2 still has, but not under the path by which v1 code reaches them. */
export const movedSymbols: Rule = {
  docs: {
    name: 'moved-symbols',
    summary: 'what v1 modules let leak is imported from where it lives',
    why:
      'A module of v1 gave away what it imported for itself: DataCaptureConfig and name_from_base through ' +
      'sagemaker.predictor, S3Uploader through sagemaker.model_monitor. Those paths raise ImportError in v2.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        before: 'from sagemaker.predictor import DataCaptureConfig\nconfig = DataCaptureConfig(True)\n',
        after: 'from sagemaker.model_monitor import DataCaptureConfig\nconfig = DataCaptureConfig(True)\n',
      },
      {
        before: "import sagemaker\nname = sagemaker.predictor.name_from_base('job')\n",
        after: "import sagemaker\nname = sagemaker.utils.name_from_base('job')\n",
      },
    ],
  },
  reference(reference, program) {
    const canonical = v1.resolve(reference.sdk.path)?.path;
    if (canonical === undefined || hasOwnRule(canonical)) return undefined;
    const to = newPath(reference, program);
    return to === undefined ? undefined : movedTo(reference, program, to);
  },
};
