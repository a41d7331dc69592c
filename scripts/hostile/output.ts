import { readFileSync } from 'node:fs';
import type { Ajv, Options } from 'ajv';
import createAjv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { JSDOM, VirtualConsole } from 'jsdom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { SaxesParser } from 'saxes';
import type { OutputFormat } from '../../src/report/formats.js';

/** What a command gave. */
export interface Told {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** What this program itself sends to a terminal: colours, and taking the line of the progress away. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: so these are written
const OWN = /\u001b\[(?:0|1|2|22|31|32|33|36|39)m|\r\u001b\[2K/g;

/** Says what is wrong with a text that is shown; undefined when nothing is. */
export function findControl(text: string, ownAllowed: boolean): string | undefined {
  const shown = ownAllowed ? text.replace(OWN, '') : text;
  const control = CONTROLS.exec(shown);
  if (control === null) return undefined;
  const around = shown.slice(Math.max(0, control.index - 100), control.index + 20);
  return `a control code is shown: ${JSON.stringify(around)}`;
}

/** Says what is wrong with a report of a run over files; undefined when nothing is. */
export function findFault(format: OutputFormat, text: string): string | undefined {
  const wrong = findControl(text, false);
  if (wrong !== undefined) return wrong;
  try {
    return checks[format](text);
  } catch (error) {
    return `the report can't be read: ${String(error)}: ${text.slice(0, 300)}`;
  }
}

// The package is CommonJS, and its types say that the class is the module.
const Draft4 = createAjv as unknown as new (options: Options) => Ajv;
const ajv = new Draft4({ strict: false });
addFormats.default(ajv);
const schema = new URL('../../test/report/sarif-2.1.0/schema.json', import.meta.url);
const isSarif = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

const checks: Readonly<Record<OutputFormat, (text: string) => string | undefined>> = {
  text: (text) => (/^::/m.test(text) ? 'a line begins as a command of GitHub does' : undefined),
  json: (text) => (Array.isArray(JSON.parse(text).files) ? undefined : 'no list of files'),
  jsonl(text) {
    for (const line of text.split('\n').filter((each) => each !== '')) JSON.parse(line);
    return undefined;
  },
  sarif: (text) => (isSarif(JSON.parse(text)) ? undefined : ajv.errorsText(isSarif.errors)),
  gitlab: (text) => (Array.isArray(JSON.parse(text)) ? undefined : 'no list'),
  junit: checkXml,
  github: checkCommands,
  markdown: checkMarkdown,
  html: checkPage,
};

function checkXml(text: string): undefined {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (!/^(?:testsuites?|testcase|failure|error|skipped|system-out|propert(?:y|ies))$/.test(name))
      throw new Error(`tag ${name}`);
  });
  parser.write(text).close();
}

/** The last line is for people, and begins with a number or a word of our own. */
function checkCommands(text: string): string | undefined {
  const lines = text.trimEnd().split('\n');
  const wrong = lines
    .slice(0, -1)
    .find((line) => !/^::(?:error|warning|notice) [a-zA-Z]+=[^:,]*(?:,[a-zA-Z]+=[^:,]*)*::/.test(line));
  if (wrong !== undefined) return `no command: ${JSON.stringify(wrong.slice(0, 300))}`;
  return /^(?:\d+ files?|No Python file)\b/.test(lines.at(-1) ?? '')
    ? undefined
    : `last line: ${lines.at(-1)?.slice(0, 300)}`;
}

/** As GitHub would show it, with HTML let through: only what tables and code are made of may be there. */
function checkMarkdown(text: string): string | undefined {
  const html = micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const { document } = new JSDOM(html).window;
  for (const element of document.body.querySelectorAll('*')) {
    const attributes = element.getAttributeNames().filter((name) => name !== 'align');
    if (!/^(?:H3|P|TABLE|THEAD|TBODY|TR|TH|TD|CODE|BR)$/.test(element.tagName) || attributes.length > 0)
      return `Markdown makes ${element.outerHTML.slice(0, 300)}`;
  }
  const columns = [...document.querySelectorAll('tr')].find(({ cells }) => cells.length !== 5 && cells.length !== 3);
  return columns === undefined ? undefined : `a row breaks: ${columns.outerHTML.slice(0, 300)}`;
}

let pages = 0;
/** The elements of the first page; what the page shows is data, so those of all others are the same. */
let skeleton: string | undefined;

/** Every fourth page is opened as a browser does, its script included. */
function checkPage(text: string): string | undefined {
  const { document } = new JSDOM(text).window;
  const elements = [...document.querySelectorAll('*:not(script[type="application/json"])')].map(
    (element) => `${element.tagName} ${element.getAttributeNames().join(' ')}`,
  );
  skeleton ??= elements.join('\n');
  if (elements.join('\n') !== skeleton) return `the page has other elements: ${elements.slice(-5).join(', ')}`;
  if (/<script>alert|<img src=x|<b>&/.test(text)) return 'markup of the tree is in the page as it is';
  pages += 1;
  if (pages % 4 !== 1) return undefined;
  for (const hash of ['', '#/files', '#/findings']) {
    const opened = openPage(text, hash);
    if (opened !== undefined) return opened;
  }
  return undefined;
}

function openPage(text: string, hash: string): string | undefined {
  let wrong: string | undefined;
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => {
    wrong = `the page's script fails: ${error.message}`;
  });
  const { window } = new JSDOM(text, {
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    url: `https://report.invalid/${hash}`,
    virtualConsole,
    beforeParse(given) {
      Object.assign(given, {
        ResizeObserver: class {
          observe(): void {}
        },
        matchMedia: () => ({ matches: false }),
        scrollTo: () => undefined,
        alert: () => {
          wrong = 'the page runs code of the tree';
        },
      });
      Object.defineProperty(given.HTMLElement.prototype, 'clientHeight', { value: 600 });
      Object.defineProperty(given.HTMLElement.prototype, 'clientWidth', { value: 900 });
    },
  });
  const foreign = window.document.querySelector(
    'img, iframe, object, embed, body script:not([type]) ~ script:not([type]), [onerror], [onload], [onclick]',
  );
  window.close();
  return wrong ?? (foreign === null ? undefined : `the page makes ${foreign.outerHTML.slice(0, 300)}`);
}
