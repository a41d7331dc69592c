import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import { expect, test } from 'vitest';
import { writePage } from '../../../scripts/report-page.js';
import type { FileOutcome } from '../../../src/engine/outcome.js';
import { createHtmlWriter } from '../../../src/report/html/html.js';
import { context, finding, hostile, hostileOutcomes, outcome, steering, write } from '../sample.js';

const html = (outcomes: readonly FileOutcome[]): Promise<string> => write(createHtmlWriter(context()), outcomes);

/** Opens the page as a browser does, its script included; what the script lets fall is an error of the test. */
function open(text: string, hash = ''): JSDOM {
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => {
    throw error;
  });
  return new JSDOM(text, {
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    url: `https://report.invalid/${hash}`,
    virtualConsole,
    beforeParse(window) {
      // What jsdom has not, because it lays nothing out.
      Object.assign(window, {
        ResizeObserver: class {
          observe(): void {}
        },
        matchMedia: () => ({ matches: false }),
        scrollTo: () => undefined,
        alert: () => {
          throw new Error('code of the report was run');
        },
      });
      Object.defineProperty(window.HTMLElement.prototype, 'clientHeight', { value: 600 });
      Object.defineProperty(window.HTMLElement.prototype, 'clientWidth', { value: 900 });
    },
  });
}

async function openFile(file: FileOutcome): Promise<Document> {
  const { window } = open(await html([file]), `#/files?file=${encodeURIComponent(file.path)}`);
  return window.document;
}

const textOf = (element: Element | null): string => element?.textContent ?? '';

test('the bundled page is fresh', async () => {
  const file = new URL('../../../src/report/html/generated/page.ts', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(await writePage());
});

test('same outcomes, same bytes; nothing is loaded from elsewhere', async () => {
  const text = await html(hostileOutcomes());
  expect(await html(hostileOutcomes())).toBe(text);
  const { document } = new JSDOM(text).window;
  expect(document.querySelectorAll('[src], link, iframe, object, embed, form')).toHaveLength(0);
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  expect(policy).toContain("default-src 'none'");
});

test('the policy names the very script that the page has', async () => {
  const { document } = new JSDOM(await html([])).window;
  const script = textOf(document.querySelector('script:not([type])'));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  expect(policy).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`);
});

test('the overview counts', async () => {
  const findings = [
    finding(),
    finding({ state: 'migrated' }),
    finding({ state: 'migrated' }),
    finding({ state: 'assumed' }),
  ];
  const { document } = open(await html([outcome({ findings }), outcome({ path: 'b.py' })])).window;
  expect(textOf(document.querySelector('h1'))).toBe('75 % is migrated');
  expect(textOf(document.querySelector('.sub'))).toBe('4 uses of SageMaker SDK v1 in 2 files; 1 left for a person.');
  const numbers = [...document.querySelectorAll('.hero .legend b')].map(textOf);
  expect(numbers).toEqual(['2', '1', '1', '0', '0', '0']);
  expect(document.querySelector('.map .tile')?.getAttribute('aria-label')).toBe(
    'a.py: 2 migrated, 1 assumed, 1 manual',
  );
});

test('a request that would change is open, and no use of v1', async () => {
  const findings = [finding({ rule: 'changed-request' }), finding({ state: 'migrated' })];
  const text = await html([outcome({ findings })]);
  expect(textOf(open(text).window.document.querySelector('.sub'))).toBe(
    '1 use of SageMaker SDK v1 in 1 file; nothing is left for a person, and 1 request would change.',
  );
  const { document } = open(text, '#/files?state=manual').window;
  expect(textOf(document.querySelector('.row .sums'))).toBe('1 open1');
});

test('a file: both sides, what changed in a line, the finding below its line, and why', async () => {
  const before = 'import x\n\n\n\n\n\n\n\nest = Old(train_count=1)\n';
  const part = { cell: null, before, after: before.replace('train_count', 'count') };
  const findings = [finding({ line: 9, suggestion: 'New()' })];
  const document = await openFile(outcome({ status: 'changed', findings, parts: [part] }));
  const changed = document.querySelector('.line.changed');
  expect([...(changed?.querySelectorAll('.no') ?? [])].map(textOf)).toEqual(['9', '9']);
  expect([...(changed?.querySelectorAll('mark') ?? [])].map(textOf)).toEqual(['train_count', 'count']);
  expect(changed?.nextElementSibling?.classList.contains('finding')).toBe(true);
  expect(textOf(document.querySelector('.finding .message'))).toContain('The word is gone.');
  expect(textOf(document.querySelector('.write pre'))).toBe('New()');
  expect([...document.querySelectorAll('.line .no.before')].map(textOf)).toEqual(['6', '7', '8', '9']);
  const why = document.querySelector<HTMLDetailsElement>('.why');
  why?.setAttribute('open', '');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(textOf(why)).toContain('SDK v2 does not know it.');
});

test('notebooks cell by cell, those with a finding and without a change included', async () => {
  const details = {
    parts: [
      { cell: 2, before: 'a = 1\n', after: 'a = 2\n' },
      { cell: 5, before: 'hard()\n', after: 'hard()\n' },
    ],
    ...{ jobs: [], notes: [] },
    jobCounts: { same: 0, documented: 0, 'not-proven': 0, differs: 0, uncompared: 0, refused: 0 },
  };
  const findings = [finding({ cell: 5, line: 1 })];
  const document = await openFile(outcome({ path: 'n.ipynb', status: 'changed', findings, details }));
  expect([...document.querySelectorAll('.cell')].map(textOf)).toEqual(['Cell 2', 'Cell 5']);
  expect(textOf(document.querySelectorAll('.part')[1]?.querySelector('code.before') ?? null)).toBe('hard()');
});

test('search looks into paths, code and messages, also those with marks that JSON or HTML escape', async () => {
  const part = { cell: null, before: 'x = "<b>\\n"\n', after: 'y = "<b>\\n"\n' };
  const files = [outcome({ path: 'one.py', status: 'changed', parts: [part] }), outcome({ path: 'two.py' })];
  const text = await html(files);
  const found = (query: string): string[] => {
    const { document } = open(text, `#/files?q=${encodeURIComponent(query)}`).window;
    return [...document.querySelectorAll('.row .names b')].map(textOf);
  };
  expect(found('TWO')).toEqual(['two.py']);
  expect(found('x = "<b>\\n"')).toEqual(['one.py']);
  expect(found('.*')).toEqual([]);
  expect(found('')).toEqual(['one.py', 'two.py']);
});

