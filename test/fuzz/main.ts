/** `npm run fuzz`: runs once and says what happened. Options: `--seconds 60`, `--seed 1`, `--server path`. */
import { parseArgs } from 'node:util';
import { fuzz, startFiles } from './fuzz.js';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' }, server: { type: 'string', default: '' } },
});
void run();

async function run(): Promise<void> {
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const seconds = Number(values.seconds);
  console.log(`Seed ${seed}, ${seconds} s.`);
  const result = await fuzz({ server: values.server, seed, seconds, files: startFiles() });
  const megabytes = (bytes: number | null): string => (bytes === null ? '–' : `${(bytes / 1_048_576).toFixed(1)} MB`);
  console.log(
    `${result.edits} edits, ${result.requests} requests (${result.cancelled} cancelled); slowest answer ${result.slowest} ms (${result.slowestMethod}); ` +
      `heap ${megabytes(result.heapEarly)} after 1,000 edits, ${megabytes(result.heapLate)} at the end.`,
  );
  for (const failure of result.failures) console.error(`FAILED: ${failure}`);
  if (result.failures.length > 0) {
    console.error(`Repeat with: npm run fuzz -- --seconds ${seconds} --seed ${seed}`);
    process.exitCode = 1;
  }
}
