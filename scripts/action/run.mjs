/**
 * The GitHub Action's own step: checks, shows findings beside their lines, draws what changed, writes the report. Its inputs are
 * in `SOP_*`; what the next steps need goes to `GITHUB_OUTPUT`, among it `status`, the exit code to end with.
 */
import { appendFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changedProcedures } from './changed-procedures.mjs';
import { reportOf } from './report.mjs';
import { sop } from './sop.mjs';

const { env } = process;
const folder = env.GITHUB_WORKSPACE || process.cwd();
const place = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'sop-action-'));
const given = (env.SOP_PATHS ?? '').split(/\s+/).filter((path) => path !== '');
const paths = given.length > 0 ? given : ['.'];
const order = ['error', 'warning', 'info'];
const failOn = env.SOP_FAIL_ON || 'error';
const today = env.SOP_TODAY ? ['--today', env.SOP_TODAY] : [];

process.exitCode = main();

function main() {
  if (!order.includes(failOn)) return wrong(`fail-on cannot be '${failOn}'; it can be ${order.join(', ')}.`);
  const checked = check('json');
  if (checked.status === 2) return wrong(checked.stderr.trim());
  const { findings, files } = JSON.parse(checked.stdout);
  const sarif = check('sarif');
  process.stdout.write(check('github').stdout);

  const base = env.SOP_BASE || (env.GITHUB_BASE_REF ? `origin/${env.GITHUB_BASE_REF}` : '');
  const pictures = join(place, 'pictures');
  mkdirSync(pictures);
  const changes = base === '' ? null : changedProcedures({ folder, base, paths, pictures });
  if (base !== '' && changes === null) {
    console.log(
      `::notice::There is no '${base}' to compare with, so nothing is drawn. Check out with fetch-depth: 0 to have the whole history.`,
    );
  }
  const report = reportOf({ findings, files, changes, artifact: artifact() });
  write('findings.json', checked.stdout);
  write('findings.sarif', sarif.stdout);
  write('report.md', report);
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, report);
  const counted = (level) => findings.filter((finding) => finding.level === level).length;
  const failing = order.slice(0, order.indexOf(failOn) + 1).some((level) => counted(level) > 0);
  output({
    errors: counted('error'),
    warnings: counted('warning'),
    findings: join(place, 'findings.json'),
    sarif: join(place, 'findings.sarif'),
    report: join(place, 'report.md'),
    pictures,
    drawn: (changes ?? []).flatMap(({ before, after }) => [before, after]).filter((state) => state?.picture).length,
    status: failing ? 1 : 0,
  });
  return 0;
}

function check(format) {
  return sop(['check', '--format', format, ...today, '--', ...paths], folder);
}

function write(name, text) {
  writeFileSync(join(place, name), text);
}

function output(values) {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, lines.join(''));
  else process.stdout.write(lines.join(''));
}

/** Where the pictures will be: the page of the run. */
function artifact() {
  return env.GITHUB_SERVER_URL && env.GITHUB_REPOSITORY && env.GITHUB_RUN_ID
    ? {
        name: 'procedure-pictures',
        address: `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}#artifacts`,
      }
    : null;
}

function wrong(message) {
  console.log(`::error title=Escalation SOP::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`);
  return 2;
}
