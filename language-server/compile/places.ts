/** Collects where single properties stand, so that a finding or a click can point at one word. */
import type { Reference } from 'langium';
import type { Places as PlacesByProperty, Range } from '../../flow/procedure.js';
import { writtenName } from './references.js';
import { referenceRange } from './written.js';

export class Places {
  readonly #places: Record<string, Range[]> = {};

  add(property: string, ...ranges: readonly (Range | undefined)[]): void {
    for (const range of ranges) {
      if (!range) continue;
      this.#places[property] ??= [];
      this.#places[property].push(range);
    }
  }

  /** The places of written names, in the same order as the names. */
  addNames(property: string, references: readonly Reference[] | undefined): void {
    for (const reference of references ?? []) {
      if (writtenName(reference) !== '') this.add(property, referenceRange(reference));
    }
  }

  addName(property: string, reference: Reference | undefined): void {
    if (reference) this.addNames(property, [reference]);
  }

  /** As a part of an element: nothing where no place is known. */
  get all(): { readonly places?: PlacesByProperty } {
    return Object.keys(this.#places).length === 0 ? {} : { places: this.#places };
  }
}
