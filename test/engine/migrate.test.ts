import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  appendArgument,
  insert,
  moveImport,
  removeArgument,
  rename,
  replace,
  symbol,
} from '../../src/edits/builders.js';
import { migrateSource } from '../../src/engine/migrate.js';
import type { MigrateOptions } from '../../src/engine/options.js';
import type { Rule } from '../../src/rules/rule.js';
import { findArgument } from '../../src/rules/sdk-call.js';
import { pythonSource, type Source } from '../../src/text/source.js';
import { applyEdits } from '../../src/text/text-edit.js';

const made = vi.hoisted((): { rules: Rule[] } => ({ rules: [] }));
vi.mock('../../src/rules/index.js', () => ({ rules: made.rules }));

const estimator = 'from sagemaker.estimator import Estimator\n';

/** A rule for a test: its hooks are all that counts. */
function rule(name: string, hooks: Omit<Rule, 'docs'>): Rule {
  return {
    docs: { name, summary: '', why: '', since: '2.0.0', guide: '', examples: [] } as unknown as Rule['docs'],
    ...hooks,
  };
}

/** Renames a keyword of every SDK call. */
function renaming(name: string, from: string, to: string): Rule {
  return rule(name, {
    *call(call) {
      for (const argument of call.arguments) {
        if (argument.name === from && argument.nameNode !== undefined) {
          yield {
            at: argument.nameNode,
            evidence: call.evidence,
            message: `${from} is ${to}`,
            edits: [rename(argument.nameNode, to)],
          };
        }
      }
    },
  });
}

function migrate(source: string | Source, options?: MigrateOptions) {
  const given = typeof source === 'string' ? pythonSource('input.py', source) : source;
  const { edits, findings } = migrateSource(given, options);
  return {
    after: applyEdits(given.original, edits),
    findings,
    states: findings.map((each) => `${each.rule} ${each.state}`),
  };
}

beforeEach(() => {
  made.rules.length = 0;
});

describe('what does not hold is taken back', () => {
  it('a fix whose result does not parse', () => {
    made.rules.push(
      rule('breaks', {
        call: (call) => ({ at: call.node, evidence: 'import', message: 'x', edits: [insert(call.node.start, '(')] }),
      }),
      renaming('holds', 'a', 'b'),
    );
    const { after, states, findings } = migrate(`${estimator}Estimator(c=1)\n\nd = 1\nEstimator\n`);
    expect(after).toBe(`${estimator}Estimator(c=1)\n\nd = 1\nEstimator\n`);
    expect(states).toEqual(['breaks manual']);
    expect(findings[0]?.message).toContain('would not parse');
  });

  it('only that one, where others hold', () => {
    made.rules.push(
      rule('breaks', {
        call: (call) =>
          findArgument(call, 'bad')
            ? { at: call.node, evidence: 'import', message: 'x', edits: [insert(call.node.start, '(')] }
            : undefined,
      }),
      renaming('holds', 'a', 'b'),
    );
    const { after, states } = migrate(`${estimator}Estimator(image_name=1, bad=1)\nEstimator(a=1)\n`);
    expect(after).toBe(`${estimator}Estimator(image_name=1, bad=1)\nEstimator(b=1)\n`);
    expect(states).toContain('holds migrated');
  });

  it('a fix that leaves a name unbound', () => {
    made.rules.push(
      rule('unbinds', {
        reference: ({ node, isImport, sdk }) =>
          isImport || sdk.path !== 'sagemaker.estimator.Estimator'
            ? undefined
            : { at: node, evidence: 'import', message: 'x', edits: [replace(node, 'Nobody')] },
      }),
    );
    const code = `${estimator}Estimator(c=1)\n`;
    const { after, states, findings } = migrate(code);
    expect(after).toBe(code);
    expect(states).toEqual(['unbinds manual']);
    expect(findings[0]?.message).toContain('Nobody');
  });

  it('a fix that a second run would make again', () => {
    made.rules.push(
      rule('grows', {
        call: (call) => ({
          at: call.node,
          evidence: 'import',
          message: 'x',
          edits: [appendArgument(call.node, `x${call.arguments.length}`, '1')],
        }),
      }),
    );
    const code = `${estimator}Estimator(c=1)\n`;
    const { after, states } = migrate(code);
    expect(after).toBe(code);
    expect(states).toEqual(['grows manual']);
  });

  it('only the fix that makes a second run change something far from it', () => {
    made.rules.push(
      renaming('opens', 'a', 'b'),
      renaming('holds', 'c', 'd'),
      rule('follows', {
        *call(call, program) {
          const all = [...program.facts.calls.values()].flat().flatMap((fact) => fact.arguments);
          const nameNode = findArgument(call, 'y')?.nameNode;
          if (nameNode !== undefined && !all.some((argument) => argument.name === 'a'))
            yield { at: nameNode, evidence: call.evidence, message: 'x', edits: [rename(nameNode, 'z')] };
        },
      }),
    );
    const { after, states } = migrate(`${estimator}Estimator(a=1)\nEstimator(c=1)\n\n\nEstimator(y=1)\n`);
    expect(after).toBe(`${estimator}Estimator(a=1)\nEstimator(d=1)\n\n\nEstimator(y=1)\n`);
    expect(states).toEqual(['opens manual', 'holds migrated']);
  });

  it('two rules that undo each other', () => {
    made.rules.push(renaming('there', 'a', 'b'), renaming('back', 'b', 'a'));
    const code = `${estimator}Estimator(a=1)\n`;
    const { after, states } = migrate(code);
    expect(after).toBe(code);
    expect(states).toEqual(['there manual']);
  });

  it('the later of two fixes that collide', () => {
    made.rules.push(renaming('first', 'a', 'b'), renaming('second', 'a', 'c'));
    const { after, states, findings } = migrate(`${estimator}Estimator(a=1)\n`);
    expect(after).toBe(`${estimator}Estimator(b=1)\n`);
    expect(states).toEqual(['first migrated', 'second manual']);
    expect(findings[1]?.message).toContain('collides');
  });

  it('nothing that is inside broken code is edited', () => {
    made.rules.push(renaming('renames', 'a', 'b'));
    const code = `${estimator}Estimator(\n    a=1,\n    x=<fill>,\n)\nEstimator(a=2)\n`;
    const { after } = migrate(code);
    expect(after).toBe(code.replace('a=2', 'b=2'));
  });
});

