/** What a mutation draws its choices from: integers that fast-check shrinks towards 0. */
export interface Dice {
  /** An integer from 0 to `size` - 1; 0 for an empty range. */
  below(size: number): number;
  /** One of the values, of which there is at least one. */
  of<T>(values: readonly T[]): T;
  /** The text of another program. */
  otherProgram(): string;
}

/** Changes a program text in one way. */
export type TextMutation = (text: string, dice: Dice) => string;

/** Whether a random generator made these integers or a person: the same integers give the same choices. */
export function createDice(numbers: readonly number[], programs: readonly string[]): Dice {
  let next = 0;
  const below = (size: number): number => {
    const number = numbers[next % Math.max(1, numbers.length)] ?? 0;
    next += 1;
    return size < 1 ? 0 : number % size;
  };
  return {
    below,
    of(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('nothing to choose from');
      return value;
    },
    otherProgram: () => programs[below(programs.length)] ?? '',
  };
}

const ODD_CHARACTERS = [
  ...'\0\r\n\t\f\v\\\u00a0\u2028\u0085\ufeff\u200bé日🎉\u{10ffff}ſ\u0301`?$!%;@~',
  '\ud800',
  '\udc00',
  '\r\n',
  '\\\n',
];
const BRACKETS_AND_QUOTES = `( ) [ ] { } ' " """ ''' f" f'{ r" b" \\" # : , = * ** .`.split(' ');
const WORDS = `
sagemaker|None|lambda: |await |not |in |is |if | else | for x in y|yield |del |1|"s3://b"|self|*args|**kwargs|*[1, 2]
train_instance_type|train_instance_count|image_name|image_uri|instance_type|session|endpoint|content_type|Estimator|role
serializer|deserializer|csv_serializer|s3_input|RealTimePredictor|get_image_uri|est|predictor|predictor.endpoint
**{"train_max_run": 1}|**dict(train_max_run=1)|__version__|sagemaker.session|(x := 1)|f"{est}"|print "x"`
  .trim()
  .split(/[|\n]/);
const LINES = `
import sagemaker|import sagemaker as sm|from sagemaker import *|from sagemaker.session import s3_input as s3|sage = sagemaker
from sagemaker.predictor import (csv_serializer,\n    json_serializer)|sagemaker = boto3.client("sagemaker")|global est|del sagemaker
def f(est=est):|class A(sagemaker.estimator.Estimator):|try:|except ImportError:|finally:|else:|if True:|@property|return est|"""
<<<<<<< HEAD|=======|>>>>>>> main|print "x"|x = # fill in|pass|with open(x) as est:|exec "x" in d|raise E, "x"|\f
est = est2 = None|predictor.endpoint = predictor.serializer = None|for est in (a, b):|est, p = p, est|p = p.endpoint
match est:\n    case 1: pass|import sagemaker.fw_registry, os|predictor.content_type = "a/b"|async def g(): await est`
  .trim()
  .split(/\||\n(?! )/);

/** Every mutation of a program text. */
export const textMutations: readonly TextMutation[] = [
  (text, dice) => text.slice(0, dice.below(text.length)),
  ...onLines(),
  ...onTokens(),
  (text, dice) => text.slice(dice.below(text.length)),
  (text, dice) => insert(text, dice, dice.of(ODD_CHARACTERS)),
  (text, dice) => insert(text, dice, dice.of(BRACKETS_AND_QUOTES)),
  (text, dice) => insert(text, dice, String.fromCharCode(dice.below(0x10000))),
  (text, dice) => {
    const at = dice.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + dice.below(3));
  },
  (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  (text, dice) => replaceNth(text, /\n/g, dice, () => '\r\n'),
  (text) => text.replaceAll(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4)),
  (text, dice) => replaceNth(text, /^ +/gm, dice, () => dice.of(['\t', ' ', '   ', '        ', ' \t', '\f    '])),
  (text) => text.trimEnd(),
  (text, dice) =>
    dice.of(['def main():\n', 'if x:\n', 'try:\n', 'class A:\n', 'while 1:\n']) + text.replaceAll(/^(?=.)/gm, '    '),
  (text, dice) => `${text}\n${dice.otherProgram()}`,
  (text, dice) => `${dice.otherProgram().trimEnd()}; ${text}`,
  renameIdentifier,
  joinLines,
];

