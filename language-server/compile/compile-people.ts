/** Teams and roles, and what they talk over: channels, templates, sources. */
import type { Authority, Channel, Contact, FreeText, Role, Source, Team, Template } from '../../flow/procedure.js';
import type * as ast from '../generated/ast.js';
import { type Compilation, nameOf, namesOf } from './compilation.js';
import { compileQuantity } from './compile-duration.js';
import { elementOf, freeText, freeTexts } from './element.js';
import { Places } from './places.js';
import { rangeOf } from './written.js';

export function compileTeam(c: Compilation, node: ast.Team, from: string | null): Team {
  const properties = node.properties ?? [];
  const places = new Places();
  let calendar: string | null = null;
  const contacts: Contact[] = [];
  for (const property of properties) {
    if (property.$type === 'Hours') {
      calendar ??= nameOf(c, property.calendar);
      places.addName('calendar', property.calendar);
    } else if (property.$type === 'Contact') addContact(c, property, contacts, places);
  }
  return { ...elementOf(c, node, node.name || 'team', properties, [], from), ...places.all, calendar, contacts };
}

export function compileRole(c: Compilation, node: ast.Role, from: string | null): Role {
  const properties = node.properties ?? [];
  const places = new Places();
  const texts: FreeText[] = [];
  const lists = { backup: [] as string[], oneOf: [] as string[], duties: [] as string[], may: [] as string[] };
  const mayApprove: Authority[] = [];
  const contacts: Contact[] = [];
  let team: string | null = null;
  let calendar: string | null = null;
  let reportsTo: string | null = null;
  for (const property of properties) {
    switch (property.$type) {
      case 'Membership':
        team ??= nameOf(c, property.team);
        places.addName('team', property.team);
        break;
      case 'Hours':
        calendar ??= nameOf(c, property.calendar);
        places.addName('calendar', property.calendar);
        break;
      case 'Backup':
        lists.backup.push(...namesOf(c, property.roles));
        places.addNames('backup', property.roles);
        break;
      case 'ReportsTo':
        reportsTo ??= nameOf(c, property.role);
        places.addName('reportsTo', property.role);
        break;
      case 'OneOf':
        lists.oneOf.push(...namesOf(c, property.roles));
        places.addNames('oneOf', property.roles);
        break;
      case 'Authority': {
        const subject = property.subject ?? '';
        const limit = compileQuantity(c, property.limit, [node]);
        if (property.approve) mayApprove.push({ subject, limit, range: rangeOf(property) });
        else lists.may.push(subject);
        places.add(property.approve ? 'mayApprove' : 'may', rangeOf(property));
        const text = freeText('authority', property, 'subject');
        if (text) texts.push(text);
        break;
      }
      case 'Duty': {
        lists.duties.push(property.text ?? '');
        const text = freeText('duty', property, 'text');
        if (text) texts.push(text);
        break;
      }
      case 'Contact':
        addContact(c, property, contacts, places);
        break;
    }
  }
  return {
    ...elementOf(c, node, node.name || 'role', properties, texts, from),
    ...places.all,
    external: node.external,
    team,
    calendar,
    ...lists,
    reportsTo,
    mayApprove,
    contacts,
  };
}

export function compileChannel(c: Compilation, node: ast.Channel, from: string | null): Channel {
  return { ...elementOf(c, node, node.name || 'channel', node.properties ?? [], [], from), visibility: node.visibility ?? null };
}

export function compileTemplate(c: Compilation, node: ast.Template, from: string | null): Template {
  const properties = node.properties ?? [];
  const subjects = freeTexts('subject', properties, 'Subject');
  const bodies = freeTexts('body', properties, 'Body');
  const places = new Places();
  for (const { range } of subjects) places.add('subject', range);
  for (const { range } of bodies) places.add('body', range);
  return {
    ...elementOf(c, node, node.name || 'template', properties, [...subjects, ...bodies], from),
    ...places.all,
    subject: subjects[0]?.text ?? null,
    body: bodies[0]?.text ?? null,
  };
}

export function compileSource(c: Compilation, node: ast.Source, from: string | null): Source {
  const properties = node.properties ?? [];
  const places = new Places();
  const provides: { metric: string; field: string | null }[] = [];
  for (const property of properties) {
    if (property.$type !== 'Provides') continue;
    const metric = nameOf(c, property.metric);
    if (metric === null) continue;
    provides.push({ metric, field: property.field ?? null });
    places.addName('provides', property.metric);
  }
  return { ...elementOf(c, node, node.name || 'source', properties, [], from), ...places.all, provides };
}

function addContact(c: Compilation, node: ast.Contact, contacts: Contact[], places: Places): void {
  const via = nameOf(c, node.channel);
  if (via === null) return;
  contacts.push({ via, address: node.address ?? null });
  places.addName('contact', node.channel);
}
