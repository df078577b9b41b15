import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

let grammar: IGrammar;

beforeAll(async () => {
  await loadWASM({ data: readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')) });
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const path = 'syntaxes/sop.tmLanguage.json';
      return scope === 'source.sop' ? parseRawGrammar(readFileSync(path, 'utf8'), path) : null;
    },
  });
  const loaded = await registry.loadGrammar('source.sop');
  if (!loaded) throw new Error('The grammar does not load.');
  grammar = loaded;
});

/** Each word of the text with its innermost scope, without the language. */
function scopesOf(text: string): string[] {
  const found: string[] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const word = line.slice(startIndex, endIndex).trim();
      if (word) found.push(`${word} ${scopes.at(-1)?.replace(/\.sop$/, '')}`);
    }
  }
  return found;
}

describe('colours', () => {
  it('tell a declaration from its name and title', () => {
    expect(scopesOf('level frontline "L1" {')).toEqual([
      'level storage.type.declaration',
      'frontline entity.name.type',
      '" punctuation.definition.string.begin',
      'L1 string.quoted.double',
      '" punctuation.definition.string.end',
      '{ punctuation.section.block',
    ]);
  });

  it('show a keyword that is a name as a name', () => {
    expect(scopesOf('closure closed {')).toContain('closed entity.name.type');
    expect(scopesOf('  owner owner')).toEqual(['owner keyword.other.property', 'owner variable.other.role']);
    expect(scopesOf('  action by "Call"')).toContain('by entity.name.function');
    expect(scopesOf('  escalate after 8 h -> level')).toContain('level entity.name.function.reference');
    expect(scopesOf('when plan is free')).toContain('free variable.other.name');
    expect(scopesOf('when plan in (open, closed)')).toContain('closed variable.other.name');
  });

  it('show a step with its clauses', () => {
    expect(
      scopesOf('notify customer "Hi" by csm via email within 4 business hours -> frontline.triage').filter(
        (word) => !/string/.test(word),
      ),
    ).toEqual([
      'notify keyword.control.step',
      'customer variable.other.role',
      'by keyword.other.clause',
      'csm variable.other.role',
      'via keyword.other.clause',
      'email variable.other.name',
      'within keyword.other.clause',
      '4 business hours constant.numeric.with-unit',
      '-> keyword.operator.arrow',
      'frontline.triage entity.name.function.reference',
    ]);
  });

  it('take a number and its unit as one', () => {
    for (const value of ['30 min', '24h', '75%', '100k USD', '2 business days', '-20 points', '1_000', '0.5', '2M']) {
      expect(scopesOf(value)).toEqual([expect.stringMatching(/ constant\.numeric/)]);
      expect(scopesOf(value)[0]).toContain(value);
    }
    expect(scopesOf('2026-09-01')).toEqual(['2026-09-01 constant.other.date']);
    expect(scopesOf('17:30')).toEqual(['17:30 constant.other.time']);
  });

  it('show conditions', () => {
    expect(scopesOf('when arr-at-risk >= 250k USD and not data-breach')).toEqual([
      'when keyword.other.clause',
      'arr-at-risk variable.other.name',
      '>= keyword.operator.comparison',
      '250k USD constant.numeric.with-unit',
      'and keyword.operator.word',
      'not keyword.operator.word',
      'data-breach variable.other.name',
    ]);
    expect(scopesOf('severity is at least sev2')).toEqual([
      'severity variable.language.severity',
      'is keyword.operator.word',
      'at least keyword.operator.word',
      'sev2 variable.other.name',
    ]);
  });

  it('show many-line texts with their placeholders', () => {
    expect(scopesOf('body """\n  Hi {customer},\n"""\nsubject "x"')).toEqual([
      'body keyword.other.property',
      '""" punctuation.definition.string.begin',
      'Hi meta.embedded.block.markdown',
      '{customer} variable.other.placeholder',
      ', meta.embedded.block.markdown',
      '""" punctuation.definition.string.end',
      'subject keyword.other.property',
      '" punctuation.definition.string.begin',
      'x string.quoted.double',
      '" punctuation.definition.string.end',
    ]);
  });

  it('end an unclosed text with its line', () => {
    expect(scopesOf('action "Call\nowner csm')).toContain('owner keyword.other.property');
  });

  it('show comments, documentation and what silences a rule', () => {
    expect(scopesOf('// a note')).toEqual(['// punctuation.definition.comment', 'a note comment.line.double-slash']);
    expect(scopesOf('/** Told in hovers */')).toContain('Told in hovers comment.block.documentation');
    expect(scopesOf('// sop-ignore time/budget')).toEqual([
      '// punctuation.definition.comment',
      'sop-ignore keyword.control.ignore',
      'time/budget constant.other.rule',
    ]);
  });

  it('leave nothing of the examples without one', () => {
    for (const file of readdirSync('examples').filter((name) => name.endsWith('.sop'))) {
      const bare = scopesOf(readFileSync(`examples/${file}`, 'utf8')).filter((word) => / source$/.test(word));
      expect(bare, file).toEqual([]);
    }
  });
});
