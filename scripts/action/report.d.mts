interface State {
  readonly title: string;
  readonly levels: number;
  readonly steps: number;
  readonly picture: string | null;
}
interface Report {
  readonly findings: readonly {
    readonly file: string;
    readonly level: string;
    readonly message: string;
    readonly code: string;
    readonly range: { readonly start: { readonly line: number } };
    readonly related: readonly unknown[];
  }[];
  readonly files: number;
  readonly changes:
    | readonly {
        readonly file: string;
        readonly from: string;
        readonly change: string;
        readonly before: State | null;
        readonly after: State | null;
      }[]
    | null;
  readonly artifact: { readonly name: string; readonly address: string } | null;
}
export const marker: string;
export function reportOf(report: Report): string;
