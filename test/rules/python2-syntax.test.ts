import { python2Syntax } from '../../src/rules/python2-syntax.js';
import { testRule } from '../support/rule-tester.js';

testRule(python2Syntax, {
  unchanged: [
    { why: 'print is a function', code: "import sagemaker\nprint('a')\nprint ('a'), b\nprint\n" },
    {
      why: 'forms of Python 3',
      code: "import sagemaker\ntry:\n    f(0o777, 00, 0)\nexcept (A, B) as e:\n    raise X('y') from e\n",
    },
    { why: 'in a string', code: 'import sagemaker\n"print 1"\n' },
    { why: 'a program without the SDK', code: "print 'hello'\n" },
  ],
  changed: [],
  reported: [
    { code: "import sagemaker\nx = 1\nprint 'a', x\nprint 'b'\n", line: 3, state: 'manual', says: "print('a', x)" },
    { code: 'import sagemaker\nprint >>log, x\n', line: 2, state: 'manual', says: 'print(x, file=log)' },
    {
      code: 'import sagemaker\ntry:\n    f()\nexcept ValueError, e:\n    pass\n',
      line: 4,
      state: 'manual',
      says: 'except X, e',
    },
    { code: 'import sagemaker\nx = `y`\n', line: 2, state: 'manual' },
    { code: 'import sagemaker\nx = 0777\n', line: 2, state: 'manual', says: '0777' },
  ],
});
