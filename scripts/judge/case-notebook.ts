const MARK = '#---cell---';

/** The cells of a case's text: one for a file, those between the marks for a notebook. */
export function cellsOf(kind: 'py' | 'notebook-cell', text: string): string[] {
  if (kind === 'py') return [text];
  return text.split(MARK).map((cell) => cell.replace(/^\n+|\n+$/g, ''));
}

/** A notebook of a case. The case about sources that are one string has them so; indentation and `é` stay as written. */
export function notebookOf(id: string, text: string): string {
  const cells = cellsOf('notebook-cell', text).map((cell) => ({
    cell_type: 'code',
    execution_count: null,
    metadata: {},
    outputs: [],
    source: id === 'nb-source-string' ? cell : (cell.match(/[^\n]*\n|[^\n]+$/g) ?? []),
  }));
  return `${JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 2 }, undefined, 1)}\n`;
}

/** The sources of a notebook's code cells. */
export function sourcesOf(notebook: string): string[] {
  const { cells } = JSON.parse(notebook) as { cells: { source: string | string[] }[] };
  return cells.map(({ source }) => (typeof source === 'string' ? source : source.join('')));
}
