import { describe } from 'vitest';
import { readPrograms, testRequests, testUnknowns } from '../../support/recorded-programs.js';

/** Programs of models, predictors, transformers, compilations and a session's own calls, in both versions. */
const programs = readPrograms(new URL('recorded.jsonl', import.meta.url));

/** What all of them start with. */
const preamble = `import sagemaker, boto3, json
from sagemaker import Session
sess = Session()
role = 'arn:aws:iam::123456789012:role/R'
image = '1.dkr.ecr.us-west-2.amazonaws.com/x:1'
`;

describe('requests are those of the SDK', () => testRequests(programs, preamble));

describe('no stated field is wrong where a literal is not known', () => testUnknowns(programs, preamble, 6));
