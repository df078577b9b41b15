/** The spaces a name is looked up in, from one body of a file: put together once, and used for each of its references. */
import type { Header, Level } from '../generated/ast.js';
import { type Body, type Kind, type Named, type Names, nameOf, noNames, type Place } from './symbols.js';
import type { Visible } from './visible-files.js';

/** Steps that may be written `place.step`, by place; two places of one name keep both. */
export type StepsByPlace = ReadonlyMap<string, readonly Names[]>;

export class NameSpaces {
  readonly #visible: Visible;
  readonly #variant: Body | undefined;
  readonly #vocabulary = new Map<Kind, readonly Names[]>();
  readonly #own = new Map<Kind, readonly Names[]>();
  #measurables: readonly Names[] | undefined;
  #procedures: Names | undefined;
  #levels: readonly Names[] | undefined;
  #omittable: readonly Names[] | undefined;
  #stepsByPlace: StepsByPlace | undefined;

  /** `variant` is the body of the variant from which names are looked up; undefined outside of all. */
  constructor(visible: Visible, variant: Body | undefined) {
    this.#visible = visible;
    this.#variant = variant;
  }

  /** What the file itself declares, then the variant. */
  own(kind: Kind): readonly Names[] {
    return kept(this.#own, kind, () => {
      const names = [this.#visible.own.body.names.get(kind), this.#variant?.names.get(kind)];
      return names.filter((each) => each !== undefined);
    });
  }

  /** What the file declares, then what it imports, then the standard library. */
  vocabulary(kind: Kind): readonly Names[] {
    return kept(this.#vocabulary, kind, () => {
      const others = [...this.#visible.imported, this.#visible.standard].map(({ body }) => body.names.get(kind));
      return [...this.own(kind), ...others.filter((each) => each !== undefined)];
    });
  }

  /** Metrics and thresholds: a file's own of either kind come before imported ones, these before the standard library's. */
  get measurables(): readonly Names[] {
    if (!this.#measurables) {
      const { own, imported, standard } = this.#visible;
      const bodies = [own.body, this.#variant, ...imported.map((file) => file.body), standard.body];
      const spaces = bodies.flatMap((body) => [body?.names.get('metric') ?? noNames, body?.names.get('threshold') ?? noNames]);
      this.#measurables = spaces.filter((names) => names.size > 0);
    }
    return this.#measurables;
  }

  get levels(): readonly Names[] {
    this.#levels ??= this.own('place').map(
      (names) => new Map([...names].filter((each): each is [string, Level] => each[1].$type === 'Level')),
    );
    return this.#levels;
  }

  /** What a variant may leave out, besides steps. */
  get omittable(): readonly Names[] {
    this.#omittable ??= (['place', 'trigger', 'severity', 'deadline'] as const).flatMap((kind) => this.own(kind));
    return this.#omittable;
  }

  /** The procedures that can be followed or converted to: the file's own and those of the files it imports. */
  get procedures(): Names {
    if (!this.#procedures) {
      const names = new Map<string, Header>();
      for (const { header } of [this.#visible.own, ...this.#visible.imported]) {
        const name = header && nameOf(header);
        if (header && name && !names.has(name)) names.set(name, header);
      }
      this.#procedures = names;
    }
    return this.#procedures;
  }

  get stepsByPlace(): StepsByPlace {
    if (!this.#stepsByPlace) {
      const byPlace = new Map<string, Names[]>();
      const add = (place: string, names: Names) => byPlace.set(place, [...(byPlace.get(place) ?? []), names]);
      for (const body of [this.#visible.own.body, this.#variant]) {
        for (const [place, names] of body?.steps ?? []) if (place.name) add(place.name, names);
        for (const [place, names] of body?.overridden ?? []) add(place, names);
      }
      this.#stepsByPlace = byPlace;
    }
    return this.#stepsByPlace;
  }

  /** Steps that may be written without their level, from inside it. */
  stepsOf(place: Place): readonly Names[] {
    const names = this.#visible.own.body.steps.get(place) ?? this.#variant?.steps.get(place);
    return names ? [names] : [];
  }

  /** The same, from inside a variant's override of the level: the level's own, then those the variant puts in. */
  stepsOfOverridden(level: string): readonly Names[] {
    const place = this.#visible.own.body.names.get('place')?.get(level);
    const base = place && isPlace(place) ? this.#visible.own.body.steps.get(place) : undefined;
    return [base, this.#variant?.overridden.get(level)].filter((each) => each !== undefined);
  }
}

function isPlace(node: Named): node is Place {
  return node.$type === 'Level' || node.$type === 'Resolution' || node.$type === 'Closure';
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
