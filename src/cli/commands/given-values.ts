import { loadJson } from '../../data/json.js';
import { type Data, float } from '../../data/value.js';
import { InputError } from '../../io/errors.js';

/**
 * Reads `NAME=VALUE` pairs: Python's and JSON's literals are what they say (`3`, `0.5`, `True`, `None`, `"text"`, lists and
 * dictionaries in JSON), anything else is a string.
 *
 * @throws InputError for what is no pair
 */
export function parseGiven(pairs: readonly string[]): Map<string, Data> {
  return new Map(
    pairs.map((pair) => {
      const cut = pair.indexOf('=');
      const name = pair.slice(0, Math.max(0, cut)).trim();
      if (name === '') throw new InputError('config', '--set', `'${pair}' is no NAME=VALUE`);
      return [name, literalOf(pair.slice(cut + 1).trim())];
    }),
  );
}

const WORDS: Readonly<Record<string, Data>> = { True: true, False: false, None: null };

function literalOf(text: string): Data {
  if (Object.hasOwn(WORDS, text)) return WORDS[text] ?? null;
  if (/^'[^'\\]*'$/.test(text)) return text.slice(1, -1);
  if (/^[-+]?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  if (/^[-+]?(?:\d+\.\d*|\.\d+|\d+e[-+]?\d+)$/i.test(text)) return float(Number(text));
  if (!/^["[{]/.test(text)) return text;
  try {
    return loadJson(text);
  } catch {
    return text;
  }
}
