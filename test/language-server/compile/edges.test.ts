import { describe, expect, it } from 'vitest';
import type { Procedure } from '../../../flow/procedure.js';
import { type Options, procedureOf } from './procedure-of.js';

const around = 'role csm role lead external role customer channel email';

/** The edges, one a line: `from kind to [label] (skipped)`. */
function drawn(procedure: Procedure): readonly string[] {
  return procedure.edges.map(
    ({ from, kind, to, label, skipped }) =>
      `${from} ${kind} ${to}${label === undefined ? '' : ` [${label}]`}${skipped ? ' (skipped)' : ''}`,
  );
}

async function edgesOf(flow: string, options?: Options): Promise<readonly string[]> {
  return drawn(await procedureOf(`${around}\n${flow}`, options));
}

/** The edges of steps in a level with `after` as its last step, and the resolution `done`. */
async function edgesInLevel(steps: string): Promise<readonly string[]> {
  const edges = await edgesOf(`level l { owner csm ${steps} action after "After" -> done } resolution done {}`);
  return edges.filter((edge) => edge !== 'l.after next done');
}

describe('steps in a row', () => {
  it('lead to the step after, the last one where it says', async () => {
    expect(await edgesInLevel('action a "A" action b "B"')).toEqual(['l.a next l.b', 'l.b next l.after']);
  });
  it('lead nowhere when the last one does not say where', async () => {
    expect(await edgesOf('level l { action a "A" }')).toEqual([]);
  });
  it('lead to their own target instead of the step after', async () => {
    expect(await edgesInLevel('action a "A" -> done action b "B"')).toEqual(['l.a next done', 'l.b next l.after']);
  });
  it('with a guard and a target lead there, and when skipped to the step after', async () => {
    expect(await edgesInLevel('action a "A" when "Late" judged by csm -> done')).toEqual([
      'l.a next done',
      'l.a next l.after (skipped)',
    ]);
  });
  it('with a guard but no target only lead to the step after', async () => {
    expect(await edgesInLevel('action a "A" when "Late" judged by csm')).toEqual(['l.a next l.after']);
  });
  it('with a guard at the end only lead to their target', async () => {
    expect(await edgesOf('level l { action a "A" when "Late" judged by csm -> done } resolution done {}')).toEqual([
      'l.a next done',
    ]);
  });
  it('lead to steps of other levels and to levels', async () => {
    expect(await edgesOf('level l { action a "A" -> m.b } level m { action c "C" action b "B" -> l }')).toEqual([
      'l.a next m.b',
      'm.c next m.b',
      'm.b next l',
    ]);
  });
  it('lead nowhere when the target does not exist', async () => {
    expect(await edgesOf('level l { action a "A" -> nowhere }')).toEqual([]);
  });
  it('tell repeated ways apart', async () => {
    const procedure = await procedureOf(`${around} level l { decide d "D?" { "A" -> m "B" -> m } } level m {}`);
    expect(procedure.edges.map((edge) => edge.id)).toEqual(['l.d branch m', 'l.d branch m#2']);
  });
});

describe('a decision', () => {
  it('leads to targets and into blocks, whose last step goes on after the whole', async () => {
    expect(await edgesInLevel('decide d "D?" { "A" -> done "B" { action b "B" action c "C" } otherwise {} }')).toEqual([
      'l.d branch done [A]',
      'l.d branch l.b [B]',
      'l.b next l.c',
      'l.c next l.after',
      'l.d branch l.after [otherwise]',
    ]);
  });
  it('with a target of its own goes there after its blocks', async () => {
    expect(await edgesInLevel('decide d "D?" { "A" { action b "B" } otherwise {} } -> done')).toEqual([
      'l.d branch l.b [A]',
      'l.b next done',
      'l.d branch done [otherwise]',
    ]);
  });
  it('with a guard is skipped with its answers', async () => {
    expect(await edgesInLevel('decide d "D?" when "Late" judged by csm { "A" -> done otherwise {} }')).toEqual([
      'l.d branch done [A]',
      'l.d branch l.after [otherwise]',
      'l.d next l.after (skipped)',
    ]);
  });
  it('in a decision goes on after the outer one', async () => {
    expect(
      await edgesInLevel('decide d "D?" { "A" { decide e "E?" { "X" { action x "X" } otherwise {} } } otherwise -> done }'),
    ).toEqual([
      'l.d branch l.e [A]',
      'l.e branch l.x [X]',
      'l.x next l.after',
      'l.e branch l.after [otherwise]',
      'l.d branch done [otherwise]',
    ]);
  });
  it('without answers goes on', async () => {
    expect(await edgesInLevel('decide d "D?" {}')).toEqual(['l.d next l.after']);
  });
});

