import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Duration, Procedure, Range } from '../../../flow/procedure.js';
import { procedureOf } from './procedure-of.js';

const ids = (elements: readonly { readonly id: string }[]) => elements.map((element) => element.id);

describe('ids', () => {
  it('of steps are their name, else what they say, else whom they are about', async () => {
    const { steps } = await procedureOf(`role csm external role customer
      level l { action a "Call" action "Ask for: data!" action "Ask for data" notify customer notify customer "Tell"
        page csm for 1 min assign csm to csm follow other parallel {} parallel "Both" {} decide "Ja?" {} action "顧客に電話" action "…" }`);
    expect(ids(steps)).toEqual([
      'l.a',
      'l.action:ask-for-data',
      'l.action:ask-for-data#2',
      'l.notify:customer',
      'l.notify:tell',
      'l.page:csm',
      'l.assign:csm-to-csm',
      'l.follow:other',
      'l.parallel',
      'l.parallel:both',
      'l.decide:ja',
      'l.action:顧客に電話',
      'l.action',
    ]);
  });
  it('are unique, even where names are not', async () => {
    const procedure = await procedureOf(
      'role a role a level l { action x "X" action x "X" } level l { action x "X" } resolution l {}',
    );
    expect(ids(procedure.roles)).toEqual(['a', 'a#2']);
    expect(ids(procedure.levels)).toEqual(['l', 'l#2']);
    expect(ids(procedure.resolutions)).toEqual(['l#3']);
    expect(ids(procedure.steps)).toEqual(['l.x', 'l.x#2', 'l#2.x']);
  });
});

describe('business time', () => {
  const calendars = `calendar short { open mon to thu 10:00 to 14:00 } calendar long { open mon to fri 08:00 to 18:00 }
    team night { calendar long } role a { calendar short } role b { team night } role c sop p { owner b }`;
  const within = (procedure: Procedure): readonly (Duration | null)[] => procedure.steps.map((step) => step.within);
  const told = (durations: readonly (Duration | null)[]) => durations.map((each) => each && `${each.minutes} ${each.calendar}`);

  it("is counted by the responsible role's calendar, else its team's, else the level's owner's, else Monday to Friday 9 to 17", async () => {
    const procedure = await procedureOf(`${calendars}
      level l { owner a
        action "1" by b within 1 business day  action "2" by c within 1 business day  action "3" within 1 business week
        action "4" by b within 7 business months action "5" within 90 business min }
      level m { owner c  action "6" by c within 2 business days }`);
    expect(told(within(procedure))).toEqual(['600 long', '240 short', '960 short', '90000 long', '90 short', '1200 long']);
  });
  it('without any calendar is Monday to Friday 9 to 17', async () => {
    const procedure = await procedureOf('role c level l { owner c action "1" within 1 business day action "2" within 1 day }');
    expect(told(within(procedure))).toEqual(['480 null', '1440 null']);
  });
  it('of promises and triggers is counted by the owner of the level', async () => {
    const procedure = await procedureOf(`${calendars} severity s { resolve within 1 business day }
      trigger t { when first-response-time > 1 business day cooldown 1 business week -> l.x }
      level l { owner a resolve within 1 business day escalate after 2 business days -> l action x "X" }
      deadline d { within 1 business day in long }`);
    expect(procedure.severities[0]?.targets[0]).toMatchObject({ within: { minutes: 240, calendar: 'short' } });
    expect(procedure.levels[0]?.targets[0]).toMatchObject({ within: { minutes: 240, calendar: 'short' } });
    expect(procedure.levels[0]?.escalations[0]?.after?.minutes).toBe(480);
    expect(procedure.triggers[0]?.condition).toMatchObject({ comparison: { bound: { duration: { minutes: 240 } } } });
    expect(procedure.triggers[0]?.cooldown?.minutes).toBe(960);
    expect(procedure.deadlines[0]?.within).toMatchObject({ minutes: 600, calendar: 'long' });
  });
  it('keeps a word that is no unit, and takes the likeliest', async () => {
    const { steps } = await procedureOf('level l { action "1" within 3 huors }');
    expect(steps[0]?.within).toMatchObject({
      unit: 'hour',
      minutes: 180,
      unknownUnit: { word: 'huors', range: { start: { line: 0, character: 30 }, end: { line: 0, character: 35 } } },
    });
  });
});

