// What the project is measured against: programs that only read, parse and write. Plain JavaScript, as the built command is.
//   bare.mjs read IN             reads a file
//   bare.mjs file IN OUT         loads the parser, reads, parses, writes
//   bare.mjs folder DIR PASSES   the same for every program of a folder in one process, without writing; prints CPU time by pass
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [how, path, argument] = process.argv.slice(2);
if (how === 'read') readFileSync(path);
else {
  const require = createRequire(import.meta.url);
  const Parser = require('tree-sitter');
  const parser = new Parser();
  parser.setLanguage(require('tree-sitter-python'));
  const parse = (code) => parser.parse(code, undefined, { bufferSize: Math.max(32 * 1024, code.length + 1) });
  const read = (file) => {
    const text = readFileSync(file, 'utf8');
    for (const code of programsOf(file, text)) parse(code).rootNode.childCount;
    return text;
  };
  if (how === 'file') writeFileSync(argument, read(path));
  else await (await import('./passes.mjs')).runPasses(path, Number(argument), read);
}

function programsOf(file, text) {
  if (!file.endsWith('.ipynb')) return [text];
  const { cells, worksheets } = JSON.parse(text.replace(/^\ufeff/, ''));
  return (cells ?? worksheets.flatMap((sheet) => sheet.cells))
    .filter((cell) => cell.cell_type === 'code')
    .map((cell) => [cell.source ?? cell.input ?? ''].flat().join(''));
}
