/** The language server, as an editor meets it: from a change to what it pushes, answers on the newest text, its start, a large workspace. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MeasuringClient } from './client.js';
import { labelEdit, linesOf, middleOf, procedureOf, procedureOfLines, stepEdit, unresolvedFile } from './generate.js';
import { type Tell, timesOf, yardstick } from './measure.js';

const part = 'server';
const edits = 16;

export async function benchServer(tell: Tell, { server, folder }: { server: string; folder: string }): Promise<void> {
  await start(tell, server);
  await pushes(tell, server, folder, 0);
  await pushes(tell, server, folder, 100);
  await answers(tell, server);
  await workspace(tell, server, folder);
}

async function start(tell: Tell, server: string): Promise<void> {
  const samples: number[] = [];
  for (let run = 0; run < 5; run++) {
    yardstick.measure();
    const began = performance.now();
    const client = new MeasuringClient(server);
    try {
      await client.start(null);
      await client.open('file:///bench/start.sop', procedureOf({ steps: 30 }));
      samples.push((await client.when('diagnostics', 'file:///bench/start.sop')) - began);
    } finally {
      client.stop();
    }
  }
  tell({ part, name: 'start → first diagnostics', ...timesOf(samples), bound: { median: 600 } });
}

const bounds: Record<string, { median: number; p95: number }> = {
  '100 steps': { median: 10, p95: 20 },
  '1,000 lines': { median: 30, p95: 60 },
  '5,000 lines': { median: 120, p95: 240 },
};

/** From a change of an open file to the pushed procedure, and to the findings. */
async function pushes(tell: Tell, server: string, folder: string, others: number): Promise<void> {
  const texts: [string, string][] = [
    ['10 steps', procedureOf({ steps: 10 })],
    ['30 steps', procedureOf({ steps: 30 })],
    ['100 steps', procedureOf({ steps: 100 })],
    ['300 steps', procedureOf({ steps: 300 })],
    ['1,000 lines', procedureOfLines(1000)],
    ['5,000 lines', procedureOfLines(5000)],
  ];
  const root = mkdtempSync(join(folder, 'push-'));
  for (let index = 0; index < others; index++) writeFileSync(join(root, `waiting-${index}.sop`), unresolvedFile(index));
  const client = new MeasuringClient(server);
  try {
    await client.start(root);
    if (others > 0) await client.until(() => client.diagnosed >= others);
    const beside = others > 0 ? `, ${others} files with unknown names beside` : '';
    for (const [size, text] of others > 0 ? texts.slice(2) : texts) {
      const uri = `file://${root}/procedure.sop`;
      await client.open(uri, text);
      await client.when('findings', uri);
      const pushed: number[] = [];
      const checked: number[] = [];
      for (let edit = -4; edit < edits; edit++) {
        yardstick.measure();
        const began = performance.now();
        const version = await client.change(uri, (edit % 2 === 0 ? labelEdit : stepEdit)(text, edit + 4));
        const shown = (await client.when('procedure', uri, version)) - began;
        const known = (await client.when('findings', uri, version)) - began;
        if (edit < 0) continue;
        pushed.push(shown);
        checked.push(known);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const bound = bounds[size];
      tell({ part, name: `change → sop/procedure, ${size}${beside}`, ...timesOf(pushed), ...(bound ? { bound } : {}) });
      if (others === 0) tell({ part, name: `change → sop/findings, ${size}`, ...timesOf(checked) });
      await client.close(uri);
    }
  } finally {
    client.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Requests sent right after a change: they answer from the newest text. */
async function answers(tell: Tell, server: string): Promise<void> {
  const client = new MeasuringClient(server);
  try {
    await client.start(null);
    for (const lines of [100, 1000, 5000]) {
      const text = procedureOfLines(lines);
      const uri = `file:///bench/lines-${lines}.sop`;
      const textDocument = { uri };
      await client.open(uri, text);
      await client.when('findings', uri);
      const samples: Record<string, number[]> = { completion: [], hover: [], rename: [], format: [] };
      for (let edit = -2; edit < (lines > 1000 ? 6 : 10); edit++) {
        for (const [name, taken] of Object.entries(samples)) {
          yardstick.measure();
          const changed = labelEdit(text, (edit + 3) * 2 + (name.length % 2));
          const version = await client.change(uri, changed);
          const document = client.textOf(uri);
          const by = document.positionAt(changed.indexOf(' by csm', middleOf(changed)) + 5);
          const asked =
            name === 'completion'
              ? client.ask('textDocument/completion', { textDocument, position: by })
              : name === 'hover'
                ? client.ask('textDocument/hover', { textDocument, position: by })
                : name === 'rename'
                  ? client.ask('textDocument/rename', { textDocument, position: by, newName: 'manager' })
                  : client.ask('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } });
          const time = await asked;
          if (edit >= 0) taken.push(time);
          await client.when('findings', uri, version);
        }
      }
      const size = `${linesOf(text).toLocaleString('en')} lines`;
      for (const [name, taken] of Object.entries(samples)) {
        const bound = lines === 1000 && (name === 'completion' || name === 'hover') ? { bound: { median: 30, p95: 60 } } : {};
        tell({ part, name: `${name} right after a change, ${size}`, ...timesOf(taken), ...bound });
      }
      await client.close(uri);
    }
  } finally {
    client.stop();
  }
}

/** 1,000 files of 100 lines each: when the file that somebody opens is usable, when all are checked, and what it takes. */
async function workspace(tell: Tell, server: string, folder: string): Promise<void> {
  const root = mkdtempSync(join(folder, 'workspace-'));
  const text = procedureOfLines(100);
  const library = text.slice(text.indexOf('calendar london'), text.indexOf('severity sev1'));
  const files = 1000;
  for (let index = 0; index < files; index++) {
    const at = join(root, `team-${index % 20}`);
    mkdirSync(at, { recursive: true });
    // Every fifth takes its people from a library.
    const own = index % 5 === 0 ? `import "../people.sop"\n${text.replace(library, '')}` : text;
    writeFileSync(join(at, `procedure-${index}.sop`), own.replace('enterprise-escalation', `escalation-${index}`));
  }
  writeFileSync(join(root, 'people.sop'), library);
  const client = new MeasuringClient(server);
  try {
    const began = performance.now();
    await client.start(root);
    const uri = `file://${root}/team-0/procedure-0.sop`;
    await client.open(uri, `import "../people.sop"\n${text.replace(library, '')}`);
    const usable = (await client.when('procedure', uri)) - began;
    yardstick.measure();
    await client.until(() => client.diagnosed > files, 120_000);
    const all = performance.now() - began;
    const memory = client.memory;
    tell({ part, name: 'workspace of 1,000 files: first usable', median: usable, bound: { median: 1000 } });
    tell({ part, name: 'workspace of 1,000 files: all checked', median: all, bound: { median: 5000 } });
    if (memory !== null)
      tell({ part, name: 'workspace of 1,000 files: memory', unit: 'MB', median: memory, bound: { median: 300 } });
    const samples: number[] = [];
    for (let edit = 0; edit < 10; edit++) {
      yardstick.measure();
      const start = performance.now();
      const version = await client.change(uri, labelEdit(client.textOf(uri).getText(), edit));
      samples.push((await client.when('procedure', uri, version)) - start);
      await client.when('findings', uri, version);
    }
    tell({ part, name: 'workspace of 1,000 files: change → sop/procedure', ...timesOf(samples), bound: { median: 20 } });
    await edited(tell, client, `file://${root}/people.sop`, library);
  } finally {
    client.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

/** A library that 200 files use is edited: when the one that is open is checked again. */
async function edited(tell: Tell, client: MeasuringClient, uri: string, text: string): Promise<void> {
  await client.open(uri, text);
  await client.when('findings', uri);
  const samples: number[] = [];
  for (let edit = 0; edit < 5; edit++) {
    yardstick.measure();
    const start = performance.now();
    const version = await client.change(uri, `${text}\n// ${edit}\n`);
    samples.push((await client.when('procedure', uri, version)) - start);
    await client.when('findings', uri, version);
  }
  tell({ part, name: 'a library that 200 files use: change → sop/procedure', ...timesOf(samples) });
}