test('filters by state, rule, kind and folder', async () => {
  const files = [
    outcome({ path: 'd/one.py', findings: [finding()] }),
    outcome({ path: 'd/two.ipynb', findings: [finding({ state: 'migrated', rule: 'other' })] }),
    outcome({ path: 'three.py', status: 'failed', reason: 'no text' }),
  ];
  const text = await html(files);
  const found = (query: string): string[] => {
    const { document } = open(text, `#/files?${query}`).window;
    return [...document.querySelectorAll('.row .names b')].map(textOf);
  };
  expect(found('state=manual')).toEqual(['one.py']);
  expect(found('state=manual.migrated')).toEqual(['one.py', 'two.ipynb']);
  expect(found('rule=other')).toEqual(['two.ipynb']);
  expect(found('kind=failed')).toEqual(['three.py']);
  expect(found('kind=notebook')).toEqual(['two.ipynb']);
  expect(found('folder=d')).toEqual(['one.py', 'two.ipynb']);
});

test('of 5,000 files only the rows that can be seen are in the document', async () => {
  const files = Array.from({ length: 5000 }, (_, i) => outcome({ path: `f${i}.py` }));
  const { document } = open(await html(files), '#/files').window;
  expect(document.querySelectorAll('.row').length).toBeLessThan(40);
  expect(textOf(document.querySelector('.total'))).toBe('5,000 files · 0 uses of v1');
});

test('nothing from migrated code is markup, is run, or reorders text: in lists, diffs, findings and jobs', async () => {
  const outcomes = hostileOutcomes();
  const text = await html(outcomes);
  expect(text).not.toMatch(steering);
  const plain = new JSDOM(text).window.document;
  // Two of the page's own, and one for each file; a name that closed an element would add some.
  expect(plain.querySelectorAll('script')).toHaveLength(2 + outcomes.length);
  for (const view of ['overview', 'files', 'rules', 'jobs']) check(open(text, `#/${view}`));
  for (const [i, { path, status }] of outcomes.entries()) {
    const page = open(text, `#/files?file=${encodeURIComponent(path.replace(/[\ud800-\udfff]/gu, ''))}`);
    check(page);
    if (path.includes('\ud800')) continue;
    const { document } = page.window;
    expect(textOf(document.querySelector('.file h1 b'))).toBe(`${i}.py`);
    for (const details of document.querySelectorAll('details')) details.setAttribute('open', '');
    await new Promise((resolve) => setTimeout(resolve, 5));
    check(page);
    if (status !== 'failed' && i < 3) expect(textOf(document.querySelector('.message'))).toBe(hostile[i]);
  }
});

function check({ window: { document } }: JSDOM): void {
  expect(document.querySelectorAll('img, b b, [onerror], #app script')).toHaveLength(0);
  expect(textOf(document.querySelector('#app'))).not.toMatch(steering);
  for (const { name, value } of [...document.querySelectorAll('#app *')].flatMap(({ attributes }) => [...attributes])) {
    expect(name).not.toMatch(/^on/);
    expect(value.replaceAll('\n', '')).not.toMatch(steering);
  }
}
