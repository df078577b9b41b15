/** "SOP: New Procedure…": six questions, then the file with its picture. */
import { l10n, window } from 'vscode';
import { emptyTarget, openNew } from '../start/open-new.js';
import { askAll } from '../start/questions.js';
import { noAnswers, sixQuestions } from '../start/six-questions.js';
import type { Command } from './command.js';

export const newProcedure: Command = {
  id: 'sop.newProcedure',
  run: async ({ previews, server }, given) => {
    const target = emptyTarget(given);
    const draft = await askAll(l10n.t('New Escalation Procedure'), sixQuestions, noAnswers);
    if (!draft) return;
    const made = await (await server).newProcedure({ answers: draft.answers });
    if (made && 'text' in made) await openNew(made.text, target, previews);
    else void window.showErrorMessage(made?.problem.message ?? l10n.t('The language server did not answer.'));
  },
};
