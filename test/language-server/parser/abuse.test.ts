/** Texts that nobody writes and somebody opens: a place where it goes wrong, soon, and no exception. */
import { describe, expect, it } from 'vitest';
import { mistakesIn } from './parsing.js';

describe('an abusive text', () => {
  const texts: Readonly<Record<string, readonly [string, string]>> = {
    'two thousand parentheses': [
      `threshold x when ${'('.repeat(2000)}a${')'.repeat(2000)}`,
      '1:69-69 This condition is nested too deeply: say parts of it as thresholds.',
    ],
    'two thousand nots': [
      `threshold x when ${'not '.repeat(2000)}a`,
      '1:222-224 This condition is nested too deeply: say parts of it as thresholds.',
    ],
    'two thousand braces': [
      `level a { ${'decide "x" { "y" { '.repeat(1000)}${'} } '.repeat(1000)}}`,
      '1:389-389 These braces are nested too deeply.',
    ],
    'a million braces': ['{'.repeat(1_000_000), '1:1-1 This opening brace belongs to nothing.'],
    'a megabyte of NUL': ['\0'.repeat(1_000_000), '1:1-1000000 A NUL character cannot stand in a procedure.'],
    'a megabyte of quotes': ['"""'.repeat(333_333), '1:1-6 '],
    'a megabyte of comments that do not end': ['/* '.repeat(333_333), '1:1-2 This comment has no closing */.'],
    'a megabyte of damaged characters': [
      '\uFFFD a'.repeat(300_000),
      '1:1-1 This character was damaged when the file was saved: the file must be UTF-8.',
    ],
    'five megabytes of one word': ['x'.repeat(5_000_000), '1:1-5000000 '],
  };
  for (const [what, [text, told]] of Object.entries(texts)) {
    it(`of ${what} is answered soon`, { timeout: 20_000 }, () => {
      const mistakes = mistakesIn(text);
      expect(mistakes.length).toBeLessThanOrEqual(21);
      expect(mistakes[0]?.startsWith(told), mistakes[0]?.slice(0, 100)).toBe(true);
    });
  }

  it('is none as long as nesting stays within what people can follow', () => {
    expect(mistakesIn(`level a { ${'decide "x" { "y" { '.repeat(19)}${'} } '.repeat(19)}}`)).toEqual([]);
    expect(mistakesIn(`threshold x when ${'('.repeat(50)}a${')'.repeat(50)}`)).toEqual([]);
  });
});
