import { EmptyFileSystem, GrammarAST } from 'langium';
import { describe, expect, it } from 'vitest';
import { readCursor } from '../../../language-server/features/completion/cursor.js';
import { createSopServices } from '../../../language-server/sop-module.js';

const { sop } = createSopServices(EmptyFileSystem);
function words(marked: string): string[] {
  const offset = marked.indexOf('|');
  const cursor = readCursor(marked.replace('|', ''), offset, sop.parser.Lexer, sop.Grammar);
  return [
    ...new Set(
      (cursor?.features ?? []).map(({ feature }) =>
        GrammarAST.isKeyword(feature)
          ? feature.value
          : GrammarAST.isCrossReference(feature)
            ? `@${feature.type.$refText}`
            : GrammarAST.isRuleCall(feature)
              ? `#${feature.rule.$refText}`
              : feature.$type,
      ),
    ),
  ];
}

describe('what may stand at the cursor', () => {
  it('offers imports, the header and declarations in an empty file', () => {
    expect(words('|')).toEqual(expect.arrayContaining(['import', 'sop', 'role', 'level', 'trigger']));
  });
  it('offers roles after by', () => {
    expect(words('level a { owner b\n action "x" by |')).toEqual(['@Role']);
  });
  it('goes on after a broken statement above', () => {
    expect(words('level a { owner \n action by by \n !! \n notify customer "x" via |')).toEqual(['@Channel']);
  });
  it('offers what a step may carry, and new steps', () => {
    expect(words('level a { action "x" by b |')).toEqual(
      expect.arrayContaining([',', 'by', 'within', 'when', '->', '{', 'action', 'notify', '}']),
    );
  });
  it('offers targets after an arrow in a branch', () => {
    expect(words('level a { decide "Q?" { "Yes" -> |')).toEqual(['@FlowTarget']);
  });
  it('offers comparisons after a metric', () => {
    expect(words('trigger t { when health-score |')).toEqual(
      expect.arrayContaining(['<', '<=', 'between', 'drops', 'is', 'in', 'and']),
    );
  });
});
