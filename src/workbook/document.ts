/** Making documents and moving their whole content, so that only this room and storage know Yjs. */
import * as Y from 'yjs';

export type WorkbookDocument = Y.Doc;

/** An empty document, ready to be filled from storage. */
export function createDocument(): WorkbookDocument {
	return new Y.Doc();
}
