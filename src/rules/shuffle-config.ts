import type { Rule } from './rule.js';
import { movedSymbol } from './shared/moved-symbol.js';

/** `sagemaker.session.ShuffleConfig`. */
export const shuffleConfig: Rule = {
  docs: {
    name: 'shuffle-config',
    summary: 'ShuffleConfig lives in sagemaker.inputs',
    why: 'The old path in sagemaker.session is a deprecated subclass of the new class, and some 2.x versions lack it.',
    since: '2.0.0',
    guide: 'S3 Input Parameter',
    examples: [
      {
        before: 'from sagemaker.session import ShuffleConfig, Session\nshuffle = ShuffleConfig(3)\n',
        after:
          'from sagemaker.session import Session\nfrom sagemaker.inputs import ShuffleConfig\nshuffle = ShuffleConfig(3)\n',
      },
    ],
  },
  reference: (reference, program) => movedSymbol(reference, program, 'sagemaker.session.ShuffleConfig'),
};
