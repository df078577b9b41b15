/** Answers of a decision that people choose get a condition each, to be filled in: what is measured needs no judgement. */
import { type Branch, type Decision, isDecision } from '../../generated/ast.js';
import { insertion, type Refactoring, type RefactoringPlace } from './refactoring.js';
import { around } from './selected.js';

export const measureAnswers: Refactoring = {
  kind: 'refactor.rewrite',
  offers: (place) => {
    const decision = around(place).find(isDecision);
    const answers = decision?.branches.filter((branch) => !branch.otherwise && branch.label !== undefined) ?? [];
    if (!decision || answers.length === 0 || answers.some(({ condition }) => condition)) return [];
    // Inside of an answer's block, another decision may be meant.
    const inside = around(place).find((node) => node.$type === 'Branch' || isDecision(node));
    if (inside?.$type === 'Branch' && inside.$container !== decision) return [];
    const conditions = conditionsFor(decision, answers, place);
    const edits = answers.flatMap((answer, i) => {
      const label = /^"(?:[^"\\]|\\.)*"/.exec(answer.$cstNode?.text ?? '')?.[0];
      if (!label || !answer.$cstNode) return [];
      return [insertion(place.document, answer.$cstNode.offset + label.length, ` when ${conditions[i]}`)];
    });
    return [{ title: 'Measure the answers: give each a condition', edits }];
  },
};

/** A flag that the question or the answer names, else bands of a score: every case is taken by one answer. */
function conditionsFor(decision: Decision, answers: readonly Branch[], place: RefactoringPlace): string[] {
  const flag = flagNamedIn(`${decision.title} ${answers[0]?.label ?? ''}`, place);
  const ends = decision.branches.some((branch) => branch.otherwise);
  if (flag && answers.length === 1) return [flag];
  if (flag && answers.length === 2) return [flag, ends ? `not ${flag} and health-score < 60` : `not ${flag}`];
  const parts = ends ? answers.length + 1 : answers.length;
  const bound = (i: number): number => Math.round((100 * (parts - 1 - i)) / parts);
  return answers.map((_, i) =>
    i < parts - 1 ? `health-score >= ${bound(i)}` : parts === 1 ? 'health-score >= 60' : `health-score < ${bound(i - 1)}`,
  );
}

/** "Is a workaround available?" names `workaround-available`. */
function flagNamedIn(text: string, { root, services }: RefactoringPlace): string | undefined {
  const said = new Set(text.toLowerCase().match(/[a-z]+/g));
  const { own, imported, standard } = services.references.VisibleFiles.visibleFrom(root);
  for (const { body } of [own, ...imported, standard]) {
    for (const [name, metric] of body.names.get('metric') ?? []) {
      if (metric.$type !== 'Metric' || metric.type?.$type !== 'FlagType') continue;
      if (name.split('-').every((word) => said.has(word))) return name;
    }
  }
  return undefined;
}
