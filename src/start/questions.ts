/** Asks one question after the other, each in the same box at the top, with Back and a count; Escape ends it all. */
import { QuickInputButtons, type QuickPickItem, window } from 'vscode';

export interface Question<A> {
  /** Which of the `steps` it belongs to, from 1. */
  readonly step: number;
  /** What is answered with it, put into the answers; the same answers for one that was skipped. */
  readonly ask: (answers: A, place: Place) => Promise<A | typeof back | undefined>;
  /** Not asked where this says so. */
  readonly unless?: (answers: A) => boolean;
}

/** How the box shows where the reader is. */
export interface Place {
  readonly title: string;
  readonly step: number;
  readonly steps: number;
  readonly canGoBack: boolean;
  /** What was said here before the reader went back; what is said now is put there. */
  readonly memory: Memory;
}

interface Memory {
  said?: readonly string[];
}

export const back = Symbol('back');

/** All answers, or undefined when the reader left. */
export async function askAll<A>(title: string, questions: readonly Question<A>[], none: A): Promise<A | undefined> {
  const steps = Math.max(...questions.map(({ step }) => step));
  // The answers as they were before each question that was asked.
  const before: { readonly at: number; readonly answers: A }[] = [];
  const memories = questions.map((): Memory => ({}));
  let answers = none;
  for (let at = 0; at < questions.length; ) {
    const question = questions[at];
    if (!question || question.unless?.(answers)) {
      at++;
      continue;
    }
    const memory = memories[at] ?? {};
    const saidBefore = memory.said?.join('\n');
    const answer = await question.ask(answers, {
      memory,
      title,
      step: question.step,
      steps,
      canGoBack: before.length > 0,
    });
    if (answer === undefined) return undefined;
    if (answer === back) {
      const last = before.pop();
      if (last) ({ at, answers } = last);
      continue;
    }
    // Another answer here may make those after it pointless: they are asked afresh.
    if (memory.said?.join('\n') !== saidBefore) for (const later of memories.slice(at + 1)) delete later.said;
    before.push({ at, answers });
    answers = answer;
    at++;
  }
  return answers;
}

/** A line of text; Enter takes what stands there. Undefined when the reader left. */
export function askText(
  place: Place,
  { prompt, value = '', placeholder = '' }: { readonly prompt: string; readonly value?: string; readonly placeholder?: string },
): Promise<string | typeof back | undefined> {
  const box = window.createInputBox();
  Object.assign(box, {
    title: place.title,
    step: place.step,
    totalSteps: place.steps,
    prompt,
    value: place.memory.said?.[0] ?? value,
    placeholder,
    ignoreFocusOut: true,
  });
  box.buttons = place.canGoBack ? [QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const end = (answer: string | typeof back | undefined) => {
      resolve(answer);
      box.dispose();
    };
    box.onDidAccept(() => {
      place.memory.said = [box.value];
      end(box.value.trim());
    });
    box.onDidTriggerButton(() => end(back));
    box.onDidHide(() => end(undefined));
    box.show();
  });
}

/** One or, with `several`, any number of the items. Undefined when the reader left. */
export function askChoice<T extends QuickPickItem>(
  place: Place,
  {
    prompt,
    items,
    chosen,
    several = false,
  }: { readonly prompt: string; readonly items: readonly T[]; readonly chosen: readonly T[]; readonly several?: boolean },
): Promise<readonly T[] | typeof back | undefined> {
  const box = window.createQuickPick<T>();
  Object.assign(box, {
    title: place.title,
    step: place.step,
    totalSteps: place.steps,
    placeholder: prompt,
    ignoreFocusOut: true,
  });
  box.canSelectMany = several;
  box.matchOnDetail = true;
  box.items = items;
  const said = place.memory.said;
  const marked = said ? items.filter(({ label }) => said.includes(label)) : chosen;
  if (several) box.selectedItems = marked;
  else box.activeItems = marked;
  box.buttons = place.canGoBack ? [QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const end = (answer: readonly T[] | typeof back | undefined) => {
      resolve(answer);
      box.dispose();
    };
    box.onDidAccept(() => {
      place.memory.said = box.selectedItems.map(({ label }) => label);
      end(box.selectedItems);
    });
    box.onDidTriggerButton(() => end(back));
    box.onDidHide(() => end(undefined));
    box.show();
  });
}
