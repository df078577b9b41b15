/** "SOP: Restart the Language Server". */
import type { Command } from './command.js';

export const restartServer: Command = { id: 'sop.server.restart', run: async ({ server }) => (await server).restart() };
