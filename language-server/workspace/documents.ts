/** The loaded documents. One that is asked for while it is being loaded anyway is not loaded twice. */
import { type Cancellation, DefaultLangiumDocuments, type LangiumDocument, type URI } from 'langium';
import { isDocument } from '../generated/ast.js';

export class SopDocuments extends DefaultLangiumDocuments {
  override async getOrCreateDocument(uri: URI, cancelToken?: Cancellation.CancellationToken): Promise<LangiumDocument> {
    const present = this.getDocument(uri);
    if (present) return present;
    const read = await this.langiumDocumentFactory.fromUri(uri, cancelToken);
    // While it was read, the builder may have taken it up.
    const meanwhile = this.getDocument(uri);
    if (meanwhile) return isDocument(meanwhile.parseResult.value) ? meanwhile : read;
    this.addDocument(read);
    return read;
  }
}
