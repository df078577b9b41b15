import { describe, expect, it } from 'vitest';
import { arrange } from '../../diagram/arrange.js';
import { paint } from '../../diagram/paint.js';
import { styleSheet } from '../../diagram/style.js';
import { svgText } from '../../diagram/svg-text.js';
import { procedureOf } from '../language-server/compile/procedure-of.js';

async function svg(title: string, focus?: ReadonlySet<string>): Promise<string> {
  const procedure = await procedureOf(`sop x ${JSON.stringify(title)} { owner csm } role csm "CSM"
level first ${JSON.stringify(title)} { owner csm notify customer "Tell them" as tell by csm within 1 h -> done }
resolution done "Done" { require "Fine" judged by csm -> over } closure over "Over"`);
  return svgText(paint(arrange(procedure), procedure, focus ? { focus } : {}), { theme: 'light' });
}

describe('the picture as SVG', () => {
  it('gives every box an id, a kind and a name that says who, by when and what is next', async () => {
    const text = await svg('First');
    expect(text).toContain('data-id="first.tell" data-kind="notify" role="img" aria-label="');
    expect(text).toMatch(/aria-label="Message to the customer side: Tell them, CSM → Customer, within 1 h\. Next: Done\."/);
  });

  it('shows markup in a title as text', async () => {
    const text = await svg('<script>alert(1)</script> ]]> & \'x\' " onload="x');
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain(' style=');
  });

  it('says what it is', async () => {
    expect(await svg('First')).toContain('<title id="sop-title">First</title>');
  });

  it('fades what is out of focus', async () => {
    expect(await svg('First', new Set(['first']))).toContain('opacity="0.25"');
  });
});

it('has one rule a class and nothing that a strict policy forbids in the style sheet', () => {
  expect(styleSheet()).toContain('.sop-diagram .line-escalate{');
  expect(styleSheet()).not.toMatch(/url\(|@import|expression/);
});
