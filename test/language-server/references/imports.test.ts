import { expect, it } from 'vitest';
import { messages, open, textAt, withCode } from '../workspace-helper.js';

it.each([
  ['a file that is not there', './gone.sop', "There is no file './gone.sop': looked for /work/gone.sop."],
  [
    'a similar file beside it',
    './poeple.sop',
    "There is no file './poeple.sop': looked for /work/poeple.sop. Did you mean './people.sop'?",
  ],
  ['an ending left out', './people', "There is no file './people': looked for /work/people. Did you mean './people.sop'?"],
  ['a folder', './teams', "'./teams' is a folder: import one of the .sop files in it, each by its own path."],
  ['another kind of file', './notes.txt', "'./notes.txt' is not a .sop file: only these can be imported."],
  ['bytes that are no text', './broken.sop', "'./broken.sop' is not UTF-8 text: save /work/broken.sop as UTF-8."],
  ['the file itself', './main.sop', 'This file imports itself.'],
  ['an empty path', '', 'An import needs the path of a .sop file, such as import "./people.sop".'],
])('tells about %s, at the path', async (_what, path, message) => {
  const opened = await open({
    'main.sop': `import "${path}" role csm`,
    'people.sop': 'role boss',
    'teams/a.sop': 'team a',
    'notes.txt': 'x',
    'broken.sop': new Uint8Array([0x72, 0xff, 0xfe]),
  });
  expect(messages(opened, 'import/missing')).toEqual([message]);
  expect(withCode(opened, 'import/missing').map((found) => textAt(opened, found))).toEqual([`"${path}"`]);
});

it('finds files in folders above, below and beside, however the path is written', async () => {
  const opened = await open(
    {
      'a/main.sop':
        'import "../up.sop" import "deep/er.sop" import "./x/../beside.sop" import "/work/up2.sop" import "ünï çödé.sop"',
      'up.sop': '',
      'up2.sop': '',
      'a/deep/er.sop': '',
      'a/beside.sop': '',
      'a/%C3%BCn%C3%AF%20%C3%A7%C3%B6d%C3%A9.sop': '',
    },
    'a/main.sop',
  );
  expect(messages(opened, 'import/missing')).toEqual([]);
});

it('survives a hundred files that all import each other', async () => {
  const all = Array.from({ length: 100 }, (_, index) => `f${index}.sop`);
  const imports = all.map((name) => `import "./${name}"`).join('\n');
  const contents = Object.fromEntries(
    all.map((name, index) => [
      name,
      `${imports.replace(`import "./${name}"`, '')}\nsop p${index} {} role r${index} { backup r${(index + 1) % 100} }`,
    ]),
  );
  const opened = await open(contents, 'f0.sop');
  for (const code of ['import/missing', 'link/unknown', 'name/twice']) expect(messages(opened, code)).toEqual([]);
  expect(opened.shared.workspace.LangiumDocuments.all.count()).toBe(100);
});
