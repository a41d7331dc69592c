import { Command, CommanderError } from 'commander';
import { InputError } from '../io/errors.js';
import { printable, printableLine } from '../report/terminal-text.js';
import type { DryRunCommandSettings } from './commands/dry-run.js';
import { migrateOne } from './commands/migrate-one.js';
import type { UndoSettings } from './commands/undo.js';
import { withConfig } from './config.js';
import type { ExitCode } from './exit-code.js';
import { type Host, widthOf } from './host.js';
import { addOptions, collectValues } from './options.js';
import { describeUnknownRule } from './rule-names.js';
import type { Settings } from './settings.js';
import { planTasks } from './tasks.js';
import { version } from './version.js';

/** Runs the command line; `args` without the program's name. Resolves to the exit code, and never ends the process. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = buildProgram(host, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof InputError)) throw error;
    host.stderr.write(`error: ${printableLine(error.message)}\n`);
    return 2;
  }
}

function buildProgram(host: Host, finish: (code: ExitCode) => void): Command {
  const program = addOptions(new Command('sagemaker-upgrade-v2'))
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(printable(text)),
      getOutHelpWidth: () => widthOf(host.stdout),
      getErrHelpWidth: () => widthOf(host.stderr),
    })
    .exitOverride()
    .helpCommand(false)
    .description('Moves code and notebooks from the SageMaker Python SDK v1 to v2. Bare paths are rewritten in place.')
    .argument('[paths...]', "folders, '.py' and '.ipynb' files, or '-' for standard input")
    .version(version, '-V, --version')
    .addHelpText('after', `\n${exitCodes}`)
    .action(async (paths: string[], given: Settings, command: Command) => {
      const plan = planTasks(paths, given, host);
      if ('usageError' in plan) return command.error(`error: ${plan.usageError}`, { exitCode: 2 });
      const settings = await withConfig('task' in plan ? plan.task.path : (paths[0] ?? '.'), given, command, host);
      const unknown = await findUnknownRule(settings, host);
      if (unknown !== undefined) return command.error(`error: ${unknown}`, { exitCode: 2 });
      if ('task' in plan) return finish(await migrateOne(plan.task, settings, host));
      const { migrateTree } = await import('./commands/migrate-tree.js');
      return finish(await migrateTree(plan.paths, settings, host));
    });
  program
    .command('dry-run <paths...>')
    .description('show the jobs that programs start, with the requests that they would send')
    .option('--compare', 'show beside each job what v1 would have sent')
    .option('--region <name>', 'region that AWS would answer', 'us-west-2')
    .option('--account <id>', 'account that AWS would answer', '123456789012')
    .option('--role <arn>', "role that get_execution_role() gives (default: the account's SageMakerRole)")
    .option('--default-bucket <name>', "the session's default bucket (default: sagemaker-REGION-ACCOUNT)")
    .option('--now <time>', 'time that the clock shows', '2020-01-01T00:00:00Z')
    .option('--best-training-job <name>', "what AWS names a tuning job's best job", 'best-job')
    .option('--compiled-model <uri>', 'where AWS puts a compiled model', 's3://artifacts/compiled/model.tar.gz')
    .option('--compiled-image <uri>', 'image that AWS names for a compiled model (default: the Neo image)')
    .option('--set <name=value>', 'value of a name that the program reads from outside: repeatable', collectValues)
    .action(async (paths: string[], _options: unknown, command: Command) => {
      requireTextOrJson(command);
      const { dryRunCommand } = await import('./commands/dry-run.js');
      finish(await dryRunCommand(paths, command.optsWithGlobals<DryRunCommandSettings>(), host));
    });
  program
    .command('undo [run]')
    .description('put back what a run replaced, the last one where none is named')
    .option('--list', 'list the runs')
    .action(async (id: string | undefined, _options: unknown, command: Command) => {
      requireTextOrJson(command);
      const { undoCommand } = await import('./commands/undo.js');
      finish(await undoCommand(id, command.optsWithGlobals<UndoSettings>(), host));
    });
  program
    .command('report')
    .description('work with reports')
    .command('merge <reports...>')
    .description('put the JSON reports of the parts of a tree together (see --shard)')
    .action(async (paths: string[], _options: unknown, command: Command) => {
      const { reportMergeCommand } = await import('./commands/report-merge.js');
      finish(await reportMergeCommand(paths, command.optsWithGlobals<Settings>(), host));
    });
  program
    .command('rules')
    .description('list the rules')
    .action(async (_options: unknown, command: Command) => {
      requireTextOrJson(command);
      const { rulesCommand } = await import('./commands/rules.js');
      await rulesCommand(command.optsWithGlobals<Settings>(), host);
    });
  program
    .command('rule <name>')
    .description('explain one rule, with examples')
    .action(async (name: string, _options: unknown, command: Command) => {
      requireTextOrJson(command);
      const { ruleCommand } = await import('./commands/rule.js');
      const problem = await ruleCommand(name, command.optsWithGlobals<Settings>(), host);
      if (problem !== undefined) command.error(`error: ${problem}`, { exitCode: 2 });
    });
  return program;
}

/** Only runs over files, and what puts their reports together, have the other forms. */
function requireTextOrJson(command: Command): void {
  const { outputFormat, outputFile } = command.optsWithGlobals<Settings>();
  const name = command.name();
  if (outputFile !== undefined) command.error(`error: ${name} has no --output-file`, { exitCode: 2 });
  if (outputFormat === 'text' || outputFormat === 'json') return;
  command.error(`error: ${name} knows only --output-format text and json`, { exitCode: 2 });
}

const exitCodes = `Exit codes:
  0  nothing left to do, or all applied
  1  findings that need a person (not with --in-file), or --check found changes
  2  bad usage, or a file that can't be read or written
  130  stopped by Ctrl-C: the files in hand were finished
`;

async function findUnknownRule(settings: Settings, { work }: Host): Promise<string | undefined> {
  const { select = [], ignore = [], perFileIgnores = {} } = settings;
  const given = [...select, ...ignore, ...Object.values(perFileIgnores).flat()];
  if (given.length === 0) return undefined;
  const rules = await work.rules();
  const names = new Set(rules.map(({ name }) => name));
  const unknown = given.find((name) => !names.has(name));
  return unknown === undefined ? undefined : describeUnknownRule(unknown, rules);
}
