/** The examples of the documentation are read, checked by all rules where they are complete, and drawn. */
import { describe, expect, it } from 'vitest';
import { arrange } from '../../diagram/arrange.js';
import { examplesIn, beside as files, pages } from '../../scripts/doc-examples.mjs';
import { procedureOf } from '../language-server/compile/procedure-of.js';
import { findingsOf } from '../language-server/rules/findings-of.js';

/** What even a piece may not have. */
const always = /^(?:syntax|value\/|name\/|condition\/(?:type|unit|range|never|window)|talk\/(?:leak|template)|link\/omitted)/;

for (const page of pages()) {
  const examples = examplesIn(page);
  describe.skipIf(examples.length === 0)(`the examples of ${page}`, () => {
    it.each(examples)('line $line: $kind', async ({ text, kind, complete, code }) => {
      const findings = await findingsOf(text, { files });
      const told = findings
        .filter(({ level, code: id }) =>
          complete
            ? level === 'error' || level === 'warning'
            : level === 'error' && (always.test(id) || (kind.startsWith('in') && id.startsWith('link/'))),
        )
        .map(({ code: id, message, range }) => `${range.start.line + 1}: ${id}: ${message}`);
      expect(told).toEqual([]);
      if (!complete && !kind.startsWith('in')) return;
      const procedure = await procedureOf(text, { files });
      if (procedure.header === null) return;
      for (const variant of [null, ...procedure.variants]) {
        const { boxes } = arrange(variant === null ? procedure : await procedureOf(text, { files, variant }));
        expect(boxes.length, code).toBeGreaterThan(0);
      }
    });
  });
}
