/** A procedure must hold for someone who was not there: no "ask Bob", no "as usual", no "TBD", no @handle. */
import type { Procedure } from '../../flow/procedure.js';
import { positionIn } from './insert-in-block.js';
import { ownElements } from './own-elements.js';
import { personalNames } from './personal-names.js';
import type { Rule } from './rule.js';

export const documentTribal: Rule = {
  id: 'document/tribal',
  level: 'warning',
  check: ({ procedure, report, textAt }) => {
    const vocabulary = vocabularyWords(procedure);
    for (const { element } of ownElements(procedure)) {
      for (const { range } of element.texts ?? []) {
        const raw = textAt(range);
        for (const { offset, words, message } of tribalWords(raw, vocabulary)) {
          report({
            range: {
              start: positionIn(raw, offset, range.start),
              end: positionIn(raw, offset + words.length, range.start),
            },
            element: element.id,
            message,
          });
        }
      }
    }
  },
};

interface TribalWords {
  readonly offset: number;
  readonly words: string;
  readonly message: string;
}

/** What in a text only insiders understand, in its order. `vocabulary` holds words (lower case) that are no people. */
export function tribalWords(text: string, vocabulary: ReadonlySet<string>): TribalWords[] {
  const found: TribalWords[] = [];
  for (const match of text.matchAll(/\bask ([A-Z][a-z]+)\b(?:\s+([A-Za-z]+))?/gi)) {
    const [, name = '', following] = match;
    if (!isPerson(name, following, vocabulary)) continue;
    const words = match[0].slice(0, 'ask '.length + name.length);
    found.push({
      offset: match.index,
      words,
      message: `'${words}' works only while ${name} is there. Name the role that answers.`,
    });
  }
  for (const match of text.matchAll(/\bas usual\b|\bthe usual (?:process|procedure|way|steps|drill)\b|\byou know\b/gi)) {
    found.push({
      offset: match.index,
      words: match[0],
      message: `'${match[0]}' helps only those who know already. Write down what is to be done, or link to it with 'see'.`,
    });
  }
  for (const match of text.matchAll(/\bTBD\b|\bTODO\b|\btbd\b|\btodo(?=:)/g)) {
    found.push({
      offset: match.index,
      words: match[0],
      message: `'${match[0]}' leaves something open. Decide it, or leave it out until it is decided.`,
    });
  }
  for (const match of text.matchAll(/(?<![\w.@/+-])@([a-z][\w-]*(?:\.[\w-]+)*)/gi)) {
    const name = match[1]?.toLowerCase() ?? '';
    if (groups.has(name) || vocabulary.has(name)) continue;
    found.push({
      offset: match.index,
      words: match[0],
      message: `'${match[0]}' is one person, who may be away or gone. Name the role instead.`,
    });
  }
  return found.sort((one, other) => one.offset - other.offset);
}

/** Handles that call everybody rather than somebody. */
const groups: ReadonlySet<string> = new Set(['here', 'channel', 'everyone', 'all', 'team']);

/** A capital letter alone does not make a person: "Ask Legal", "Ask For Help". */
function isPerson(name: string, following: string | undefined, vocabulary: ReadonlySet<string>): boolean {
  if (!/^[A-Z]/.test(name)) return false;
  const word = name.toLowerCase();
  if (personalNames.has(word)) return true;
  if (vocabulary.has(word) || noPeople.has(word)) return false;
  // In A Title Written Like This One, capitals say nothing.
  return following === undefined || !/^[A-Z]/.test(following);
}

/** Words that follow "ask" with a capital letter and are nobody's name. */
const noPeople: ReadonlySet<string> = new Set(
  (
    'a about account again all an and any anyone are at billing both business by can communications compliance customer customers data ' +
    'details development engineering english everyone executive executives external finance first for french german help her him his hr ' +
    'how human if information internal it leadership legal management marketing me monday more no nobody not now on one only operations ' +
    'ops other others our ourselves people privacy procurement product quality questions research revenue sales security senior ' +
    'several some someone success support team teams tech technical that the their them themselves these they this those to until us ' +
    'users vendor vendors what when where whether which while who whom whose why within without you your yourself'
  ).split(' '),
);

/** Words of the names and titles of everything that is no person: roles, teams, channels, sources, other procedures. */
function vocabularyWords(procedure: Procedure): ReadonlySet<string> {
  const { roles, teams, channels, sources, levels, procedures } = procedure;
  const words = new Set<string>();
  for (const { name, title } of [...roles, ...teams, ...channels, ...sources, ...levels, ...procedures]) {
    if (name) words.add(name.toLowerCase());
    for (const word of `${name ?? ''} ${title ?? ''}`.toLowerCase().split(/[^a-z]+/)) if (word) words.add(word);
  }
  return words;
}