describe('amounts', () => {
  it('are numbers, per cent, money, durations, points or unknown', async () => {
    const { thresholds } = await procedureOf(`metric m { count }
      threshold a when m > 1_000 threshold b when m > 5% threshold c when m > 10k EUR threshold d when m > 2 h
      threshold e when m drops by 2 points threshold f when m > 3 bananas threshold g when m > -20 threshold h when m > 1 XYZ`);
    const amounts = thresholds.map(({ when }) => {
      const comparison = when.kind === 'test' ? when.comparison : null;
      const amount = comparison?.kind === 'order' ? comparison.bound : comparison?.kind === 'change' ? comparison.amount : null;
      return `${amount?.kind} ${amount?.amount} ${amount?.unit}`;
    });
    expect(amounts).toEqual([
      'number 1000 null',
      'percent 5 null',
      'money 10000 EUR',
      'duration 2 null',
      'points 2 null',
      'unknown 3 bananas',
      'number -20 null',
      'unknown 1 XYZ',
    ]);
  });
});

describe('the vocabulary', () => {
  it('is what the file declares, and what it uses of others with what that needs', async () => {
    const files = {
      './people.sop': `role csm { backup lead team success } role lead { reports to boss } role boss role stranger
        team success { calendar office contact via chat } calendar office { open always } channel chat channel mail
        metric own-metric { count } source crm { provides own-metric } source other { provides nps } threshold far when arr > 1 USD`,
    };
    const procedure = await procedureOf(
      'import "./people.sop" role mine level l { owner csm escalate when far -> l } threshold near when own-metric > 1',
      { files },
    );
    expect(ids(procedure.roles)).toEqual(['mine', 'csm', 'lead', 'boss']);
    expect(procedure.roles.map((role) => role.uri)).toEqual([undefined, ...Array(3).fill('file:///people.sop')]);
    expect(ids(procedure.teams)).toEqual(['success']);
    expect(ids(procedure.calendars)).toEqual(['office']);
    expect(ids(procedure.channels)).toEqual(['chat']);
    expect(ids(procedure.thresholds)).toEqual(['near', 'far']);
    expect(procedure.metrics.map(({ id, standard }) => `${id} ${standard}`)).toEqual(['own-metric false', 'arr true']);
    expect(ids(procedure.sources)).toEqual(['crm']);
  });
  it('keeps the names of roles that nobody declares', async () => {
    const { levels, steps, roles } = await procedureOf('level l { owner ghost action "A" by other }');
    expect(levels[0]?.owner).toBe('ghost');
    expect(steps[0]?.by).toEqual(['other']);
    expect(roles).toEqual([]);
  });
  it('gives a money metric the first currency it is compared with', async () => {
    const { metrics } = await procedureOf(
      'metric m { money } metric n { money USD } metric o { money } threshold a when m > 5 threshold b when m between 1 GBP and 2 GBP or m > 3 EUR',
    );
    expect(metrics.map(({ type }) => (type.kind === 'money' ? type.currency : ''))).toEqual(['GBP', 'USD', null]);
  });
  it('knows the ranges of standard metrics, and a shadowing one as its own', async () => {
    const { metrics } = await procedureOf(
      'metric csat { score 0 to 10 } threshold a when csat > 1 and nps > 1 and open-tickets > 1',
    );
    expect(metrics.map(({ id, domain, integer, standard }) => ({ id, domain, integer, standard }))).toEqual([
      { id: 'csat', domain: { low: 0, high: 10 }, integer: false, standard: false },
      { id: 'nps', domain: { low: -100, high: 100 }, integer: false, standard: true },
      { id: 'open-tickets', domain: { low: 0, high: null }, integer: true, standard: true },
    ]);
  });
});

