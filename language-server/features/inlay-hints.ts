/** Inlay hints: whose hours a business duration counts in, who does a step nobody is named for, where a last step goes. */
import { AstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import { type InlayHint, InlayHintKind, type InlayHintParams, type Position } from 'vscode-languageserver-protocol';
import type { Procedure, Step } from '../../flow/procedure.js';
import { flowTitle, roleTitles } from '../../flow/titles.js';
import { type Document, isDuration, isStep } from '../generated/ast.js';
import type { SopServices } from '../sop-module.js';
import { durationAt } from './duration-at.js';
import { ReaderSettings } from './reader-settings.js';

export class SopInlayHints implements InlayHintProvider {
  readonly #services: SopServices;
  readonly #settings: ReaderSettings;

  constructor(services: SopServices) {
    this.#services = services;
    this.#settings = new ReaderSettings(services);
  }

  async getInlayHints(document: LangiumDocument, params: InlayHintParams): Promise<InlayHint[]> {
    const isOn = await this.#settings.of('inlayHints');
    const shown = { calendar: isOn('calendar'), owner: isOn('owner'), next: isOn('next') };
    const root = document.parseResult.value as Document;
    const procedure = this.#services.compile.Procedures.of(root);
    const steps = new Map(
      procedure.steps.filter((step) => step.kind !== 'join').map((step) => [placeKey(step.range.start), step]),
    );
    const hints: InlayHint[] = [];
    const add = (position: Position, label: string, tooltip: string): void => {
      hints.push({ position, label, tooltip, kind: InlayHintKind.Parameter, paddingLeft: true });
    };
    for (const node of AstUtils.streamAllContents(root, { range: params.range })) {
      const { $cstNode: cst } = node;
      if (!cst) continue;
      if (shown.calendar && isDuration(node) && node.business) {
        const calendar = calendarOf(procedure, cst.range.start);
        add(cst.range.end, calendar, 'The hours that this counts');
      }
      if (!isStep(node)) continue;
      const step = steps.get(placeKey(cst.range.start));
      if (!step) continue;
      const title = GrammarUtils.findNodeForProperty(cst, 'title');
      if (shown.owner && title && step.by.length === 0 && step.responsible.length > 0 && actsItself(step)) {
        add(title.range.end, `by ${roleTitles(procedure, step.responsible)}`, 'Nobody is named, so the owner does it');
      }
      const next = shown.next ? impliedNext(procedure, step) : null;
      if (next !== null) add(cst.range.end, `→ ${flowTitle(procedure, next)}`, 'Where it goes on');
    }
    return hints;
  }
}

/** The last step of a block falls through to the step after the whole, that of a resolution to the closure: say so. */
function impliedNext(procedure: Procedure, step: Step): string | null {
  if (step.target !== null || step.branches || step.approved || step.rejected || step.lanes) return null;
  const siblings = procedure.steps.filter(
    (other) =>
      other.parent === step.parent &&
      other.kind !== 'join' &&
      other.container?.step === step.container?.step &&
      other.container?.block === step.container?.block,
  );
  if (siblings.at(-1) !== step) return null;
  const next = procedure.edges.filter((edge) => edge.from === step.id && edge.kind === 'next');
  const to = next.length === 1 ? next[0]?.to : undefined;
  if (to === undefined || procedure.steps.find((other) => other.id === to)?.kind === 'join') return null;
  return to;
}

function actsItself(step: Step): boolean {
  return (
    step.kind === 'action' ||
    step.kind === 'notify' ||
    step.kind === 'decide' ||
    step.kind === 'approve' ||
    step.kind === 'handoff'
  );
}

function calendarOf(procedure: Procedure, start: Position): string {
  const name = durationAt(procedure, start)?.calendar;
  const calendar = procedure.calendars.find((candidate) => candidate.name === name);
  return calendar ? `(${calendar.title ?? calendar.name})` : '(Mon–Fri 09:00–17:00 UTC)';
}

function placeKey(position: Position): string {
  return `${position.line}:${position.character}`;
}
