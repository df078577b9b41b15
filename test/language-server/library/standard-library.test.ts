import { expect, it } from 'vitest';
import type { Metric, MetricType } from '../../../language-server/generated/ast.js';
import { libraryText, standardLibraryUri, standardNames } from '../../../language-server/library/standard-library.js';
import { standardRange } from '../../../language-server/library/standard-ranges.js';
import { symbolsOf } from '../../../language-server/references/symbols.js';
import { messages, open } from '../workspace-helper.js';

/** The measures everybody in support and customer success speaks of: name, type, range and which way is worse. */
const measures = `
first-response-time,duration,>=0,higher
next-response-time,duration,>=0,higher
time-to-acknowledge,duration,>=0,higher
time-to-mitigate,duration,>=0,higher
time-to-resolve,duration,>=0,higher
requester-wait-time,duration,>=0,higher
ticket-age,duration,>=0,higher
time-in-state,duration,>=0,higher
time-since-update,duration,>=0,higher
sla-elapsed,percent,>=0,higher
sla-remaining,duration,any,lower
sla-breaches,count,>=0 int,higher
sla-attainment,percent,0..100,lower
open-tickets,count,>=0 int,higher
open-critical-tickets,count,>=0 int,higher
ticket-volume,count,>=0 int,higher
reopen-count,count,>=0 int,higher
reopen-rate,percent,0..100,higher
reassignment-count,count,>=0 int,higher
repeat-contacts,count,>=0 int,higher
first-contact-resolution,percent,0..100,lower
escalation-rate,percent,0..100,higher
deescalation-rate,percent,0..100,
backlog,count,>=0 int,higher
affected-users,count,>=0 int,higher
affected-users-share,percent,0..100,higher
outage-duration,duration,>=0,higher
availability,percent,0..100,lower
health-score,score,0..100,lower
health-drop,score,0..100,higher
health-band,choice,,
time-in-red,duration,>=0,higher
nps-answer,score,0..10 int,lower
nps,score,-100..100,lower
csat,score,1..5,lower
csat-share,percent,0..100,lower
ces,score,1..7,lower
sentiment,score,-1..1,lower
license-utilization,percent,>=0,lower
usage-change,percent,>=-100,lower
time-since-contact,duration,>=0,higher
time-to-renewal,duration,any,lower
arr,money,>=0,
arr-at-risk,money,>=0,higher
contraction-share,percent,0..100,higher
invoice-overdue,duration,>=0,higher
credit-amount,money,>=0,higher
complaint-age,duration,>=0,higher`;

const choices: Record<string, string> = {
  segment: 'smb mid-market enterprise strategic regulated public-sector',
  region: 'amer emea apac latam',
  plan: 'free standard premium enterprise',
  priority: 'ordered low normal high urgent',
  'health-band': 'ordered red yellow green',
  'lifecycle-stage': 'onboarding adoption value renewal at-risk churned',
};

const flags = `executive-complaint champion-left churn-threat legal-threat data-breach security-incident regulated-complaint
  customer-agreed workaround-available`.split(/\s+/);

async function library() {
  const { sop } = await open('role someone');
  const document = sop.library.StandardLibrary.document;
  const { body } = symbolsOf(sop.library.StandardLibrary.file);
  const metrics = [...(body.names.get('metric')?.values() ?? [])].filter((node): node is Metric => node.$type === 'Metric');
  return { document, body, metrics };
}

function kind(type: MetricType): string {
  return type.$type.replace('Type', '').toLowerCase();
}

function range(name: string): string {
  const found = standardRange(name);
  if (!found) return '';
  const { low, high, integer } = found;
  const bounds = low === null ? 'any' : high === null ? `>=${low}` : `${low}..${high}`;
  return integer ? `${bounds} int` : bounds;
}

it('parses without a fault', async () => {
  const { document } = await library();
  expect(document.parseResult.parserErrors).toEqual([]);
  expect(document.parseResult.lexerErrors).toEqual([]);
});

it('has exactly the measures of the field, with their ranges', async () => {
  const { metrics } = await library();
  const declared = metrics
    .filter(({ name, type }) => type.$type !== 'FlagType' && (!(name in choices) || name === 'health-band'))
    .map(({ name, type, properties }) => {
      const worse = properties.find((property) => property.$type === 'Worse');
      return [name, kind(type), range(name), worse?.$type === 'Worse' ? worse.direction : ''].join();
    });
  expect(declared).toEqual(measures.trim().split('\n'));
});

it('has scores with the same range in text and table', async () => {
  const { metrics } = await library();
  for (const { name, type } of metrics) {
    if (type.$type !== 'ScoreType') continue;
    expect({ name, low: type.low, high: type.high }).toEqual({
      name,
      low: standardRange(name)?.low,
      high: standardRange(name)?.high,
    });
  }
});

it('has exactly these choices and flags, and the customer', async () => {
  const { metrics, body } = await library();
  const declared: Record<string, string> = {};
  for (const { name, type } of metrics) {
    if (type.$type !== 'ChoiceType') continue;
    declared[name] = `${type.ordered ? 'ordered ' : ''}${type.values.map((value) => value.name).join(' ')}`;
  }
  expect(declared).toEqual(choices);
  expect(metrics.filter(({ type }) => type.$type === 'FlagType').map(({ name }) => name)).toEqual(flags);
  expect([...(body.names.get('role')?.values() ?? [])]).toMatchObject([{ name: 'customer', external: true }]);
  expect([...body.names.keys()].sort()).toEqual(['metric', 'role']);
});

it('explains every one of them in a title and a note', async () => {
  const { metrics } = await library();
  for (const { name, title, properties } of metrics) {
    expect({ name, title: !!title, note: properties.some(({ $type }) => $type === 'Note') }).toEqual({
      name,
      title: true,
      note: true,
    });
  }
});

it('knows its own names without being parsed', async () => {
  const { metrics } = await library();
  expect([...standardNames]).toEqual(['customer', ...metrics.map(({ name }) => name)]);
});

it('is shadowed by what a file declares or imports', async () => {
  const opened = await open({
    'main.sop': 'import "./p.sop" role customer threshold t when segment is gold and plan is silver level l { owner customer }',
    'p.sop': 'metric segment { one of gold } metric plan { one of silver }',
  });
  for (const code of ['link/unknown', 'name/twice']) expect(messages(opened, code)).toEqual([]);
});

it('can be read under its address, and only there', () => {
  expect(libraryText(standardLibraryUri)).toContain('metric health-score "Health score"');
  expect(libraryText('sop-library:/other.sop')).toBeUndefined();
});
