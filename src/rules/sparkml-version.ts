import { appendArgument, replace } from '../edits/builders.js';
import { calleeOf } from '../python/arguments.js';
import { alternatives } from '../semantic/values.js';
import { manual, type Rule } from './rule.js';
import { constructs } from './sdk-call.js';
import { givenFor } from './shared/given.js';
import { stringLike } from './shared/literals.js';

/** `spark_version` of `SparkMLModel`: left out, or a number. */
export const sparkmlVersion: Rule = {
  docs: {
    name: 'sparkml-version',
    summary: 'spark_version of SparkMLModel is 3.3 in v2 unless given, and has to be a string',
    why: 'without it the model is served by another image than in v1 (2.2); the number 2.2 raises ValueError.',
    since: '2.119.0',
    guide: null,
    examples: [
      {
        before:
          "from sagemaker.sparkml.model import SparkMLModel\nmodel = SparkMLModel('s3://bucket/model.tar.gz', role, 2.2)\n",
        after:
          "from sagemaker.sparkml.model import SparkMLModel\nmodel = SparkMLModel('s3://bucket/model.tar.gz', role, '2.2')\n",
      },
      {
        before: 'from sagemaker.sparkml.model import SparkMLModel\nmodel = SparkMLModel(data, role=role)\n',
        after:
          "from sagemaker.sparkml.model import SparkMLModel\nmodel = SparkMLModel(data, role=role, spark_version='2.2')\n",
      },
    ],
  },
  call(call, program) {
    if (!constructs(call, 'sagemaker.sparkml.model.SparkMLModel') || call.fact.isPartial) return undefined;
    const { evidence, node } = call;
    const given = givenFor(call, 'spark_version');
    const at = calleeOf(node) ?? node;
    const message = 'spark_version is 3.3 in v2 unless given, in v1 it is 2.2';
    const literal = stringLike('2.2', node);
    switch (given.kind) {
      case 'absent':
        return program.dialect === 'v2'
          ? undefined
          : { at, evidence, message, edits: [appendArgument(node, 'spark_version', literal)] };
      case 'hidden':
        return {
          at,
          evidence,
          message: `${message}; pass it, if ** or * does not hold it`,
          suggestion: `spark_version=${literal}`,
          state: 'unproven',
        };
      case 'value': {
        const { value: spark, valueNode, written } = given.argument;
        const strings = 'spark_version has to be a string in v2';
        if (
          given.values === undefined &&
          program.dialect !== 'v2' &&
          alternatives(spark).some((each) => each.kind === 'unknown')
        ) {
          return {
            at: valueNode ?? at,
            evidence,
            message: `${strings}: make sure that this is one`,
            state: 'unproven',
          };
        }
        if (given.values?.some((each) => typeof each === 'number') !== true) return undefined;
        if (valueNode === undefined || written === undefined)
          return manual(at, evidence, strings, `spark_version=${literal}`);
        const isLiteral = valueNode.type === 'float' || valueNode.type === 'integer';
        const text = isLiteral ? [stringLike(valueNode.text, node)] : ['str(', valueNode, ')'];
        return { at: valueNode, evidence, message: strings, edits: [replace(valueNode, ...text)] };
      }
      default:
        return undefined;
    }
  },
};
