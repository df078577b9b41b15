/** Code lenses: what a level promises and needs at worst, who leads to it; where a trigger leads; what a role does. */
import type { LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Command } from 'vscode-languageserver-protocol';
import type { Element, Level, Milestone, Procedure } from '../../flow/procedure.js';
import { lengthText } from '../../flow/time-text.js';
import { countOf, worstWay } from '../../flow/time-worst.js';
import { roleTitles } from '../../flow/titles.js';
import { Ways } from '../../flow/ways.js';
import type { Document } from '../generated/ast.js';
import type { SopServices } from '../sop-module.js';
import { ReaderSettings } from './reader-settings.js';

/** Fades everything in the picture but what belongs to an element; carried out by the editor. */
export const focusCommand = 'sop.preview.focus';

export class SopCodeLenses implements CodeLensProvider {
  readonly #services: SopServices;

  readonly #settings: ReaderSettings;

  constructor(services: SopServices) {
    this.#services = services;
    this.#settings = new ReaderSettings(services);
  }

  async provideCodeLens(document: LangiumDocument): Promise<CodeLens[]> {
    const isOn = await this.#settings.of('codeLens');
    const procedure = this.#services.compile.Procedures.of(document.parseResult.value as Document);
    const uri = document.uri.toString();
    const lenses: CodeLens[] = [];
    const add = (element: Element, title: string, focus?: 'role' | 'trigger' | 'element'): void => {
      if (element.uri && element.uri !== uri) return;
      const name = focus === 'element' ? element.id : (element.name ?? element.id);
      const command: Command = focus
        ? { title, command: focusCommand, arguments: [{ uri, kind: focus, name }] }
        : { title, command: '' };
      lenses.push({ range: element.selection, command });
    };
    for (const level of isOn('levels') ? procedure.levels : []) {
      add(level, levelText(procedure, level, this.#services.rules.RuleSettings.today), 'element');
    }
    for (const trigger of isOn('triggers') ? procedure.triggers : []) add(trigger, 'Show path', 'trigger');
    for (const role of isOn('roles') ? procedure.roles : []) {
      const count = procedure.steps.filter((step) => step.kind !== 'join' && step.responsible.includes(role.name ?? '')).length;
      if (count > 0) add(role, `Acts in ${count} ${count === 1 ? 'step' : 'steps'}`, 'role');
    }
    return lenses;
  }
}

function levelText(procedure: Procedure, level: Level, today: string): string {
  const reached = new Set(procedure.edges.filter((edge) => edge.to === level.id).map((edge) => edge.from)).size;
  return [roleTitles(procedure, level.owners) || 'No owner', worstText(procedure, level, today), `Reached by ${reached}`]
    .filter((part) => part !== '')
    .join(' · ');
}

/** "At worst 5 h of 8 business hours"; nothing where neither is known. */
function worstText(procedure: Procedure, level: Level, today: string): string {
  const promise = level.targets.find((target): target is Milestone => target.kind === 'resolve');
  if (level.entry === null) return promise ? `Promises ${promise.within.text}` : '';
  const count = promise ? countOf(procedure, promise.within) : null;
  const worst = worstWay(procedure, new Ways(procedure, { from: [level.id], inside: level.id }), count, today);
  const length = worst && worst.minutes > 0 ? lengthText(worst.minutes, promise?.within.unit ?? 'hour', count) : '';
  if (!promise) return length === '' ? '' : `At worst ${length}`;
  return length === '' ? `Promises ${promise.within.text}` : `At worst ${length} of ${promise.within.text}`;
}
