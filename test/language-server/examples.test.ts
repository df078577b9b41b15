import { readdirSync, readFileSync } from 'node:fs';
import { EmptyFileSystem } from 'langium';
import { parseHelper } from 'langium/test';
import { expect, it } from 'vitest';
import { createSopServices } from '../../language-server/sop-module.js';

for (const file of readdirSync('examples')) {
  it(`parses ${file}`, async () => {
    const { sop } = createSopServices(EmptyFileSystem);
    const document = await parseHelper(sop)(readFileSync(`examples/${file}`, 'utf8'));
    expect(document.parseResult.parserErrors.map((e) => e.message + e.token.startLine)).toEqual([]);
  });
}
it('takes keywords as names', async () => {
  const { sop } = createSopServices(EmptyFileSystem);
  const document = await parseHelper(sop)(
    `role owner role by { one of business, level } level level { owner owner action by "x" by by within 3 h when a when "j" for 3 days -> closure.end  parallel by by { lane "x" {}} } `,
  );
  expect(document.parseResult.parserErrors.map((e) => e.message + e.token.startLine)).toEqual([]);
});
