/** What people do to a text, at random places: type, cut, paste pieces of other files, move lines, break and mend quotes. */
import type { Random } from './random.js';

/** Replaces the text between two offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const words = [
  ...'sop role level trigger metric threshold severity resolution closure deadline variant omit override insert'.split(' '),
  ...'before after action notify page decide approve wait parallel lane handoff assign follow otherwise else'.split(' '),
  ...'owner within by via using when for is in and or not between judged import escalate deescalate warn at of'.split(' '),
  ...['{', '}', '->', '"', '"""', '(', ')', '%', '.', ',', '//', '/*', '*/', '-', '<=', ' ', '\n', '\r\n', '\t'],
  ...['0', '1_000', '24h', '10k USD', '75%', '2026-13-45', '99:99', 'csm', 'frontline', 'sev1', 'é', '🙂', '\u0000', '\uFEFF'],
];

/** One edit of this text; `others` are texts that pieces may come from. */
export function randomEdit(text: string, others: readonly string[], random: Random): Edit {
  const at = random.below(text.length + 1);
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      return { from: at, to: at, text: random.pick(words) };
    case 3:
      return { from: at, to: at, text: String.fromCharCode(32 + random.below(95)) };
    case 4:
      return { from: at, to: Math.min(text.length, at + 1 + random.below(3)), text: '' };
    case 5:
      return { from: at, to: Math.min(text.length, at + random.below(200)), text: '' };
    case 6:
      return { from: at, to: at, text: piece(random.pick(others), random) };
    case 7: {
      const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
      const end = text.indexOf('\n', at) + 1 || text.length;
      return random.chance(0.5) ? { from: start, to: end, text: '' } : { from: end, to: end, text: text.slice(start, end) };
    }
    case 8: {
      const word = /[\w-]+/g;
      word.lastIndex = at;
      const found = word.exec(text);
      return found
        ? { from: found.index, to: found.index + found[0].length, text: random.pick(words) }
        : { from: at, to: at, text: ' ' };
    }
    default: {
      const found = text.indexOf('import "', 0);
      if (found < 0 || random.chance(0.5)) return { from: 0, to: 0, text: 'import "./people.sop"\n' };
      return { from: found, to: text.indexOf('\n', found) + 1 || text.length, text: '' };
    }
  }
}

function piece(text: string, random: Random): string {
  const from = random.below(text.length);
  return text.slice(from, from + random.below(400));
}
