import { judgeCases } from './cases.js';
import { judgeDryRun } from './dry-run.js';
import { judgeExamples } from './examples.js';
import { judgeGolden } from './golden.js';
import { judgeImageUris } from './image-uris.js';
import { type Inputs, readInputs, Skipped } from './inputs.js';
import { judgePythonTool } from './python-tool.js';
import { judgeValidator } from './validator.js';

const JUDGES: Readonly<Record<string, (inputs: Inputs) => Promise<boolean>>> = {
  examples: judgeExamples,
  golden: judgeGolden,
  cases: judgeCases,
  'python-tool': judgePythonTool,
  'image-uris': judgeImageUris,
  validator: judgeValidator,
  'dry-run': judgeDryRun,
};

const { command, inputs } = readInputs(process.argv.slice(2));
const chosen = command === 'all' ? Object.keys(JUDGES) : [command];
for (const name of chosen) {
  const judge = JUDGES[name];
  if (judge === undefined) {
    console.error(`usage: npm run judge -- ${Object.keys(JUDGES).join('|')}|all [options], see docs/measuring.md`);
    process.exitCode = 2;
    continue;
  }
  console.log(`== ${name}`);
  try {
    if (!(await judge(inputs))) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    console.log(`skipped: ${error.message}`);
  }
}
