/** A loop needs something in it that can let the case go. */
import type { Edge, Procedure, Step } from '../../flow/procedure.js';
import { edgesFrom } from '../../flow/reach.js';
import { stepTitle } from '../../flow/titles.js';
import type { Rule } from './rule.js';

export const flowEndless: Rule = {
  id: 'flow/endless',
  level: 'error',
  check: ({ procedure, report }) => {
    for (const loop of endlessLoops(procedure)) {
      const steps = loop.filter(({ kind }) => kind !== 'join');
      const last = steps.reduce((latest, step) => (isAfter(step, latest) ? step : latest), steps[0] ?? null);
      if (!last) continue;
      const turned = [...steps.slice(steps.indexOf(last) + 1), ...steps.slice(0, steps.indexOf(last) + 1)];
      const back = turned[0] ?? last;
      const title = (step: Step): string => stepTitle(procedure, step);
      report({
        range: last.selection,
        element: last.id,
        message: `'${title(last)}' goes back to ${back === last ? 'itself' : `'${title(back)}'`} for ever: ${[...turned, back].map(title).join(' → ')}. Put a decision, an approval, a wait or a condition into the loop, or lead out of it.`,
        related: back === last ? [] : [{ message: `It goes back to '${title(back)}'.`, range: back.selection }],
      });
    }
  },
};

const ways: ReadonlySet<Edge['kind']> = new Set(['next', 'branch', 'timeout', 'approved', 'rejected']);

/** Loops of steps that decide nothing, wait for nothing and have no condition: one for each place that goes round. */
function endlessLoops(procedure: Procedure): Step[][] {
  const steps = new Map(procedure.steps.map((step) => [step.id, step]));
  const entries = new Map(
    [...procedure.levels, ...procedure.resolutions, ...procedure.closures].map(({ id, entry }) => [id, entry]),
  );
  const edges = edgesFrom(procedure);
  const lets = ({ kind, guard }: Step): boolean => kind === 'decide' || kind === 'approve' || kind === 'wait' || guard !== null;
  const onwards = (step: Step): Step[] =>
    (edges.get(step.id) ?? [])
      .filter(({ kind }) => ways.has(kind))
      .flatMap(({ to }) => steps.get(entries.get(to) ?? to) ?? [])
      .filter((next) => !lets(next));
  const loops: Step[][] = [];
  const done = new Set<Step>();
  for (const start of procedure.steps) {
    if (lets(start) || done.has(start)) continue;
    const trail: Step[] = [];
    const stack: { step: Step; left: Step[] }[] = [];
    const enter = (step: Step): void => {
      done.add(step);
      trail.push(step);
      stack.push({ step, left: onwards(step) });
    };
    enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.left.shift();
      if (!next) {
        stack.pop();
        trail.pop();
      } else if (trail.includes(next)) {
        const loop = trail.slice(trail.indexOf(next));
        if (!loops.some((known) => known.some((step) => loop.includes(step)))) loops.push(loop);
      } else if (!done.has(next)) enter(next);
    }
  }
  return loops;
}

function isAfter(one: Step, other: Step | null): boolean {
  if (!other) return true;
  const [a, b] = [one.range.start, other.range.start];
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}
