import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AstNode, AstUtils, type Lexer } from 'langium';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../language-server/generated/ast.js';
import { HandedLexer } from '../../../language-server/parser/handed-lexer.js';
import { repair } from '../../../language-server/parser/repair/repair.js';
import { faultsIn, mistakesIn, parse, services } from './parsing.js';

const examples = readdirSync('examples')
  .filter((file) => file.endsWith('.sop'))
  .map((file) => ({ file, text: readFileSync(`examples/${file}`, 'utf8') }));
const example = fc.constantFrom(...examples);
const owners: ReadonlySet<string> = new Set(['Level', 'Resolution', 'Closure', 'Variant']);
const steps: ReadonlySet<string> = new Set('Action Notify Page Decision Approval Wait Parallel Handoff Assign Follow'.split(' '));

/** Every named element with where it stands: `frontline.triage`. */
function namesIn(document: Document): Set<string> {
  const found = new Set<string>();
  for (const node of AstUtils.streamAst(document)) {
    if (node.$type === 'Choice' || !('name' in node) || typeof node.name !== 'string' || node.name === '') continue;
    found.add(`${ownerOf(node)}${node.name}`);
  }
  return found;
}

function ownerOf(node: AstNode): string {
  for (let each = node.$container; each; each = each.$container) {
    if (owners.has(each.$type) && 'name' in each) return `${each.name}.`;
  }
  return '';
}

function tokensOf(text: string) {
  return services.parser.Lexer.tokenize(text).tokens;
}

/** What the grammar has against the tokens that repair leaves: nothing, or repair and grammar are not of one mind. */
function mistakesLeftIn(text: string): string[] {
  const lexer = services.parser.Lexer;
  if (!(lexer instanceof HandedLexer)) throw new Error('The lexer is not ours.');
  const lex = (some: string) => lexer.tokenize(some);
  const { tokens } = repair(text, lex(text), lex, lexer.definition);
  lexer.hand({ tokens: [...tokens], hidden: [], errors: [] });
  return mistakesIn('');
}

/** The text with blanks in place of one token. */
function without(text: string, { startOffset, image }: { startOffset: number; image: string }): string {
  return text.slice(0, startOffset) + ' '.repeat(image.length) + text.slice(startOffset + image.length);
}

describe('a broken text', () => {
  it('is read to any length that was typed of it', () => {
    fc.assert(
      fc.property(example, fc.nat(), ({ text }, place) => {
        const typed = text.slice(0, place % (text.length + 1));
        const open = Math.max(0, typed.split('{').length - typed.split('}').length);
        expect(mistakesIn(typed).length).toBeLessThanOrEqual(open + 3);
      }),
      { numRuns: 150 },
    );
  });

  it('loses nothing that was whole before, while it is typed', () => {
    fc.assert(
      fc.property(example, fc.nat(), ({ text }, place) => {
        const line = text.lastIndexOf('\n', place % text.length);
        const whole = namesIn(parse(text));
        const missing = [...namesIn(parse(text.slice(0, line + 1)))].filter((name) => !whole.has(name));
        expect(missing).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tells one missing word once or, rarely, twice', () => {
    fc.assert(
      fc.property(example, fc.nat(), ({ text }, place) => {
        const tokens = tokensOf(text);
        const token = tokens[place % tokens.length];
        if (token) expect(mistakesIn(without(text, token)).length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 250 },
    );
  });

  for (const { file, text } of examples) {
    it(`keeps all other steps and their levels when a step of ${file} lacks a word`, () => {
      const document = parse(text);
      const whole = namesIn(document);
      let place = 0;
      for (const node of AstUtils.streamAst(document)) {
        if (!steps.has(node.$type) || node.$container?.$type === 'Header' || !node.$cstNode) continue;
        const own = 'name' in node && typeof node.name === 'string' ? `${ownerOf(node)}${node.name}` : '';
        const { offset, end } = node.$cstNode;
        for (const token of tokensOf(text.slice(offset, end))) {
          if (place++ % 5 > 0) continue;
          const now = namesIn(parse(without(text, { startOffset: offset + token.startOffset, image: token.image })));
          // A step in it may lose its own name only to its own missing name.
          const lost = [...whole].filter((name) => name !== own && !now.has(name) && !name.endsWith(`.${token.image}`));
          expect(lost, `'${token.image}' of line ${node.$cstNode.range.start.line + 1}`).toEqual([]);
        }
      }
    });
  }

  it('bears any sign anywhere', () => {
    fc.assert(
      fc.property(
        example,
        fc.nat(),
        fc.constantFrom('{', '}', '"', '->', 'by', 'within', '(', '"""', '/*', '§', ','),
        ({ text }, place, sign) => {
          const at = place % text.length;
          const mistakes = mistakesIn(`${text.slice(0, at)} ${sign} ${text.slice(at)}`);
          expect(mistakes.length).toBeLessThanOrEqual(6);
          expect(mistakesLeftIn(`${text.slice(0, at)} ${sign} ${text.slice(at)}`)).toEqual([]);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('bears any words', () => {
    const words = fc.constantFrom(
      ...'{ } ( ) , . -> "x" """y""" 30 min 2026-01-01 9:00 level role action decide otherwise by within when and or not for is in x y trigger severity § "'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (some) => {
        const text = some.join(' ');
        expect(mistakesIn(text).length).toBeLessThanOrEqual(21);
        expect(mistakesLeftIn(text), text).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the examples', () => {
  for (const { file, text } of examples) {
    it(`have nothing wrong in ${file}, and repair would leave it as it is`, () => {
      expect(faultsIn(text)).toEqual([]);
      const lex = (some: string) => services.parser.Lexer.tokenize(some);
      const lexed = lex(text);
      const { mistakes, tokens } = repair(text, lexed, lex, typesOf(services.parser.Lexer));
      expect(mistakes).toEqual([]);
      expect(tokens).toEqual(lexed.tokens);
    });
  }
});

function typesOf(lexer: Lexer) {
  if (!(lexer instanceof HandedLexer)) throw new Error('The lexer is not ours.');
  return lexer.definition;
}
