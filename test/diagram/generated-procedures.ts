/** Procedures of every shape, by a seed: many levels, levels beside each other, nested blocks, jumps everywhere, long and foreign titles. */

/** The same numbers for the same seed: mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const words =
  'customer reproduce confirm renewal 顧客に連絡する escalation-of-everything root cause Überprüfung данные الدعم 🚒 plan call why not now Donaudampfschifffahrtsgesellschaft customer_success_manager/backup write close the ticket again'.split(
    ' ',
  );

/** The text of a procedure; larger with larger seeds. */
export function generatedProcedure(seed: number): string {
  return new Generator(seed).procedure();
}

class Generator {
  readonly #random: () => number;
  readonly #size: number;
  #levels: string[] = [];
  #resolutions: string[] = [];
  /** Named steps by level: made before the text, so that jumps can lead forward too. */
  readonly #named = new Map<string, string[]>();
  #used = 0;

  constructor(seed: number) {
    this.#random = randomOf(seed * 7919 + 13);
    this.#size = 1 + (seed % 10);
  }

  procedure(): string {
    const levels = this.#upTo(Math.min(7, 1 + this.#size)) + 1;
    this.#levels = Array.from({ length: levels }, (_, index) => `level-${index}`);
    this.#resolutions = Array.from({ length: 1 + this.#upTo(2) }, (_, index) => `resolved-${index}`);
    for (const level of this.#levels)
      this.#named.set(
        level,
        Array.from({ length: this.#upTo(4) }, (_, index) => `step-${index}`),
      );
    const triggers = Array.from({ length: 1 + this.#upTo(6) }, (_, index) => {
      return `trigger trigger-${index} ${this.#title()} { when "${this.#words(9)}" judged by csm -> ${this.#pick([...this.#levels, 'other'])} }`;
    });
    return [
      'sop generated "Generated" { owner csm }',
      'role csm "Customer Success Manager"  role lead "A lead with a very long title that needs several lines to be told"',
      'channel email "Email"',
      ...triggers,
      ...this.#levels.map((level, index) => this.#level(level, index)),
      ...this.#resolutions.map((name) => {
        const reopen = this.#chance(0.5) ? `reopen within ${this.#upTo(30)} days -> ${this.#pick(this.#levels)}` : '';
        const again = this.#chance(0.2) ? `reopen when "${this.#words(12)}" -> ${this.#pick(this.#levels)}` : '';
        const steps = this.#chance(0.4) ? this.#block(1 + this.#upTo(2), '', 2) : '';
        return `resolution ${name} ${this.#title()} { require "${this.#words(8)}" judged by csm ${reopen} ${again} ${steps} -> closed }`;
      }),
      `closure closed "Closed" { ${this.#block(this.#upTo(3), '', 2)} }`,
    ].join('\n');
  }

