import { type Data, float, numberOf, Unknown } from '../../../data/value.js';
import { argument, type CallArguments, LibraryObject, NativeFunction, type Run } from '../state.js';
import type { Members } from './index.js';
import { functionsOf } from './standard.js';

/** A moment in UTC: what `time` and `datetime` show of the clock that stands still. */
function moment(milliseconds: number): LibraryObject {
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
      const span = other instanceof LibraryObject ? numberOf(other.attributes.get('milliseconds')) : undefined;
      return span === undefined ? new Unknown('the time between two moments') : moment(milliseconds + sign * span);
    };
  const made = new LibraryObject('datetime', (name) => {
    if (name === 'strftime')
      return new NativeFunction(name, ({ positional: [format] }) => formatTime(format, milliseconds));
    if (name === 'timestamp') return new NativeFunction(name, () => float(milliseconds / 1000));
    if (name === 'isoformat')
      return new NativeFunction(name, (args) =>
        args.positional.length + args.named.size > 0
          ? new Unknown('a date in a format of its own')
          : isoText(milliseconds),
      );
    if (name === '__str__') return isoText(milliseconds).replace('T', ' ');
    if (name === '+' || name === 'r+') return new NativeFunction(name, shifted(1));
    if (name === '-') return new NativeFunction(name, shifted(-1));
    if (name === 'date') return new NativeFunction(name, () => moment(milliseconds - (milliseconds % DAY)));
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

function span(args: CallArguments): Data {
  const units: Readonly<Record<string, number>> = {
    days: DAY,
    hours: 3_600_000,
    minutes: 60_000,
    seconds: 1000,
    milliseconds: 1,
    weeks: 7 * DAY,
  };
  let total = (numberOf(args.positional[0]) ?? 0) * DAY;
  for (const [name, value] of args.named) {
    const [unit, number] = [units[name], numberOf(value)];
    if (unit === undefined || number === undefined) return new Unknown('a span of time');
    total += unit * number;
  }
  const made = new LibraryObject('timedelta', (name) =>
    name === 'total_seconds' ? new NativeFunction(name, () => float(total / 1000)) : undefined,
  );
  made.attributes.set('milliseconds', total);
  return made;
}

function momentOf(value: Data | undefined, run: Run): number | undefined {
  if (value === undefined) return run.surroundings.now;
  if (value instanceof LibraryObject) return numberOf(value.attributes.get('moment'));
  const seconds = numberOf(value);
  return seconds === undefined ? undefined : seconds * 1000;
}

const now = (_: CallArguments, run: Run): Data => moment(run.surroundings.now);

function datetimeClass(run: Run): LibraryObject {
  return new LibraryObject('datetime', (name) => {
    if (['now', 'utcnow', 'today'].includes(name)) return new NativeFunction(name, (args) => now(args, run));
    if (name === 'fromtimestamp' || name === 'utcfromtimestamp')
      return new NativeFunction(name, ({ positional: [value] }) => {
        const at = momentOf(value, run);
        return at === undefined ? new Unknown('a moment') : moment(at);
      });
    return undefined;
  });
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
    if (name === 'datetime' || name === 'date') return datetimeClass(run);
    if (name === 'timedelta') return new NativeFunction(name, span);
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
