/** Every place that names an element, in all loaded files: what references, highlights and rename stand on. */

import {
  type AstNode,
  AstUtils,
  type CstNode,
  CstUtils,
  DocumentState,
  GrammarUtils,
  type LangiumDocument,
  type LangiumDocuments,
  type References,
} from 'langium';
import type { Range } from 'vscode-languageserver-protocol';
import { isStep, isTemplate } from '../generated/ast.js';
import type { SopScopeProvider } from '../references/scope-provider.js';
import { nameOf } from '../references/symbols.js';
import { importersOf } from '../workspace/import-graph.js';

export interface Usage {
  readonly document: LangiumDocument;
  /** The name alone: of `level.step` only the part that names the element. */
  readonly range: Range;
  readonly declaration: boolean;
}

/** The element that is named at a position, and the word that names it; undefined where nothing is. */
export function elementAt(
  document: LangiumDocument,
  offset: number,
  references: References,
): { node: AstNode; word: CstNode } | undefined {
  const root = document.parseResult.value.$cstNode;
  if (!root) return undefined;
  for (const at of [offset, offset - 1]) {
    const leaf = at >= 0 ? CstUtils.findLeafNodeAtOffset(root, at) : undefined;
    if (!leaf || leaf.hidden || !/^[\w-]+$/.test(leaf.text)) continue;
    const named = references.findDeclarations(leaf)[0];
    if (!named) continue;
    // The first part of `level.step` names the level.
    const place = qualifierOf(leaf) ? placeOf(named) : undefined;
    return { node: place ?? named, word: leaf };
  }
  return undefined;
}

/** The declaration of an element and everything that refers to it, in the order of the files and their text. */
export function usagesOf(
  target: AstNode,
  documents: LangiumDocuments,
  scopes: SopScopeProvider,
  only?: LangiumDocument,
): Usage[] {
  const same = sameElement(target);
  const usages: Usage[] = [];
  for (const document of only ? [only] : thoseThatSee(target, documents)) {
    const found: Usage[] = [];
    const add = (node: CstNode | undefined, declaration: boolean): void => {
      if (node) found.push({ document, range: node.range, declaration });
    };
    for (const node of same) {
      if (AstUtils.findRootNode(node).$document === document) add(GrammarUtils.findNodeForProperty(node.$cstNode, 'name'), true);
    }
    for (const { ref, cst, written } of referencesIn(document, scopes)) {
      const words = [...CstUtils.flattenCst(cst)].filter((leaf) => !leaf.hidden && leaf.text !== '.');
      if (same.includes(ref)) add(words.at(-1), false);
      else if (written.includes('.') && words.length > 1) {
        const place = placeOf(ref);
        if (place && same.includes(place)) add(words[0], false);
      }
    }
    if (target.$type === 'Metric') found.push(...placeholders(target, document));
    usages.push(
      ...found.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character),
    );
  }
  return usages;
}

/** Only the file itself and those that import it can name an element; one of the standard library can be named anywhere. */
function thoseThatSee(target: AstNode, documents: LangiumDocuments): Iterable<LangiumDocument> {
  const home = AstUtils.findRootNode(target).$document;
  if (!home || home.uri.scheme === 'sop-library') return documents.all;
  const importers = new Set(importersOf(new Set([home.uri.toString()]), documents));
  return documents.all.filter((document) => document === home || importers.has(document));
}

interface Resolved {
  readonly ref: AstNode;
  readonly cst: CstNode;
  readonly written: string;
}

/** What a file refers to. One that was only read so far (it is imported, but not open) is looked through here. */
function* referencesIn(document: LangiumDocument, scopes: SopScopeProvider): Generator<Resolved> {
  if (document.state >= DocumentState.Linked) {
    for (const reference of document.references) {
      if ('ref' in reference && reference.$refNode && reference.ref) {
        yield { ref: reference.ref, cst: reference.$refNode, written: reference.$refText };
      }
    }
    return;
  }
  for (const container of AstUtils.streamAllContents(document.parseResult.value)) {
    for (const { reference, property } of AstUtils.streamReferences(container)) {
      const ref = scopes.getScope({ container, property, reference }).find(reference.$refText);
      if (ref && reference.$refNode) yield { ref, cst: reference.$refNode, written: reference.$refText };
    }
  }
}

/** A step that a variant puts in the place of another has its name: both are one to those who read. */
function sameElement(target: AstNode): readonly AstNode[] {
  if (!isStep(target) || !nameOf(target)) return [target];
  const place = placeOf(target);
  const name = place && 'name' in place ? place.name : undefined;
  const root = AstUtils.findRootNode(target);
  return [...AstUtils.streamAllContents(root)].filter((node) => {
    if (!isStep(node) || nameOf(node) !== nameOf(target)) return false;
    const other = placeOf(node);
    return other !== undefined && 'name' in other && other.name === name;
  });
}

/** The level, resolution or closure of a step; for one that a variant puts into a level, that level. */
export function placeOf(node: AstNode): AstNode | undefined {
  for (let at = node.$container; at; at = at.$container) {
    if (at.$type === 'Level' || at.$type === 'Resolution' || at.$type === 'Closure') return at;
    if (at.$type === 'LevelOverride' && 'level' in at) return (at.level as { ref?: AstNode } | undefined)?.ref;
  }
  return undefined;
}

/** The word before the dot of `level.step`. */
function qualifierOf(leaf: CstNode): boolean {
  return CstUtils.getNextNode(leaf, false)?.text === '.';
}

/** `{metric}` in templates that see the metric. */
function placeholders(metric: AstNode, document: LangiumDocument): Usage[] {
  const name = 'name' in metric ? String(metric.name) : '';
  if (AstUtils.findRootNode(metric).$document !== document) return [];
  const usages: Usage[] = [];
  for (const template of AstUtils.streamAllContents(document.parseResult.value).filter(isTemplate)) {
    for (const property of template.properties) {
      const text = property.$type === 'Body' || property.$type === 'Subject' ? property.$cstNode : undefined;
      if (!text) continue;
      for (const match of text.text.matchAll(new RegExp(`\\{${name}\\}`, 'g'))) {
        const start = text.offset + match.index + 1;
        usages.push({
          document,
          declaration: false,
          range: { start: document.textDocument.positionAt(start), end: document.textDocument.positionAt(start + name.length) },
        });
      }
    }
  }
  return usages;
}
