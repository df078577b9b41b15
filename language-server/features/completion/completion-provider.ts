/** Completion everywhere a name, word, unit, value or path may stand, ranked by what fits; works in unfinished files. */
import { type AstNode, GrammarAST, type LangiumDocument } from 'langium';
import type { CompletionProvider, CompletionProviderOptions } from 'langium/lsp';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
  type Range,
} from 'vscode-languageserver-protocol';
import { isMetric, isStep, type Metric } from '../../generated/ast.js';
import type { SopServices } from '../../sop-module.js';
import { type Cursor, readCursor } from './cursor.js';
import { isSign, keywordItems } from './keywords.js';
import { importedNames, isChangeAt, isSeverityAt, namesFor, subjectAt, subjectBefore, surroundings } from './names.js';
import { completeText, openTextAt } from './text-completion.js';
import {
  boundsFor,
  cadences,
  cadenceUnits,
  counts,
  currencyCodes,
  datesFrom,
  durationValues,
  limitsIn,
  reviewIntervals,
  scoreRanges,
  shares,
  timesOfDay,
  timeUnits,
  unitsFor,
  type ValueItem,
} from './values.js';

export class SopCompletionProvider implements CompletionProvider {
  readonly completionOptions: CompletionProviderOptions = { triggerCharacters: ['.', '"', '/', '{', ' ', '>'] };
  readonly #services: SopServices;

  constructor(services: SopServices) {
    this.#services = services;
  }

  /** Reads what stands in the editor now; only names come from the tree, which may be a few keys behind. */
  async getCompletion(document: LangiumDocument, params: CompletionParams): Promise<CompletionList> {
    const newest = this.#services.shared.workspace.TextDocuments.get(document.uri) ?? document.textDocument;
    const text = newest.getText();
    const offset = newest.offsetAt(params.position);
    const rangeOf = (start: number, end: number): Range => ({
      start: newest.positionAt(start),
      end: newest.positionAt(end),
    });
    const open = openTextAt(text, offset);
    if (open) {
      const { workspace } = this.#services.shared;
      const files = { documents: workspace.LangiumDocuments, system: workspace.FileSystemProvider };
      return { isIncomplete: false, items: await completeText(open, document, files, this.#metricNames(document), rangeOf) };
    }
    const cursor = readCursor(text, offset, this.#services.parser.Lexer, this.#services.Grammar);
    if (!cursor) return { isIncomplete: false, items: [] };
    const range = rangeOf(cursor.word.start, wordEnd(text, offset));
    const items = this.#items(cursor, document).map((item) => ({
      ...item,
      textEdit: { range, newText: item.insertText ?? item.label },
    }));
    for (const item of items) delete item.insertText;
    // A blank only asks when a name or value has to follow: a list after every word would be in the way.
    const blank = params.context?.triggerCharacter === ' ' || params.context?.triggerCharacter === '{';
    const due =
      cursor.statement.length > 0 &&
      cursor.features.every(({ feature }) => !GrammarAST.isKeyword(feature) || isSign(feature.value));
    return { isIncomplete: false, items: blank && !due ? [] : distinct(items) };
  }

