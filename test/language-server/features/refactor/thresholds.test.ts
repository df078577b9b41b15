import { describe, expect, it } from 'vitest';
import { offered, refactored } from './refactored.js';

const titles = async (text: string): Promise<string[]> => (await offered(text)).actions.map(({ title }) => title);

describe('extract threshold', () => {
  it('names the test at the cursor', async () => {
    const text = `// why
trigger slow "Slow" {
  when first-re<|>sponse-time > 4 h and churn-threat
  -> a
}

level a { action "x" }
`;
    expect(await refactored(text, 'Extract to threshold')).toEqual({
      'main.sop': `threshold high-first-response-time when first-response-time > 4 h

// why
trigger slow "Slow" {
  when high-first-response-time and churn-threat
  -> a
}

level a { action "x" }
`,
    });
  });
  it('takes neighbouring parts that are selected', async () => {
    const text =
      'trigger t {\n  when nps < 0 and <|>health-score < 60 and churn-threat<|>\n  -> a\n}\n\nlevel a { action "x" }\n';
    expect((await refactored(text, 'Extract'))['main.sop']).toBe(
      'threshold low-health-score-and-has-churn-threat when health-score < 60 and churn-threat\n\ntrigger t {\n  when nps < 0 and low-health-score-and-has-churn-threat\n  -> a\n}\n\nlevel a { action "x" }\n',
    );
  });
  it('leaves out parentheses that are not needed any more', async () => {
    const text = 'trigger t {\n  when churn-threat and <|>(nps < 0 or arr > 5 USD)<|>\n  -> a\n}\n\nlevel a { action "x" }\n';
    expect((await refactored(text, 'Extract'))['main.sop']).toContain(
      'threshold low-nps-or-high-arr when nps < 0 or arr > 5 USD\n\ntrigger t {\n  when churn-threat and low-nps-or-high-arr\n',
    );
  });
  it('takes another name where one is taken, and Windows line ends', async () => {
    const text =
      'threshold low-nps when nps < -5\r\n\r\ntrigger t {\r\n  when np<|>s < 0\r\n  -> a\r\n}\r\n\r\nlevel a { action "x" }\r\n';
    expect((await refactored(text, 'Extract'))['main.sop']).toBe(
      'threshold low-nps when nps < -5\r\n\r\nthreshold low-nps-2 when nps < 0\r\n\r\ntrigger t {\r\n  when low-nps-2\r\n  -> a\r\n}\r\n\r\nlevel a { action "x" }\r\n',
    );
  });
  it('stands in the variant whose names it needs', async () => {
    const text = `level a { action "x" }

variant v when segment is smb {
  metric logins { count }
  trigger t {
    when log<|>ins < 3
    -> a
  }
}
`;
    expect((await refactored(text, 'Extract'))['main.sop']).toBe(`level a { action "x" }

variant v when segment is smb {
  metric logins { count }
  threshold low-logins when logins < 3

  trigger t {
    when low-logins
    -> a
  }
}
`);
  });
  it('is not offered for what is a threshold already', async () => {
    expect(await titles('threshold t when np<|>s < 0')).toEqual([]);
    expect((await titles('threshold t when nps < 0\ntrigger x { when <|>t -> a }\nlevel a {}')).join()).not.toContain('Extract');
  });
});

describe('inline threshold', () => {
  const text = (use: string) => `threshold risky when nps < 0 or churn-threat

trigger t {
  when ${use}
  -> a
}

level a { action "x" }
`;
  it('writes the condition in its place, in parentheses where it needs them', async () => {
    expect((await refactored(text('ris<|>ky'), "Inline threshold 'risky' here"))['main.sop']).toContain(
      '  when nps < 0 or churn-threat\n',
    );
    expect((await refactored(text('ris<|>ky and arr > 5 USD'), "Inline threshold 'risky' here"))['main.sop']).toContain(
      '  when (nps < 0 or churn-threat) and arr > 5 USD\n',
    );
    expect((await refactored(text('not ris<|>ky'), "Inline threshold 'risky' here"))['main.sop']).toContain(
      '  when not (nps < 0 or churn-threat)\n',
    );
    expect((await refactored(text('ris<|>ky for 3 days'), "Inline threshold 'risky' here"))['main.sop']).toContain(
      '  when (nps < 0 or churn-threat) for 3 days\n',
    );
  });
  it('can go everywhere, with its declaration', async () => {
    expect(await refactored(text('risky').replace('risky when', 'ris<|>ky when'), 'Inline threshold')).toEqual({
      'main.sop': 'trigger t {\n  when nps < 0 or churn-threat\n  -> a\n}\n\nlevel a { action "x" }\n',
    });
  });
  it('stays where a variant overrides it', async () => {
    const found = await titles(`${text('ris<|>ky')}\nvariant v when segment is smb { override threshold risky when nps < -5 }`);
    expect(found.filter((title) => title.startsWith('Inline'))).toEqual(["Inline threshold 'risky' here"]);
  });
});
