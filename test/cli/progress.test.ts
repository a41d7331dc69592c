import { expect, test } from 'vitest';
import type { Host, Output } from '../../src/cli/host.js';
import { showProgress, wantsProgress } from '../../src/cli/progress.js';

function createHost(env: Record<string, string> = {}, isTerminal = true) {
  let screen = '';
  let time = 0;
  const output: Output = {
    isTerminal,
    columns: 60,
    write(data) {
      screen += String(data);
    },
  };
  const work: Host['work'] = new Proxy(Object.create(null), {});
  const host: Host = {
    stdout: output,
    stderr: output,
    env,
    work,
    now: () => time,
    readStdin: async () => new Uint8Array(),
    interruptible: (run) => run(new AbortController().signal),
  };
  return { host, screen: () => screen, wait: (milliseconds: number) => (time += milliseconds) };
}

test('is wanted on a terminal alone', () => {
  expect(wantsProgress(createHost().host, false)).toBe(true);
  expect(wantsProgress(createHost().host, true)).toBe(false);
  expect(wantsProgress(createHost({ CI: 'true' }).host, false)).toBe(false);
  expect(wantsProgress(createHost({ TERM: 'dumb' }).host, false)).toBe(false);
  expect(wantsProgress(createHost({}, false).host, false)).toBe(false);
});

test('tells files, rate and time left, within the terminal', () => {
  const { host, screen, wait } = createHost();
  const progress = showProgress(host, 1000);
  progress.update(1);
  expect(screen()).toBe('');
  wait(2000);
  progress.update(250);
  expect(screen()).toBe('\r\u001b[2K[#####...............] 250 of 1000 files, 125 a second, 6 s');
  wait(50);
  progress.update(260);
  expect(screen()).not.toContain('260');
});

test('stays below the report, and goes', () => {
  const { host, screen, wait } = createHost();
  const progress = showProgress(host, 10);
  wait(1000);
  progress.update(5);
  const erase = '\r\u001b[2K';
  const line = screen().slice(erase.length);
  progress.host.stdout.write('a line\n');
  progress.host.stdout.write('half a');
  progress.host.stdout.write(' line\n');
  const shown = erase + line;
  expect(screen()).toBe(`${shown}${erase}a line\n${shown}${erase}half a line\n`);
  wait(1000);
  progress.update(6);
  progress.end();
  expect(screen()).toContain('6 of 10');
  expect(screen().endsWith(` left${erase}`)).toBe(true);
});

test('is left alone by a report that goes elsewhere', () => {
  const { host, screen, wait } = createHost();
  const progress = showProgress({ ...host, stdout: { ...host.stdout, isTerminal: false, write: () => undefined } }, 10);
  wait(1000);
  progress.update(5);
  const before = screen();
  progress.host.stdout.write('a line\n');
  expect(screen()).toBe(before);
});
