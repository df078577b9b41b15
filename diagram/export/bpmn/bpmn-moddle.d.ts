declare module 'bpmn-moddle' {
  /** An element of a BPMN document, as the library keeps it. */
  interface ModdleElement {
    get(name: string): ModdleElement[];
    set(name: string, value: unknown): void;
  }
  export class BpmnModdle {
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    fromXML(
      xml: string,
    ): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly { readonly message: string }[] }>;
  }
}
