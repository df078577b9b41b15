/** What the editor's hover and the picture's card say about an element: plain data, made into Markdown or a page later. */

export interface Explanation {
  /** What it is, in the reader's words: `role`, `level`, `action`. */
  readonly kind: string;
  readonly title: string;
  /** As written, where it differs from the title. */
  readonly name: string | null;
  readonly facts: readonly Fact[];
  /** Targets of a severity, for example. */
  readonly table?: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** Free text of the file, Markdown as it was written. */
  readonly notes: readonly string[];
  readonly checks?: readonly string[];
  readonly references: readonly { readonly title: string | null; readonly url: string }[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Facts without the empty ones. */
export function facts(...pairs: readonly (readonly [label: string, value: string | null | undefined])[]): Fact[] {
  return pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** As Markdown for a hover: title, facts as a list, table, notes, references. Only text of notes is read as Markdown. */
export function explanationToMarkdown(explanation: Explanation): string {
  const name = explanation.name && explanation.name !== explanation.title ? ` \`${explanation.name}\`` : '';
  const parts = [`**${escapeMarkdown(explanation.title)}** · ${explanation.kind}${name}`];
  if (explanation.facts.length > 0) {
    parts.push(explanation.facts.map((fact) => `- ${fact.label}: ${escapeMarkdown(fact.value)}`).join('\n'));
  }
  if (explanation.table && explanation.table.rows.length > 0) {
    const row = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
    const { header, rows } = explanation.table;
    parts.push([row(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n'));
  }
  if (explanation.checks && explanation.checks.length > 0) {
    parts.push(explanation.checks.map((check) => `- ☐ ${escapeMarkdown(check)}`).join('\n'));
  }
  parts.push(...explanation.notes.map(withoutMarkup));
  parts.push(...explanation.references.map((reference) => `See ${markdownLink(reference.title, reference.url)}`));
  return parts.join('\n\n');
}

/** Text that Markdown shows as it is. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll(/[\\`*_[\]<>|#~]/g, (sign) => `\\${sign}`)
    .replaceAll(/\s*\n\s*/g, ' ');
}

/** Markdown of the file, without HTML in it and without links that run something. */
export function withoutMarkup(markdown: string): string {
  return markdown.replaceAll('<', '&lt;').replaceAll(/\]\(\s*(javascript|data|vbscript|command):/gi, '](#');
}

/** Only web and mail addresses and relative paths become links: a `javascript:` one stays text. */
export function markdownLink(title: string | null, url: string): string {
  if (!isSafeUrl(url)) return `${title ? `${escapeMarkdown(title)}: ` : ''}${escapeMarkdown(url)}`;
  return `[${escapeMarkdown(title ?? url)}](<${url.replaceAll(/[<>\s]/g, (sign) => encodeURIComponent(sign))}>)`;
}

/** A web or mail address, or a path without a scheme. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/|mailto:|[^:]*$)/i.test(url.trim());
}
