/** The formats of `sop check`: a new one is its own file and a line here. The first is the default. */
import type { CheckFormat } from './check-format.js';
import { github } from './github.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { pretty } from './pretty.js';
import { sarif } from './sarif.js';

export const checkFormats: readonly CheckFormat[] = [pretty, json, sarif, github, junit];
