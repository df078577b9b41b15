/** What the banner has to say: about the server, about text that cannot be read, about the picture itself. */
import type { PreviewFinding, ServerState } from '../src/preview-messages.js';
import type { Trouble } from './banner.js';

export interface Situation {
  readonly uri: string;
  readonly server: ServerState;
  /** The text could be read as a whole. */
  readonly complete: boolean;
  readonly findings: readonly PreviewFinding[];
  /** What the picture says of itself. */
  readonly notice: string | null;
  startServer(): void;
  goTo(finding: PreviewFinding): void;
}

export function troubleOf({ uri, server, complete, findings, notice, startServer, goTo }: Situation): Trouble | null {
  if (server === 'restarting') return { text: 'The language server is starting again. The picture shows the last state.' };
  if (server === 'stopped') {
    const text = 'The language server has stopped. The picture shows the last state.';
    return { text, action: { name: 'Start Again', press: startServer } };
  }
  if (complete) return notice === null ? null : { text: notice };
  const broken = findings.find((finding) => finding.code === 'syntax' && finding.uri === uri);
  if (!broken) return { text: 'Part of the text cannot be read yet.' };
  const text = `Line ${broken.range.start.line + 1} cannot be read yet: ${broken.message}`;
  return { text, action: { name: 'Go to It', press: () => goTo(broken) } };
}
