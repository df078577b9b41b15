import { expect, it } from 'vitest';
import { pictureOf } from '../../embed/markdown.js';
import { drawBlocks, type MarkdownIt } from '../../src/markdown/draw-blocks.js';
import { exampleText } from '../e2e/examples.js';

function render(info: string, content: string, load = () => ({ pictureOf })): string {
  const markdown: MarkdownIt = { renderer: { rules: { fence: (tokens, index) => `code:${tokens[index]?.content}` } } };
  drawBlocks(load).extendMarkdownIt(markdown);
  return markdown.renderer.rules.fence?.([{ info, content }], 0) ?? '';
}

it('draws a sop block of Markdown as its picture, in the colours of the page', () => {
  const html = render('sop', exampleText('saas-enterprise.sop'));
  expect(html).toContain('<figure class="sop-diagram" aria-label="Enterprise customer escalation">');
  expect(html).toContain('class="box-trigger"');
  expect(html).not.toMatch(/fill="#/);
});

it('leaves other blocks to what drew them before', () => {
  expect(render('ts', 'let a = 1')).toBe('code:let a = 1');
});

it('leaves a sop block as text while its pictures are not loaded', () => {
  const markdown: MarkdownIt = { renderer: { rules: { fence: () => 'code' } } };
  drawBlocks(() => null).extendMarkdownIt(markdown);
  expect(markdown.renderer.rules.fence?.([{ info: 'sop', content: 'role a "A"' }], 0)).toBe('code');
});

it('draws what can be read of unfinished text, and says which line cannot', () => {
  const html = render('sop', 'role a "Agent"\nsop s "S" { owner a }\nlevel one "One" { owner a action "Call" by }');
  expect(html).toContain('<figure');
  expect(html).toMatch(/<p class="sop-problem">Line 3 cannot be read yet: /);
});

it('shows the text of a block in which nothing can be drawn', () => {
  expect(render('sop', '// <b>nothing</b>')).toBe('<pre><code class="language-sop">// &lt;b&gt;nothing&lt;/b&gt;</code></pre>\n');
});

it('shows the roles of a block without a procedure', () => {
  expect(render('sop', 'role vp "VP"\nrole lead "Lead" { reports to vp }')).toContain('aria-label="Roles"');
});
