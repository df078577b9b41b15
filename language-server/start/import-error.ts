/** What keeps a file from being imported, in the reader's words. Nothing is written then. */
export class ImportError extends Error {
  /** Counted from 1; null where no line is to blame. */
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(message);
    this.name = 'ImportError';
    this.line = line;
  }
}
