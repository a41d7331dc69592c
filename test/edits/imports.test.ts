import { describe, expect, it } from 'vitest';
import { run, runCells } from '../support/rule-tester.js';

const cases: readonly { readonly name: string; readonly before: string; readonly after: string }[] = [
  {
    name: 'a list in parentheses keeps its comments',
    before:
      'from sagemaker.session import (\n    Session,  # the session\n    s3_input,  # inputs\n)\nx = s3_input(1)\n',
    after:
      'from sagemaker.session import (\n    Session,  # the session\n    # inputs\n)\nfrom sagemaker.inputs import TrainingInput\nx = TrainingInput(1)\n',
  },
  {
    name: 'the last name without a comma after it',
    before:
      'from sagemaker.session import (\n    Session,\n    get_execution_role,\n    s3_input\n)\nx = s3_input(1)\n',
    after:
      'from sagemaker.session import (\n    Session,\n    get_execution_role\n)\nfrom sagemaker.inputs import TrainingInput\nx = TrainingInput(1)\n',
  },
  {
    name: 'the whole list goes, its comments stay',
    before:
      'from sagemaker.session import (  # noqa\n    s3_input,  # inputs\n    ShuffleConfig,\n)\nx = s3_input(1, ShuffleConfig(1))\n',
    after:
      '# noqa\n# inputs\nfrom sagemaker.inputs import ShuffleConfig, TrainingInput\nx = TrainingInput(1, ShuffleConfig(1))\n',
  },
  {
    name: 'continued lines',
    before:
      'from sagemaker.session import Session, \\\n    s3_input\nfrom sagemaker.amazon.amazon_estimator \\\n    import get_image_uri\nx = s3_input(get_image_uri(r, \\\n                           "pca"))\n',
    after:
      'from sagemaker.session import Session\nfrom sagemaker.inputs import TrainingInput\nfrom sagemaker import image_uris\nx = TrainingInput(image_uris.retrieve("pca", \\\n                           r,\n                           "1"))\n',
  },
  {
    name: 'several statements on a line',
    before: 'import os; from sagemaker.session import s3_input; print(s3_input(1))\n',
    after: 'import os; from sagemaker.inputs import TrainingInput; print(TrainingInput(1))\n',
  },
  {
    name: 'several modules in a statement',
    before: 'import os, sagemaker, sagemaker.fw_registry\nx = sagemaker.fw_registry.registry(r, "xgboost")\n',
    after: 'import os, sagemaker\nx = sagemaker.image_uris.retrieve("xgboost", r, "0.90-1").split("/")[0]\n',
  },
  {
    name: 'a module that is gone leaves its package bound',
    before: 'import sagemaker.fw_registry\nx = sagemaker.fw_registry.registry(r, "xgboost")\n',
    after: 'import sagemaker\nx = sagemaker.image_uris.retrieve("xgboost", r, "0.90-1").split("/")[0]\n',
  },
  {
    name: 'a suite on one line',
    before: 'if r: from sagemaker.session import s3_input\nx = s3_input(1)\n',
    after: 'if r: from sagemaker.inputs import TrainingInput\nx = TrainingInput(1)\n',
  },
  {
    name: 'the only statement of a block',
    before:
      'def load():\n    from sagemaker.content_types import CONTENT_TYPE_CSV  # one\n\n\nclass A:\n    from sagemaker.session import s3_input\n    x = s3_input(1)\n',
    after:
      'def load():\n    pass  # one\n\n\nclass A:\n    from sagemaker.inputs import TrainingInput\n    x = TrainingInput(1)\n',
  },
  {
    name: 'one import in each function that has one',
    before:
      'def f():\n    from sagemaker.session import s3_input\n    return s3_input(1)\n\n\ndef g():\n    from sagemaker.session import Session, s3_input\n    return s3_input(1)\n',
    after:
      'def f():\n    from sagemaker.inputs import TrainingInput\n    return TrainingInput(1)\n\n\ndef g():\n    from sagemaker.session import Session\n    from sagemaker.inputs import TrainingInput\n    return TrainingInput(1)\n',
  },
  {
    name: 'both arms of a branch that import it',
    before:
      'if r:\n    from sagemaker.session import s3_input\nelse:\n    from sagemaker.inputs import s3_input\nx = s3_input(1)\n',
    after:
      'if r:\n    from sagemaker.inputs import TrainingInput\nelse:\n    from sagemaker.inputs import TrainingInput\nx = TrainingInput(1)\n',
  },
  {
    name: 'a try that has something else to fall back on',
    before:
      'try:\n    from sagemaker.session import s3_input  # old\nexcept ImportError:\n    raise SystemExit\nx = s3_input(1)\n',
    after:
      'try:\n    from sagemaker.inputs import TrainingInput  # old\nexcept ImportError:\n    raise SystemExit\nx = TrainingInput(1)\n',
  },
  {
    name: 'the new name is imported already',
    before: 'from sagemaker.inputs import TrainingInput\nfrom sagemaker.session import s3_input\nx = s3_input(1)\n',
    after: 'from sagemaker.inputs import TrainingInput\nx = TrainingInput(1)\n',
  },
  {
    name: 'a statement of the module takes the name',
    before:
      'from sagemaker.inputs import FileSystemInput\nfrom sagemaker.session import Session, s3_input\nx = s3_input(1)\n',
    after:
      'from sagemaker.inputs import FileSystemInput, TrainingInput\nfrom sagemaker.session import Session\nx = TrainingInput(1)\n',
  },
  {
    name: 'below the docstring and the future',
    before: '"""Doc."""\nfrom __future__ import print_function\nfrom sagemaker.session import *\nx = s3_input(1)\n',
    after:
      '"""Doc."""\nfrom __future__ import print_function\nfrom sagemaker.session import *\nfrom sagemaker.inputs import TrainingInput\nx = TrainingInput(1)\n',
  },
  {
    name: 'an import that nobody here uses is there for readers of the module',
    before: 'from sagemaker.session import s3_input  # noqa: F401\nfrom sagemaker.predictor import name_from_base\n',
    after: 'from sagemaker.inputs import TrainingInput  # noqa: F401\nfrom sagemaker.utils import name_from_base\n',
  },
  {
    name: 'an exported name stays',
    before: "__all__ = ['s3_input']\nfrom sagemaker.session import s3_input\n",
    after: "__all__ = ['s3_input']\nfrom sagemaker.inputs import TrainingInput as s3_input\n",
  },
  {
    name: 'a name that is deleted stays',
    before: 'from sagemaker.session import s3_input\nx = s3_input(1)\ndel s3_input\n',
    after: 'from sagemaker.inputs import TrainingInput as s3_input\nx = s3_input(1)\ndel s3_input\n',
  },
  {
    name: 'a name that a function rebinds stays',
    before:
      'from sagemaker.session import s3_input\n\n\ndef f():\n    global s3_input\n    s3_input = None\n\n\nx = s3_input(1)\n',
    after:
      'from sagemaker.inputs import TrainingInput as s3_input\n\n\ndef f():\n    global s3_input\n    s3_input = None\n\n\nx = s3_input(1)\n',
  },
  {
    name: 'a name in a statement that does not parse stays',
    before: 'from sagemaker.session import s3_input\ny = = s3_input(1)\nx = s3_input(1)\n',
    after: 'from sagemaker.inputs import TrainingInput as s3_input\ny = = s3_input(1)\nx = s3_input(1)\n',
  },
  {
    name: 'a name in an annotation that is a string stays',
    before: "from sagemaker.session import s3_input\ndef f(x: 'List[s3_input]'):\n    return s3_input(x)\n",
    after:
      "from sagemaker.inputs import TrainingInput as s3_input\ndef f(x: 'List[s3_input]'):\n    return s3_input(x)\n",
  },
  {
    name: 'the same name in another function is another variable',
    before:
      'from sagemaker.session import s3_input\n\n\ndef f():\n    s3_input = 3\n    return s3_input\n\n\nx = s3_input(1), lambda s3_input: s3_input\n',
    after:
      'from sagemaker.inputs import TrainingInput\n\n\ndef f():\n    s3_input = 3\n    return s3_input\n\n\nx = TrainingInput(1), lambda s3_input: s3_input\n',
  },
  {
    name: 'an import stays while something needs it',
    before:
      'from sagemaker.amazon.amazon_estimator import get_image_uri\na = get_image_uri(*args)\nb = get_image_uri(r, "pca")\n',
    after:
      'from sagemaker.amazon.amazon_estimator import get_image_uri\nfrom sagemaker import image_uris\na = get_image_uri(*args)\nb = image_uris.retrieve("pca", r, "1")\n',
  },
  {
    name: 'new names of one module come together, for whichever rule they are',
    before:
      'from sagemaker.predictor import RealTimePredictor, json_serializer\nfrom sagemaker.session import Session\nx = RealTimePredictor("e", serializer=json_serializer)\ny = RealTimePredictor("e", content_type="image/png")\n',
    after:
      'from sagemaker.predictor import Predictor\nfrom sagemaker.serializers import IdentitySerializer, JSONSerializer\nfrom sagemaker.session import Session\nx = Predictor("e", serializer=JSONSerializer())\ny = Predictor("e", serializer=IdentitySerializer(content_type="image/png"))\n',
  },
  {
    name: 'one statement for one module, where two stood for two',
    before:
      'def f(r):\n    from sagemaker.amazon.amazon_estimator import get_image_uri\n    from sagemaker import s3_input\n    return s3_input(get_image_uri(r, "pca"))\n',
    after:
      'def f(r):\n    from sagemaker import TrainingInput, image_uris\n    return TrainingInput(image_uris.retrieve("pca", r, "1"))\n',
  },
  {
    name: 'modules through which nothing is named any more go',
    before:
      'import sagemaker.session as s\nfrom sagemaker import session, tuner\nfrom sagemaker.amazon import amazon_estimator as ae\nx = session.s3_input(ae.get_image_uri(r, "pca"), shuffle_config=s.ShuffleConfig(1))\n',
    after:
      'from sagemaker.inputs import ShuffleConfig, TrainingInput\nfrom sagemaker import image_uris, tuner\nx = TrainingInput(image_uris.retrieve("pca", r, "1"), shuffle_config=ShuffleConfig(1))\n',
  },
  {
    name: 'modules that something else still names stay',
    before:
      'import sagemaker.session as s\nfrom sagemaker import fw_utils\n__all__ = ["fw_utils"]\nx = s.s3_input(1, shuffle_config=s.unknown)\ny = fw_utils.parse_s3_url(u)\n',
    after:
      'import sagemaker.session as s\nfrom sagemaker.inputs import TrainingInput\nfrom sagemaker import fw_utils\nfrom sagemaker.s3 import parse_s3_url\n__all__ = ["fw_utils"]\nx = TrainingInput(1, shuffle_config=s.unknown)\ny = parse_s3_url(u)\n',
  },
];

describe('imports', () => {
  it.each(cases)('$name', ({ before, after }) => {
    expect(run(before).after).toBe(after);
    expect(run(after).after).toBe(after);
    expect(run(before.replaceAll('\n', '\r\n')).after).toBe(after.replaceAll('\n', '\r\n'));
    expect(runCells([before]).after).toBe(after);
  });

  it('serves later cells from the cell of the import', () => {
    const cells = [
      'import boto3',
      'from sagemaker.session import s3_input',
      'x = s3_input(1)',
      'from sagemaker.session import s3_input\ny = s3_input(2)',
    ];
    expect(runCells(cells).after).toBe(
      'import boto3\nfrom sagemaker.inputs import TrainingInput\nx = TrainingInput(1)\ny = TrainingInput(2)',
    );
  });
});
