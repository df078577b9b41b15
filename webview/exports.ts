/** The bundle of exporters, the same as the command line's, loaded by the page when something is exported. */
import ELK from 'elkjs/lib/elk-api.js';
import engine from 'elkjs/lib/elk-worker.min.js';
import { allExporters } from '../diagram/export/all-exporters.js';
import { type ExportAssets, ExportCancelled, type Exporter } from '../diagram/export/exporter.js';
import type { ExportRun } from './export-contract.js';
import { isLibrary } from './layout.js';
import { pngInPage } from './png-in-page.js';

window.runSopExport = async (run) => {
  const exporter = exporterFor(run);
  const { procedure, options, variants, drawing, cancelled, progress } = run;
  try {
    return await exporter.export({
      ...options,
      procedure,
      variants: async () => variants,
      drawing: async () => drawing(),
      assets: assetsIn(run.folder),
      cancelled,
      progress,
    });
  } catch (error) {
    if (error instanceof ExportCancelled) return null;
    throw error;
  }
};

function exporterFor({ format, procedure }: ExportRun): Exporter {
  const found = format === 'png' ? pngInPage : allExporters.find((exporter) => exporter.format === format);
  if (!found) throw new Error(`There is no format '${format}'.`);
  if (isLibrary(procedure) && (format === 'csv' || format === 'markdown' || format === 'mermaid' || format === 'bpmn'))
    throw new Error('This file is a library: it has no procedure to write in this form. Its picture can be saved.');
  return found;
}

function assetsIn(folder: string): ExportAssets {
  const file = async (name: string): Promise<Response> => {
    const answer = await fetch(`${folder}/${name}`);
    if (!answer.ok) throw new Error(`'${name}' of the extension cannot be read.`);
    return answer;
  };
  const bytes = async (name: string): Promise<Uint8Array> => new Uint8Array(await (await file(name)).arrayBuffer());
  return {
    font: (weight) => bytes(weight === 'regular' ? 'inter-400.ttf' : 'inter-600.ttf'),
    pageScript: async () => (await file('html-page.js')).text(),
    layoutEngine: async () => new ELK({ workerFactory: (url?: string) => new engine.Worker(url) }),
    rasteriser: async () => {
      throw new Error('In the page the browser itself makes a PNG.');
    },
  };
}
