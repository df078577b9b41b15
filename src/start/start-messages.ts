/** What the extension asks the server to begin with something; see docs/language-server.md. */

/** Answers to the six questions, each of which may be missing. */
export interface Answers {
  readonly title?: string;
  readonly triggers?: readonly { readonly title: string; readonly when?: string }[];
  readonly levels?: readonly { readonly title: string; readonly resolveWithin?: string }[];
  readonly owners?: readonly string[];
  readonly work?: readonly { readonly actions?: readonly string[]; readonly decision?: string }[];
  readonly messages?: {
    readonly channel?: string;
    readonly updateEvery?: string;
    readonly informed?: readonly string[];
  };
  readonly ending?: { readonly criteria?: readonly string[]; readonly closing?: readonly string[] };
}

export type NewText =
  | { readonly text: string }
  | { readonly problem: { readonly message: string; readonly line: number | null } };
