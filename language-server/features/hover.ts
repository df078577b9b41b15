/** Hover: the same explanation as the picture's card, for names and what they lead to; durations, values and words too. */
import { type AstNode, CstUtils, GrammarAST, GrammarUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver-protocol';
import { standardCalendar } from '../../flow/calendar.js';
import { describeHours } from '../../flow/explain/describe-hours.js';
import { explainElement } from '../../flow/explain/explain.js';
import { explainSeverity } from '../../flow/explain/explain-flow.js';
import { explainMetric, explainThreshold } from '../../flow/explain/explain-measure.js';
import { explainRole } from '../../flow/explain/explain-role.js';
import { type Explanation, escapeMarkdown, explanationToMarkdown, facts } from '../../flow/explain/explanation.js';
import type { Duration, Element, Procedure } from '../../flow/procedure.js';
import { type Choice, type Document, isDuration, isImport, type Metric } from '../generated/ast.js';
import { listed } from '../references/reader-words.js';
import { symbolsOf, vocabularyKinds } from '../references/symbols.js';
import type { SopServices } from '../sop-module.js';
import { durationAt } from './duration-at.js';
import { explainVocabulary } from './hover/explain-vocabulary.js';
import { ladderPicture, scalePicture } from './hover/pictures.js';
import { keywordMarkdown } from './keyword-help.js';

export class SopHoverProvider implements HoverProvider {
  readonly #services: SopServices;
  /** Whether the editor shows pictures in Markdown; one that does not would show their text. */
  #pictures = false;

  constructor(services: SopServices) {
    this.#services = services;
    services.shared.lsp.LanguageServer?.onInitialize?.(({ clientInfo, initializationOptions: options }) => {
      const asked: unknown = typeof options === 'object' && options !== null && Reflect.get(options, 'hoverPictures');
      this.#pictures = typeof asked === 'boolean' && asked ? true : showsPictures.test(clientInfo?.name ?? '');
    });
  }

  getHoverContent(document: LangiumDocument, params: HoverParams): Hover | undefined {
    const root = document.parseResult.value as Document;
    if (!root.$cstNode) return undefined;
    const offset = document.textDocument.offsetAt(params.position);
    const leaf = leafAt(root.$cstNode, offset);
    if (!leaf) return undefined;
    const declared = this.#services.references.References.findDeclarations(leaf)[0];
    const named = declared ?? titled(leaf);
    const markdown =
      (named && this.#explain(root, named)) ??
      this.#imported(root, leaf) ??
      this.#duration(root, leaf) ??
      keyword(leaf) ??
      undefined;
    return markdown === undefined ? undefined : { contents: { kind: MarkupKind.Markdown, value: markdown }, range: leaf.range };
  }

  #explain(root: Document, node: AstNode): string | undefined {
    const procedure = this.#services.compile.Procedures.of(root);
    const explanation = explanationOf(procedure, node) ?? plainExplanation(node);
    if (!explanation) return undefined;
    const picture = this.#pictures ? pictureOf(procedure, node) : null;
    const markdown = explanationToMarkdown(explanation);
    return picture === null ? markdown : `${markdown}\n\n${picture}`;
  }

  /** The path of an import: what the file brings. */
  #imported(root: Document, leaf: LeafCstNode): string | undefined {
    if (!isImport(leaf.astNode) || !leaf.text.startsWith('"')) return undefined;
    const found = this.#services.references.VisibleFiles.importsOf(root).find(({ statement }) => statement === leaf.astNode);
    if (!found?.file) return undefined;
    const { header, body } = symbolsOf(found.file);
    const counts = vocabularyKinds.flatMap((kind) => {
      const count = body.names.get(kind)?.size ?? 0;
      return count === 0 ? [] : [`${count} ${kind}${count === 1 ? '' : 's'}`];
    });
    const what = header ? `**${escapeMarkdown(header.title ?? header.name)}** · procedure \`${header.name}\`` : '**Library**';
    return `${what}\n\n${counts.length > 0 ? `Brings ${listed(counts)}.` : 'Brings no vocabulary.'}`;
  }

  /** `8 business hours`: whose hours, and how long that is. */
  #duration(root: Document, leaf: LeafCstNode): string | undefined {
    if (!isDuration(leaf.astNode) || !leaf.astNode.$cstNode) return undefined;
    const procedure = this.#services.compile.Procedures.of(root);
    const duration = durationAt(procedure, leaf.astNode.$cstNode.range.start);
    return duration && durationMarkdown(procedure, duration);
  }
}

/** Editors of which it is known. */
const showsPictures = /visual studio code|vscod|code - oss|code-server|codium|cursor|windsurf|theia/i;

function pictureOf(procedure: Procedure, node: AstNode): string | null {
  const name: unknown = Reflect.get(node, 'name');
  if (node.$type === 'Role') {
    const role = procedure.roles.find((each) => each.name === name);
    return role ? ladderPicture(procedure, role) : null;
  }
  const threshold = node.$type === 'Threshold' && procedure.thresholds.find((each) => each.name === name);
  return threshold ? scalePicture(procedure, threshold) : null;
}

