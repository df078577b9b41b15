/** The six questions of a good escalation procedure. Each has answers that most would give, so Enter alone leads through. */
import { l10n, type QuickPickItem } from 'vscode';
import { askChoice, askText, back, type Place, type Question } from './questions.js';
import type { Answers } from './start-messages.js';

interface Trigger extends QuickPickItem {
  readonly when: string;
}

/** An answer of the reader's own follows. */
const own: Trigger = { label: l10n.t('Something else…'), detail: l10n.t('In your own words, or as a condition'), when: '' };

const triggers: readonly Trigger[] = [
  { label: 'First response missed', when: 'first-response-time > 4 business hours' },
  { label: 'SLA nearly used up', when: 'sla-elapsed >= 80%' },
  { label: 'Product outage', when: 'affected-users-share >= 50% for 15 min' },
  { label: 'Customer waits too long', when: 'requester-wait-time > 2 business days' },
  { label: 'Ticket opened again and again', when: 'reopen-count >= 2' },
  { label: 'Health score is low', when: 'health-score < 60 for 14 days' },
  { label: 'Satisfaction collapses', when: 'nps drops by 20 points within 90 days' },
  { label: 'Renewal in danger', when: 'arr-at-risk >= 100k USD and time-to-renewal <= 90 days' },
  { label: 'Executive complains', when: 'executive-complaint' },
  { label: 'Customer threatens to leave', when: 'churn-threat' },
  { label: 'Legal threat', when: 'legal-threat' },
].map((trigger) => ({ ...trigger, detail: trigger.when }));

interface Ladder extends QuickPickItem {
  readonly levels: string;
  readonly owners: string;
}

const ladders: readonly Ladder[] = [
  {
    label: l10n.t('Two levels'),
    detail: l10n.t('Frontline and leadership'),
    levels: 'L1 Frontline: 2 business days; L2 Leadership',
    owners: 'Customer Success Manager; Head of Customer Success',
  },
  {
    label: l10n.t('Three levels'),
    detail: l10n.t('Frontline, experts, leadership'),
    levels: 'L1 Frontline: 1 business day; L2 Experts: 3 business days; L3 Leadership',
    owners: 'Customer Success Manager; Support Lead; VP Customer Success',
  },
  {
    label: l10n.t('Four levels'),
    detail: l10n.t('Frontline, experts, leadership, executives'),
    levels: 'L1 Frontline: 1 business day; L2 Experts: 3 business days; L3 Leadership: 5 business days; L4 Executives',
    owners: 'Customer Success Manager; Support Lead; VP Customer Success; Chief Operating Officer',
  },
];

const cadences: readonly QuickPickItem[] = ['2 hours', '4 business hours', '1 business day', '2 business days', '1 week'].map(
  (label) => ({ label }),
);

/** What is known between the questions: the answers, and what only the next question needs. */
export interface Draft {
  readonly answers: Answers;
  readonly ladder: Ladder;
  readonly ownTrigger: boolean;
}

export const noAnswers: Draft = { answers: {}, ladder: ladders[0] as Ladder, ownTrigger: false };

