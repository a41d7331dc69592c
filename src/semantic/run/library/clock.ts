import { type Data, float, numberOf, Unknown } from '../../../data/value.js';
import { argument, type CallArguments } from '../callables.js';
import { LibraryObject, NativeFunction } from '../library-objects.js';
import type { Run } from '../state.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';

/** A moment in UTC: what `time` and `datetime` show of the clock that stands still. */
function moment(milliseconds: number, isDate = false): LibraryObject {
  const date = new Date(milliseconds);
  const fields: Readonly<Record<string, number>> = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    microsecond: date.getUTCMilliseconds() * 1000,
  };
  const shifted =
    (sign: number) =>
    (args: CallArguments): Data => {
      const [other] = args.positional;
      if (!(other instanceof LibraryObject)) return new Unknown('the time between two moments');
      const [by, then] = ['milliseconds', 'moment'].map((each) => numberOf(other.attributes.get(each)));
      if (by !== undefined) return moment(milliseconds + sign * by, isDate);
      return sign < 0 && then !== undefined ? span(milliseconds - then) : new Unknown('the time between two moments');
    };
  const made: LibraryObject = new LibraryObject('datetime', (name) => {
    if (name === 'strftime')
      return new NativeFunction(name, ({ positional: [format] }) => formatTime(format, milliseconds));
    if (name === 'timestamp') return new NativeFunction(name, () => float(milliseconds / 1000));
    if (name === 'isoformat')
      return new NativeFunction(name, (args) =>
        args.positional.length + args.named.size > 0
          ? new Unknown('a date in a format of its own')
          : isoText(milliseconds).slice(0, isDate ? 10 : undefined),
      );
    if (name === '__str__')
      return isoText(milliseconds)
        .slice(0, isDate ? 10 : undefined)
        .replace('T', ' ');
    if (name === '__format__')
      return new NativeFunction(name, ({ positional: [format] }) =>
        format === '' ? (made.member('__str__') ?? null) : formatTime(format, milliseconds),
      );
    if (name === 'weekday') return new NativeFunction(name, () => (date.getUTCDay() + 6) % 7);
    if (name === '+' || name === 'r+') return new NativeFunction(name, shifted(1));
    if (name === '-') return new NativeFunction(name, shifted(-1));
    if (name === 'date') return new NativeFunction(name, () => moment(Math.floor(milliseconds / DAY) * DAY, true));
    if (name === 'astimezone' || name === 'replace')
      return new NativeFunction(name, () => new Unknown('a moment in another time zone'));
    return fields[name];
  });
  made.attributes.set('moment', milliseconds);
  return made;
}

const DAY = 86_400_000;

