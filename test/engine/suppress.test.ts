import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { migrateSource } from '../../src/engine/migrate.js';
import type { MigrateOptions } from '../../src/engine/options.js';
import { parseDocument } from '../../src/io/document.js';
import { applyTextEdits, withSourceNewlines } from '../../src/io/text-edits.js';
import { pythonSource } from '../../src/text/source.js';

const head = 'from sagemaker.estimator import Estimator\n';

function migrate(text: string, options: MigrateOptions = {}) {
  const source = pythonSource('a.py', text);
  const { edits, findings } = migrateSource(source, options);
  return { text: applyTextEdits(text, withSourceNewlines(source, edits)), findings };
}

/** State of each finding, with its rule and line. */
function states(text: string, options: MigrateOptions = {}): string[] {
  return migrate(text, options).findings.map(({ rule, state, line }) => `${line} ${rule} ${state}`);
}

describe('a comment', () => {
  test('at the end of a line switches off what is found in the line', () => {
    const code = `${head}Estimator("i", r, train_instance_count=1)  # sagemaker-upgrade: ignore[train-prefixed-params] why\nEstimator("i", r, train_instance_count=2)\n`;
    expect(states(code)).toEqual(['2 train-prefixed-params suppressed', '3 train-prefixed-params migrated']);
    expect(migrate(code).text).toBe(code.replace('train_instance_count=2', 'instance_count=2'));
  });

  test('names rules, several of them, or none for all', () => {
    const line = 'Estimator(image_name="i", role=r, train_instance_count=1)';
    const of = (comment: string) => states(`${head}${line}  # ${comment}\n`).map((each) => each.split(' ').at(-1));
    expect(of('sagemaker-upgrade: ignore[image-name-param]')).toEqual(['suppressed', 'migrated']);
    expect(of('sagemaker-upgrade: ignore[ image-name-param ,train-prefixed-params] r')).toEqual([
      'suppressed',
      'suppressed',
    ]);
    expect(of('sagemaker-upgrade: ignore')).toEqual(['suppressed', 'suppressed']);
    expect(of('noqa: E501  # sagemaker-upgrade: ignore')).toEqual(['suppressed', 'suppressed']);
    expect(of('sagemaker-upgrade: ignore[other-rule]')).toEqual(['migrated', 'migrated']);
    expect(of('sagemaker-upgrade: ignored')).toEqual(['migrated', 'migrated']);
    expect(of('sagemaker-upgrade ignore')).toEqual(['migrated', 'migrated']);
  });

  test('behind the last line of a statement counts for all of it, behind another for that line', () => {
    const call = (first: string, last: string) =>
      `${head}Estimator(\n    image_name="i",${first}\n    role=r,\n    train_instance_count=1,\n)${last}\n`;
    const comment = '  # sagemaker-upgrade: ignore';
    expect(states(call('', comment))).toEqual(['3 image-name-param suppressed', '5 train-prefixed-params suppressed']);
    expect(states(call(comment, ''))).toEqual(['3 image-name-param suppressed', '5 train-prefixed-params migrated']);
  });

  test('that stands alone counts for the statement that follows, with its block', () => {
    const code = `${head}
# sagemaker-upgrade: ignore[train-prefixed-params] old job

# another comment
def f():
    Estimator("i", r, train_instance_count=1)
    for _ in x:
        Estimator("i", r, train_instance_count=2)

Estimator("i", r, train_instance_count=3)
`;
    expect(states(code).map((each) => each.split(' ').at(-1))).toEqual(['suppressed', 'suppressed', 'migrated']);
  });

  test('that stands alone among arguments counts for the next line', () => {
    const code = `${head}Estimator(\n    # sagemaker-upgrade: ignore\n    image_name="i",\n    role=r,\n    train_instance_count=1,\n)\n`;
    expect(states(code)).toEqual(['4 image-name-param suppressed', '6 train-prefixed-params migrated']);
  });

  test('can begin and end, and count for the file', () => {
    const lines = [1, 2, 3].map((n) => `Estimator("i", r, train_instance_count=${n})`);
    const region = `${head}${lines[0]}\n# sagemaker-upgrade: ignore-start[train-prefixed-params]\n${lines[1]}\n# sagemaker-upgrade: ignore-end\n${lines[2]}\n`;
    expect(states(region).map((each) => each.split(' ').at(-1))).toEqual(['migrated', 'suppressed', 'migrated']);
    const file = `${head}${lines.join('\n')}\n# sagemaker-upgrade: ignore-file\n`;
    expect(states(file).map((each) => each.split(' ').at(-1))).toEqual(['suppressed', 'suppressed', 'suppressed']);
    expect(migrate(file).text).toBe(file);
  });

  test('in a string is none', () => {
    const code = `${head}Estimator("# sagemaker-upgrade: ignore", r, train_instance_count=1)\n`;
    expect(states(code)).toEqual(['2 train-prefixed-params migrated']);
  });
});

