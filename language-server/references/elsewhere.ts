/** Where else a name that does not resolve is declared: as another kind, in another level, variant or file. */
import { type AstNode, AstUtils, type LangiumDocuments, type Reference, type URI, UriUtils } from 'langium';
import { type Document, isDocument } from '../generated/ast.js';
import type { Fix } from '../rules/rule.js';
import { wantedAt, withArticle, wordFor } from './reader-words.js';
import { type Body, type FileSymbols, type Kind, type Named, nameOf, symbolsOf, vocabularyKinds } from './symbols.js';
import { fileOf, type Visible, type VisibleFiles } from './visible-files.js';

export interface Elsewhere {
  readonly message: string;
  /** More likely meant than a name that is merely similar. */
  readonly exact: boolean;
  readonly fix?: (reference: Reference) => Fix;
}

/** What a reader should know about a name that is declared, but not where or not as what it is used. */
export function elsewhere(
  name: string,
  at: AstNode,
  referenceType: string,
  services: { readonly files: VisibleFiles; readonly documents: LangiumDocuments },
): Elsewhere | undefined {
  const visible = services.files.visibleFrom(at);
  const wanted = wantedAt(referenceType, at.$type).one;
  return (
    asStepOfAnotherPlace(name, referenceType, visible) ??
    asChoice(name, referenceType, visible) ??
    inVariant(name, referenceType, at, visible) ??
    inImportedFile(name, referenceType, visible) ??
    inFileNotImported(name, referenceType, at, services.documents) ??
    asAnotherKind(name, wanted, visible)
  );
}

function asStepOfAnotherPlace(name: string, type: string, visible: Visible): Elsewhere | undefined {
  if (type !== 'FlowTarget' && type !== 'Omittable') return undefined;
  const places = [...visible.own.body.steps].filter(([, steps]) => steps.has(name)).map(([place]) => place.name);
  const [only, ...others] = places;
  if (!only) return undefined;
  const written = places.map((place) => `'${place}.${name}'`).join(' or ');
  const message = `There is no level or step '${name}' here, but '${only}' has such a step: write ${written}.`;
  if (others.length > 0) return { message, exact: true };
  return { message, exact: true, fix: (reference) => replaced(reference, `${only}.${name}`) };
}

function asChoice(name: string, type: string, visible: Visible): Elsewhere | undefined {
  if (type !== 'Measurable') return undefined;
  for (const { body } of [visible.own, ...visible.imported, visible.standard]) {
    for (const metric of body.names.get('metric')?.values() ?? []) {
      if (metric.$type !== 'Metric' || metric.type?.$type !== 'ChoiceType') continue;
      if (!metric.type.values.some((value) => value.name === name)) continue;
      const written = `${metric.name} is ${name}`;
      return {
        message: `'${name}' is ${withArticle(metric.name)}: write '${written}'.`,
        exact: true,
        fix: (reference) => replaced(reference, written),
      };
    }
  }
  return undefined;
}

function inVariant(name: string, type: string, at: AstNode, visible: Visible): Elsewhere | undefined {
  for (const [variant, body] of visible.own.variants) {
    const declared = find(name, type, body);
    if (!declared || AstUtils.getContainerOfType(at, (node): node is typeof variant => node === variant)) continue;
    return {
      message: `'${name}' is ${withArticle(wordFor(declared))} of the variant '${variant.title ?? variant.name}', and only known there.`,
      exact: true,
    };
  }
  return undefined;
}

function inImportedFile(name: string, type: string, visible: Visible): Elsewhere | undefined {
  for (const file of visible.imported) {
    const declared = find(name, type, file.body);
    if (!declared) continue;
    const word = wordFor(declared);
    const path = UriUtils.basename(AstUtils.getDocument(declared).uri);
    const jump =
      file.header && type === 'FlowTarget' ? ` To hand over to it, jump to its procedure '${nameOf(file.header)}'.` : '';
    return { message: `'${name}' is ${withArticle(word)} of '${path}', and stays its own.${jump}`, exact: true };
  }
  return undefined;
}

function inFileNotImported(name: string, type: string, at: AstNode, documents: LangiumDocuments): Elsewhere | undefined {
  const file = fileOf(at);
  const from = file.$document?.uri;
  if (!from) return undefined;
  for (const document of documents.all) {
    const root = document.parseResult.value;
    if (root === file || !isDocument(root)) continue;
    const symbols = symbolsOf(root);
    const declared = findImportable(name, type, symbols);
    if (!declared || document.uri.scheme !== from.scheme) continue;
    const path = pathTo(from, document.uri);
    return {
      message: `'${name}' is ${withArticle(wordFor(declared))} of '${path}', which is not imported: add import "${path}".`,
      exact: false,
      fix: () => importOf(path, file),
    };
  }
  return undefined;
}

function asAnotherKind(name: string, wanted: string, visible: Visible): Elsewhere | undefined {
  for (const file of [visible.own, ...visible.imported, visible.standard]) {
    const kinds = file === visible.own ? [...file.body.names.keys()] : vocabularyKinds;
    for (const kind of kinds) {
      const declared = file.body.names.get(kind)?.get(name);
      if (declared)
        return { message: `'${name}' is ${withArticle(wordFor(declared))}, not ${withArticle(wanted)}.`, exact: true };
    }
    if (file.header && nameOf(file.header) === name) {
      return { message: `'${name}' is a procedure, not ${withArticle(wanted)}.`, exact: true };
    }
  }
  return undefined;
}

const kindsByType: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ['Team', ['team']],
  ['Role', ['role']],
  ['Channel', ['channel']],
  ['Template', ['template']],
  ['Calendar', ['calendar']],
  ['Metric', ['metric']],
  ['Measurable', ['metric', 'threshold']],
  ['Severity', ['severity']],
  ['Category', ['severity']],
  ['Trigger', ['trigger']],
  ['Threshold', ['threshold']],
  ['Level', ['place']],
  ['FlowTarget', ['place']],
  ['Omittable', ['place', 'trigger', 'severity', 'deadline']],
]);

function find(name: string, type: string, body: Body): Named | undefined {
  for (const kind of kindsByType.get(type) ?? []) {
    const declared = body.names.get(kind)?.get(name);
    if (declared) return declared;
  }
  return undefined;
}

function findImportable(name: string, type: string, file: FileSymbols): Named | undefined {
  if (type === 'Header' || type === 'FlowTarget') return file.header && nameOf(file.header) === name ? file.header : undefined;
  const kinds = (kindsByType.get(type) ?? []).filter((kind) => vocabularyKinds.includes(kind));
  return kinds.map((kind) => file.body.names.get(kind)?.get(name)).find((declared) => declared !== undefined);
}

function pathTo(from: URI, to: URI): string {
  const path = UriUtils.relative(UriUtils.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

/** Adds an import after the last one, or as the first line. */
function importOf(path: string, file: Document): Fix {
  const last = file.imports.at(-1)?.$cstNode?.range.end;
  const statement = `import "${path}"`;
  const edit = last
    ? { range: { start: last, end: last }, newText: `\n${statement}` }
    : { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: `${statement}\n\n` };
  return { title: `Import '${path}'`, edits: [edit] };
}

function replaced(reference: Reference, newText: string): Fix {
  const range = reference.$refNode?.range;
  return { title: `Change to '${newText}'`, edits: range ? [{ range, newText }] : [] };
}
