/** The export formats: a new one is its own file and a line here. */
import { bpmnExporter } from './bpmn/bpmn.js';
import { csvExporter } from './csv.js';
import { drawingExporter } from './drawing.js';
import type { Exporter } from './exporter.js';
import { htmlExporter } from './html.js';
import { markdownExporter } from './markdown.js';
import { mermaidExporter } from './mermaid.js';
import { pdfExporter } from './pdf.js';
import { pngExporter } from './png.js';
import { procedureExporter } from './procedure.js';
import { svgExporter } from './svg.js';

export const allExporters: readonly Exporter[] = [
  svgExporter,
  pngExporter,
  pdfExporter,
  htmlExporter,
  procedureExporter,
  drawingExporter,
  csvExporter,
  markdownExporter,
  mermaidExporter,
  bpmnExporter,
];
