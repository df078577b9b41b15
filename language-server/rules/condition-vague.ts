/** What a human judges or checks off must mean the same to everyone: no "soon", no "as needed", no "bi-weekly". */
import { positionIn } from './insert-in-block.js';
import { ownElements } from './own-elements.js';
import type { Rule } from './rule.js';

export const conditionVague: Rule = {
  id: 'condition/vague',
  level: 'warning',
  check: ({ procedure, report, textAt }) => {
    for (const { element } of ownElements(procedure)) {
      for (const { kind, range } of element.texts ?? []) {
        if (kind !== 'judged' && kind !== 'check') continue;
        const raw = textAt(range);
        for (const { offset, words, instead } of vagueWords(raw)) {
          report({
            range: { start: positionIn(raw, offset, range.start), end: positionIn(raw, offset + words.length, range.start) },
            element: element.id,
            message: `'${words}' means something else to everyone who reads it. Write ${instead}.`,
          });
        }
      }
    }
  },
};

const aTime = 'by when, such as within 4 h';
const anAmount = 'how much, as a number';
const howOften = 'how often, such as every 2 days';
const howMany = 'how many times, such as 3 times within 30 days';
const whenExactly = 'in which case, as a condition that can be answered with yes or no';
const theMeasure = 'what would show it, such as a number or a named deliverable';

/** Longer ones first: what one matches, no other looks at again. */
const vague: readonly (readonly [pattern: string, instead: string])[] = [
  ['as soon as possible|as soon as practicable|at (?:the|your) earliest(?: convenience)?', aTime],
  [
    'soon|asap|a\\.s\\.a\\.p\\.?|eventually|shortly|promptly|quickly|swiftly|speedily|in due course|in good time|without (?:undue )?delay',
    aTime,
  ],
  ['timely|in a timely (?:manner|fashion)|in (?:a )?reasonable time', aTime],
  ['bi-?weekly', "'twice a week' or 'every 2 weeks', whichever is meant"],
  ['bi-?monthly', "'twice a month' or 'every 2 months', whichever is meant"],
  ['bi-?annually|bi-?yearly', "'twice a year' or 'every 2 years', whichever is meant"],
  ['multiple times|several times|many times|a few times|a number of times|repeatedly|again and again', howMany],
  ['regularly|frequently|periodically|occasionally|often|from time to time|now and then|every so often', howOften],
  ['(?:as|if|when|where) (?:needed|necessary|required|appropriate|possible)', whenExactly],
  ['(?:un)?reasonabl[ey]|appropriate(?:ly)?|adequate(?:ly)?', theMeasure],
  ['too (?:long|late|slow|many|much|often)|a long time|for (?:a|some) while|some time', anAmount],
  ['significant(?:ly)?|substantial(?:ly)?|considerabl[ey]|excessive(?:ly)?', anAmount],
  ['and so on|etc\\.?|or similar', 'all that belongs to it'],
];

const pattern = new RegExp(`(?<![\\w-])(?:${vague.map(([words]) => `(${words})`).join('|')})(?![\\w-])`, 'gi');

interface VagueWords {
  readonly offset: number;
  readonly words: string;
  readonly instead: string;
}

/** The words of a text that cannot be measured, in its order, each with what to write instead. */
export function vagueWords(text: string): VagueWords[] {
  return [...text.matchAll(pattern)].map((match) => {
    const found = vague.findIndex((_, i) => match[i + 1] !== undefined);
    return { offset: match.index, words: match[0], instead: vague[found]?.[1] ?? theMeasure };
  });
}
