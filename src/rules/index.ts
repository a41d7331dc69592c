import type { Rule } from './rule.js';
import { s3Input } from './s3-input.js';
import { trainPrefixedParams } from './train-prefixed-params.js';

/** Every rule, in the order in which they are asked: where two findings collide, the earlier rule's fix stays. */
export const rules: readonly Rule[] = [s3Input, trainPrefixedParams];
