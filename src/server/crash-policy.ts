/** What happens when the server ends: it starts again by itself, but not for ever. */
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const tries = 5;
const windowInMs = 3 * 60 * 1000;

export class CrashPolicy implements ErrorHandler {
  #ends: number[] = [];
  readonly #ended: (comesBack: boolean) => void;

  /** `ended` hears of every end, and whether the server comes back. */
  constructor(ended: (comesBack: boolean) => void) {
    this.#ended = ended;
  }

  error(): { action: ErrorAction; handled: boolean } {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < windowInMs), now];
    const comesBack = this.#ends.length < tries;
    if (!comesBack) this.#ends = [];
    this.#ended(comesBack);
    return { action: comesBack ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
  }
}