describe('a notebook', () => {
  const notebook = (...cells: readonly { source: string; tags?: readonly string[] }[]): Uint8Array =>
    Buffer.from(
      JSON.stringify({
        cells: cells.map(({ source, tags }) => ({
          cell_type: 'code',
          metadata: tags === undefined ? {} : { tags },
          outputs: [],
          source,
        })),
        metadata: {},
        nbformat: 4,
        nbformat_minor: 2,
      }),
    );
  const of = (bytes: Uint8Array): string[] =>
    parseDocument(bytes, 'a.ipynb').sources.flatMap((source) =>
      migrateSource(source).findings.map(({ rule, state, cell }) => `${cell} ${rule} ${state}`),
    );
  const call = 'Estimator("i", r, train_instance_count=1)';

  test('has tags that count for their cell', () => {
    const tags = (tag: string) => of(notebook({ source: head }, { source: call, tags: ['x', tag] }, { source: call }));
    const [hit, miss] = ['1 train-prefixed-params suppressed', '1 train-prefixed-params migrated'];
    const other = '2 train-prefixed-params migrated';
    expect(tags('sagemaker-upgrade:ignore')).toEqual([hit, other]);
    expect(tags('sagemaker-upgrade:ignore[train-prefixed-params]')).toEqual([hit, other]);
    expect(tags('sagemaker-upgrade:ignore[image-name-param]')).toEqual([miss, other]);
  });

  test('has comments behind shell lines, and a comment does not reach into the next cell', () => {
    const install = '!pip install sagemaker==1.72.0';
    expect(of(notebook({ source: install }))).not.toEqual([]);
    expect(of(notebook({ source: `${install}  # sagemaker-upgrade: ignore` }))).toEqual([
      expect.stringContaining('suppressed'),
    ]);
    const last = { source: `${head}# sagemaker-upgrade: ignore` };
    expect(of(notebook(last, { source: call }))).toEqual(['1 train-prefixed-params migrated']);
  });
});

describe('unused suppressions', () => {
  const unused = (text: string, options: MigrateOptions = {}): string[] =>
    migrate(text, { ...options, reportUnusedSuppressions: true })
      .findings.filter(({ rule }) => rule === 'unused-suppression')
      .map(({ line, message, state }) => `${line} ${state} ${message}`);

  test('are reported, also in a file that does not mention the SDK', () => {
    expect(unused('x = 1  # sagemaker-upgrade: ignore[image-name-param]\n')).toEqual([
      '1 manual This suppression switches nothing off for image-name-param; remove it',
    ]);
    expect(unused('x = 1  # sagemaker-upgrade: ignore\n')).toHaveLength(1);
    expect(migrate('x = 1  # sagemaker-upgrade: ignore\n').findings).toEqual([]);
  });

  test('are told by name, and are none where their rules did not run', () => {
    const code = `${head}Estimator("i", r, train_instance_count=1)  # sagemaker-upgrade: ignore[train-prefixed-params, image-name-param, tpyo]\n`;
    expect(unused(code)).toEqual([
      '2 manual This suppression switches nothing off for image-name-param, tpyo (no such rule); remove the name',
    ]);
    expect(unused(code, { ignore: ['image-name-param'] })[0]).not.toContain('image-name-param');
    expect(unused('x = 1  # sagemaker-upgrade: ignore\n', { select: ['image-name-param'] })).toEqual([]);
  });
});

describe('added suppressions', () => {
  const open = ({ findings }: ReturnType<typeof migrate>) =>
    findings.filter(({ state }) => state === 'manual' || state === 'unproven');

  test('stand behind the line of what is open, and the rest is migrated', () => {
    const code = `${head}e = Estimator("i", r, train_instance_count=1)\ne.delete_endpoint()  # note\n`;
    expect(open(migrate(code)).map(({ rule }) => rule)).toEqual(['estimator-delete-endpoint']);
    expect(migrate(code, { addSuppressions: true }).text).toBe(
      `${head}e = Estimator("i", r, instance_count=1)\ne.delete_endpoint()  # note  # sagemaker-upgrade: ignore[estimator-delete-endpoint]\n`,
    );
  });

  test('are not written for what a further run would not find', () => {
    const code = `${head}Estimator("i", r, train_instance_count=1, **options)\n`;
    const first = migrate(code, { addSuppressions: true });
    expect(open(first)).not.toEqual([]);
    expect(first.text).not.toContain('ignore');
    expect(open(migrate(first.text))).toEqual([]);
  });

  test('leave nothing open in the programs of this project, and are stable', () => {
    const root = new URL('../../fixtures/python/', import.meta.url);
    let added = 0;
    for (const name of readdirSync(root)) {
      const text = readFileSync(new URL(`${name}/before.py`, root), 'utf8');
      const first = migrate(text, { addSuppressions: true });
      added += open(migrate(text)).length;
      const second = migrate(first.text, { reportUnusedSuppressions: true });
      expect(open(second), name).toEqual([]);
      expect(second.text, name).toBe(first.text);
    }
    expect(added).toBeGreaterThan(3);
  });

  test('find a place where a line goes on', () => {
    const code = `${head}e = Estimator("i", r)\ne \\\n    .delete_endpoint()\nx = e.delete_endpoint(), """\n\n"""\r\n`;
    const first = migrate(code, { addSuppressions: true });
    expect(open(migrate(code))).toHaveLength(2);
    expect(open(first)).toEqual([]);
    expect(open(migrate(first.text))).toEqual([]);
    expect(first.text.split('\n').filter((line) => line.includes('ignore['))).toHaveLength(2);
  });
});
