import { type PyNode, walk } from '../python/node.js';
import { stringValue } from '../python/strings.js';
import type { Program } from '../semantic/program.js';
import type { TextRange } from '../text/text-range.js';
import type { Rule } from './rule.js';
import { stringsWith } from './shared/string-nodes.js';

/** The command's two frameworks (v1 cli/main.py): other programs of the name have other subcommands. */
const COMMAND = /^\s*sagemaker\s+(mxnet|tensorflow)\s+(train|host)\b/;
const IN_MAGIC = /^[!%\s]*(?:sx\s+|system\s+)?sagemaker\s+(?:mxnet|tensorflow)\s+(?:train|host)\b/;
const MESSAGE = 'the command "sagemaker" is gone in v2: start the job with an estimator, or use the AWS CLI';

/** The console script `sagemaker` of v1, in shell lines of notebooks and in strings that a shell runs. */
export const sagemakerCli: Rule = {
  docs: {
    name: 'sagemaker-cli',
    summary: 'the command line program "sagemaker" (mxnet and tensorflow, train and host) is gone',
    why: 'v2 installs no such program: the shell does not find it.',
    since: '2.0.0',
    guide: 'CLI Removal',
    examples: [
      {
        before: "import os\nos.system('sagemaker mxnet train --role-name r')\n",
        after: "import os\nos.system('sagemaker mxnet train --role-name r')\n",
      },
    ],
  },
  *program(program) {
    for (const at of [...inMagics(program), ...inStrings(program), ...inLists(program)])
      yield { at, evidence: 'name', message: MESSAGE };
  },
};

function* inMagics(program: Program): Generator<TextRange> {
  for (const magic of program.source.magics) {
    let start = magic.start;
    for (const line of program.source.original.slice(magic.start, magic.end).split('\n')) {
      if (IN_MAGIC.test(line)) yield { start, end: start + line.trimEnd().length };
      start += line.length + 1;
    }
  }
}

function inStrings(program: Program): PyNode[] {
  return stringsWith(program, /["']\s*sagemaker\s+(?:mxnet|tensorflow)\s/, COMMAND).map(({ node }) => node);
}

/** `['sagemaker', 'mxnet', 'train', …]` */
function inLists(program: Program): PyNode[] {
  if (!/["']sagemaker["'],\s*["'](?:mxnet|tensorflow)["']/.test(program.source.text)) return [];
  const found: PyNode[] = [];
  for (const module of program.tree.modules) {
    walk(module, (node) => {
      if (
        node.type === 'list' &&
        COMMAND.test(
          node.children
            .slice(0, 3)
            .map((item) => stringValue(item) ?? '')
            .join(' '),
        )
      )
        found.push(node);
    });
  }
  return found;
}
