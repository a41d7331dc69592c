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
    microsecond: microsecondsOf(milliseconds),
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
    if (name === 'isoweekday') return new NativeFunction(name, () => ((date.getUTCDay() + 6) % 7) + 1);
    if (name === 'replace')
      return new NativeFunction(name, ({ positional, named, open }) =>
        positional.length > 0
          ? new Unknown('a moment')
          : fromFields({ positional, named: new Map([...Object.entries(fields), ...named]), open }, isDate),
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
    if (name === 'time') return new NativeFunction(name, () => timeOfDay(milliseconds));
    if (name === 'astimezone') return new NativeFunction(name, () => new Unknown('a moment in another time zone'));
    return fields[name];
  });
  made.attributes.set('moment', milliseconds);
  return made;
}

const DAY = 86_400_000;

function microsecondsOf(milliseconds: number): number {
  return Math.round((milliseconds - Math.floor(milliseconds / 1000) * 1000) * 1000);
}

function isoText(milliseconds: number): string {
  const micro = microsecondsOf(milliseconds);
  const text = new Date(milliseconds).toISOString().slice(0, 19);
  return micro === 0 ? text : `${text}.${String(micro).padStart(6, '0')}`;
}

/** `datetime.time()`: only what it says. */
function timeOfDay(milliseconds: number): LibraryObject {
  const text = isoText(milliseconds).slice(11);
  return new LibraryObject('time', (name) => {
    if (name === '__str__') return text;
    return name === 'isoformat' ? new NativeFunction(name, () => text) : undefined;
  });
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
    f: String(microsecondsOf(milliseconds)).padStart(6, '0'),
    F: `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`,
    T: `${two(hour)}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`,
    u: String(((date.getUTCDay() + 6) % 7) + 1),
    w: String(date.getUTCDay()),
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
  // `%-d` is without the zeros in front.
  const isKnown = [...format.matchAll(/%-?(.)/gs)].every(([, letter = '']) => Object.hasOwn(fields, letter));
  return isKnown
    ? format.replace(/%(-?)(.)/gs, (_, bare: string, letter: string) => {
        const field = fields[letter] ?? '';
        return bare === '' ? field : field.replace(/^0+(?=\d)/, '');
      })
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
    if (name === '__str__') return spanText(days, rest);
    if (name === '*' || name === 'r*')
      return new NativeFunction(name, ({ positional: [by] }) => {
        const factor = numberOf(by);
        return factor === undefined ? new Unknown('a span of time') : span(milliseconds * factor);
      });
    if (name === '/')
      return new NativeFunction(name, ({ positional: [by] }) => {
        const other = by instanceof LibraryObject ? numberOf(by.attributes.get('milliseconds')) : undefined;
        if (other !== undefined && other !== 0) return float(milliseconds / other);
        const factor = numberOf(by);
        return factor === undefined || factor === 0 ? new Unknown('a span of time') : span(milliseconds / factor);
      });
    if (name === '+') return new NativeFunction(name, combined(1));
    if (name === '-') return new NativeFunction(name, combined(-1));
    return undefined;
  });
  made.attributes.set('milliseconds', milliseconds);
  return made;
}

/** Python's text of a span: `1 day, 2:03:04`. */
function spanText(days: number, rest: number): string {
  const seconds = Math.floor(rest / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const micro = microsecondsOf(rest);
  const time = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const fraction = micro === 0 ? '' : `.${String(micro).padStart(6, '0')}`;
  return `${days === 0 ? '' : `${days} day${Math.abs(days) === 1 ? '' : 's'}, `}${time}${fraction}`;
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
    if (name === 'fromisoformat')
      return new NativeFunction(name, ({ positional: [text] }) => {
        const isPlain = typeof text === 'string' && /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?$/.test(text);
        const at = isPlain ? Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? 'Z' : ''}`) : Number.NaN;
        return Number.isNaN(at) ? new Unknown('a moment that is read from a text') : moment(at, isDate);
      });
    if (name === 'strftime')
      return new NativeFunction(name, ({ positional: [at, format] }) => {
        const then = at instanceof LibraryObject ? numberOf(at.attributes.get('moment')) : undefined;
        return then === undefined ? new Unknown('a date') : formatTime(format, then);
      });
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
  const at = Date.UTC(year, month - 1, day, hour, minute, second) + micro / 1000;
  return year < 1000 || Number.isNaN(at) ? new Unknown('a moment') : moment(at, isDate);
}

/** What `strptime` reads, by the letter of its format. */
const READ: Readonly<Record<string, string>> = {
  Y: '\\d{4}',
  y: '\\d{2}',
  m: '\\d{1,2}',
  d: '\\d{1,2}',
  H: '\\d{1,2}',
  M: '\\d{1,2}',
  S: '\\d{1,2}',
};

/** Characters of a format that is understood. */
const MOST_CHARACTERS = 200;

function parseTime(text: string, format: string): number | undefined {
  // A pattern is made of it.
  if (format.length > MOST_CHARACTERS) return undefined;
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
  const short = field('y', 0);
  const year = letters.includes('y') ? short + (short < 69 ? 2000 : 1900) : field('Y', 1900);
  return Date.UTC(year, field('m', 1) - 1, field('d', 1), field('H', 0), field('M', 0), field('S', 0));
}

/** UTC: the zone of the clock. */
const ZONE = new LibraryObject('time zone', () => undefined);

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
    time_ns: (_, run) => new Unknown(`the time in nanoseconds, ${run.surroundings.now} milliseconds`),
    ctime: () => new Unknown('a date in a format of its own'),
    perf_counter: () => new Unknown('a time measured'),
  }),
  datetime: (name, run) => {
    if (name === 'datetime' || name === 'date') return datetimeClass(run, name === 'date');
    if (name === 'timedelta') return new NativeFunction(name, spanOf);
    if (name === 'timezone' || name === 'UTC')
      return new LibraryObject('time zone', (member) => (member === 'utc' ? ZONE : undefined));
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
