import { sparkmlVersion } from '../../src/rules/sparkml-version.js';
import { testRule } from '../support/rule-tester.js';

const sparkml = 'from sagemaker.sparkml import SparkMLModel\n';

testRule(sparkmlVersion, {
  unchanged: [
    { why: 'a string', code: `${sparkml}SparkMLModel(data, role, '2.4')\n` },
    { why: 'another library', code: 'from mine import SparkMLModel\nSparkMLModel(data)\n' },
    {
      why: 'v2 all over',
      code: `${sparkml}from sagemaker.inputs import TrainingInput\nSparkMLModel(TrainingInput(data))\n`,
    },
  ],
  changed: [
    {
      name: 'left out',
      before: `${sparkml}SparkMLModel(model_data="s3://b/m", role=role)\n`,
      after: `${sparkml}SparkMLModel(model_data="s3://b/m", role=role, spark_version="2.2")\n`,
    },
    {
      name: 'a number by keyword',
      before: `${sparkml}SparkMLModel(data, spark_version=2.4)\n`,
      after: `${sparkml}SparkMLModel(data, spark_version='2.4')\n`,
    },
    {
      name: 'a number in a variable',
      before: `${sparkml}version = 2.2\nSparkMLModel(data, role, version)\n`,
      after: `${sparkml}version = 2.2\nSparkMLModel(data, role, str(version))\n`,
    },
  ],
  reported: [
    { code: `${sparkml}SparkMLModel(data, role, read())\n`, line: 2, state: 'unproven', says: 'string' },
    { code: `${sparkml}SparkMLModel(data, **load())\n`, line: 2, state: 'unproven', says: "spark_version='2.2'" },
  ],
});