function onLines(): TextMutation[] {
  const withLines = (change: (lines: string[], at: number, dice: Dice) => void): TextMutation => {
    return (text, dice) => {
      const lines = text.split('\n');
      change(lines, dice.below(lines.length), dice);
      return lines.join('\n');
    };
  };
  return [
    withLines((lines, at) => lines.splice(at, 1)),
    withLines((lines, at, dice) => lines.splice(at, 1 + dice.below(6))),
    withLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
    withLines((lines, at, dice) => {
      const other = dice.below(lines.length);
      [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
    }),
    withLines((lines, at, dice) => {
      const foreign = dice.otherProgram().split('\n');
      const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
      lines.splice(at, 0, indent + (foreign[dice.below(foreign.length)] ?? '').trimStart());
    }),
    withLines((lines, at, dice) => {
      const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
      lines.splice(at, 0, indent + dice.of(LINES));
    }),
    withLines((lines, at, dice) => {
      for (let i = at; i < at + 1 + dice.below(5) && i < lines.length; i += 1) lines[i] = `    ${lines[i]}`;
    }),
    withLines((lines, at) => lines.splice(at, 1, (lines[at] ?? '').trimStart())),
    withLines((lines, at) => lines.splice(at, 1, `# ${lines[at]}`)),
    withLines((lines, at, dice) =>
      lines.splice(at, 1, `${lines[at]}${dice.of(['  # why', ';', ' \\', ' ', '; x = 1', ',', ' if x else None'])}`),
    ),
  ];
}

/** Identifiers, numbers, strings on one line, line ends, blanks, and other characters one by one. */
const TOKEN = /[\p{L}_][\p{L}\p{N}_]*|\d[\d._]*|"[^"\n]*"|'[^'\n]*'|\s+|[\s\S]/gu;

function onTokens(): TextMutation[] {
  const withTokens = (change: (tokens: string[], at: number, dice: Dice) => void): TextMutation => {
    return (text, dice) => {
      const tokens = text.match(TOKEN) ?? [];
      change(tokens, dice.below(tokens.length), dice);
      return tokens.join('');
    };
  };
  return [
    withTokens((tokens, at) => tokens.splice(at, 1)),
    withTokens((tokens, at) => tokens.splice(at, 0, tokens[at] ?? '')),
    withTokens((tokens, at, dice) => {
      const other = dice.below(tokens.length);
      [tokens[at], tokens[other]] = [tokens[other] ?? '', tokens[at] ?? ''];
    }),
    withTokens((tokens, at, dice) => tokens.splice(at, 1, dice.of(WORDS))),
    withTokens((tokens, at, dice) => tokens.splice(at, 0, dice.of(WORDS))),
    withTokens((tokens, at, dice) => tokens.splice(at, 0, dice.of(['(', ' ', '\n', '  # c\n', '\\\n', ', ', ' = ']))),
  ];
}

function insert(text: string, dice: Dice, piece: string): string {
  const at = dice.below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

function replaceNth(text: string, pattern: RegExp, dice: Dice, replace: () => string): string {
  const places = [...text.matchAll(pattern)];
  const place = places[dice.below(places.length)];
  return place === undefined
    ? text
    : text.slice(0, place.index) + replace() + text.slice(place.index + place[0].length);
}

/** Gives all uses of one name another one of the program: shadowing and rebinding. */
function renameIdentifier(text: string, dice: Dice): string {
  const names = [...new Set(text.match(/\b[A-Za-z_]\w*\b/g) ?? [])];
  const from = names[dice.below(names.length)];
  const to = names[dice.below(names.length)];
  return from === undefined || to === undefined ? text : text.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to);
}

function joinLines(text: string, dice: Dice): string {
  return replaceNth(text, /\n[ \t]*/g, dice, () => dice.of(['', ' ', '; ', '\\\n']));
}
