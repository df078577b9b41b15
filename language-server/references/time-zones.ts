/** `value/zone`: a time zone that the IANA database does not have. */
import type { LangiumDocument } from 'langium';
import { nearestName } from '../../flow/nearest-name.js';
import { type Document, isTimeZone } from '../generated/ast.js';
import type { Finding } from '../rules/finding.js';
import { rangeOf } from './places.js';

/** Whether this is the name of a zone (`Europe/London`, `UTC`); offsets such as `+01:00` are none. */
export function isTimeZoneName(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export function unknownTimeZones(document: LangiumDocument<Document>): Finding[] {
  const findings: Finding[] = [];
  for (const declaration of calendarsOf(document.parseResult.value)) {
    for (const property of declaration.properties) {
      if (!isTimeZone(property) || typeof property.zone !== 'string' || isTimeZoneName(property.zone)) continue;
      const range = rangeOf(property, 'zone');
      const near = nearestZone(property.zone);
      findings.push({
        uri: document.uri.toString(),
        code: 'value/zone',
        level: 'error',
        message: `There is no time zone '${property.zone}'. ${near ? `Did you mean '${near}'?` : `Write one like "Europe/London" or "UTC".`}`,
        range,
        related: [],
        ...(near && { fix: { title: `Change to '${near}'`, edits: [{ range, newText: `"${near}"` }] } }),
      });
    }
  }
  return findings;
}

function calendarsOf(file: Document) {
  const inVariants = file.declarations.flatMap((each) => (each.$type === 'Variant' ? each.changes : []));
  return [...file.declarations, ...inVariants].filter((each) => each.$type === 'Calendar');
}

/** By the whole name, else by the city alone: `London` is meant for `Europe/London`. */
function nearestZone(written: string): string | undefined {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const tidy = written.trim().replaceAll(/\s+/g, '_');
  const whole = nearestName(tidy, zones);
  if (whole) return whole;
  const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1);
  const city = nearestName(cityOf(tidy), zones.map(cityOf));
  return city === null ? undefined : zones.find((zone) => cityOf(zone) === city);
}
