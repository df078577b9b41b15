/** Holds the folders to the table of docs/architecture.md: who may import whom. Part of `npm run lint`. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** The files of `src/` that its pages share with it. */
const contracts = ['src/preview-messages.ts', 'src/gallery-messages.ts'];

/** For each folder the folders of ours it may import; `packages` restricts those of others where the table does. */
const table = {
  flow: { ours: [], packages: ['luxon', 'temporal-polyfill'] },
  'language-server': {
    ours: ['flow'],
    packages: [
      'langium',
      'chevrotain',
      'vscode-languageserver',
      'vscode-languageserver-protocol',
      'vscode-languageserver-types',
      'vscode-languageserver-textdocument',
      'vscode-jsonrpc',
      'vscode-uri',
      'jsonc-parser',
      'luxon',
      'bpmn-moddle',
    ],
  },
  diagram: { ours: ['flow'] },
  webview: { ours: ['diagram', 'flow', ...contracts] },
  embed: { ours: ['flow', 'language-server', 'diagram', 'webview', ...contracts] },
  src: { ours: ['flow'], typesOnly: ['flow'], packages: ['vscode', 'vscode-languageclient'] },
  cli: { ours: ['flow', 'language-server', 'diagram'] },
};

const problems = Object.entries(table).flatMap(([folder, allowed]) =>
  sourcesIn(folder).flatMap((file) => importsOf(file).flatMap((found) => problemOf(file, folder, allowed, found))),
);
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`\n${problems.length} imports go against the table in docs/architecture.md.`);
  process.exit(1);
}

function problemOf(file, folder, { ours, packages, typesOnly = [] }, { specifier, isType, line }) {
  const at = `${file}:${line}`;
  if (!specifier.startsWith('.')) {
    const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];
    if (specifier.startsWith('node:')) {
      // Only what runs on Node alone may use it; the rest runs in browsers too.
      return folder === 'cli' || /(-node|extension|node-[a-z-]+)\.ts$/.test(file)
        ? []
        : [`${at} imports '${specifier}', but ${folder}/ runs in browsers too.`];
    }
    return !packages || packages.includes(name)
      ? []
      : [`${at} imports '${name}', but ${folder}/ may use only ${packages.join(', ')}.`];
  }
  const target = normalize(join(dirname(file), specifier))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');
  const other = target.split('/')[0];
  if (other === folder) return [];
  if (ours.includes(other) || ours.includes(target)) {
    return typesOnly.includes(other) && !isType
      ? [`${at} imports values of ${other}/, but ${folder}/ may use only its types.`]
      : [];
  }
  return [
    `${at} imports '${target}', but ${folder}/ may import ${ours.length > 0 ? `only ${ours.join(', ')}` : 'nothing of ours'}.`,
  ];
}

function importsOf(file) {
  const text = readFileSync(file, 'utf8');
  const form = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...text.matchAll(form)].map((match) => ({
    specifier: match[2] ?? match[3],
    isType: match[1] !== undefined,
    line: text.slice(0, match.index).split('\n').length + (match[0].match(/^\n+/)?.[0].length ?? 0),
  }));
}

function sourcesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative('.', join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => !file.includes('/generated/'));
  } catch {
    return [];
  }
}
