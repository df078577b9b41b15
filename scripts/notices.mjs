/**
 * Writes THIRD-PARTY-NOTICES.md: which packages the bundles carry, under which licences, as those licences ask. Run it as
 * `npx node scripts/notices.mjs` after `npm run build`; with `--check` it writes nothing and fails where the file is out of date.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** What a licence asks to be said beyond its text. */
const remarks = {
  elkjs:
    'Carried unchanged (as `elk-worker.cjs`), or minified as part of a bundle. Licensed under EPL-2.0; its source: <https://github.com/kieler/elkjs>.',
  '@expo-google-fonts/inter': 'The typeface Inter itself: SIL Open Font License 1.1, <https://github.com/rsms/inter>.',
};

const target = join(root, 'THIRD-PARTY-NOTICES.md');
const written = existsSync(target) ? readFileSync(target, 'utf8') : '';
const text = notices(JSON.parse(readFileSync(join(root, 'dist', 'bundled.json'), 'utf8')));
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (written.replaceAll('\r\n', '\n') !== text) {
  console.error("THIRD-PARTY-NOTICES.md is out of date: run 'npx node scripts/notices.mjs'.");
  process.exit(1);
}

function notices(names) {
  const packages = names.map(described);
  const lacking = packages.filter(({ licence, text }) => licence === null && text === null);
  if (lacking.length > 0) throw new Error(`No licence is known of: ${lacking.map(({ name }) => name).join(', ')}`);
  const rows = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence ?? 'see below'} |`);
  // Many packages share a text: it is printed once, with all it is for.
  const texts = new Map();
  for (const { name, text, licence } of packages) {
    const key = text ?? `Licensed under ${licence}; the package carries no text of it.`;
    texts.set(key, [...(texts.get(key) ?? []), name]);
  }
  const parts = [...texts].map(([licence, of]) => {
    const remark = of.flatMap((name) => remarks[name] ?? []).join('\n\n');
    return `## ${of.join(', ')}\n\n${remark === '' ? '' : `${remark}\n\n`}\`\`\`text\n${licence}\n\`\`\``;
  });
  return `# What this is built on\n\nEscalation SOP carries parts of these packages. Thank you.\n\n| package | version | licence |\n| --- | --- | --- |\n${rows.join('\n')}\n\n${parts.join('\n\n')}\n`;
}

function described(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const named = license?.type ?? license ?? licenses?.map(({ type }) => type).join(' or ') ?? null;
  return { name, version, licence: named, text: licenceText(folder) };
}

function licenceText(folder) {
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)(?:[._-][\w.-]*)?$/i.test(file));
  if (files.length === 0) return null;
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').replaceAll('```', "'''").trim())
    .join('\n\n');
}
