import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Answer, answerOf } from './image-uris-answers.js';
import { callsOfV2, type ImageCall } from './image-uris-calls.js';
import { callsOfV1 } from './image-uris-calls-v1.js';
import { type Inputs, need } from './inputs.js';

/** How many images, and how many refusals, of each function go into the sample that the tests run on. */
const SAMPLES: Readonly<Record<string, number>> = { '1.72.0': 20, '2.257.6': 80 };

/**
 * The images that the tables give against those that both real SDKs give, and the exceptions likewise.
 * Leaves a sample in the work folder: `image-uris-VERSION.jsonl`, which test/sdk holds a copy of.
 */
export async function judgeImageUris(inputs: Inputs): Promise<boolean> {
  const python = need(inputs.python, '--python');
  const tables = need(join(inputs.shared, 'facts/image-uris'), 'the image tables');
  const v1 = compare('1.72.0', python, need(inputs.sdkV1, '--sdk-v1'), callsOfV1(), inputs);
  const v2 = compare('2.257.6', python, need(inputs.sdkV2, '--sdk-v2'), callsOfV2(tables), inputs);
  return v1 && v2;
}

function compare(version: string, python: string, sdk: string, calls: readonly ImageCall[], inputs: Inputs): boolean {
  const script = fileURLToPath(new URL('image_uris.py', import.meta.url));
  const output = execFileSync(python, [script, sdk, version], {
    input: calls.map((call) => JSON.stringify(call)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const answers = output
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line));
  const rows = calls.map((call, i): [ImageCall, Answer] => [call, answers[i] ?? {}]);
  const wrong = rows.filter(([call, answer]) => JSON.stringify(answerOf(call)) !== JSON.stringify(answer));
  for (const [call, answer] of wrong.slice(0, inputs.show))
    console.log(
      `${JSON.stringify(call)}\n  SDK:  ${JSON.stringify(answer)}\n  ours: ${JSON.stringify(answerOf(call))}`,
    );
  const given = answers.filter((answer) => answer.uri !== undefined).length;
  console.log(
    `${version}: ${calls.length - wrong.length} of ${calls.length} answers are equal (${given} images, the rest refusals)`,
  );
  mkdirSync(inputs.work, { recursive: true });
  const sample = sampleOf(rows, SAMPLES[version] ?? 0).map((row) => `${JSON.stringify(row)}\n`);
  writeFileSync(join(inputs.work, `image-uris-${version}.jsonl`), sample.join(''));
  return wrong.length === 0;
}

/** So many images and refusals of each function, spread over the whole list by a fixed rule. */
function sampleOf(rows: readonly (readonly [ImageCall, Answer])[], size: number): (readonly [ImageCall, Answer])[] {
  const groups = new Map<string, (readonly [ImageCall, Answer])[]>();
  for (const row of rows) {
    const key = `${row[0].function} ${row[1].uri === undefined}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap((group) => {
    const step = Math.max(1, group.length / size);
    return group.filter((_, i) => Math.floor((i + 1) / step) > Math.floor(i / step));
  });
}