  #items(cursor: Cursor, document: LangiumDocument): CompletionItem[] {
    const items: CompletionItem[] = [];
    const seen = new Set<string>();
    const { ScopeProvider } = this.#services.references;
    const place = {
      cursor,
      around: surroundings(cursor, document),
      subject: isSeverityAt(cursor)
        ? ('severity' as const)
        : (subjectAt(cursor, document, ScopeProvider) ?? subjectBefore(cursor, document, ScopeProvider)),
    };
    for (const { feature } of cursor.features) {
      const key = GrammarAST.isKeyword(feature)
        ? feature.value
        : GrammarAST.isCrossReference(feature)
          ? `@${feature.type.$refText}`
          : '';
      if (key !== '' && seen.has(key)) continue;
      seen.add(key);
      if (GrammarAST.isKeyword(feature)) items.push(...keywordItems(feature.value, place));
      else if (GrammarAST.isCrossReference(feature)) items.push(...this.#nameItems(feature.type.$refText, cursor, document));
      else if (GrammarAST.isRuleCall(feature)) items.push(...this.#valueItems(feature, cursor, document));
    }
    return items;
  }

  /** Names that are known here, then those that an import would make known. */
  #nameItems(type: string, cursor: Cursor, document: LangiumDocument): CompletionItem[] {
    const known = namesFor(type, cursor, document, this.#services.references.ScopeProvider);
    const items = known.map(({ name, node, detail, rank, order }): CompletionItem => {
      const documentation = documentationOf(node);
      return {
        label: name,
        kind: kindOf(node),
        detail,
        sortText: `${rank}${order}${name}`,
        ...(documentation && { documentation }),
      };
    });
    const names = new Set(known.map(({ name }) => name));
    for (const { name, node, detail, path, edit } of importedNames(type, cursor, document, this.#services)) {
      if (names.has(name)) continue;
      items.push({
        label: name,
        kind: kindOf(node),
        detail: `${detail} · adds import "${path}"`,
        labelDetails: { description: path },
        sortText: `8${name}`,
        additionalTextEdits: [edit],
      });
    }
    return items;
  }

  #valueItems(call: GrammarAST.RuleCall, cursor: Cursor, document: LangiumDocument): CompletionItem[] {
    const terminal = call.rule.$refText;
    const rule = containingRule(call);
    const metric = (): Metric | undefined => {
      const subject = subjectAt(cursor, document, this.#services.references.ScopeProvider);
      return isMetric(subject) ? subject : undefined;
    };
    const values = (found: readonly ValueItem[], kind: CompletionItemKind = CompletionItemKind.Value): CompletionItem[] =>
      found.map((value, index) => ({
        label: value.label,
        kind,
        sortText: `0${String(index).padStart(2, '0')}`,
        ...(value.detail && { detail: value.detail }),
      }));
    const review = cursor.statement[0]?.image === 'review';
    if (terminal === 'NUMBER' && rule === 'Duration') return values(review ? reviewIntervals : durationValues);
    if (terminal === 'NUMBER' && rule === 'Target') return values(cadences);
    if (terminal === 'NUMBER' && rule === 'Warn') return values(shares);
    if (terminal === 'NUMBER' && rule === 'PagePart') return values(counts);
    if (rule === 'SignedNumber' && cursor.statement.at(-1)?.image === 'score') return values(scoreRanges);
    if (terminal === 'NUMBER' && rule === 'SignedNumber') {
      if (inLimit(cursor)) return values(limitsIn(currencyOf(document)));
      return values(boundsFor(metric(), isChangeAt(cursor)));
    }
    if (terminal === 'ID' && rule === 'Duration') return values(timeUnits, CompletionItemKind.Unit);
    if (terminal === 'ID' && rule === 'Quantity')
      return values(inLimit(cursor) ? currencyCodes : unitsFor(metric(), isChangeAt(cursor)), CompletionItemKind.Unit);
    if (terminal === 'ID' && rule === 'MetricType') return values(currencyCodes, CompletionItemKind.Unit);
    if (terminal === 'ID' && rule === 'Target') return values(cadenceUnits, CompletionItemKind.Unit);
    if (terminal === 'DATE') return values(datesFrom(this.#services.rules.RuleSettings.today, review ? wordsOf(cursor) : []));
    if (terminal === 'TIME') return values(timesOfDay);
    if (terminal === 'STRING') {
      return [
        {
          label: '"…"',
          kind: CompletionItemKind.Text,
          detail: 'text',
          insertText: '"$1"',
          insertTextFormat: InsertTextFormat.Snippet,
          sortText: '4',
        },
      ];
    }
    return [];
  }

  #metricNames(document: LangiumDocument): string[] {
    const visible = this.#services.references.VisibleFiles.visibleFrom(document.parseResult.value);
    const files = [visible.own, ...visible.imported, visible.standard];
    return [...new Set(files.flatMap((file) => [...(file.body.names.get('metric')?.keys() ?? [])]))];
  }
}

/** `of 10k USD`, `up to 500 GBP`: no metric stands at its left. */
function inLimit(cursor: Cursor): boolean {
  return cursor.statement.slice(-4).some((token) => token.image === 'of' || token.image === 'up');
}

function wordsOf(cursor: Cursor): string[] {
  return cursor.statement.map((token) => token.image);
}

/** The currency that the file uses first. */
function currencyOf(document: LangiumDocument): string {
  return /\d[kM]?\s+([A-Z]{3})\b/.exec(document.textDocument.getText())?.[1] ?? 'USD';
}

function containingRule(feature: GrammarAST.AbstractElement): string {
  let node: AstNode | undefined = feature;
  while (node && !GrammarAST.isParserRule(node)) node = node.$container;
  return node?.name ?? '';
}

/** The half-written word is replaced as a whole, also when the cursor is in its middle. */
function wordEnd(text: string, offset: number): number {
  return offset + (/^[\w-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

function documentationOf(node: AstNode): MarkupContent | undefined {
  const properties = 'properties' in node && Array.isArray(node.properties) ? (node.properties as readonly AstNode[]) : [];
  const notes = properties.flatMap((property) =>
    property.$type === 'Note' && 'text' in property ? [String(property.text)] : [],
  );
  return notes.length > 0 ? { kind: MarkupKind.Markdown, value: notes.join('\n\n') } : undefined;
}

function kindOf(node: AstNode): CompletionItemKind {
  if (isStep(node)) return CompletionItemKind.Function;
  switch (node.$type) {
    case 'Role':
      return CompletionItemKind.Class;
    case 'Level':
    case 'Resolution':
    case 'Closure':
      return CompletionItemKind.Module;
    case 'Metric':
      return CompletionItemKind.Variable;
    case 'Threshold':
      return CompletionItemKind.Constant;
    case 'Severity':
    case 'Choice':
      return CompletionItemKind.EnumMember;
    case 'Trigger':
      return CompletionItemKind.Event;
    case 'Header':
      return CompletionItemKind.File;
    default:
      return CompletionItemKind.Reference;
  }
}

function distinct(items: readonly CompletionItem[]): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = `${item.label} ${item.kind}`;
    return !seen.has(key) && seen.add(key);
  });
}
