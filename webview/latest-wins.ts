/** One run in flight, the newest waits, older ones are dropped. No clock in it. */

/** Returns a function that runs `work` for what it is given, or for what it was given last meanwhile. */
export function latestWins<T>(work: (given: T) => Promise<void>, failed: (error: unknown) => void): (given: T) => void {
  let running = false;
  let waiting: { readonly given: T } | null = null;
  const run = async (given: T): Promise<void> => {
    running = true;
    try {
      await work(given);
    } catch (error) {
      failed(error);
    }
    running = false;
    const next = waiting;
    waiting = null;
    if (next) await run(next.given);
  };
  return (given) => {
    if (running) waiting = { given };
    else void run(given);
  };
}
