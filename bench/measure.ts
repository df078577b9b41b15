/** Times of repeated work as medians and 95th percentiles, beside the bounds they have to keep. */

/** One line of the table. */
export interface Result {
  readonly part: string;
  readonly name: string;
  /** `ms` unless told. */
  readonly unit?: 'ms' | 'MB' | 'px' | 'count' | '×';
  readonly median: number;
  readonly p95?: number;
  /** How many were measured. */
  readonly runs?: number;
  /** To stay under, on a quiet machine: median, and 95th percentile where one is asked for. */
  readonly bound?: { readonly median: number; readonly p95?: number };
  /** What was measured in turn with it. */
  readonly reference?: { readonly name: string; readonly median: number; readonly p95?: number };
  /** How many times less than the reference it takes, and how many it has to. */
  readonly ratio?: number;
  readonly ratioBound?: number;
}

/** Tells results as they come. */
export type Tell = (result: Result) => void;

export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

export function timesOf(samples: readonly number[]): Times {
  return { median: quantile(samples, 0.5), p95: quantile(samples, 0.95), runs: samples.length };
}

/** The smallest sample that this share of all does not exceed; NaN of none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** How long each of several pieces of work takes, in turn, so that a slow moment of the machine meets all of them. */
export async function inTurn<Name extends string>(
  rounds: number,
  work: Readonly<Record<Name, (round: number) => unknown>>,
  warmUp = 2,
): Promise<Record<Name, Times>> {
  const names = Object.keys(work) as Name[];
  const samples = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await work[name](round + warmUp);
      if (round >= 0) samples.get(name)?.push(performance.now() - start);
    }
  }
  const result: Partial<Record<Name, Times>> = {};
  for (const name of names) result[name] = timesOf(samples.get(name) ?? []);
  return result as Record<Name, Times>;
}

/**
 * How busy the machine is: the same small work, over and over, between everything else. Its median against its fastest run
 * says by how much this run is slowed; bounds are for a quiet machine.
 */
export class Yardstick {
  readonly #samples: number[] = [];

  measure(): void {
    const start = performance.now();
    let sum = 0;
    const words: Record<string, number> = {};
    for (let i = 0; i < 60_000; i++) {
      const word = `w${(i * 7919) % 997}`;
      words[word] = (words[word] ?? 0) + i;
      sum += words[word] ?? 0;
    }
    if (sum >= 0) this.#samples.push(performance.now() - start);
  }

  /** 1 on a machine that does nothing else. */
  get slowed(): number {
    if (this.#samples.length < 3) return 1;
    return quantile(this.#samples, 0.5) / quantile(this.#samples, 0.05);
  }
}

/** The one yardstick of a run. */
export const yardstick = new Yardstick();
