/** Writes the report as a comment of the pull request, or renews the one that an earlier run wrote. Without the right to: says so, and goes on. */
import { readFileSync } from 'node:fs';
import { marker } from './report.mjs';

const { env } = process;
const api = env.GITHUB_API_URL ?? 'https://api.github.com';
const report = readFileSync(env.SOP_REPORT ?? '', 'utf8');
const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
const number = event.pull_request?.number;

if (typeof number === 'number') {
  try {
    const comments = `${api}/repos/${env.GITHUB_REPOSITORY}/issues/${number}/comments`;
    const earlier = await findEarlier(comments);
    if (earlier === undefined) await call('POST', comments, { body: report });
    else await call('PATCH', `${api}/repos/${env.GITHUB_REPOSITORY}/issues/comments/${earlier}`, { body: report });
  } catch (error) {
    // Pull requests from forks may not write: the same table is in the summary of the run.
    console.log(`::notice::The comment was not written: ${error instanceof Error ? error.message : error}`);
  }
}

/** Pages of a hundred, until one is not full. */
async function findEarlier(comments) {
  for (let page = 1; page <= 30; page += 1) {
    const listed = await call('GET', `${comments}?per_page=100&page=${page}`);
    const found = listed.find(({ body }) => typeof body === 'string' && body.startsWith(marker));
    if (found) return found.id;
    if (listed.length < 100) return undefined;
  }
  return undefined;
}

async function call(method, address, body) {
  const answer = await fetch(address, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env.SOP_TOKEN}`,
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}.`);
  return answer.json();
}
