import { describe, expect, it } from 'vitest';
import { offered, refactored } from './refactored.js';

const titles = async (text: string): Promise<string> => (await offered(text)).actions.map(({ title }) => title).join();

describe('measured answers', () => {
  it('get bands of a score, so that one of them takes every case', async () => {
    const text = `level a {
  decide "How <|>bad?" {
    "Fine"      -> done
    "So so"     -> done
    "Bad, very" -> done
  }
}

resolution done {}
`;
    expect((await refactored(text, 'Measure the answers'))['main.sop']).toBe(`level a {
  decide "How bad?" {
    "Fine" when health-score >= 67     -> done
    "So so" when health-score >= 33    -> done
    "Bad, very" when health-score < 33 -> done
  }
}

resolution done {}
`);
  });
  it('ask a flag that the question names', async () => {
    const text = `level a {
  decide "Is a work<|>around available?" {
    "Yes" -> done
    "No"  -> done
  }
}

resolution done {}
`;
    expect((await refactored(text, 'Measure the answers'))['main.sop']).toBe(`level a {
  decide "Is a workaround available?" {
    "Yes" when workaround-available    -> done
    "No" when not workaround-available -> done
  }
}

resolution done {}
`);
  });
  it('are not offered where answers are measured', async () => {
    expect(await titles('level a { decide "Q<|>?" { "Yes" when churn-threat -> a otherwise -> a } }')).not.toContain('Measure');
  });
});

describe('split level', () => {
  const text = `role csm

level a "First" {
  owner csm
  resolve within 4 h
  action one "One"
  // About two.
  action t<|>wo "Two" // after
  decide q "Again?" {
    "Yes"     -> one
    otherwise -> three
  }
  action three "Three" -> done
}

level b {
  owner csm
  action "x" -> a.two
}

resolution done {}
`;
  it('moves the steps from the cursor on, and names them by where they are', async () => {
    expect(await refactored(text, 'Split')).toEqual({
      'main.sop': `role csm

level a "First" {
  owner csm
  resolve within 4 h
  action one "One" -> a-2
}

level a-2 "First (2)" {
  owner csm

  // About two.
  action two "Two" // after
  decide q "Again?" {
    "Yes"     -> a.one
    otherwise -> three
  }
  action three "Three" -> done
}

level b {
  owner csm
  action "x" -> a-2.two
}

resolution done {}
`,
    });
  });
  it('is not offered at the first step, behind one that may be skipped, and where a variant changes the steps', async () => {
    expect(await titles('level a { action "x<|>" action "y" }')).not.toContain('Split');
    expect(await titles('level a { action "x" when churn-threat action "y<|>" }')).not.toContain('Split');
    expect(
      await titles('level a { action x "x" action "y<|>" } variant v when segment is smb { override level a { action x "z" } }'),
    ).not.toContain('Split');
  });
});

describe('move level', () => {
  const text = `import "./people.sop"

sop main "Main" {}

channel log "Log"

level <|>tech "Technical" {
  owner lead
  resolve within 4 h
  escalate after 4 h -> top
  action look "Look" by csm
  notify lead via log
  decide "Fixed?" {
    "Yes"     -> done
    otherwise -> look
  }
}

level top {
  owner lead
  action "Call" -> done
}

resolution done {}
`;
  it('leaves the promises, and follows the steps in their own procedure', async () => {
    const result = await refactored(text, 'Move the steps', { 'people.sop': 'role lead\nrole csm\n' });
    expect(result['main.sop']).toBe(`import "./people.sop"
import "./tech.sop"

sop main "Main" {}

channel log "Log"

level tech "Technical" {
  owner lead
  resolve within 4 h
  escalate after 4 h -> top
  follow tech -> done
}

level top {
  owner lead
  action "Call" -> done
}

resolution done {}
`);
    expect(result['tech.sop']).toBe(`import "./main.sop"
import "./people.sop"

sop tech "Technical" {
  version "1.0"
  status draft
  owner lead
}

level work "Technical" {
  owner lead

  action look "Look" by csm
  notify lead via log
  decide "Fixed?" {
    "Yes"     -> done
    otherwise -> look
  }
}

resolution done "Done" { require "The work is done" judged by lead -> closed }

closure closed "Closed" {}
`);
  });
  it('is not offered where the level has several outcomes, or its steps are named elsewhere', async () => {
    expect(await titles('sop s {} level <|>a { decide "?" { "x" -> b otherwise -> c } } level b {} level c {}')).not.toContain(
      'Move the',
    );
    expect(await titles('sop s {} level <|>a { action x "x" -> b } level b { action "y" -> a.x }')).not.toContain('Move the');
  });
});