  #level(name: string, index: number): string {
    const others = this.#levels.filter((level) => level !== name);
    const beside = index > 0 && this.#chance(0.25) ? `beside ${this.#levels[index - 1]}` : '';
    const escalations = Array.from({ length: others.length === 0 ? 0 : this.#upTo(4) }, () => {
      const to = this.#pick(others);
      return this.#pick([
        `escalate after ${1 + this.#upTo(9)} business hours -> ${to}`,
        `escalate unless acknowledged within ${1 + this.#upTo(9)} min -> ${to}`,
        `escalate when "${this.#words(14)}" -> ${to}`,
      ]);
    });
    const back = Array.from({ length: index > 0 ? this.#upTo(3) : 0 }, () => {
      return `deescalate when "${this.#words(10)}" -> ${this.#pick(this.#levels.slice(0, index))}`;
    });
    const named = this.#named.get(name) ?? [];
    this.#used = 0;
    const steps = this.#block(this.#upTo(3 + this.#size), name, 0);
    const rest = named.slice(this.#used).map((step) => `action ${step} ${this.#title()} within 2 h`);
    this.#used = named.length;
    return [
      `level ${name} ${this.#title()} { ${beside} owner csm`,
      this.#chance(0.5) ? 'acknowledge within 30 min resolve within 8 business hours' : '',
      ...escalations,
      ...back,
      steps,
      ...rest,
      `action "Last" -> ${this.#target(name)} }`,
    ].join('\n  ');
  }

  #block(count: number, level: string, depth: number): string {
    return Array.from({ length: count }, () => this.#step(level, depth)).join('\n    ');
  }

  #step(level: string, depth: number): string {
    const name = this.#stepName(level);
    const guard = this.#chance(0.15) ? `when "${this.#words(6)}"` : '';
    const jump = level !== '' && this.#chance(0.12) ? `-> ${this.#target(level)}` : '';
    const deeper = depth < 3 ? this.#random() : 0;
    const lines = (): string => this.#block(this.#upTo(3), level, depth + 1);
    const arm = (): string => (level !== '' && this.#chance(0.5) ? `-> ${this.#target(level)}` : `{ ${lines()} }`);
    if (deeper > 0.86) {
      const branches = Array.from({ length: 1 + this.#upTo(4) }, () => `"${this.#words(5)}" ${arm()}`);
      return `decide ${name} "${this.#words(9)}?" ${guard} { ${branches.join(' ')} otherwise ${arm()} }`;
    }
    if (deeper > 0.78) return `parallel ${name} ${this.#title()} { ${this.#lanes(level, depth)} }`;
    if (deeper > 0.7) return `wait ${name} ${this.#title()} up to 2 days else ${arm()}`;
    if (deeper > 0.6) return `approve ${name} ${this.#title()} by csm { approved ${arm()} rejected ${arm()} }`;
    return this.#pick([
      `action ${name} ${this.#title()} by csm within 1 h ${guard} ${jump}`,
      `notify customer ${this.#title()} ${name ? `as ${name}` : ''} via email within 30 min ${jump}`,
      `page csm ${this.#title()} ${name ? `as ${name}` : ''} for 10 min then lead`,
      `handoff ${name} ${this.#title()} by csm to lead`,
    ]);
  }

  #lanes(level: string, depth: number): string {
    return Array.from({ length: 1 + this.#upTo(3) }, () => {
      return `lane "${this.#words(3)}" { ${this.#block(this.#upTo(3), level, depth + 1)} }`;
    }).join(' ');
  }

  #stepName(level: string): string {
    const name = this.#named.get(level)?.[this.#used];
    if (!name || this.#chance(0.6)) return '';
    this.#used++;
    return name;
  }

  /** Anywhere: a level, this one too, a resolution, a step here or elsewhere, another procedure. */
  #target(level: string): string {
    const here = this.#named.get(level) ?? [];
    const elsewhere = [...this.#named].flatMap(([other, steps]) =>
      other === level ? [] : steps.map((step) => `${other}.${step}`),
    );
    const kind = this.#random();
    if (kind < 0.35 && here.length > 0) return this.#pick(here);
    if (kind < 0.5 && elsewhere.length > 0) return this.#pick(elsewhere);
    if (kind < 0.55) return 'other-procedure';
    return kind < 0.8 ? this.#pick(this.#levels) : this.#pick(this.#resolutions);
  }

  #title(): string {
    return `"${this.#words(this.#chance(0.1) ? 40 : 7)}"`;
  }

  #words(most: number): string {
    return Array.from({ length: 1 + this.#upTo(most) }, () => this.#pick(words)).join(' ');
  }

  #pick<Value>(list: readonly Value[]): Value {
    const value = list[Math.floor(this.#random() * list.length)];
    if (value === undefined) throw new Error('Nothing to pick from.');
    return value;
  }

  /** 0 up to but not including `bound`, at least one value. */
  #upTo(bound: number): number {
    return Math.floor(this.#random() * Math.max(1, bound));
  }

  #chance(part: number): boolean {
    return this.#random() < part;
  }
}
