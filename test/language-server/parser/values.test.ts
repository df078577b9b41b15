import { AstUtils } from 'langium';
import { describe, expect, it } from 'vitest';
import { isBody, isOrder, isVersion } from '../../../language-server/generated/ast.js';
import { dateMessage, timeMessage } from '../../../language-server/parser/impossible-values.js';
import { toNumber, withoutIndentation } from '../../../language-server/parser/value-converter.js';
import { parse } from './parsing.js';

describe('values', () => {
  it('are numbers with separators and factors', () => {
    expect(['3', '1_000', '0.5', '100k', '2M', '0.1M', '1.15k'].map(toNumber)).toEqual([
      3, 1000, 0.5, 100_000, 2_000_000, 100_000, 1150,
    ]);
  });

  it('may be below zero', () => {
    const test = AstUtils.streamAst(parse('threshold t when nps < -20')).find(isOrder);
    expect(test?.bound.amount).toBe(-20);
  });

  it('are texts with escapes', () => {
    const version = AstUtils.streamAst(parse('sop s { version "a \\"b\\" \\\\ c" }')).find(isVersion);
    expect(version?.value).toBe('a "b" \\ c');
  });

  it('are many-line texts without the indentation that all lines have', () => {
    const body = AstUtils.streamAst(parse('template t {\n  body """\n    Hi,\n\n      there\n    you\n  """\n}')).find(isBody);
    expect(body?.text).toBe('Hi,\n\n  there\nyou');
    expect(withoutIndentation('one line')).toBe('one line');
    expect(withoutIndentation('first\r\n  second\r\n')).toBe('first\nsecond');
  });

  it('are dates that exist', () => {
    expect(dateMessage('2028-02-29')).toBeUndefined();
    expect(dateMessage('2026-02-30')).toBe('2026-02-30 is no date: February 2026 has 28 days.');
    expect(dateMessage('2026-13-01')).toBe('2026-13-01 is no date: months go from 01 to 12.');
    expect(dateMessage('2026-01-00')).toBe('2026-01-00 is no date: January 2026 has 31 days.');
  });

  it('are times of day that exist', () => {
    expect(timeMessage('24:00', true)).toBeUndefined();
    expect(timeMessage('24:00', false)).toContain('24:00 ends a day');
    expect(timeMessage('24:01', true)).toBe('24:01 is no time of day: hours go from 00:00 to 23:59, and 24:00 ends a day.');
    expect(timeMessage('9:60', true)).toBe('9:60 is no time of day: minutes go from 00 to 59.');
  });
});