describe('an approval', () => {
  it('leads to its outcomes', async () => {
    expect(await edgesInLevel('approve p "P" by lead { approved -> done rejected { action b "B" } }')).toEqual([
      'l.p approved done',
      'l.p rejected l.b',
      'l.b next l.after',
    ]);
  });
  it('goes on where an outcome is empty or not written', async () => {
    expect(await edgesInLevel('approve p "P" by lead { rejected {} }')).toEqual(['l.p approved l.after', 'l.p rejected l.after']);
  });
});

describe('a wait', () => {
  it('goes on, or in time to its way out', async () => {
    expect(await edgesInLevel('wait w "W" up to 2 business  days else -> done')).toEqual([
      'l.w next l.after',
      'l.w timeout done [after 2 business days]',
    ]);
  });
  it('has a block as its way out', async () => {
    expect(await edgesInLevel('wait w "W" up to 4 h else { action b "B" }')).toEqual([
      'l.w next l.after',
      'l.w timeout l.b [after 4 h]',
      'l.b next l.after',
    ]);
  });
});

describe('a parallel', () => {
  it('leads into its lanes, from these to its end, and on', async () => {
    expect(await edgesInLevel('parallel p { lane "One" { action a "A" action b "B" } lane "Two" {} }')).toEqual([
      'l.p next l.a [One]',
      'l.a next l.b',
      'l.b next l.p.join',
      'l.p next l.p.join [Two]',
      'l.p.join next l.after',
    ]);
  });
  it('without lanes goes on', async () => {
    expect(await edgesInLevel('parallel p {}')).toEqual(['l.p next l.after']);
  });
  it('ends with a join of its own', async () => {
    const { steps } = await procedureOf('level l { parallel p { lane "One" { action a "A" } } }');
    expect(steps.map(({ id, kind, container, parallel }) => ({ id, kind, container, parallel }))).toEqual([
      { id: 'l.p', kind: 'parallel', container: null, parallel: undefined },
      { id: 'l.a', kind: 'action', container: { step: 'l.p', block: 'lane:0' }, parallel: undefined },
      { id: 'l.p.join', kind: 'join', container: null, parallel: 'l.p' },
    ]);
  });
});

describe('other steps', () => {
  it('go on', async () => {
    expect(
      await edgesInLevel(
        'notify customer by csm via email page lead for 5 min handoff "Night" to lead assign csm to lead follow other',
      ),
    ).toEqual([
      'l.notify:customer next l.page:lead',
      'l.page:lead next l.handoff:night',
      'l.handoff:night next l.assign:csm-to-lead',
      'l.assign:csm-to-lead next l.follow:other',
      'l.follow:other next l.after',
    ]);
  });
});

describe('levels', () => {
  it('are left by escalations of all forms and by de-escalation', async () => {
    expect(
      await edgesOf(`level l {
        escalate after 8 business hours -> m
        escalate unless acknowledged within 30 min -> m
        escalate when nps  <
          10 -> m
        for sev1 { escalate after 1 h -> m }
        deescalate when nps > 10 -> l
      } level m {} severity sev1 "Critical"`),
    ).toEqual([
      'l escalate m [8 business hours]',
      'l escalate m [not acknowledged within 30 min]',
      'l escalate m [nps < 10]',
      'l escalate m [1 h (Critical)]',
      'l deescalate l [nps > 10]',
    ]);
  });
  it('know the edges of their escalations', async () => {
    const { levels } = await procedureOf('level l { escalate after 1 h -> m escalate after 2 h -> nowhere } level m {}');
    expect(levels[0]?.escalations.map(({ edge, target }) => ({ edge, target }))).toEqual([
      { edge: 'l escalate m', target: 'm' },
      { edge: null, target: null },
    ]);
  });
});

