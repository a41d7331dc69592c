import { str } from '../../../data/text.js';
import { type Data, Dict, List, Tuple, truthOf, Unknown } from '../../../data/value.js';
import { argument, type CallArguments } from '../callables.js';
import { iterate } from '../items.js';
import { LibraryObject } from '../library-objects.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';

function parseUrl(value: Data | undefined): Data {
  if (typeof value !== 'string') return new Unknown('the parts of an address');
  const [, scheme = '', netloc = '', path = ''] = /^(?:([a-z0-9+.-]+):)?(?:\/\/([^/?#]*))?([^?#]*)/i.exec(value) ?? [];
  const parts: Readonly<Record<string, string>> = { scheme, netloc, path };
  return new LibraryObject('address', (name) => parts[name]);
}

/** Percent signs for all but letters, digits, `_.-~` and what is said to be safe. */
function quoted(text: string, safe: string, isPlus: boolean): string {
  const bytes = [...new TextEncoder().encode(text)];
  const parts = bytes.map((byte) => {
    const letter = String.fromCharCode(byte);
    if (byte < 128 && (/[\w.~-]/.test(letter) || safe.includes(letter))) return letter;
    return isPlus && letter === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return parts.join('');
}

function quoteWith(args: CallArguments, fallback: string, isPlus: boolean): Data {
  const text = argument(args, 0, 'string');
  const safe = argument(args, 1, 'safe') ?? fallback;
  if (typeof text !== 'string' || typeof safe !== 'string') return new Unknown('a quoted text');
  return quoted(text, safe, isPlus);
}

function unquote(args: CallArguments, isPlus: boolean): Data {
  const text = argument(args, 0, 'string');
  if (typeof text !== 'string') return new Unknown('a text without quotes');
  const spaced = isPlus ? text.replaceAll('+', ' ') : text;
  return spaced.replace(/(?:%[\da-f]{2})+/gi, (codes) =>
    new TextDecoder().decode(Uint8Array.from(codes.slice(1).split('%'), (code) => Number.parseInt(code, 16))),
  );
}

/** `urlencode(query)`: of a dictionary or a list of pairs. */
function encodeQuery(args: CallArguments): Data {
  const query = argument(args, 0, 'query') ?? null;
  const isEach = truthOf(argument(args, 1, 'doseq') ?? false) === true;
  const pairs = query instanceof Dict ? (query.open ?? [...query].map((pair) => new Tuple(pair))) : iterate(query);
  if (pairs instanceof Unknown || args.positional.length > 2 || args.named.has('safe') || args.named.has('quote_via'))
    return new Unknown('an encoded query');
  const written: string[] = [];
  for (const pair of pairs) {
    const both = iterate(pair);
    if (both instanceof Unknown) return new Unknown('an encoded query');
    const [name = null, value = null] = both;
    const values = isEach && (value instanceof List || value instanceof Tuple) ? iterate(value) : [value];
    if (values instanceof Unknown) return new Unknown('an encoded query');
    for (const each of values) {
      const [key, text] = [str(name), str(each)];
      if (typeof key !== 'string' || typeof text !== 'string') return new Unknown('an encoded query');
      written.push(`${quoted(key, '', true)}=${quoted(text, '', true)}`);
    }
  }
  return written.join('&');
}

/** `urljoin(base, url)`: only for addresses of the web; for other schemes (`s3`) it gives the second alone. */
function joinUrls(args: CallArguments): Data {
  const [base, url] = [argument(args, 0, 'base'), argument(args, 1, 'url')];
  if (typeof base !== 'string' || typeof url !== 'string') return new Unknown('two addresses, put together');
  if (base === '' || url === '') return base || url;
  const scheme = /^([a-z][a-z\d+.-]*):/i;
  const [own, other] = [scheme.exec(base)?.[1]?.toLowerCase(), scheme.exec(url)?.[1]?.toLowerCase()];
  if (other !== undefined && (other !== own || /^[^:]+:\/\/[^/]/.test(url))) return url;
  if (own === undefined || (other !== undefined && WEB.has(own))) return new Unknown('two addresses, put together');
  if (!WEB.has(own)) return RELATIVE.has(own) ? new Unknown('two addresses, put together') : url;
  const [site = ''] = /^[^:]+:\/\/[^/?#]*/.exec(base) ?? [];
  if (site === '' || url.startsWith('#') || url.startsWith(';')) return new Unknown('two addresses, put together');
  if (url.startsWith('//')) return `${own}:${url}`;
  const [path = ''] = /^[^?#]*/.exec(base.slice(site.length)) ?? [];
  if (url.startsWith('?')) return site + path + url;
  const [relative = ''] = /^[^?#]*/.exec(url) ?? [];
  const parts = relative.startsWith('/')
    ? relative.split('/')
    : [...path.split('/').slice(0, -1), ...relative.split('/')];
  return `${site}/${resolved(parts.slice(parts[0] === '' ? 1 : 0)).join('/')}${url.slice(relative.length)}`;
}

const WEB: ReadonlySet<string> = new Set(['http', 'https']);
/** Other schemes whose addresses Python puts together. */
const RELATIVE: ReadonlySet<string> = new Set(
  'ftp gopher nntp imap wais file shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss'.split(' '),
);

/** Parts of a path without `.` and `..`. */
function resolved(parts: readonly string[]): string[] {
  const kept: string[] = [];
  for (const part of parts)
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
  const last = parts.at(-1);
  if (last === '.' || last === '..') kept.push('');
  return kept;
}

const parse = functionsOf({
  urlparse: (args) => parseUrl(args.positional[0]),
  quote: (args) => quoteWith(args, '/', false),
  quote_plus: (args) => quoteWith(args, '', true),
  unquote: (args) => unquote(args, false),
  unquote_plus: (args) => unquote(args, true),
  urlencode: encodeQuery,
  urljoin: joinUrls,
});

/** Python's `urllib.parse`, which Python 2 called `urlparse`. */
export function addressModule(path: string): Members | undefined {
  return path === 'urllib.parse' || path === 'urlparse' ? parse : undefined;
}
