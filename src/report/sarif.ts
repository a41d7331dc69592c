import type { Location, Notification, ReportingDescriptor, Result, ToolComponent } from 'sarif';
import type { FileFinding, FileOutcome } from '../engine/outcome.js';
import type { RuleDocs } from '../rules/rule-docs.js';
import { toJsonLine } from './json.js';
import { fullMessage, levelOf, relativePath } from './places.js';
import type { ReportContext, ReportWriter } from './writer.js';

/** Under which name results are matched with those of earlier runs; the number is raised when its making changes. */
const FINGERPRINT = 'sagemakerUpgrade/v1';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, for code scanning: a result a line. */
export function createSarifWriter(context: ReportContext): ReportWriter {
  const { version, pending, cwd, rules } = context;
  const indexes = new Map(rules.map(({ name }, index) => [name, index]));
  const failures: Notification[] = [];
  let count = 0;
  return {
    begin() {
      const driver: ToolComponent = { name: 'sagemaker-upgrade-v2', version, rules: rules.map(describeRule) };
      return [
        `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{`,
        `"tool":${toJsonLine({ driver })},`,
        '"columnKind":"utf16CodeUnits",',
        '"results":[',
      ].join('\n');
    },
    file(outcome) {
      const uri = toUri(relativePath(outcome.path, cwd));
      if (outcome.status === 'failed') failures.push(describeFailure(outcome, uri));
      return outcome.findings
        .map((finding) => {
          count += 1;
          const result = describeFinding(finding, uri, pending, indexes.get(finding.rule));
          return `${count === 1 ? '' : ','}\n${toJsonLine(result)}`;
        })
        .join('');
    },
    end() {
      const invocation = { executionSuccessful: failures.length === 0, toolExecutionNotifications: failures };
      return `\n],\n"invocations":[${toJsonLine(invocation)}]\n}]}\n`;
    },
  };
}

function describeRule({ name, summary, why, since, guide, examples }: RuleDocs): ReportingDescriptor {
  const origin = `Since SDK ${since}.${guide === null ? '' : ` Guide: ${guide}.`}`;
  const shown = examples.flatMap(({ file, before, after }) =>
    before === after
      ? ['Reported, not rewritten:', fence(before, file)]
      : ['Before:', fence(before, file), 'After:', fence(after, file)],
  );
  return {
    id: name,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${origin}`, markdown: [why, origin, ...shown].join('\n\n') },
  };
}

function fence(code: string, file: string | undefined): string {
  return `\`\`\`${file === undefined ? 'python' : 'text'}\n${code.trimEnd()}\n\`\`\``;
}

function describeFinding(finding: FileFinding, uri: string, pending: boolean, ruleIndex: number | undefined): Result {
  const { rule, state, evidence, fingerprint, suggestion } = finding;
  const level = levelOf(state, pending);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    // Only what fails has a level.
    ...(state === 'guarded' ? { kind: 'pass', level: 'none' } : { level: level === 'none' ? 'note' : level }),
    message: { text: fullMessage(finding) },
    locations: [locationOf(finding, uri)],
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(state === 'suppressed' && { suppressions: [{ kind: 'inSource' }] }),
    properties: { state, evidence, ...(suggestion !== null && { suggestion }) },
  };
}

/** A notebook's lines are those of its cells: a region would count those of its JSON. */
function locationOf({ cell, line, column, endLine, endColumn }: FileFinding, uri: string): Location {
  const artifactLocation = { uri };
  if (cell === null) {
    const region = { startLine: line, startColumn: column, endLine, endColumn };
    return { physicalLocation: { artifactLocation, region } };
  }
  const properties = { cell, startLine: line, startColumn: column, endLine, endColumn };
  return {
    physicalLocation: { artifactLocation },
    logicalLocations: [{ name: `cell ${cell}`, fullyQualifiedName: `cell ${cell}`, kind: 'module', properties }],
  };
}

function describeFailure({ reason }: FileOutcome, uri: string): Notification {
  return {
    level: 'error',
    message: { text: `Not migrated: ${reason ?? 'failed'}` },
    locations: [{ physicalLocation: { artifactLocation: { uri } } }],
  };
}

/** A relative reference, or for what lies elsewhere an absolute one; each part percent-encoded. */
function toUri(path: string): string {
  const encoded = path
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
