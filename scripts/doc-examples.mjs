/**
 * The examples of the documentation: every block marked `sop`, and what they need around them. The test checks them, and
 * `npm run screenshots` draws those that have a picture.
 *
 * The words after `sop` say what a block is: nothing: a whole file, or declarations; `in file`, `in level`, `in condition`: a piece,
 * read in the surroundings below; `sketch`: a file that is not meant to be complete.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages of the documentation, the rules' own apart (those are tested with the rules). */
export function pages(root = '.') {
  const docs = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
  return ['README.md', ...docs];
}

/** The examples of a page: their text, where they stand, and the picture that is shown right before. */
export function examplesIn(page, root = '.') {
  const text = readFileSync(join(root, page), 'utf8')
    .replaceAll('\r\n', '\n')
    // What shows how Markdown is written is no example of ours.
    .replace(/^(`{4,})[\s\S]*?^\1$/gm, (shown) => '\n'.repeat(shown.split('\n').length - 1));
  const blocks = /(?:^!\[[^\]]*\]\((\S+\.svg)\)\n\n)?^```sop(?: ([a-z ]+))?\n([\s\S]*?)^```$/gm;
  return [...text.matchAll(blocks)].map((match) => {
    const [, picture, kind = '', code] = match;
    const line = text.slice(0, match.index).split('\n').length;
    const complete = kind === '' && /^sop /m.test(code);
    return { page, line, kind, code, complete, picture: picture ?? null, text: surrounded(kind, code) };
  });
}

/** A piece in surroundings in which all names of it have a meaning. */
export function surrounded(kind, code) {
  if (kind === 'in condition') return `threshold example "Example" when ${code}\n${people}`;
  if (kind === 'in level') {
    const level = `level frontline "Frontline" {\n  owner agent\n${code}\n  action answer "Answer" -> done\n}`;
    return `${header}\n${level}\n${/-> experts/.test(code) ? experts : /-> leadership/.test(code) ? experts.replaceAll('experts', 'leadership').replaceAll('Experts', 'Leadership') : ''}${people}${ending('-> frontline')}`;
  }
  if (kind === 'in file') {
    const has = (kinds) => new RegExp(`^(?:internal )?(?:${kinds}) `, 'm').test(code);
    const level = has('level')
      ? ''
      : `level frontline "Frontline" {\n  owner agent\n  action answer "Answer" -> ${has('resolution') ? 'resolved' : 'done'}\n}\n`;
    const omitted = /omit experts/.test(code) ? experts : '';
    return `${header}\n${code}\n${level}${omitted}${people}${ending('-> frontline', has('resolution'))}`;
  }
  return code;
}

const header = 'import "./refunds.sop"\nsop example "Example" { version "1" owner lead review every 90 days last 2026-11-01 }';
const experts = 'level experts "Experts" { owner lead action "Solve it" -> done }\n';
const people = `
role agent "Agent" { backup lead }
role csm "Customer Success Manager" { backup lead }
role lead "Lead" { backup head }
role head "Head" { may approve "service credit" up to 20k USD }
role legal "Legal"
role finance-lead "Finance lead" { backup head }
role dri "Case lead" { one of agent, lead }
external channel email "Email"
internal channel chat "Chat"
template received "We have it" { subject "{ticket}" body "Hi {customer}" }
calendar london { timezone "Europe/London" open mon to fri 09:00 to 17:00 }
calendar new-york { timezone "America/New_York" open mon to fri 09:00 to 17:00 }
severity sev1 "Critical" { when affected-users-share >= 50% }
severity sev2 "Major"
threshold at-risk "At risk" when health-score < 60
`;
function ending(start, own = false) {
  const resolution = own
    ? ''
    : 'resolution done "Resolved" { require "It is solved" judged by agent }\nclosure closed "Closed" {}\n';
  return `trigger complaint "Complaint" { when "The customer complains" judged by agent ${start} }\n${resolution}`;
}

/** What `follow refunds` in a piece leads to. */
export const beside = { './refunds.sop': 'sop refunds "Refunds" { version "1" status active }' };
