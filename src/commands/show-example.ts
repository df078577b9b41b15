/** "SOP: Show Example": a whole procedure with its picture, to look around in. */
import { openNew } from '../start/open-new.js';
import type { Command } from './command.js';

export const showExample: Command = {
  id: 'sop.showExample',
  run: async ({ previews, server }) => {
    const made = await (await server).newProcedure({ template: 'saas-enterprise' });
    if (made && 'text' in made) await openNew(made.text, undefined, previews);
  },
};
