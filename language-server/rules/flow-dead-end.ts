/** The last step of a level must say where to go. */
import type { Edge, Procedure, Range, Step } from '../../flow/procedure.js';
import { edgesFrom, reachedFrom } from '../../flow/reach.js';
import { stepTitle } from '../../flow/titles.js';
import { indentationOf } from './insert-in-block.js';
import type { Fix, Rule } from './rule.js';
import { quoted } from './words.js';

export const flowDeadEnd: Rule = {
  id: 'flow/dead-end',
  level: 'error',
  check: ({ procedure, report, textAt }) => {
    const edges = edgesFrom(procedure);
    const levels = new Map(procedure.levels.map((level) => [level.id, level]));
    // A step that nothing leads to has another fault: what follows it does not matter yet.
    const starts = [...levels.keys(), ...procedure.triggers.flatMap(({ target }) => target ?? [])];
    const reached = reachedFrom(procedure, starts);
    for (const step of procedure.steps) {
      const level = levels.get(step.parent);
      if (!level || !reached.has(step.id)) continue;
      for (const end of endsOf(procedure, step, edges.get(step.id) ?? [])) {
        const target = likelyTarget(procedure, level.id);
        report({
          range: end.range,
          element: step.kind === 'join' ? (step.parallel ?? step.id) : step.id,
          message: end.skipped
            ? `Nothing comes after '${stepTitle(procedure, step)}' in ${quoted(level)} when its condition does not hold. Add a step after it that says where to go then${target ? `, such as action "Go on" -> ${target}` : ''}.`
            : `${end.what} in ${quoted(level)}, and nothing comes after it. Say where to go${target ? `, such as -> ${target}` : " with '->'"}.`,
          fix: step.guard ? stepAfter(step, target ?? 'target', textAt) : arrowAfter(step, target ?? 'target'),
        });
      }
    }
  },
};

function arrowAfter(step: Step, target: string): Fix {
  return {
    title: "Say where to go with '->'",
    edits: [{ range: { start: step.range.end, end: step.range.end }, newText: ` -> \${1:${target}}` }],
  };
}

/** A step that may be passed over cannot say itself what follows then. */
function stepAfter(step: Step, target: string, textAt: (range: Range) => string): Fix {
  const { start, end } = step.range;
  const beginsLine = textAt({ start: { line: start.line, character: 0 }, end: start }).trim() === '';
  const before = beginsLine ? `\n${indentationOf(step.range, textAt)}` : '  ';
  return {
    title: 'Add a step that says where to go',
    edits: [{ range: { start: end, end }, newText: `${before}action "\${1:Go on}" -> \${2:${target}}` }],
  };
}

interface End {
  readonly range: Range;
  readonly what: string;
  /** Only when its condition does not hold. */
  readonly skipped?: true;
}

/** The ways out of a step that lead nowhere. */
function endsOf(procedure: Procedure, step: Step, edges: readonly Edge[]): End[] {
  const title = stepTitle(procedure, step);
  const here = { range: step.selection, what: `'${title}' is the last step` };
  const leads = (kind: Edge['kind']): boolean => edges.some((edge) => edge.kind === kind || edge.kind === 'convert');
  switch (step.kind) {
    case 'join': {
      const parallel = procedure.steps.find(({ id }) => id === step.parallel) ?? step;
      return edges.length > 0
        ? []
        : [{ range: parallel.selection, what: `'${stepTitle(procedure, parallel)}' is the last step` }];
    }
    case 'parallel':
      if (step.lanes?.length) return skippedEnd(step, edges, here);
      break;
    case 'decide': {
      const open = (step.branches ?? []).filter((branch) => branch.block && branch.to === null);
      if (!step.branches?.length) break;
      const fallsThrough = edges.some((edge) => open.some((branch) => sameRange(edge.range, branch.range)));
      const empty = fallsThrough
        ? []
        : open.map((branch) => ({
            range: branch.selection,
            what: `The answer '${branch.label ?? 'otherwise'}' to '${title}' is the last`,
          }));
      return [...empty, ...skippedEnd(step, edges, here)];
    }
    case 'approve': {
      const approved = leads('approved') || (step.approved?.block === false && step.approved.to === null);
      const rejected = leads('rejected') || (step.rejected?.block === false && step.rejected.to === null);
      if (!approved && !rejected) return [here];
      if (!approved) return [{ range: step.approved?.range ?? step.selection, what: `'${title}' approved is the last` }];
      if (!rejected) return [{ range: step.rejected?.range ?? step.selection, what: `'${title}' rejected is the last` }];
      return skippedEnd(step, edges, here);
    }
  }
  if (!edges.some((edge) => !edge.skipped && (edge.kind === 'next' || edge.kind === 'convert'))) return [here];
  return step.target !== null ? skippedEnd(step, edges, here) : [];
}

/** A step that may be passed over, with nothing after it for then. */
function skippedEnd(step: Step, edges: readonly Edge[], here: End): End[] {
  return !step.guard || edges.some((edge) => edge.skipped) ? [] : [{ ...here, skipped: true }];
}

function sameRange(one: Range, other: Range): boolean {
  return one.start.line === other.start.line && one.start.character === other.start.character;
}

/** The resolution; without one the next level. */
function likelyTarget(procedure: Procedure, level: string): string | null {
  const index = procedure.levels.findIndex(({ id }) => id === level);
  return procedure.resolutions[0]?.name ?? procedure.levels[index + 1]?.name ?? null;
}
