import { shapeSource } from './generated/shapes.js';
import type { Shape } from './shapes.js';
import type { Violation, ViolationKind } from './violation.js';

/** What is wrong with a string: its length, the pattern, the values that there are. */
export function stringViolations(text: string, shape: Shape & { type: 'string' }, path: string): Violation[] {
  const { range, pattern, values } = shape;
  // In characters, as Python counts them.
  const length = [...text].length;
  const make = (grade: Violation['grade'], kind: ViolationKind, message: string): Violation[] => [
    { grade, kind, path, message },
  ];
  if (range.min !== undefined && length < range.min)
    return make('client', 'minimum', `${length} characters: at least ${range.min} needed`);
  if (range.max !== undefined && length > range.max)
    return make('service', 'maximum', `${length} characters: at most ${range.max} allowed`);
  if (values !== undefined && !values.includes(text)) {
    if (isInstanceTypes(shape)) return make('service', 'instance-type', instanceTypeMessage(text, values));
    return make(
      'service',
      'enum',
      `${quoted(text)} is none of the values: ${values.slice(0, 12).join(', ')}${values.length > 12 ? ' …' : ''}`,
    );
  }
  if (pattern !== undefined && !pattern.test(text))
    return make(
      'service',
      'pattern',
      `${quoted(text)} does not match ${pattern.source.slice(4, -2).replaceAll('\\/', '/')}`,
    );
  return [];
}

/** `ml.`, a family, a size: `ml.p4d.24xlarge`. */
const INSTANCE_TYPE = /^ml\.[a-z][a-z0-9-]*\.(?:nano|micro|small|medium|(?:\d*x)?large|metal(?:-\w+)?)$/;

/** Whether a text is spelt as instance types are. */
export function isInstanceType(text: string): boolean {
  return INSTANCE_TYPE.test(text);
}

function isInstanceTypes({ name, values }: Shape & { type: 'string' }): boolean {
  return name.endsWith('InstanceType') && values?.[0]?.startsWith('ml.') === true;
}

function instanceTypeMessage(text: string, values: readonly string[]): string {
  if (!isInstanceType(text)) return `${quoted(text)} is not spelt like an instance type: write one like ml.m5.xlarge`;
  const size = text.slice(text.lastIndexOf('.') + 1);
  const family = text.slice(0, -size.length);
  const sizes = values.filter((value) => value.startsWith(family)).map((value) => value.slice(family.length));
  const known = sizes.length > 0 ? `of ${family.slice(0, -1)} there are ${sizes.join(', ')}` : 'nor is its family';
  return `${text} is not on the service's list (${shapeSource}; ${known}): check that it exists for this kind of job`;
}

/** The text as a message shows it: long ones are cut. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
