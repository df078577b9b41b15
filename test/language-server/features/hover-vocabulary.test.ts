import { describe, expect, it } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { open } from '../workspace-helper.js';

/** Markdown of the hover at `<|>`. */
async function hover(marked: string, more: Record<string, string> = {}, client = 'Some editor'): Promise<string | null> {
  const opened = await open({ 'main.sop': marked.replace('<|>', ''), ...more }, 'main.sop');
  opened.shared.lsp.LanguageServer.initialize({ processId: null, rootUri: null, capabilities: {}, clientInfo: { name: client } });
  const found = await opened.sop.lsp.HoverProvider?.getHoverContent(opened.document, {
    textDocument: { uri: opened.document.uri.toString() },
    position: opened.document.textDocument.positionAt(marked.indexOf('<|>')),
  });
  return found && MarkupContent.is(found.contents) ? found.contents.value : null;
}

const people = `team ops "Operations" { calendar office  contact via log "#ops" }
role csm "CSM" { team ops }
internal channel log "Log"
calendar office "Office" { timezone "Europe/London"  open mon to fri 09:00 to 17:30  closed 2026-12-25 }
source crm "CRM" { provides logins from "n" }
metric logins "Logins" { count }
template hello "Hello" { subject "Hi" body "Hi {customer}" }
trigger t "T" { when logins < 3 -> a }
level a "A" { owner csm  notify customer "Say" as say via log using hello }
resolution done {}
deadline dl "Rule" { of t  within 3 business days in office  met by a.say }
variant v "Vee" when segment is smb { omit a.say  override level a { owner csm } }
`;
const at = (name: string, text = people) => hover(text.replace(name, `<|>${name}`));

describe('hover on vocabulary', () => {
  it('says who is in a team, when and how it is reached', async () => {
    expect(await at('ops "')).toBe(
      '**Operations** · team `ops`\n\n- Roles: CSM\n- Hours: Mon–Fri 09:00–17:30, Europe/London\n- Reached by: Log \\#ops',
    );
  });
  it('says who can read a channel', async () => {
    expect(await at('log "Log')).toBe('**Log** · channel `log`\n\n- Read by: only people of the company\n- Used in: 1 step');
  });
  it('says when a calendar is open', async () => {
    expect(await at('office "')).toMatch(
      /^\*\*Office\*\* · calendar `office`\n\n- Open: Mon–Fri 09:00–17:30, Europe\/London\n- Now: .*\n- Closed: 2026-12-25\n- Hours of: Operations$/,
    );
  });
  it('says what a source provides, and where a template is used', async () => {
    expect(await at('crm')).toBe('**CRM** · source of data `crm`\n\n- Provides: Logins (n)');
    expect(await at('hello "')).toBe('**Hello** · template `hello`\n\n- Subject: Hi\n- Used in: Say\n\nHi {customer}');
  });
  it('tells an outside rule and a variant', async () => {
    expect(await at('dl "')).toBe(
      '**Rule** · deadline from outside `dl`\n\n- Within: 3 business days, counted in Office\n- From: T\n- Met by: Say',
    );
    expect(await at('v "Vee')).toBe('**Vee** · variant `v`\n\n- When: segment is smb\n- Leaves out: Say\n- Changes: a');
  });
  it('tells the procedure and its next review', async () => {
    expect(await hover('sop <|>p "Pro" { status active  review every 90 days last 2026-09-01 }')).toBe(
      '**Pro** · procedure `p`\n\n- Status: active\n- Reviewed: every 90 days, last on 2026-09-01\n- Next review: 2026-11-30',
    );
  });
  it('tells what an import brings', async () => {
    expect(await hover('import "./p<|>.sop"', { 'p.sop': 'role a role b team c' })).toBe(
      '**Library**\n\nBrings 1 team and 2 roles.',
    );
  });
  it('explains on its title, too', async () => {
    expect(await at('Rule"')).toMatch(/^\*\*Rule\*\* · deadline/);
  });
});

describe('pictures', () => {
  const flow =
    'role a "Anna" role b level one "First" { owner a action "x" -> two } level two "Second" { owner b action "y" by a }';
  it('show the place of a role in the ladder, and say the same', async () => {
    const markdown = await hover(flow.replace('role a', 'role <|>a'), {}, 'Visual Studio Code');
    const [, alternative, data] = /!\[(.*)\]\(data:image\/svg\+xml;base64,([^)]*)\)$/.exec(markdown ?? '') ?? [];
    expect(alternative).toBe('Ladder: Anna owns First (rung 1 of 2); acts in Second.');
    expect(atob(data ?? '')).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" .*<\/svg>$/);
  });
  it('show a threshold on the scale of its metric', async () => {
    const markdown = await hover('threshold <|>low when health-score < 40 and nps between 0 and 20', {}, 'Visual Studio Code');
    expect(markdown).toContain(
      '![Scale: Health score, 0 to 100: below 40; Net promoter score, -100 to 100: 0 to 20.](data:image/svg+xml;base64,',
    );
  });
  it('are left out where the editor would show their text', async () => {
    expect(await hover(flow.replace('role a', 'role <|>a'))).not.toContain('data:');
  });
});
