/** "SOP: Lock or Unlock the Preview": a locked one stays with its file. */
import type { Command } from './command.js';

export const toggleLock: Command = { id: 'sop.preview.toggleLock', run: ({ previews }) => previews.active?.toggleLock() };
