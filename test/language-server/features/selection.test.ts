import { describe, expect, it } from 'vitest';
import { selectionRanges } from '../../../language-server/features/selection-ranges.js';
import { linkedRanges } from '../../../language-server/features/sop-language-server.js';
import { open } from '../workspace-helper.js';

describe('growing selection', () => {
  it('goes from the word over text, step and level to the file', async () => {
    const text = 'role r\nlevel a { owner r action "Say hello" by r within 1 h }';
    const opened = await open(text);
    const position = opened.document.textDocument.positionAt(text.indexOf('hello'));
    const found: string[] = [];
    for (let at = selectionRanges(opened.document, [position])[0]; at; at = at.parent)
      found.push(opened.document.textDocument.getText(at.range));
    expect(found).toEqual(
      expect.arrayContaining(['Say hello', '"Say hello"', 'action "Say hello" by r within 1 h', text.split('\n')[1], text]),
    );
    expect(found.map((each) => each.length)).toEqual(found.map((each) => each.length).toSorted((a, b) => a - b));
  });
});

describe('linked editing', () => {
  it('changes a name and its uses at once, unless another file uses it', async () => {
    const opened = await open('role csm\nlevel a { owner csm }');
    const params = { textDocument: { uri: opened.document.uri.toString() }, position: { line: 0, character: 6 } };
    expect(linkedRanges(opened.document, params, opened.sop)?.ranges.map((range) => range.start.line)).toEqual([0, 1]);
    const shared = await open({ 'main.sop': 'import "./p.sop"\nlevel a { owner csm }', 'p.sop': 'role csm' });
    const use = { ...params, position: { line: 1, character: 17 } };
    expect(linkedRanges(shared.document, use, shared.sop)).toBeNull();
  });
});
