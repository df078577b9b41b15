/** A small procedure in which nothing is wrong, to be broken in one place at a time. */

export const clean = `sop outage "Outage" {
  version "1.0"
  status active
  owner support-lead
  approved by vp-support on 2026-09-01
  review every 90 days last 2026-11-01
}

role support-lead "Support Lead" { backup vp-support }
role vp-support "VP Support"
external channel email "Email"
template first-answer "First answer" {
  subject "Your ticket {ticket}"
  body "Hi {customer}, {owner} is on it."
}

trigger reported "Outage reported" {
  when affected-users-share >= 10%
  -> desk
}

level desk "Support desk" {
  owner support-lead
  resolve within 8 h
  notify customer "We are on it" via email using first-answer within 30 min
  action repair "Repair it" within 4 h -> resolved
}

resolution resolved "Resolved" {
  require "Customer confirms the fix" judged by support-lead
  -> closed
}
closure closed "Closed" {
  action "Review what happened" within 5 business days
}
`;

/** The clean procedure with texts in it replaced, each once; every one of them has to be there. */
export function changed(...replacements: readonly (readonly [was: string, is: string])[]): string {
  let text = clean;
  for (const [was, is] of replacements) {
    if (!text.includes(was)) throw new Error(`There is no '${was}' in the text.`);
    text = text.replace(was, () => is);
  }
  return text;
}
