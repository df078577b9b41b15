/** Every rule, in the order of its family: a new one is its own file and a line here. */
import type { Rule } from './rule.js';

export const allRules: readonly Rule[] = [];