export const sixQuestions: readonly Question<Draft>[] = [
  text(
    1,
    l10n.t('What is the procedure for?'),
    () => 'Customer escalation',
    (answers, title) => ({ ...answers, title }),
  ),
  {
    step: 1,
    ask: async (draft, place) => {
      const picked = await askChoice(place, {
        prompt: l10n.t('What starts it? Choose all that do; thresholds can be changed in the text.'),
        items: [...triggers, own],
        chosen: triggers.filter(({ label }) => label === 'First response missed' || label === 'Executive complains'),
        several: true,
      });
      if (picked === undefined || picked === back) return picked;
      const known = picked.filter((item) => item !== own).map(({ label, when }) => ({ title: label, when }));
      return { ...draft, ownTrigger: picked.includes(own), answers: { ...draft.answers, triggers: known } };
    },
  },
  {
    ...text(
      1,
      l10n.t('What else starts it? In your words, or a condition such as csat <= 2.'),
      () => '',
      (answers, said) => ({
        ...answers,
        triggers: [...(answers.triggers ?? []), ...list(said).map((title) => ({ title, when: title }))],
      }),
    ),
    unless: ({ ownTrigger }) => !ownTrigger,
  },
  {
    step: 2,
    ask: async (draft, place) => {
      const picked = await askChoice(place, {
        prompt: l10n.t('How many levels has the ladder?'),
        items: ladders,
        chosen: ladders.slice(0, 1),
      });
      if (picked === undefined || picked === back) return picked;
      return { ...draft, ladder: picked[0] ?? draft.ladder };
    },
  },
  text(
    2,
    l10n.t('Levels from the lowest to the highest, each with the time it has to resolve the issue.'),
    ({ ladder }) => ladder.levels,
    (answers, said) => ({ ...answers, levels: list(said).map(level) }),
  ),
  text(
    3,
    l10n.t('Who owns each level, in the same order?'),
    ({ ladder, answers }) =>
      list(ladder.owners)
        .slice(0, answers.levels?.length ?? 9)
        .join('; '),
    (answers, said) => ({ ...answers, owners: list(said) }),
  ),
  text(
    4,
    l10n.t('What does the first level do? Several actions are set apart by semicolons.'),
    () => 'Reproduce the issue and write down its impact; Look for a fix or a workaround',
    (answers, said) => ({ ...answers, work: [{ ...answers.work?.[0], actions: list(said) }] }),
  ),
  text(
    4,
    l10n.t('Which question decides whether it goes up?'),
    ({ answers }) => `Can the ${answers.owners?.[0] ?? 'first level'} solve it?`,
    (answers, decision) => ({ ...answers, work: [{ ...answers.work?.[0], decision }] }),
  ),
  text(
    5,
    l10n.t('Over which channel does the customer hear from you?'),
    () => 'Email',
    (answers, channel) => ({ ...answers, messages: { ...answers.messages, channel } }),
  ),
  {
    step: 5,
    ask: async (draft, place) => {
      const picked = await askChoice(place, {
        prompt: l10n.t('How often does the customer hear where it stands?'),
        items: cadences,
        chosen: cadences.slice(2, 3),
      });
      if (picked === undefined || picked === back) return picked;
      const updateEvery = picked[0]?.label;
      const messages = { ...draft.answers.messages, ...(updateEvery !== undefined && { updateEvery }) };
      return { ...draft, answers: { ...draft.answers, messages } };
    },
  },
  text(
    5,
    l10n.t('Who else is told when it goes up? Roles, set apart by semicolons; nobody is fine.'),
    () => '',
    (answers, said) => ({ ...answers, messages: { ...answers.messages, informed: list(said) } }),
  ),
  text(
    6,
    l10n.t('When is it resolved? What has to be true?'),
    () => 'The customer confirms that it is solved',
    (answers, said) => ({ ...answers, ending: { ...answers.ending, criteria: list(said) } }),
  ),
  text(
    6,
    l10n.t('What is done before it is closed?'),
    () => 'Review what happened and what is to change; Update the knowledge base',
    (answers, said) => ({ ...answers, ending: { ...answers.ending, closing: list(said) } }),
  ),
];

/** A question answered by a line of text; an empty line skips it. */
function text(
  step: number,
  prompt: string,
  usual: (draft: Draft) => string,
  take: (answers: Answers, said: string) => Answers,
): Question<Draft> {
  return {
    step,
    ask: async (draft, place: Place) => {
      const said = await askText(place, { prompt, value: usual(draft), placeholder: l10n.t('Enter skips the question') });
      if (said === undefined || said === back) return said;
      return said === '' ? draft : { ...draft, answers: take(draft.answers, said) };
    },
  };
}

function list(said: string): string[] {
  return said
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `L1 Frontline: 2 business days`. */
function level(said: string): { readonly title: string; readonly resolveWithin?: string } {
  const split = /^(.*\S)\s*[:,]\s*(\d[^:,]*)$/.exec(said);
  return split ? { title: split[1] ?? said, resolveWithin: split[2] ?? '' } : { title: said };
}
