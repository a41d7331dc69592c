/** A pair whose result is another here than the Python tool's test states. */
export interface Difference {
  readonly input: string;
  /** What the test states. */
  readonly output: string;
  /** What this project reports, as `state rule`. */
  readonly reports: readonly string[];
}

/** Differences with one reason. */
export interface Argued {
  /** As in the table of docs/divergences.md. */
  readonly name: string;
  /**
   * What the result has to be for the reason to hold; undefined for a pair that the reason isn't about, `any` where
   * the report alone is what matters.
   */
  readonly expects: (pair: Difference) => string | typeof any | undefined;
}

export const any = Symbol('any result');

/** v2's names of what v1 kept in `sagemaker.predictor` (spec, sections 1 and 5). */
const SERDES: Readonly<Record<string, string>> = {
  _CsvSerializer: 'serializers import CSVSerializer',
  _JsonSerializer: 'serializers import JSONSerializer',
  _CsvDeserializer: 'deserializers import CSVDeserializer',
  _JsonDeserializer: 'deserializers import JSONDeserializer',
  _NumpyDeserializer: 'deserializers import NumpyDeserializer',
  BytesDeserializer: 'deserializers import BytesDeserializer',
  StringDeserializer: 'deserializers import StringDeserializer',
  StreamDeserializer: 'deserializers import StreamDeserializer',
  csv_serializer: 'serializers import CSVSerializer',
  json_serializer: 'serializers import JSONSerializer',
  npy_serializer: 'serializers import NumpySerializer',
  csv_deserializer: 'deserializers import CSVDeserializer',
  json_deserializer: 'deserializers import JSONDeserializer',
  numpy_deserializer: 'deserializers import NumpyDeserializer',
};

const NEVER_IN_V1 =
  /_NpySerializer|sagemaker\.get_image_uri|sagemaker import get_image_uri|sagemaker\.amazon_estimator|sagemaker\.(de)?serializers/;
const IMPORT = 'from sagemaker.predictor import ';
const TENSORFLOW = /^(sagemaker\.tensorflow\.(estimator\.)?)?TensorFlow\(/;

/** Every reason, in the order in which they are tried; the first one that is about a pair has to hold. */
export const ARGUED: readonly Argued[] = [
  {
    name: 'names that v1 never had',
    expects: ({ input }) => (NEVER_IN_V1.test(input) ? input.replace('RealTimePredictor', 'Predictor') : undefined),
  },
  {
    name: '`Predictor` is v2’s own class',
    expects: ({ input }) => (input === 'Predictor()' ? input : undefined),
  },
  {
    name: 'another modifier’s work',
    expects: ({ input, output }) => {
      if (input.endsWith('serving.Model()')) return output.replace('()', "(framework_version='1.11')");
      if (input === `${IMPORT}RealTimePredictor`) return `${IMPORT}Predictor`;
      if (input.endsWith('import numpy_to_record_serializer')) return input.replace(/\w+$/, 'RecordSerializer');
      if (input === "MXNet(py_version='py3')") return "MXNet(py_version='py3', framework_version='1.2')";
      const isScript = input.includes("py_version='py3'") || input.includes('script_mode=True');
      if (!TENSORFLOW.test(input) || !(isScript || input === output)) return undefined;
      const kept = isScript ? input.replace(/(, )?script_mode=\w+/, '') : input;
      const python = kept.includes('py_version=') ? '' : "py_version='py2', ";
      return kept.replace('TensorFlow(', `TensorFlow(framework_version='1.11', ${python}`);
    },
  },
  {
    name: 'legacy TensorFlow',
    expects: ({ input, reports }) =>
      TENSORFLOW.test(input) && reports.some((each) => /^(manual|assumed) tensorflow-legacy-mode$/.test(each))
        ? any
        : undefined,
  },
  {
    name: 'TensorFlow of a version that nobody knows',
    expects: ({ input, reports }) =>
      TENSORFLOW.test(input) && input.includes('=fw_version') && reports.includes('manual framework-version-default')
        ? input
        : undefined,
  },
  {
    name: '`TensorFlowModel()` without arguments',
    expects: ({ input }) => (input.endsWith('TensorFlowModel()') ? input : undefined),
  },
  {
    name: 'versions as v1 spelt them',
    expects: ({ input, output }) =>
      /\b(TensorFlow|MXNet|MXNetModel|PyTorch|PyTorchModel)\(/.test(input) && !input.includes('framework_version')
        ? output.replace(/'(1\.11|1\.2|0\.4)\.0'/, "'$1'")
        : undefined,
  },
  {
    name: '`SKLearn` is py3 by itself',
    expects: ({ input, output }) => (/\bSKLearn\(/.test(input) ? output.replace(", py_version='py3'", '') : undefined),
  },
  {
    name: '`get_image_uri` without a version is version 1',
    expects: ({ input, output }) =>
      input.endsWith("get_image_uri('us-west-2', 'xgboost')") ? output.replace(/\)$/, ", '1')") : undefined,
  },
  {
    name: 'an import that nothing uses',
    expects: ({ input }) => (input === 'from sagemaker.amazon.amazon_estimator import get_image_uri' ? '' : undefined),
  },
  {
    name: '`create_model(serializer=)`',
    expects: ({ input, reports }) =>
      input.startsWith('estimator.create_model(') && reports.includes('manual create-model-serializer')
        ? input
        : undefined,
  },
  {
    name: 'keywords in place of a new order',
    expects: ({ input, output }) => {
      if (input.endsWith("repo_version='1')")) return output.replace("'1'", "version='1'");
      const call = /^(model_config\w*)\(([\w.'-]+), ([\w.'-]+)(.*)\)$/.exec(input);
      if (call === null) return undefined;
      const [, callee = '', type = '', object = '', rest = ''] = call;
      const second = callee === 'model_config' ? 'model' : 'estimator';
      const named = rest.replace(/(?<=, )(\w+)(?=,|$)/g, '$1=$1');
      return `${callee}(instance_type=${type}, ${second}=${object}${named})`;
    },
  },
  {
    name: '`StringDeserializer` asks for no content type',
    expects: ({ input, output }) =>
      input.endsWith('StringDeserializer()') ? respelt(input, output).replace('()', "(accept='*/*')") : undefined,
  },
  {
    name: 'the same class by another path',
    expects: ({ input, output, reports }) => {
      // The comparison leaves added imports out: without a report there is none.
      if (reports.length === 0) return undefined;
      const serde = input.startsWith(IMPORT) && output === '' ? SERDES[input.slice(IMPORT.length)] : undefined;
      if (serde !== undefined) return `from sagemaker.${serde}`;
      const expected = respelt(input, output);
      return expected === output ? undefined : expected;
    },
  },
];

/** The class where this project takes it from: qualified where the name was, else imported from its own module. */
function respelt(input: string, output: string): string {
  if (input === "sagemaker.s3_input(s3_data='s3://a')") return output.replace('.', '.inputs.');
  const names = /(?<![.\w])(serializers|deserializers|inputs)\.(?=[A-Z])/g;
  if (input.startsWith('sagemaker.')) return output.replace(names, 'sagemaker.$&');
  return output
    .replace('from sagemaker import serializers', 'from sagemaker.serializers import CSVSerializer')
    .replace(names, '');
}
