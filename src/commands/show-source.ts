/** "SOP: Show the Preview's Source". */
import type { Command } from './command.js';

export const showSource: Command = { id: 'sop.preview.showSource', run: ({ previews }) => previews.active?.showSource() };
