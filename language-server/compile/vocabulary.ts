/** The vocabulary of a procedure: what its file declares, and what it uses of imported files and of the standard library. */
import { type AstNode, AstUtils, type Reference } from 'langium';
import type {
  Calendar,
  Channel,
  Element,
  Metric,
  ProcedureReference,
  Role,
  Source,
  Team,
  Template,
  Threshold,
} from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import type { Compilation } from './compilation.js';
import { compileCalendar } from './compile-calendar.js';
import { compileMetric } from './compile-metric.js';
import { compileChannel, compileRole, compileSource, compileTeam, compileTemplate } from './compile-people.js';
import { compileImportedThreshold } from './compile-threshold.js';
import { UniqueNames } from './ids.js';
import { referenced } from './references.js';

interface Lists {
  readonly roles: Role[];
  readonly teams: Team[];
  readonly channels: Channel[];
  readonly templates: Template[];
  readonly calendars: Calendar[];
  readonly sources: Source[];
  readonly metrics: Metric[];
  /** Those of imported files only. */
  readonly thresholds: Threshold[];
}

export class Vocabulary {
  readonly #used = new Set<AstNode>();
  readonly #calendars = new Map<AstNode, Calendar>();
  readonly #procedures = new Map<string, ProcedureReference>();
  readonly #names = new Map<string, UniqueNames>();

  /** What a reference leads to is part of the Procedure from now on. */
  use(reference: Reference | undefined): void {
    const node = referenced(reference);
    if (node) this.#used.add(node);
  }

  /** A calendar that business time is counted in. */
  calendar(c: Compilation, node: ast.Calendar): Calendar {
    this.#used.add(node);
    let calendar = this.#calendars.get(node);
    if (!calendar) {
      const own = c.selection.vocabulary.find((declared) => declared.node === node);
      calendar = compileCalendar(c, node, own?.from ?? null);
      this.#calendars.set(node, calendar);
    }
    return calendar;
  }

  /** Another procedure that this one names. */
  useProcedure(node: ast.Header): void {
    if (this.#procedures.has(node.name)) return;
    let status: ProcedureReference['status'] = null;
    for (const property of node.properties ?? []) if (property.$type === 'Status') status ??= property.value ?? null;
    const uri = AstUtils.findRootNode(node).$document?.uri.toString() ?? '';
    this.#procedures.set(node.name, { name: node.name, title: node.title ?? null, status, uri });
  }

  get procedures(): readonly ProcedureReference[] {
    return [...this.#procedures.values()];
  }

  /** Own declarations in the order of the file, then what is used of others, and what that needs in turn. */
  compile(c: Compilation): Lists {
    const lists: Lists = {
      roles: [],
      teams: [],
      channels: [],
      templates: [],
      calendars: [],
      sources: [],
      metrics: [],
      thresholds: [],
    };
    const own = new Set<AstNode>();
    for (const { node, from } of c.selection.vocabulary) {
      own.add(node);
      this.#add(c, lists, node, from);
    }
    // What is added while this runs is visited too: a role's team, the team's calendar…
    for (const node of this.#used) {
      if (own.has(node) || isIn(node, c.document)) continue;
      this.#add(c, lists, node, null);
      if (isA<ast.Metric>(node, 'Metric')) this.#useSources(node);
    }
    return lists;
  }

  #add(c: Compilation, lists: Lists, node: AstNode, from: string | null): void {
    const names = this.#names.get(node.$type) ?? new UniqueNames();
    this.#names.set(node.$type, names);
    if (isA<ast.Role>(node, 'Role')) push(lists.roles, compileRole(c, node, from), names);
    else if (isA<ast.Team>(node, 'Team')) push(lists.teams, compileTeam(c, node, from), names);
    else if (isA<ast.Channel>(node, 'Channel')) push(lists.channels, compileChannel(c, node, from), names);
    else if (isA<ast.Template>(node, 'Template')) push(lists.templates, compileTemplate(c, node, from), names);
    else if (isA<ast.Calendar>(node, 'Calendar')) push(lists.calendars, this.calendar(c, node), names);
    else if (isA<ast.Source>(node, 'Source')) push(lists.sources, compileSource(c, node, from), names);
    else if (isA<ast.Metric>(node, 'Metric')) push(lists.metrics, compileMetric(c, node, from), names);
    else if (isA<ast.Threshold>(node, 'Threshold')) push(lists.thresholds, compileImportedThreshold(c, node), names);
  }

  /** Nothing refers to a source: one of an imported file counts when it provides a metric of that file that is used. */
  #useSources(metric: ast.Metric): void {
    if (metric.$container.$type !== 'Document') return;
    for (const declared of metric.$container.declarations) {
      if (declared.$type !== 'Source') continue;
      const provides = declared.properties.some((part) => part.$type === 'Provides' && referenced(part.metric) === metric);
      if (provides) this.#used.add(declared);
    }
  }
}

/** A name that is declared twice gets another id the second time. */
function push<T extends Element>(list: T[], element: T | undefined, names: UniqueNames): void {
  if (!element) return;
  const id = names.take(element.id);
  list.push(id === element.id ? element : { ...element, id });
}

function isA<T extends AstNode>(node: AstNode, type: T['$type']): node is T {
  return node.$type === type;
}

function isIn(node: AstNode, file: ast.Document): boolean {
  return AstUtils.findRootNode(node) === file;
}
