import { describe, expect, it } from 'vitest';
import { mentionsSdk } from '../../src/engine/mentions.js';
import { runRules } from '../../src/engine/run-rules.js';
import { parsePython } from '../../src/python/parser.js';
import { rules } from '../../src/rules/index.js';
import { evaluateProgram } from '../../src/semantic/program.js';
import { pythonSource } from '../../src/text/source.js';
import { pythonFixtures } from '../support/fixtures.js';

const mentions = (code: string): boolean => mentionsSdk(pythonSource('input.py', code));

it.each([
  'import sagemaker',
  'import sagemaker as sm',
  'import os, sagemaker as sm',
  'import os,sagemaker',
  'import \\\n    sagemaker\n',
  'from sagemaker import s3_input',
  'from\tsagemaker.pytorch import PyTorch',
  'if x: import sagemaker; y = 1',
  'sagemaker.s3_input(1)',
  'mock.patch("sagemaker.predictor.RealTimePredictor")',
  'sagemaker==1.72.0',
  'subprocess.run("pip install sagemaker[local]")',
  'estimator.train_image()',
  'self.predictor.content_type = "text/csv"',
  'my_tuner.fit(x)',
  'transformer.transform(x)',
])('%s may be SDK code', (code) => {
  expect(mentions(code)).toBe(true);
});

it.each([
  '',
  'import os\nprint(os.environ)\n',
  'import sagemaker_containers\n',
  'import boto3\nboto3.client("sagemaker")\n',
  'path = "/opt/ml/sagemaker-data"\n',
  'from mysagemaker import x\n',
])('%j is not', (code) => {
  expect(mentions(code)).toBe(false);
});

describe('no file is skipped in which a rule finds something', () => {
  const programs = [
    ...rules.flatMap(({ docs }) => docs.examples.filter(({ file }) => file === undefined)),
    ...pythonFixtures(),
  ].map(({ before }) => before);
  // Of a piece, what says "print 'x'" alone is no business of ours: rules that look at the whole program stay out.
  const ofPlaces = rules.map(({ program: _, ...rest }) => rest);

  it.each([
    ['whole', programs, rules],
    ['in pieces', programs.flatMap((code) => code.split(/\n+(?=\S)/)), ofPlaces],
  ])('%s', (_, texts, asked) => {
    const missed = [...new Set(texts)].filter((code) => {
      if (mentions(code)) return false;
      const source = pythonSource('input.py', code);
      return runRules(evaluateProgram(source, parsePython(code, source.chunks)), asked).some(
        (finding) => finding.edits !== undefined,
      );
    });
    expect(missed).toEqual([]);
  });
});
