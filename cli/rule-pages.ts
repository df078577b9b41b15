/** The pages of the rules, which lie beside the command, so that they can be read without a network. */
import { readFile } from 'node:fs/promises';
import { pageFile } from '../language-server/rules/diagnostics.js';

/** The page of a rule as it is written (Markdown); null where it was not installed. */
export async function rulePage(ruleId: string): Promise<string | null> {
  try {
    return await readFile(new URL(`../docs/rules/${pageFile(ruleId)}`, import.meta.url), 'utf8');
  } catch {
    return null;
  }
}