describe('endings', () => {
  it('resolutions go to the only closure, from their last step', async () => {
    expect(await edgesOf('resolution r { action a "A" action b "B" } closure c { action d "D" }')).toEqual([
      'r.a next r.b',
      'r.b next c',
    ]);
  });
  it('resolutions without steps go from themselves', async () => {
    expect(await edgesOf('resolution r {} closure c {}')).toEqual(['r next c']);
  });
  it('resolutions do not choose among closures', async () => {
    expect(await edgesOf('resolution r {} resolution s { require nps > 0 -> d } closure c {} closure d {}')).toEqual([
      's next d',
    ]);
  });
  it('are left by reopening', async () => {
    expect(
      await edgesOf(
        'level l {} resolution r { reopen within 14 days when nps < 10 -> l reopen within 3 days -> l } closure c { reopen -> l }',
      ),
    ).toEqual(['r reopen l [within 14 days, nps < 10]', 'r reopen l [within 3 days]', 'r next c', 'c reopen l']);
  });
});

describe('another procedure', () => {
  const files = { './other.sop': 'sop other "Other" { status retired }' };
  it('takes over where a way leads to it, of whatever kind', async () => {
    const procedure = await procedureOf(
      `import "./other.sop"
       trigger t { when nps < 10 -> other }
       level l {
         escalate after 1 h -> other
         decide d "D?" { "A" -> other otherwise {} }
         wait w "W" up to 1 h else -> other
         action a "A" -> other
       }`,
      { files },
    );
    expect(drawn(procedure)).toEqual([
      't convert other',
      'l convert other [1 h]',
      'l.d convert other [A]',
      'l.d branch l.w [otherwise]',
      'l.w next l.a',
      'l.w convert other [after 1 h]',
      'l.a convert other',
    ]);
    expect(procedure.procedures).toEqual([{ name: 'other', title: 'Other', status: 'retired', uri: 'file:///other.sop' }]);
  });
  it('is followed and then left again', async () => {
    const procedure = await procedureOf('import "./other.sop" level l { follow other action a "A" }', { files });
    expect(drawn(procedure)).toEqual(['l.follow:other next l.a']);
    expect(procedure.steps[0]?.procedure).toBe('other');
  });
});

describe('triggers', () => {
  it('start at levels, endings and steps', async () => {
    expect(
      await edgesOf(
        'trigger a { when nps < 1 -> l } trigger b { when nps < 1 -> l.x } trigger c { when nps < 1 -> r } trigger d { when nps < 1 -> gone } level l { action x "X" } resolution r {}',
      ),
    ).toEqual(['a trigger l', 'b trigger l.x', 'c trigger r']);
  });
  it('that are called as a level is have an id of their own', async () => {
    const procedure = await procedureOf(
      'trigger outage { when nps < 1 -> outage } level outage {} deadline d { of outage within 1 h }',
    );
    expect(procedure.triggers[0]?.id).toBe('trigger:outage');
    expect(drawn(procedure)).toEqual(['trigger:outage trigger outage']);
    expect(procedure.deadlines[0]?.of).toEqual(['trigger:outage']);
  });
});

describe('places of edges', () => {
  it('are what was written for them', async () => {
    const text = `level l {
  action a "A" -> b
  action b "B" -> r
  escalate after 1 h -> r
  decide d "D?" { "Yes" -> r otherwise {} }
}
resolution r {
  -> c
}
closure c {}`;
    const lines = text.split('\n');
    const procedure = await procedureOf(text);
    const written = procedure.edges.map(({ id, range }) => [
      id,
      range.start.line === range.end.line ? lines[range.start.line]?.slice(range.start.character, range.end.character) : 'lines',
    ]);
    expect(written).toEqual([
      ['l escalate r', 'escalate after 1 h -> r'],
      ['l.a next l.b', '-> b'],
      ['l.b next r', '-> r'],
      ['l.d branch r', '"Yes" -> r'],
      ['r next c', '-> c'],
    ]);
  });
});
