/**
 * Writes src/sdk/generated from the collected facts about both SDK versions.
 *
 *     tsx scripts/generate-sdk.ts            writes the tables
 *     tsx scripts/generate-sdk.ts --check    fails when a table is stale; skipped where the facts are absent
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeApiTable } from './generate-sdk/api-table.js';
import { writeCallChanges } from './generate-sdk/call-change-table.js';
import type { ApiFacts, ChangeFacts } from './generate-sdk/facts.js';

const facts = new URL('../../shared/facts/', import.meta.url);
const target = new URL('../src/sdk/generated/', import.meta.url);

/** v1 ships these without a facts entry: protobuf stubs that need `tensorflow` to import. */
const v1OnlyFiles = [
  'classification_pb2',
  'get_model_metadata_pb2',
  'inference_pb2',
  'input_pb2',
  'model_pb2',
  'model_service_pb2',
  'model_service_pb2_grpc',
  'predict_pb2',
  'prediction_service_pb2',
  'regression_pb2',
].map((name) => `sagemaker.tensorflow.tensorflow_serving.apis.${name}`);

function readFacts<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, facts), 'utf8')) as T;
}

function tables(): Map<string, string> {
  const v1 = readFacts<ApiFacts>('api-v1.72.0.json');
  const v2 = readFacts<ApiFacts>('api-v2.257.6.json');
  const changes = readFacts<Record<string, ChangeFacts>>('call-changes.json');
  return new Map([
    ['v1.ts', writeApiTable('1.72.0', v1, v1OnlyFiles)],
    ['v2.ts', writeApiTable('2.257.6', v2, [])],
    ['call-changes.ts', writeCallChanges(changes, v1, v2)],
  ]);
}

function main(): number {
  const isCheck = process.argv.includes('--check');
  if (!existsSync(facts)) {
    console.log('generate-sdk: skipped, the collected facts (../shared/facts) are not here');
    return isCheck ? 0 : 1;
  }
  mkdirSync(target, { recursive: true });
  const stale: string[] = [];
  for (const [name, text] of tables()) {
    const file = new URL(name, target);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale.push(fileURLToPath(file));
    if (!isCheck) writeFileSync(file, text);
  }
  if (isCheck && stale.length > 0)
    console.error(`generate-sdk: stale, run tsx scripts/generate-sdk.ts\n${stale.join('\n')}`);
  else console.log(`generate-sdk: ${stale.length === 0 ? 'fresh' : `wrote ${stale.length} files`}`);
  return isCheck && stale.length > 0 ? 1 : 0;
}

process.exitCode = main();
