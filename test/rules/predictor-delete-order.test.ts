import { expect, it } from 'vitest';
import { predictorDeleteOrder } from '../../src/rules/predictor-delete-order.js';
import { runCells, testRule } from '../support/rule-tester.js';

testRule(predictorDeleteOrder, {
  unchanged: [
    { why: 'the right order', code: 'predictor.delete_model()\npredictor.delete_endpoint()\n' },
    { why: 'two predictors', code: 'predictor.delete_endpoint()\nother_predictor.delete_model()\n' },
    { why: 'another library', code: 'import mine\nx = mine.thing()\nx.delete_endpoint()\nx.delete_model()\n' },
  ],
  changed: [
    {
      name: 'with an argument and comments',
      before: 'predictor.delete_endpoint(delete_endpoint_config=False)  # first\npredictor.delete_model()  # then\n',
      after: 'predictor.delete_model()  # first\npredictor.delete_endpoint(delete_endpoint_config=False)  # then\n',
    },
    {
      name: 'on one line',
      before: 'predictor.delete_endpoint(); predictor.delete_model()\n',
      after: 'predictor.delete_model(); predictor.delete_endpoint()\n',
    },
  ],
  reported: [
    {
      code: 'predictor.delete_endpoint()\nprint("gone")\npredictor.delete_model()\n',
      line: 3,
      state: 'manual',
      says: 'first',
    },
  ],
});

it('swaps the last statement of a cell and the first of the next', () => {
  expect(runCells(['x = 1\npredictor.delete_endpoint()', '# nothing', 'predictor.delete_model()']).after).toBe(
    'x = 1\npredictor.delete_model()\n# nothing\npredictor.delete_endpoint()',
  );
  const apart = ['predictor.delete_endpoint()', 'print(1)', 'predictor.delete_model()'];
  expect(runCells(apart).after).toBe(apart.join('\n'));
});
