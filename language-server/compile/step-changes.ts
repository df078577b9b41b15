/** What a variant does to steps: omits some, puts others in their place, inserts some before or after. */
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { referenced, writtenName } from './references.js';
import { blocksOf, isStep, type Written } from './selection.js';

export class StepChanges {
  readonly #variant: string;
  readonly #omitted: ReadonlySet<AstNode>;
  readonly #replaced = new Map<ast.Step, ast.Step>();
  readonly #inserts = new Map<ast.Step, ast.Insert[]>();
  readonly #unplaced = new Map<ast.Level, ast.Step[]>();

  constructor(variant: string, omitted: ReadonlySet<AstNode>) {
    this.#variant = variant;
    this.#omitted = omitted;
  }

  /** Notes what an override does to the steps of its level. */
  override(level: ast.Level, override: ast.LevelOverride): void {
    const unplaced = this.#unplaced.get(level) ?? [];
    this.#unplaced.set(level, unplaced);
    const known = new Map<string, ast.Step>();
    collectNamed((level.items ?? []).filter(isStep), known);
    const items = override.items ?? [];
    for (const step of items.filter(isStep)) {
      const name = nameOf(step);
      const own = name === undefined ? undefined : known.get(name);
      if (own) this.#replaced.set(own, step);
      else unplaced.push(step);
    }
    collectNamed(items.filter(isStep), known);
    const inserts = items.filter((item) => item.$type === 'Insert');
    for (const insert of inserts) collectNamed(insert.steps ?? [], known);
    this.#place(inserts, known, unplaced);
  }

  /** An insert may stand beside a step of another one, once that has its place. */
  #place(inserts: readonly ast.Insert[], known: ReadonlyMap<string, ast.Step>, unplaced: ast.Step[]): void {
    let waiting = [...inserts];
    for (let before = -1; waiting.length !== before; ) {
      before = waiting.length;
      const pending = new Set(waiting.flatMap((insert) => stepsIn(insert.steps ?? [])));
      waiting = waiting.filter((insert) => {
        const anchor = this.#anchorOf(insert, known);
        if (!anchor || pending.has(anchor)) return true;
        this.#inserts.set(anchor, [...(this.#inserts.get(anchor) ?? []), insert]);
        return false;
      });
    }
    for (const insert of waiting) unplaced.push(...(insert.steps ?? []));
  }

  /** The steps of a list as the variant has them. */
  changed(steps: readonly Written<ast.Step>[]): readonly Written<ast.Step>[] {
    const result: Written<ast.Step>[] = [];
    for (const { node, from } of steps) this.#add(node, from, result);
    return result;
  }

  /** Steps of overrides of a level whose place is not known: they come last. */
  unplaced(level: ast.Level): readonly Written<ast.Step>[] {
    return this.changed((this.#unplaced.get(level) ?? []).map((node) => ({ node, from: this.#variant })));
  }

  #add(step: ast.Step, from: string | null, result: Written<ast.Step>[]): void {
    this.#insert(step, 'before', result);
    if (!this.#omitted.has(step)) {
      const replacement = this.#replaced.get(step);
      result.push(replacement ? { node: replacement, from: this.#variant } : { node: step, from });
    }
    this.#insert(step, 'after', result);
  }

  #insert(anchor: ast.Step, where: ast.Insert['where'], result: Written<ast.Step>[]): void {
    for (const insert of this.#inserts.get(anchor) ?? []) {
      if (insert.where !== where) continue;
      for (const step of insert.steps ?? []) this.#add(step, this.#variant, result);
    }
  }

  /** The step beside which an insert comes; for one that was replaced, the replaced one, whose place counts. */
  #anchorOf(insert: ast.Insert, known: ReadonlyMap<string, ast.Step>): ast.Step | undefined {
    const target = referenced(insert.step);
    const named = known.get(writtenName(insert.step).split('.').at(-1) ?? '');
    const anchor = target && isStep(target) ? target : named;
    if (!anchor) return undefined;
    for (const [own, replacement] of this.#replaced) if (replacement === anchor) return own;
    return anchor;
  }
}

/** Steps by name, nested ones too; the first of a name counts. */
function collectNamed(steps: readonly ast.Step[], found: Map<string, ast.Step>): void {
  for (const step of steps) {
    const name = nameOf(step);
    if (name !== undefined && !found.has(name)) found.set(name, step);
    for (const block of blocksOf(step)) collectNamed(block ?? [], found);
  }
}

/** All steps of a list, nested ones too. */
function stepsIn(steps: readonly ast.Step[]): readonly ast.Step[] {
  return steps.flatMap((step) => [step, ...blocksOf(step).flatMap((block) => stepsIn(block ?? []))]);
}

function nameOf(step: ast.Step): string | undefined {
  return 'name' in step ? step.name : undefined;
}
