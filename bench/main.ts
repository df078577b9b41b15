/** Runs the parts that were asked for, prints their table and keeps it in `bench/results.json`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Result, yardstick } from './measure.js';
import { rowOf } from './table.js';

const [folder = '', ...asked] = process.argv.slice(2);
const bundles = { folder, server: join(folder, 'server.cjs') };
const file = join('bench', 'results.json');

const parts = {
  server: async (tell: (result: Result) => void) => (await import('./server.js')).benchServer(tell, bundles),
  rules: async (tell: (result: Result) => void) => (await import('./rules.js')).benchRules(tell),
  layout: async (tell: (result: Result) => void) => (await import('./layout.js')).benchLayout(tell),
  peers: async (tell: (result: Result) => void) => (await import('./peers.js')).benchPeers(tell, folder),
  editor: async (tell: (result: Result) => void) => (await import('./editor.js')).benchEditor(tell, folder),
};
type PartName = keyof typeof parts;

interface Kept {
  readonly version: 1;
  /** When each part ran, on what, and by how much the machine was slowed by other work. */
  readonly runs: Partial<Record<PartName, { at: string; machine: string; slowed: number; complete: boolean }>>;
  readonly results: readonly Result[];
}

const names = Object.keys(parts).filter(isPart);
const unknown = asked.filter((name) => !isPart(name));
if (unknown.length > 0) {
  console.error(`There is no part '${unknown.join("', '")}'. Parts: ${names.join(', ')}.`);
  process.exit(2);
}

let kept: Kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { version: 1, runs: {}, results: [] };
let failed = false;
for (const name of names.filter((each) => asked.length === 0 || asked.includes(each))) {
  const results: Result[] = [];
  let complete = true;
  console.log(`\n── ${name}`);
  const tell = (result: Result): void => {
    results.push(rounded(result));
    console.log(rowOf(result, yardstick.slowed));
  };
  try {
    await parts[name](tell);
  } catch (error) {
    failed = true;
    complete = false;
    console.error(`${name} did not come to its end:`, error);
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  const run = { at: new Date().toISOString(), machine, slowed: Math.round(yardstick.slowed * 100) / 100, complete };
  kept = {
    version: 1,
    runs: { ...kept.runs, [name]: run },
    results: [...kept.results.filter((result) => result.part !== name), ...results].sort(
      (one, other) => names.indexOf(one.part as PartName) - names.indexOf(other.part as PartName),
    ),
  };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
}
console.log(`\nThe machine was ${yardstick.slowed.toFixed(1)} times as slow as when quiet. Kept in ${file}.`);
process.exit(failed ? 1 : 0);

function isPart(name: string): name is PartName {
  return Object.hasOwn(parts, name);
}

function rounded(result: Result): Result {
  return JSON.parse(
    JSON.stringify(result, (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)),
  );
}
