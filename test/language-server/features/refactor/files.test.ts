import { describe, expect, it } from 'vitest';
import { offered, refactored } from './refactored.js';

describe('move to a library', () => {
  const text = `sop main {}

calendar office { open always }

// The one who answers.
role c<|>sm "Success" { calendar office }

role lead { backup csm }

level a { owner csm }
`;
  it('takes along what is needed, and imports the new file', async () => {
    expect(await refactored(text, "Move role 'csm', with calendar 'office', to the new file './people.sop'")).toEqual({
      'main.sop': `import "./people.sop"

sop main {}

role lead { backup csm }

level a { owner csm }
`,
      'people.sop': `calendar office { open always }

// The one who answers.
role csm "Success" { calendar office }
`,
    });
  });
  it('adds to a library that is imported, and lets others that need it import it', async () => {
    const result = await refactored(
      'import "./lib.sop"\n\nsop m {}\n\nrole cs<|>m\n\nlevel a { owner boss }\n',
      "Move role 'csm' to './lib.sop'",
      {
        'lib.sop': 'role boss\n',
        'other.sop': 'import "./main.sop"\n\nsop o {}\n\nlevel x { owner csm }\n',
      },
    );
    expect(result).toEqual({
      'main.sop': 'import "./lib.sop"\n\nsop m {}\n\nlevel a { owner boss }\n',
      'lib.sop': 'role boss\n\nrole csm\n',
      'other.sop': 'import "./main.sop"\nimport "./lib.sop"\n\nsop o {}\n\nlevel x { owner csm }\n',
    });
  });
  it('is not offered for what only a procedure can hold', async () => {
    const { actions } = await offered('severity s\nthreshold t<|>x when severity is s\n');
    expect(actions.map(({ title }) => title).filter((title) => title.startsWith('Move'))).toEqual([]);
  });
});

describe('sort declarations', () => {
  it('groups by kind, keeps comments with what they are about, and the order that means something', async () => {
    const text = `<|>// Head.

level b { owner z }
// About z.
role z // behind
severity s2
role a
severity s1
`;
    expect(await refactored(text, 'Sort declarations', {}, 'source.sortDeclarations')).toEqual({
      'main.sop': `// Head.

role a

// About z.
role z // behind

severity s2

severity s1

level b { owner z }
`,
    });
  });
  it('leaves regions alone', async () => {
    const { actions } = await offered('// #region x\nlevel b {<|>}\n// #endregion\nrole a\n', {}, 'source');
    expect(actions).toEqual([]);
  });
});

describe('imports', () => {
  it('that are missing are added, all at once', async () => {
    const more = { 'people.sop': 'role csm\n', 'hours/office.sop': 'calendar office { open always }\n' };
    expect(
      await refactored('<|>role b {\n  calendar office\n  backup csm\n}\n', 'Add all', more, 'source.addMissingImports'),
    ).toEqual({
      'main.sop': 'import "./hours/office.sop"\nimport "./people.sop"\n\nrole b {\n  calendar office\n  backup csm\n}\n',
    });
  });
  it('can be chosen where several files declare a name', async () => {
    const { actions } = await offered('role b { backup cs<|>m }\n', { 'one.sop': 'role csm\n', 'two.sop': 'role csm\n' });
    expect(actions.map(({ title }) => title).filter((title) => title.startsWith('Import'))).toEqual([
      "Import './one.sop'",
      "Import './two.sop'",
    ]);
  });
  it('are organised: unused and repeated ones go, the others are sorted', async () => {
    const more = { 'a.sop': 'role a\n', 'b.sop': 'role b\n', 'c.sop': 'role c\n' };
    const text =
      '<|>import "./c.sop" // keep\nimport "./b.sop"\nimport "./a.sop"\nimport "./a.sop"\nimport "./gone.sop"\n\nlevel x { owner a  informed c }\n';
    expect(await refactored(text, 'Organise', more, 'source.organizeImports')).toEqual({
      'main.sop': 'import "./a.sop"\nimport "./c.sop" // keep\nimport "./gone.sop"\n\nlevel x { owner a  informed c }\n',
    });
  });
  it('are left alone where nothing is to do', async () => {
    expect(
      (await offered('<|>import "./a.sop"\nlevel x { owner a }', { 'a.sop': 'role a' }, 'source.organizeImports')).actions,
    ).toEqual([]);
  });
});
