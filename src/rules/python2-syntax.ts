import { findNodes, type PyNode } from '../python/node.js';
import type { Program } from '../semantic/program.js';
import { type Finding, manual, type Rule } from './rule.js';

/** Statements and literals that only Python 2 reads: one finding for the file. */
export const python2Syntax: Rule = {
  docs: {
    name: 'python2-syntax',
    summary: 'the file is Python 2, and v2 runs on Python 3 only',
    why: 'Python 3 refuses the file before its first statement runs. The calls of the SDK in it are migrated all the same.',
    since: '2.0.0',
    guide: null,
    examples: [{ before: "import sagemaker\nprint 'hello'\n", after: "import sagemaker\nprint 'hello'\n" }],
  },
  program(program): Finding | undefined {
    const found = firstOfPython2(program);
    if (found === undefined) return undefined;
    const message = `this is Python 2 (${found.what}), and v2 needs Python 3: convert the file, for instance with 2to3 of an older Python`;
    return manual(
      found.node,
      'import',
      message,
      found.node.type === 'print_statement' ? asFunction(found.node) : undefined,
    );
  },
};

/** Node types of which {@link python2Form} knows a form that only Python 2 has. */
const TYPES = ['print_statement', 'exec_statement', 'except_clause', 'raise_statement', 'integer', 'string', '<>'];

function firstOfPython2({ tree }: Program): { node: PyNode; what: string } | undefined {
  let first: { node: PyNode; what: string } | undefined;
  for (const type of TYPES) {
    for (const node of findNodes(tree, type)) {
      if (first !== undefined && first.node.start <= node.start) break;
      const what = python2Form(node);
      if (what !== undefined) first = { node, what };
    }
  }
  return first;
}

/** What makes the node Python 2; undefined for what Python 3 reads too. */
function python2Form(node: PyNode): string | undefined {
  switch (node.type) {
    case 'print_statement':
      return 'a print statement';
    case 'exec_statement':
      return 'an exec statement';
    case 'except_clause':
      return node.children.filter((child) => child.type !== 'block').length > 1 ? 'except X, e' : undefined;
    case 'raise_statement':
      return node.children[0]?.type === 'expression_list' ? 'raise X, value' : undefined;
    case 'integer':
      return /^0\d*[1-9]\d*$|[lL]$/.test(node.text) ? `the number ${node.text}` : undefined;
    case 'string':
      return /^`|^[uU][rR]/.test(node.text) ? `the literal ${node.text.slice(0, 2)}…` : undefined;
    case '<>':
      return 'the operator <>';
    default:
      return undefined;
  }
}

function asFunction(statement: PyNode): string {
  const [target, ...rest] = statement.children;
  if (target?.type !== 'chevron') return `print(${statement.children.map((child) => child.text).join(', ')})`;
  return `print(${[...rest.map((child) => child.text), `file=${target.children[0]?.text ?? 'f'}`].join(', ')})`;
}
