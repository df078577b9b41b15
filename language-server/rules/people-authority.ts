/** Who approves an amount must be allowed to. */
import type { Authority, Procedure, Quantity, Role, Step } from '../../flow/procedure.js';
import { roleTitle, stepTitle } from '../../flow/titles.js';
import type { Related, Rule } from './rule.js';
import { listed } from './words.js';

export const peopleAuthority: Rule = {
  id: 'people/authority',
  level: 'error',
  check: ({ procedure, report }) => {
    const anyAuthority = procedure.roles.some(({ mayApprove }) => mayApprove.length > 0);
    if (!anyAuthority) return;
    for (const step of procedure.steps) {
      // An amount in a currency that does not exist is told by condition/unit.
      if (step.kind !== 'approve' || !step.amount || step.amount.kind === 'unknown' || step.responsible.length === 0) continue;
      const { amount } = step;
      const limits = step.responsible.map((name) => limitOf(procedure, name, step, amount));
      // One who may, or whose limit cannot be compared (another currency), is enough.
      if (limits.some((limit) => limit === null || limit.amount >= amount.amount)) continue;
      const names = step.responsible.map((name) => `'${roleTitle(procedure, name)}'`);
      const highest = limits.reduce((best, limit) => (limit && limit.amount > (best?.amount ?? -1) ? limit : best), null);
      const upTo = highest?.authority?.limit ? `only up to ${highest.authority.limit.text}` : 'nothing';
      const others = procedure.roles.filter(({ name }) => {
        if (name === null || step.responsible.includes(name)) return false;
        const limit = limitOf(procedure, name, step, amount);
        return limit !== null && limit.amount >= amount.amount;
      });
      const who =
        others.length > 0
          ? `${listed(others.map(({ title, name }) => `'${title ?? name}'`))} may: let ${others.length > 1 ? 'one of them' : 'them'} approve it.`
          : "Nobody in this procedure may: raise a limit with 'may approve', or lower the amount.";
      report({
        range: step.selection,
        element: step.id,
        message: `'${stepTitle(procedure, step)}' asks for an approval of ${amount.text}, but ${listed(names, 'or')} may approve ${upTo}. ${who}`,
        related: relatedTo(procedure, step, highest?.authority ?? null),
      });
    }
  },
};

interface Limit {
  readonly amount: number;
  readonly authority: Authority | null;
}

/** What a role may approve under the subject of a step; null where that cannot be compared with the amount. */
function limitOf(procedure: Procedure, name: string, step: Step, amount: Quantity): Limit | null {
  const role = procedure.roles.find((candidate) => candidate.name === name);
  if (!role) return null;
  const own = authoritiesOf(procedure, role, new Set());
  if (own.length === 0) return { amount: 0, authority: null };
  const subjects = [step.title, step.name].flatMap((text) => (text === null ? [] : [plain(text)]));
  const same = own.filter(({ subject }) => subjects.includes(plain(subject)));
  let highest: Limit | null = null;
  for (const authority of same.length > 0 ? same : own) {
    if (authority.limit && (authority.limit.kind !== amount.kind || authority.limit.unit !== amount.unit)) continue;
    const limit = { amount: authority.limit?.amount ?? Number.POSITIVE_INFINITY, authority };
    if (!highest || limit.amount > highest.amount) highest = limit;
  }
  return highest;
}

/** Its own; those of whoever fills it, where it has none. */
function authoritiesOf(procedure: Procedure, role: Role, seen: Set<Role>): readonly Authority[] {
  if (role.mayApprove.length > 0 || seen.has(role)) return role.mayApprove;
  seen.add(role);
  return role.oneOf.flatMap((name) => {
    const holder = procedure.roles.find((candidate) => candidate.name === name);
    return holder ? authoritiesOf(procedure, holder, seen) : [];
  });
}

function plain(subject: string): string {
  return subject.trim().replace(/\s+/g, ' ').toLowerCase();
}

function relatedTo(procedure: Procedure, step: Step, authority: Authority | null): Related[] {
  if (authority) {
    const role = procedure.roles.find(({ mayApprove }) => mayApprove.includes(authority));
    return [{ message: 'What they may approve.', range: authority.range, ...(role?.uri === undefined ? {} : { uri: role.uri }) }];
  }
  return procedure.roles
    .filter(({ name, uri }) => name !== null && uri === undefined && step.responsible.includes(name))
    .map((role) => ({ message: `'${role.title ?? role.name}' is here.`, range: role.selection }));
}
