// npm's `prepare`: builds the program. npm installs a repository globally, as pre-commit does, without its development
// dependencies, although the build needs them: they are installed here then, as the lock file names them.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };

if (!existsSync(new URL('../node_modules/rolldown', import.meta.url))) {
  // The settings of the npm that runs this are in the environment, `global` among them.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|location)$/i.test(name)),
  );
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
  execFileSync('npm', args, { ...options, env });
}
execFileSync(process.execPath, ['scripts/build.mjs'], options);
