import { replace } from '../edits/builders.js';
import { calleeOf, dottedName, writtenArguments } from '../python/arguments.js';
import { findNodes, isType, type PyNode, walk } from '../python/node.js';
import { stringContent, stringPrefix, stringValue } from '../python/strings.js';
import { DEFAULT_PIN } from '../sdk/requirement.js';
import type { Program } from '../semantic/program.js';
import type { Finding, Rule } from './rule.js';
import type { RuleDocs } from './rule-docs.js';
import { requirementChange } from './shared/requirement-change.js';

const docs: RuleDocs = {
  name: 'sdk-requirement',
  summary: 'a requirement on the SDK: 1.x becomes sagemaker>=2,<3',
  why: 'migrated code does not run on 1.x. A requirement that names no version installs 3.x, which has no estimators: it is limited, too, where code of v1 is found beside it.',
  since: '2.0.0',
  guide: 'Installation',
  examples: [
    {
      before:
        "from setuptools import setup\nsetup(name='a', install_requires=['sagemaker[local]>=1.50,<2', 'boto3'])\n",
      after: "from setuptools import setup\nsetup(name='a', install_requires=['sagemaker[local]>=2,<3', 'boto3'])\n",
    },
    {
      file: 'requirements.txt',
      before: 'boto3\nsagemaker[tensorflow] == 1.72.0 ; python_version > "3.5"  # ours\n',
      after: 'boto3\nsagemaker >= 2, < 3 ; python_version > "3.5"  # ours\ntensorflow ; python_version > "3.5"\n',
    },
    {
      file: 'pyproject.toml',
      before: '[tool.poetry.dependencies]\npython = "^3.9"\nsagemaker = { version = "^1.72", extras = ["local"] }\n',
      after: '[tool.poetry.dependencies]\npython = "^3.9"\nsagemaker = { version = ">=2,<3", extras = ["local"] }\n',
    },
    {
      file: 'environment.yml',
      before: 'dependencies:\n  - python=3.9\n  - sagemaker-python-sdk=1.72.0  # conda-forge\n',
      after: 'dependencies:\n  - python=3.9\n  - sagemaker-python-sdk>=2,<3  # conda-forge\n',
    },
    {
      file: 'Dockerfile',
      before: 'FROM python:3.9\nRUN pip install --no-cache-dir \\\n    sagemaker==1.72.0 \\\n    boto3\n',
      after: 'FROM python:3.9\nRUN pip install --no-cache-dir \\\n    "sagemaker>=2,<3" \\\n    boto3\n',
    },
  ],
};

/** How requirements on the SDK are judged. */
export interface RequirementPolicy {
  /** The range to ask for. */
  readonly pin: string;
  /** Whether one that names no version is limited: the code that it is for is v1's. */
  readonly limitsOpen: boolean;
  /** Whether SciPy is required beside it: v1 brought it along (setup.py at v1.72.0), v2 doesn't, and code imports it. */
  readonly withScipy: boolean;
}

/** Requirements in the arguments of `setup(…)`. */
export const sdkRequirement: Rule = sdkRequirementFor({ pin: DEFAULT_PIN, limitsOpen: false, withScipy: false });

/** The rule with another policy than the default. */
export function sdkRequirementFor({ pin, limitsOpen, withScipy }: RequirementPolicy): Rule {
  return {
    docs,
    *program(program) {
      const also = withScipy && !/\bscipy\b/i.test(program.source.original) ? ['scipy'] : [];
      for (const node of requirementStrings(program)) {
        const [, requirement = '', marker = ''] = /^([^;]*?)\s*(;.*)?$/s.exec(stringValue(node) ?? '') ?? [];
        const change = requirementChange(requirement.trim(), 'pip', pin);
        if (change === undefined || (!change.wasPinned && !limitsOpen)) continue;
        yield findingFor(node, change.message, change.words && [...change.words, ...also], marker);
      }
    },
  };
}

function findingFor(node: PyNode, message: string, words: readonly string[] | undefined, marker: string): Finding {
  const at = { start: node.start, end: node.end };
  const content = stringContent(node);
  const written = node.document.text.slice(content.start, content.end);
  const value = stringValue(node) ?? '';
  const isPlain = node.type === 'string' && value === written;
  const isItem = isType(node.parent, 'list', 'tuple');
  if (words === undefined || !isPlain || /\n/.test(written) || (words.length > 1 && !isItem)) {
    return { at, evidence: 'import', message: words === undefined ? message : `${message}: ${words.join(' and ')}` };
  }
  const [open, close] = [
    node.document.text.slice(node.start, content.start),
    node.document.text.slice(content.end, node.end),
  ];
  const space = marker === '' ? '' : (/\s*$/.exec(value.slice(0, value.length - marker.length))?.[0] ?? '');
  const items = words.map((word) => `${word}${space}${marker}`).join(`${close}, ${open}`);
  return { at, evidence: 'import', message, edits: [replace(content, items)] };
}

const KEYWORDS = /^(?:install_requires|tests_require|extras_require|setup_requires)$/;

/** The strings below the arguments of `setup(…)`, and below the variables that these name. */
function requirementStrings(program: Program): Set<PyNode> {
  const found = new Set<PyNode>();
  for (const call of findNodes(program.tree, 'call')) {
    const callee = calleeOf(call);
    if (callee === undefined || !/^(?:\w+\.)*setup$/.test(dottedName(callee) ?? '')) continue;
    for (const { nameNode, value } of writtenArguments(call)) {
      if (nameNode !== undefined && KEYWORDS.test(nameNode.text)) collect(value, program, found, new Set());
    }
  }
  return found;
}

function collect(value: PyNode, program: Program, found: Set<PyNode>, seen: Set<string>): void {
  walk(value, (node) => {
    const isText =
      (node.type === 'string' && node.parent?.type !== 'concatenated_string') || node.type === 'concatenated_string';
    if (isText && !stringPrefix(node).includes('b') && !isKey(node)) found.add(node);
    if (node.type !== 'identifier' || node.parent?.type === 'attribute' || seen.has(node.text)) return;
    seen.add(node.text);
    for (const assigned of assignedTo(node.text, program)) collect(assigned, program, found, seen);
  });
}

/** The `dev` of `{'dev': ['sagemaker']}`, of `extras['dev']`. */
function isKey(node: PyNode): boolean {
  const { parent } = node;
  if (parent?.type === 'subscript') return true;
  return parent?.type === 'pair' && parent.children[0] === node;
}

const ADDING = ['append', 'extend', 'insert'] as const;

/** What is assigned, added or appended to a name of the module. */
function* assignedTo(name: string, { tree }: Program): Generator<PyNode> {
  for (const type of ['assignment', 'augmented_assignment'] as const) {
    for (const { children } of findNodes(tree, type)) {
      const [target, value] = [children[0], children.at(-1)];
      const isName = target?.text === name || (target?.type === 'subscript' && target.children[0]?.text === name);
      if (isName && value !== undefined && value !== target) yield value;
    }
  }
  for (const call of findNodes(tree, 'call')) {
    const callee = calleeOf(call)?.text;
    if (!ADDING.some((method) => callee === `${name}.${method}`)) continue;
    for (const { value } of writtenArguments(call)) yield value;
  }
}