describe('levels', () => {
  it('rise in the order of the file, those beside another on its rung', async () => {
    const { levels } = await procedureOf(
      'level a {} level b {} level c { beside a } level d { beside c } level e { beside f } level f { beside e }',
    );
    expect(levels.map(({ id, rung, beside }) => `${id} ${rung} ${beside}`)).toEqual([
      'a 0 null',
      'c 0 a',
      'd 0 c',
      'b 1 null',
      'e 2 f',
      'f 3 e',
    ]);
  });
  it('have every owner that is written', async () => {
    const { levels } = await procedureOf('role a role b level l { owner a owner b } level m {}');
    expect(levels.map(({ owner, owners }) => [owner, owners])).toEqual([
      ['a', ['a', 'b']],
      [null, []],
    ]);
  });
});

describe('places and texts', () => {
  const text = `role csm
level l {
  owner csm
  action "Call" by csm within 1 h { note "Soon" check "Done asap" }
}`;
  const lines = text.split('\n');
  const at = ({ start, end }: Range) => lines[start.line]?.slice(start.character, end.character);

  it('say where each property stands', async () => {
    const { levels, steps } = await procedureOf(text);
    expect(levels[0]?.places?.owner?.map(at)).toEqual(['csm']);
    expect(Object.entries(steps[0]?.places ?? {}).map(([property, ranges]) => [property, ranges.map(at)])).toEqual([
      ['by', ['csm']],
      ['within', ['1 h']],
      ['check', ['check "Done asap"']],
    ]);
    expect(steps[0] && at(steps[0].selection)).toBe('action');
  });
  it('hold every text that people read', async () => {
    const { steps } = await procedureOf(text);
    expect(steps[0]?.texts?.map((each) => [each.kind, each.text, at(each.range)])).toEqual([
      ['title', 'Call', '"Call"'],
      ['note', 'Soon', '"Soon"'],
      ['check', 'Done asap', '"Done asap"'],
    ]);
  });
  it('hold documentation comments', async () => {
    const { levels, roles } = await procedureOf(
      '/** Who\n * answers. */\nrole a\n/* not this */ role b\n// nor this\nlevel l {}',
    );
    expect([...roles, ...levels].map((element) => element.documentation)).toEqual(['Who\nanswers.', undefined, undefined]);
  });
});

describe('an unfinished text', () => {
  it('never fails, and its edges lead only to what exists', async () => {
    const text = readFileSync('test/language-server/compile/everything.sop', 'utf8');
    const words = text.split(/(?<=\s)/);
    for (let i = 0; i < words.length; i += 61) {
      const procedure = await procedureOf([...words.slice(0, i), ...words.slice(i + 2)].join(''));
      const { triggers, levels, resolutions, closures, steps, procedures } = procedure;
      const known = new Set(ids([triggers, levels, resolutions, closures, steps].flat()));
      expect(known.size).toBe([triggers, levels, resolutions, closures, steps].flat().length);
      const others = new Set(procedures.map(({ name }) => name));
      expect(
        procedure.edges.filter(({ from, to, kind }) => !known.has(from) || !(kind === 'convert' ? others : known).has(to)),
      ).toEqual([]);
    }
  }, 30_000);
});

it('is explained in docs/procedure.md with an example that is true', async () => {
  const page = readFileSync('docs/procedure.md', 'utf8');
  const block = (language: string) => new RegExp(`\`\`\`${language}[^\\n]*\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';
  const { steps, edges, ...shown } = JSON.parse(block('json'));
  const procedure = await procedureOf(block('sop'));
  expect(procedure).toMatchObject(shown);
  expect(procedure.edges.slice(0, edges.length)).toMatchObject(edges);
  expect(procedure.steps.slice(0, steps.length)).toMatchObject(steps);
});