describe('states', () => {
  it('without edits: manual, or what the rule says', () => {
    made.rules.push(
      rule('reports', { call: (call) => ({ at: call.node, evidence: 'import', message: 'x', suggestion: 'y()' }) }),
      rule('wonders', { call: (call) => ({ at: call.node, evidence: 'import', message: 'x', state: 'unproven' }) }),
    );
    const { states, findings } = migrate(`${estimator}Estimator()\n`);
    expect(states).toEqual(['reports manual', 'wonders unproven']);
    expect(findings.map((finding) => finding.suggestion)).toEqual(['y()', null]);
  });

  it('a fix that rests on a name is assumed, and left alone under strict', () => {
    made.rules.push(renaming('renames', 'a', 'b'));
    expect(migrate('estimator.fit(a=1)\n')).toMatchObject({
      after: 'estimator.fit(b=1)\n',
      states: ['renames assumed'],
    });
    expect(migrate('estimator.fit(a=1)\n', { strict: true })).toMatchObject({
      after: 'estimator.fit(a=1)\n',
      states: ['renames unproven'],
    });
    expect(migrate(`${estimator}Estimator(a=1)\n`, { strict: true })).toMatchObject({
      after: `${estimator}Estimator(b=1)\n`,
      states: ['renames migrated'],
    });
  });

  it('a fix that says it is assumed', () => {
    made.rules.push(
      rule('guesses', {
        call: (call) =>
          call.arguments.length > 0
            ? undefined
            : {
                at: call.node,
                evidence: 'import',
                isAssumed: true,
                message: 'x',
                edits: [appendArgument(call.node, 'a', '1')],
              },
      }),
    );
    expect(migrate(`${estimator}Estimator()\n`)).toMatchObject({
      after: `${estimator}Estimator(a=1)\n`,
      states: ['guesses assumed'],
    });
    expect(migrate(`${estimator}Estimator()\n`, { strict: true })).toMatchObject({
      after: `${estimator}Estimator()\n`,
      states: ['guesses unproven'],
    });
  });

  it('code for both versions is guarded', () => {
    made.rules.push(renaming('renames', 'a', 'b'));
    const code = `import sagemaker\n${estimator}if sagemaker.__version__ < '2':\n    Estimator(a=1)\nelse:\n    Estimator(b=1)\n`;
    expect(migrate(code)).toMatchObject({ after: code, states: ['renames guarded'] });
  });

  it('select and ignore choose the rules', () => {
    made.rules.push(renaming('one', 'a', 'b'), renaming('two', 'c', 'd'));
    const code = `${estimator}Estimator(a=1, c=2)\n`;
    expect(migrate(code).after).toBe(`${estimator}Estimator(b=1, d=2)\n`);
    expect(migrate(code, { select: ['two'] })).toMatchObject({
      after: `${estimator}Estimator(a=1, d=2)\n`,
      states: ['two migrated'],
    });
    expect(migrate(code, { ignore: ['two'] })).toMatchObject({
      after: `${estimator}Estimator(b=1, c=2)\n`,
      states: ['one migrated'],
    });
    expect(migrate(code, { select: ['one', 'two'], ignore: ['one'] }).after).toBe(`${estimator}Estimator(a=1, d=2)\n`);
  });
});

