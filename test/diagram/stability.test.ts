import { describe, expect, it } from 'vitest';
import { arrange } from '../../diagram/arrange.js';
import type { Box, Drawing } from '../../diagram/drawing.js';
import { procedureOf } from '../language-server/compile/procedure-of.js';

/** Two levels of the same steps; `lines` of the first can be edited. */
function text(lines: readonly string[]): string {
  return `sop x "X" { owner csm }
role csm "CSM"
trigger t "Trigger" { when "it happens" judged by csm -> first }
level first "First" { owner csm escalate after 2 days -> second
${lines.join('\n')} }
level second "Second" { owner csm action other "Other" decide sure "Sure?" { "Yes" -> done otherwise { action "Think" } } action "End" -> done }
resolution done "Done" { require "Fine" judged by csm reopen within 3 days -> first -> over }
closure over "Over" { action "Review" }`;
}

const lines = Array.from({ length: 8 }, (_, index) => [
  `action step-${index} "Do thing ${index} as it is written down" by csm within 1 h`,
  `decide question-${index} "Is thing ${index} done?" { "Yes" { action yes-${index} "Write it down" } "No" -> second otherwise { notify csm "Tell" as tell-${index} } }`,
]).flat();
const start = [...lines, 'action last "Last" -> done'];

async function drawingOf(body: readonly string[]): Promise<Drawing> {
  return arrange(await procedureOf(text(body)));
}

/** Places of the boxes of a level from its corner. */
function places(drawing: Drawing, level: string): Map<string, Box> {
  const corner = drawing.boxes.find((box) => box.id === level);
  const own = drawing.boxes.filter((box) => box.parent === level);
  return new Map(own.map((box) => [box.id, { ...box, x: box.x - (corner?.x ?? 0), y: box.y - (corner?.y ?? 0) }]));
}

const edits: readonly (readonly [string, (body: string[], at: number) => void])[] = [
  ['adding a step', (body, at) => body.splice(at, 0, 'action added "One more"')],
  ['adding a decision', (body, at) => body.splice(at, 0, 'decide added "More?" { "Yes" -> second "No" -> done otherwise { } }')],
  ['removing a step', (body, at) => body.splice(at, 1)],
  ['renaming a step', (body, at) => body.splice(at, 1, (body[at] ?? '').replace(/"[^"]*"/, '"Something else altogether"'))],
  ['moving a step', (body, at) => body.splice((at + 5) % 16, 0, ...body.splice(at, 1))],
];

describe('stability', () => {
  it.each(edits)('%s moves nothing sideways that it does not push, and changes no order', async (_, edit) => {
    const before = await drawingOf(start);
    const moved: number[] = [];
    for (let at = 0; at < 16; at++) {
      const body = [...start];
      edit(body, at);
      const after = await drawingOf(body);
      expect(strip(places(after, 'second'))).toEqual(strip(places(before, 'second')));
      const now = places(after, 'first');
      const kept = [...places(before, 'first')].filter(([id]) => now.has(id));
      for (const [id, box] of kept) {
        moved.push(Math.abs((now.get(id)?.x ?? 0) - box.x));
        for (const [other, beside] of kept) {
          if (box.y === beside.y && box.x < beside.x) expect(now.get(id)?.x ?? 0).toBeLessThan(now.get(other)?.x ?? 0);
        }
      }
    }
    moved.sort((a, b) => a - b);
    expect(moved[Math.floor(moved.length / 2)]).toBe(0);
    expect(moved[Math.floor(moved.length * 0.95)]).toBeLessThan(40);
  });

  it('gives the same drawing for the same procedure', async () => {
    expect(await drawingOf(start)).toEqual(await drawingOf(start));
  });
});

function strip(boxes: ReadonlyMap<string, Box>): unknown[] {
  return [...boxes.values()].map(({ id, x, y, width, height }) => ({ id, x, y, width, height }));
}
