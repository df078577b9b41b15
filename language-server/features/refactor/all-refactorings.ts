/** Every refactoring, in the order they are offered. A new one is one file here and one line below. */
import { addMissingImports } from './add-missing-imports.js';
import { extractThreshold } from './extract-threshold.js';
import { inlineThreshold } from './inline-threshold.js';
import { measureAnswers } from './measure-answers.js';
import { moveLevel } from './move-level.js';
import { moveToLibrary } from './move-to-library.js';
import { organizeImports } from './organize-imports.js';
import type { Refactoring } from './refactoring.js';
import { sortDeclarations } from './sort-declarations.js';
import { splitLevel } from './split-level.js';

export const allRefactorings: readonly Refactoring[] = [
  extractThreshold,
  inlineThreshold,
  moveToLibrary,
  measureAnswers,
  splitLevel,
  moveLevel,
  sortDeclarations,
  addMissingImports,
  organizeImports,
];
