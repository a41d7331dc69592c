import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The module that holds the script and the style of the HTML report as text. */
export async function writePage(): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/report/html/page/main.ts', 'src/report/html/page/page.css'],
    outdir: 'unused',
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    write: false,
  });
  const textOf = (extension: string): string => {
    const text = outputFiles.find(({ path }) => path.endsWith(extension))?.text.trim() ?? '';
    if (text === '' || /<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${extension}: can't stand in a page`);
    return text;
  };
  const script = textOf('.js');
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    '// Generated from src/report/html/page by scripts/generate-report-page.ts: change the page, then `npm run generate`.',
    '',
    '/** The script of the HTML report. */',
    `export const pageScript =\n  ${literal(script)};`,
    '',
    "/** The script's hash, as a Content-Security-Policy names it. */",
    `export const pageScriptHash = ${literal(`sha256-${hash}`)};`,
    '',
    '/** The style of the HTML report. */',
    `export const pageStyle =\n  ${literal(textOf('.css'))};`,
    '',
  ].join('\n');
}

function literal(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n');
  return `'${escaped}'`;
}
