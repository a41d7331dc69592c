import type { RuleDocs } from '../../rules/rule-docs.js';

/** The pages of what is found only in files that are no programs; the others are those of the rules of the same name. */
export const dependencyDocs: readonly RuleDocs[] = [
  {
    name: 'sdk-lock-file',
    summary: 'a lock file, or what pip-compile wrote, holds the SDK 1.x: the tool makes it anew',
    why: 'a lock file holds hashes, and versions of all that the SDK itself requires: it is renewed by its tool after the requirement has moved, never edited.',
    since: '2.0.0',
    guide: null,
    examples: [
      {
        file: 'poetry.lock',
        before: '[[package]]\nname = "sagemaker"\nversion = "1.72.0"\n',
        after: '[[package]]\nname = "sagemaker"\nversion = "1.72.0"\n',
      },
    ],
  },
];
