import { describe, expect, it } from 'vitest';
import { type ArrangeOptions, arrange } from '../../diagram/arrange.js';
import type { Box, Drawing } from '../../diagram/drawing.js';
import { procedureOf } from '../language-server/compile/procedure-of.js';

const source = `sop x "X" { owner csm } role csm "CSM"
trigger t "Trigger" { when "it happens" judged by csm -> first }
level first "First" { owner csm acknowledge within 30 min resolve within 8 business hours escalate after 8 business hours -> second
  decide sure "Sure?" { "Yes" { action yes "Do it" } "No" -> second otherwise { action other "Think" } }
  parallel both { lane "One" { action one "One" } lane "Two" { action two "Two" } }
  action last "Last" -> done }
level second "Second" { owner csm deescalate when "calm" judged by csm -> first action end "End" -> done }
level money "Money" { owner csm beside second action pay "Pay" -> done }
resolution done "Done" { require "Fine" judged by csm reopen within 3 days -> first -> over }
closure over "Over" { action review "Review" }`;

async function draw(options: ArrangeOptions = {}): Promise<{ drawing: Drawing; box: (id: string) => Box }> {
  const drawing = arrange(await procedureOf(source), options);
  const box = (id: string): Box => {
    const found = drawing.boxes.find((candidate) => candidate.id === id);
    if (!found) throw new Error(`No box ${id}.`);
    return found;
  };
  return { drawing, box };
}

describe('arrange', () => {
  it('stacks triggers, levels in ladder order, resolutions and closures', async () => {
    const { box } = await draw();
    const tops = ['t', 'first', 'second', 'done', 'over'].map((id) => box(id).y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  it('puts levels that are beside each other side by side', async () => {
    const { box } = await draw();
    expect(box('money').y).toBe(box('second').y);
    expect(box('money').x).toBeGreaterThan(box('second').x + box('second').width);
  });

  it('puts branches side by side in the order of the text, steps below each other', async () => {
    const { box } = await draw();
    expect(box('first.yes').x).toBe(box('first.sure').x);
    expect(box('first.other').x).toBeGreaterThan(box('first.yes').x);
    expect(box('first.last').x).toBe(box('first.sure').x);
  });

  it('writes owner and targets in the header', async () => {
    const { box } = await draw();
    expect(box('first').text.map((line) => line.text)).toEqual(['First', 'CSM · ack 30 min · resolve 8 bh']);
  });

  it('lets escalations leave at the right with a clock and enter at the right, and brings back lines to the left', async () => {
    const { drawing, box } = await draw();
    const escalation = drawing.lines.find((line) => line.kind === 'escalate');
    expect(escalation?.label).toMatchObject({ text: 'After 8 business hours', icon: 'clock' });
    expect(escalation?.points[0]?.x).toBe(box('first').x + box('first').width);
    expect(escalation?.points.at(-1)?.x).toBe(box('second').x + box('second').width);
    const reopen = drawing.lines.find((line) => line.kind === 'reopen');
    expect(reopen?.points[0]?.x).toBe(box('done').x);
    expect(reopen?.points.at(-1)?.x).toBe(box('first').x);
  });

  it('keeps the header of a collapsed level and leads its lines there', async () => {
    const { drawing, box } = await draw({ collapsed: new Set(['first']) });
    expect(box('first')).toMatchObject({ collapsed: true, hidden: 7 });
    expect(drawing.boxes.some((candidate) => candidate.parent === 'first')).toBe(false);
    expect(drawing.lines.filter((line) => line.from === 'first').map((line) => line.to)).toEqual(['second', 'second', 'done']);
  });

  it('collapses the largest levels of a large procedure and says so', async () => {
    const { drawing, box } = await draw({ mostSteps: 6 });
    expect(box('first').collapsed).toBe(true);
    expect(box('second').collapsed).toBeUndefined();
    expect(drawing.notice).toBe('1 level is shown without steps: the procedure has 11 of them.');
  });
});