describe('calls that are reached in different ways', () => {
  it('are edited where all ways agree', () => {
    made.rules.push(renaming('renames', 'a', 'b'));
    expect(migrate(`${estimator}def f(n):\n    return Estimator(n, a=1)\nf(1)\nf(2)\n`).after).toContain(
      'Estimator(n, b=1)',
    );
  });

  it('are for a person where they do not', () => {
    made.rules.push(
      rule('adds', {
        call: (call) =>
          findArgument(call, 'role')
            ? undefined
            : { at: call.node, evidence: 'import', message: 'x', edits: [appendArgument(call.node, 'role', 'r')] },
      }),
    );
    const code = `${estimator}def f(**kw):\n    return Estimator(1, **kw)\nf(role=1)\nf(x=2)\n`;
    expect(migrate(code)).toMatchObject({ after: code, states: ['adds manual'] });
  });

  it('are for a person where one way leads out of the SDK', () => {
    made.rules.push(renaming('renames', 'a', 'b'));
    const code = `${estimator}from mine import Other\nfor cls in (Estimator, Other):\n    cls(a=1)\n`;
    expect(migrate(code)).toMatchObject({ after: code, states: ['renames manual'] });
  });
});

describe('places', () => {
  it('are those of the cell in a notebook', () => {
    made.rules.push(renaming('renames', 'a', 'b'));
    const cells = [estimator.trim(), '# only this', 'x = 1\nEstimator(\n    a=1)'];
    const text = cells.join('\n');
    let start = 0;
    const chunks = cells.map((code, i) => {
      const chunk = { start, end: start + code.length, cell: [0, 3, 5][i] ?? 0 };
      start = chunk.end + 1;
      return chunk;
    });
    const { after, findings } = migrate({ ...pythonSource('a.ipynb', text), chunks });
    expect(after).toBe(text.replace('a=1', 'b=1'));
    expect(findings).toMatchObject([{ cell: 5, line: 3, column: 5, endLine: 3, endColumn: 6 }]);
  });

  it('count from 1, columns in UTF-16 code units, and come in the order of the text', () => {
    made.rules.push(renaming('two', 'c', 'd'), renaming('one', 'a', 'b'));
    const { findings } = migrate(`${estimator}x = "😀"; Estimator(a=1); Estimator(c=2)\n`);
    expect(
      findings.map(({ rule: name, cell, line, column, endColumn }) => [name, cell, line, column, endColumn]),
    ).toEqual([
      ['one', null, 2, 21, 22],
      ['two', null, 2, 37, 38],
    ]);
  });
});

it('imports are written by the plan alone, once for all rules', () => {
  const move = rule('moves', {
    reference: ({ node, isImport, sdk }) => {
      if (sdk.path !== 'sagemaker.session.s3_input') return undefined;
      const edits = isImport
        ? [moveImport(node, 'sagemaker.inputs.TrainingInput')]
        : [replace(node, symbol('sagemaker.inputs.TrainingInput', node))];
      return { at: node, evidence: 'import', message: 'x', edits };
    },
  });
  made.rules.push(move);
  const { after } = migrate('from sagemaker.session import s3_input\n\na = s3_input(1)\nb = s3_input(2)\n');
  expect(after).toBe('from sagemaker.inputs import TrainingInput\n\na = TrainingInput(1)\nb = TrainingInput(2)\n');
});

it('an argument removed by one rule and added by another share one list', () => {
  made.rules.push(
    rule('removes', {
      *call(call) {
        const found = findArgument(call, 'image_name');
        if (found?.written !== undefined)
          yield { at: found.written, evidence: 'import', message: 'x', edits: [removeArgument(found.written)] };
      },
    }),
    rule('adds', {
      call: (call) =>
        findArgument(call, 'tags') || call.target.kind !== 'constructor'
          ? undefined
          : { at: call.node, evidence: 'import', message: 'x', edits: [appendArgument(call.node, 'tags', 'None')] },
    }),
  );
  expect(migrate(`${estimator}Estimator(\n    role=1,\n    image_name=2,\n)\n`).after).toBe(
    `${estimator}Estimator(\n    role=1,\n    tags=None,\n)\n`,
  );
});
