/** What the command has of the world: its folder, its input and output. Tests give one of their own. */

export interface Terminal {
  /** Absolute path of the folder it runs in. */
  readonly folder: string;
  readonly standardInput: () => Promise<Uint8Array>;
  /** What others read: findings, pictures. */
  readonly print: (text: string | Uint8Array) => Promise<void>;
  /** What only the person reads: what went wrong. */
  readonly complain: (line: string) => void;
  /** Whether the output may carry colours. */
  readonly colours: boolean;
  /** Whether a person looks at the output, so that the screen may be cleared. */
  readonly screen?: boolean;
  /** Ends what runs until it is stopped. */
  readonly stop?: AbortSignal;
}

/** Something that the person has to mend before anything can be done: told in one line, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
