/**
 * Takes pictures of an HTML report in headless Chromium (Debian's package `chromium`), to be looked at.
 *
 *     tsx scripts/report-screens.ts REPORT.html FOLDER [chromium]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [report = 'report.html', folder = 'screens', chromium = 'chromium'] = process.argv.slice(2);
const sizes = { desktop: '1440,1000', phone: '500,900' };

mkdirSync(folder, { recursive: true });
for (const view of ['overview', 'files', 'rules', 'jobs']) {
  for (const [name, size] of Object.entries(sizes)) {
    for (const theme of ['light', 'dark']) {
      const file = join(resolve(folder), `${view}-${name}-${theme}.png`);
      const address = `${pathToFileURL(resolve(report)).href}#/${view}`;
      const dark = theme === 'dark' ? ['--blink-settings=preferredColorScheme=0'] : [];
      const options = ['--headless', '--no-sandbox', '--hide-scrollbars', `--window-size=${size}`, ...dark];
      // What Chromium says of the machine's buses and graphics is no matter of the report.
      execFileSync(chromium, [...options, `--screenshot=${file}`, address], { stdio: 'ignore' });
      console.log(file);
    }
  }
}
