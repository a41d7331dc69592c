/** How reports mark their text. Every function returns its argument, with escape sequences round it where colours are on. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

const same = (text: string): string => text;

/** No colours. */
export const plain: Style = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };

/** Colours for a terminal; loaded only where they are wanted. */
export async function loadColors(): Promise<Style> {
  const { default: colors } = await import('picocolors');
  return colors.createColors(true);
}
