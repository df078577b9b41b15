import { describe, expect, it } from 'vitest';
import { readRuleConfig } from '../../../language-server/rules/rule-config.js';
import { changed } from './clean.js';
import { findingsOf } from './findings-of.js';

const ids = ['time/budget', 'talk/silent', 'close/criteria'];
const read = (text: string) => readRuleConfig('file:///sop.config.json', text, ids);
const problems = (text: string) =>
  read(text).problems.map(({ code, message, range: { start, end } }) => [
    code,
    message,
    `${start.line}:${start.character}-${end.line}:${end.character}`,
  ]);

describe('sop.config.json', () => {
  it('sets levels', () => {
    const { levels, problems: none } = read(
      '{ "$schema": "./x.json", "rules": { "time/budget": "warning", "talk/silent": "off" } }',
    );
    expect([...levels]).toEqual([
      ['time/budget', 'warning'],
      ['talk/silent', 'off'],
    ]);
    expect(none).toEqual([]);
  });

  it('says where an unknown id stands, and which is near; the others count', () => {
    const text = '{\n  "rules": {\n    "time/bugdet": "off",\n    "talk/silent": "info"\n  }\n}';
    expect(problems(text)).toEqual([
      ['config/unknown', "There is no rule 'time/bugdet'. Did you mean 'time/budget'?", '2:4-2:17'],
    ]);
    expect(read(text).levels.get('talk/silent')).toBe('info');
  });

  it.each([
    [
      '{ "rules": { "time/budget": "warn" } }',
      'config/level',
      `The level of 'time/budget' must be "error", "warning", "info", "hint" or "off".`,
      '0:28-0:34',
    ],
    [
      '{ "rules": { "time/budget": 2 } }',
      'config/level',
      `The level of 'time/budget' must be "error", "warning", "info", "hint" or "off".`,
      '0:28-0:29',
    ],
    ['{ "rule": {} }', 'config/unknown', "There is no setting 'rule'. Did you mean 'rules'?", '0:2-0:8'],
    [
      '{ "rules": [] }',
      'config/json',
      `'rules' must hold an object, such as { "rules": { "time/budget": "warning" } }.`,
      '0:11-0:13',
    ],
    ['[]', 'config/json', `sop.config.json must hold an object, such as { "rules": { "time/budget": "warning" } }.`, '0:0-0:2'],
    [
      '{ "rules": { "time/budget": "off", } }',
      'config/json',
      'sop.config.json cannot be read: here a name in double quotes is due.',
      '0:35-0:36',
    ],
    ['{ "rules": ', 'config/json', 'sop.config.json cannot be read: here a value is due.', '0:11-0:11'],
    ['{ // no\n}', 'config/json', 'sop.config.json cannot be read: JSON has no comments.', '0:2-0:7'],
    [
      '{ "rules": { "link/unknown": "off" } }',
      'config/unknown',
      "'link/unknown' is no rule: it is always an error and has to be mended.",
      '0:13-0:27',
    ],
  ])('explains what is wrong with %s', (text, code, message, place) => {
    expect(problems(text)).toContainEqual([code, message, place]);
  });

  it('is read by the rules', async () => {
    const text = changed(['  require "Customer confirms the fix" judged by support-lead\n', '']);
    const levels = (config: string) =>
      findingsOf(text, { config }).then((findings) => findings.map(({ code, level }) => `${code} ${level}`));
    expect(await levels('{ "rules": { "close/criteria": "hint" } }')).toEqual(['close/criteria hint']);
    expect(await levels('{ "rules": { "close/criteria": "off" } }')).toEqual([]);
    expect(await levels('{ "rules": ')).toEqual(['close/criteria error']);
  });
});
