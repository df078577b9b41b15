export interface DocExample {
  /** The page's path from the repository's root. */
  readonly page: string;
  /** One-based. */
  readonly line: number;
  /** What stands after `sop` in the block's first line. */
  readonly kind: string;
  /** As shown. */
  readonly code: string;
  /** A whole procedure, held to all rules. */
  readonly complete: boolean;
  /** The picture shown before it, as the page names it. */
  readonly picture: string | null;
  /** The code, in surroundings where it is a piece. */
  readonly text: string;
}
export function pages(root?: string): string[];
export function examplesIn(page: string, root?: string): DocExample[];
export function surrounded(kind: string, code: string): string;
/** Files beside a piece, by relative path. */
export const beside: Readonly<Record<string, string>>;