/** On a title, what it is the title of. */
function titled(leaf: LeafCstNode): AstNode | undefined {
  const node = leaf.astNode;
  if (!leaf.text.startsWith('"') || !('title' in node)) return undefined;
  return GrammarUtils.findNodeForProperty(node.$cstNode, 'title')?.offset === leaf.offset ? node : undefined;
}

/** The word at the offset, or the one that ends there. */
function leafAt(root: NonNullable<AstNode['$cstNode']>, offset: number): LeafCstNode | undefined {
  const at = CstUtils.findLeafNodeAtOffset(root, offset);
  if (at && !at.hidden && /\w|->/.test(at.text)) return at;
  const before = offset > 0 ? CstUtils.findLeafNodeAtOffset(root, offset - 1) : undefined;
  return before && !before.hidden ? before : undefined;
}

function explanationOf(procedure: Procedure, node: AstNode): Explanation | null {
  const name = 'name' in node && typeof node.name === 'string' ? node.name : null;
  const named = <T extends Element>(elements: readonly T[]): T | undefined => elements.find((element) => element.name === name);
  switch (node.$type) {
    case 'Role': {
      const role = named(procedure.roles);
      return role ? explainRole(procedure, role, Date.now() / 60_000) : null;
    }
    case 'Metric': {
      const metric = named(procedure.metrics);
      return metric ? explainMetric(procedure, metric) : null;
    }
    case 'Threshold': {
      const threshold = named(procedure.thresholds);
      return threshold ? explainThreshold(procedure, threshold) : null;
    }
    case 'Severity': {
      const severity = named(procedure.severities);
      return severity ? explainSeverity(procedure, severity) : null;
    }
    default: {
      const vocabulary = explainVocabulary(procedure, node, Date.now() / 60_000);
      if (vocabulary) return vocabulary;
      const element = elementAt(procedure, node);
      return element ? explainElement(procedure, element.id) : null;
    }
  }
}

/** The element of the flow that an element of the text became. */
function elementAt(procedure: Procedure, node: AstNode): Element | undefined {
  const start = node.$cstNode?.range.start;
  const places = [procedure.triggers, procedure.levels, procedure.resolutions, procedure.closures, procedure.steps];
  return places
    .flat()
    .find((element) => start && element.range.start.line === start.line && element.range.start.character === start.character);
}

/** What has no explanation of its own: title, kind and notes. */
function plainExplanation(node: AstNode): Explanation | undefined {
  const name = 'name' in node && typeof node.name === 'string' ? node.name : null;
  const title = 'title' in node && typeof node.title === 'string' ? node.title : name;
  if (title === null) return undefined;
  const properties = 'properties' in node && Array.isArray(node.properties) ? (node.properties as readonly AstNode[]) : [];
  const text = (type: string, property: string): string[] =>
    properties.flatMap((item) => (item.$type === type && property in item ? [String(item[property as keyof AstNode])] : []));
  const visibility = 'visibility' in node && typeof node.visibility === 'string' ? `${node.visibility} ` : '';
  const metric = node.$type === 'Choice' ? ((node as Choice).$container.$container as Metric) : undefined;
  return {
    kind: node.$type === 'Header' ? 'procedure' : node.$type === 'Choice' ? 'value' : visibility + node.$type.toLowerCase(),
    title,
    name,
    facts: facts(
      ['Value of', metric ? (metric.title ?? metric.name) : null],
      ['Time zone', text('TimeZone', 'zone').join(', ')],
      ['Version', text('Version', 'value').join(', ')],
      ['Status', text('Status', 'value').join(', ')],
      ['Subject', text('Subject', 'text').join(', ')],
    ),
    notes: [...text('Note', 'text'), ...text('Body', 'text')],
    references: [],
  };
}

function durationMarkdown(procedure: Procedure, duration: Duration): string {
  const title = `**${escapeMarkdown(duration.text)}**`;
  if (!duration.business) return `${title} · clock time, day and night: ${inHours(duration.minutes)}`;
  const calendar = procedure.calendars.find((candidate) => candidate.name === duration.calendar) ?? null;
  const hours = describeHours(calendar ?? standardCalendar);
  const whose = calendar
    ? `the hours of ${escapeMarkdown(calendar.title ?? calendar.name ?? '')}`
    : 'Monday to Friday, since nobody here has a calendar';
  return `${title} · ${inHours(duration.minutes)} of open hours\n\nCounted in ${whose}: ${escapeMarkdown(hours)}`;
}

function inHours(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.round((minutes / 60) * 10) / 10;
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
}

function keyword(leaf: LeafCstNode): string | undefined {
  if (!GrammarAST.isKeyword(leaf.grammarSource)) return undefined;
  const markdown = keywordMarkdown(leaf.text);
  return markdown && `**${leaf.text}** · ${markdown}`;
}
