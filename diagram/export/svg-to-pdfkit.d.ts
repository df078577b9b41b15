declare module 'svg-to-pdfkit' {
  /** Draws an SVG into a PDFKit document; lengths in points. */
  export default function svgToPdf(
    document: object,
    svg: string,
    x: number,
    y: number,
    options: {
      readonly width: number;
      readonly height: number;
      readonly assumePt: boolean;
      readonly fontCallback: (family: string, bold: boolean, italic: boolean) => string;
    },
  ): void;
}
