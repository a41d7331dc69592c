import type { RuleDocs } from '../../rules/rule-docs.js';
import { toJsonLine } from '../json.js';
import { relativePath } from '../places.js';
import type { ReportContext, ReportWriter } from '../writer.js';
import { type FileRow, jobEnds, type PageIndex, type PageRule, pageStates } from './data.js';
import { pageScript, pageScriptHash, pageStyle } from './generated/page.js';
import { countJobs, fileRow, pageFile } from './page-data.js';

/**
 * A page that is one file: the data of each file is a piece of JSON that the page reads when the file is looked at; the
 * list of all files comes at the end. Nothing from migrated code is ever markup, and the page may load and run nothing
 * but its own script.
 */
export function createHtmlWriter({ version, pending, cwd, rules }: ReportContext): ReportWriter {
  const known = new Map(rules.map((rule) => [rule.name, rule]));
  const used: PageRule[] = [];
  const found: number[][] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? used.push(ruleOf(name, known)) - 1;
    numbers.set(name, number);
    found[number] ??= pageStates.map(() => 0);
    return number;
  };
  const rows: FileRow[] = [];
  const jobs = jobEnds.map(() => 0);
  return {
    begin: () => HEAD,
    file(outcome) {
      const page = pageFile(outcome, numberOf);
      countJobs(outcome, jobs);
      for (const { rule, state } of page?.findings ?? []) {
        const counts = found[rule];
        if (counts !== undefined) counts[state] = (counts[state] ?? 0) + 1;
      }
      const number = rows.push(fileRow(outcome, relativePath(outcome.path, cwd), page, numberOf)) - 1;
      return page === undefined ? '' : data(`f${number}`, page);
    },
    end(summary) {
      const index: PageIndex = { version, pending, summary, rules: used, found, jobs, files: rows };
      return `${data('index', index)}<script>${pageScript}</script>\n</body>\n</html>\n`;
    },
  };
}

function ruleOf(name: string, known: ReadonlyMap<string, RuleDocs>): PageRule {
  const rule = known.get(name);
  if (rule === undefined) return { name, summary: '', why: '', since: '', guide: null, examples: [] };
  const { summary, why, since, guide, examples } = rule;
  return { name, summary, why, since, guide, examples };
}

/** JSON that no parser of HTML takes for the end of its element, or for a comment in it. */
function data(id: string, value: PageIndex | NonNullable<ReturnType<typeof pageFile>>): string {
  return `<script type="application/json" id="${id}">${toJsonLine(value).replaceAll('<', '\\u003c')}</script>\n`;
}

const POLICY = `default-src 'none'; script-src '${pageScriptHash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>SageMaker SDK v1 → v2</title>
<style>${pageStyle}</style>
</head>
<body>
<noscript>This report is drawn by its own script, which this browser does not run.</noscript>
<div id="app"></div>
`;