function isoText(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString().replace('Z', '');
  return text.endsWith('.000') ? text.slice(0, -4) : `${text}000`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Python's `strftime`, in UTC. */
function formatTime(format: Data | undefined, milliseconds: number): Data {
  if (typeof format !== 'string') return new Unknown('a date in a computed format');
  const date = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const weekday = WEEKDAYS[date.getUTCDay()] ?? '';
  const hour = date.getUTCHours();
  const dayOfYear = Math.floor((milliseconds - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1;
  const fields: Readonly<Record<string, string>> = {
    Y: String(date.getUTCFullYear()),
    y: two(date.getUTCFullYear() % 100),
    m: two(date.getUTCMonth() + 1),
    d: two(date.getUTCDate()),
    H: two(hour),
    I: two(hour % 12 === 0 ? 12 : hour % 12),
    p: hour < 12 ? 'AM' : 'PM',
    M: two(date.getUTCMinutes()),
    S: two(date.getUTCSeconds()),
    f: String(date.getUTCMilliseconds() * 1000).padStart(6, '0'),
    j: String(dayOfYear).padStart(3, '0'),
    B: month,
    b: month.slice(0, 3),
    h: month.slice(0, 3),
    A: weekday,
    a: weekday.slice(0, 3),
    s: String(Math.floor(milliseconds / 1000)),
    Z: 'UTC',
    '%': '%',
  };
  const isKnown = [...format.matchAll(/%(.)/gs)].every(([, letter = '']) => Object.hasOwn(fields, letter));
  return isKnown
    ? format.replace(/%(.)/gs, (_, letter: string) => fields[letter] ?? '')
    : new Unknown('a date in a format of its own');
}

/** Milliseconds of each unit that `timedelta` takes. */
const UNITS: Readonly<Record<string, number>> = {
  days: DAY,
  seconds: 1000,
  microseconds: 0.001,
  milliseconds: 1,
  minutes: 60_000,
  hours: 3_600_000,
  weeks: 7 * DAY,
};

function spanOf(args: CallArguments): Data {
  const given = [...args.positional.map((value, index): [string, Data] => [Object.keys(UNITS)[index] ?? '', value])];
  let total = 0;
  for (const [name, value] of [...given, ...args.named]) {
    const [unit, number] = [UNITS[name], numberOf(value)];
    if (unit === undefined || number === undefined) return new Unknown('a span of time');
    total += unit * number;
  }
  return span(total);
}

function span(milliseconds: number): LibraryObject {
  const days = Math.floor(milliseconds / DAY);
  const rest = milliseconds - days * DAY;
  const combined = (sign: number) => (args: CallArguments) => {
    const [other] = args.positional;
    const more = other instanceof LibraryObject ? numberOf(other.attributes.get('milliseconds')) : undefined;
    return more === undefined ? new Unknown('a span of time') : span(milliseconds + sign * more);
  };
  const made = new LibraryObject('timedelta', (name) => {
    if (name === 'total_seconds') return new NativeFunction(name, () => float(milliseconds / 1000));
    if (name === 'days') return days;
    if (name === 'seconds') return Math.floor(rest / 1000);
    if (name === '+') return new NativeFunction(name, combined(1));
    if (name === '-') return new NativeFunction(name, combined(-1));
    return undefined;
  });
  made.attributes.set('milliseconds', milliseconds);
  return made;
}

function momentOf(value: Data | undefined, run: Run): number | undefined {
  if (value === undefined) return run.surroundings.now;
  if (value instanceof LibraryObject) return numberOf(value.attributes.get('moment'));
  const seconds = numberOf(value);
  return seconds === undefined ? undefined : seconds * 1000;
}

function datetimeClass(run: Run, isDate: boolean): LibraryObject {
  const today = (): Data =>
    isDate ? moment(Math.floor(run.surroundings.now / DAY) * DAY, true) : moment(run.surroundings.now);
  return new LibraryObject('datetime', (name) => {
    if (name === '__call__') return new NativeFunction(name, (args) => fromFields(args, isDate));
    if (['now', 'utcnow', 'today'].includes(name)) return new NativeFunction(name, today);
    if (name === 'fromtimestamp' || name === 'utcfromtimestamp')
      return new NativeFunction(name, ({ positional: [value] }) => {
        const at = momentOf(value, run);
        return at === undefined ? new Unknown('a moment') : moment(at, isDate);
      });
    if (name === 'strptime')
      return new NativeFunction(name, ({ positional: [text, format] }) => {
        const at = typeof text === 'string' && typeof format === 'string' ? parseTime(text, format) : undefined;
        return at === undefined ? new Unknown('a moment that is read from a text') : moment(at);
      });
    return undefined;
  });
}

const FIELDS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'];

function fromFields(args: CallArguments, isDate: boolean): Data {
  const numbers = FIELDS.map((name, index) => {
    const value = args.positional[index] ?? args.named.get(name);
    return value === undefined ? 0 : numberOf(value);
  });
  const [year, month, day, hour = 0, minute = 0, second = 0, micro = 0] = numbers;
  const isKnown = args.open === undefined && !numbers.includes(undefined) && args.positional.length <= FIELDS.length;
  const isPlain = [...args.named.keys()].every((name) => FIELDS.includes(name));
  if (year === undefined || month === undefined || day === undefined || !isKnown || !isPlain)
    return new Unknown('a moment');
  const at = Date.UTC(year, month - 1, day, hour, minute, second, micro / 1000);
  return year < 1000 || Number.isNaN(at) ? new Unknown('a moment') : moment(at, isDate);
}

/** What `strptime` reads, by the letter of its format. */
const READ: Readonly<Record<string, string>> = {
  Y: '\\d{4}',
  m: '\\d{1,2}',
  d: '\\d{1,2}',
  H: '\\d{1,2}',
  M: '\\d{1,2}',
  S: '\\d{1,2}',
};

function parseTime(text: string, format: string): number | undefined {
  const letters: string[] = [];
  const pattern = format.replace(/%(.)|[.*+?^${}()|[\]\\]/g, (written, letter: string | undefined) => {
    if (letter === undefined) return `\\${written}`;
    letters.push(letter);
    return `(${READ[letter] ?? '(?!)'})`;
  });
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (found === null) return undefined;
  const field = (letter: string, fallback: number): number => {
    const at = letters.indexOf(letter);
    return at < 0 ? fallback : Number(found[at + 1]);
  };
  return Date.UTC(field('Y', 1900), field('m', 1) - 1, field('d', 1), field('H', 0), field('M', 0), field('S', 0));
}

const MODULES: Readonly<Record<string, Members>> = {
  time: functionsOf({
    time: (_, run) => float(run.surroundings.now / 1000),
    gmtime: ({ positional: [value] }, run) => momentFrom(value, run),
    localtime: ({ positional: [value] }, run) => momentFrom(value, run),
    strftime: (args, run) => {
      const at = momentOf(argument(args, 1), run);
      return at === undefined ? new Unknown('a date') : formatTime(args.positional[0], at);
    },
    sleep: () => null,
    perf_counter: () => new Unknown('a time measured'),
  }),
  datetime: (name, run) => {
    if (name === 'datetime' || name === 'date') return datetimeClass(run, name === 'date');
    if (name === 'timedelta') return new NativeFunction(name, spanOf);
    return undefined;
  },
};

function momentFrom(value: Data | undefined, run: Run): Data {
  const at = momentOf(value, run);
  return at === undefined ? new Unknown('a moment') : moment(at);
}

/** `time` and `datetime`, under a clock that stands still. */
export function clockModule(path: string): Members | undefined {
  return Object.hasOwn(MODULES, path) ? MODULES[path] : undefined;
}
