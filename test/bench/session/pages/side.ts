/** What both pages of the session's bench show to the bench. A code is whatever the page makes of it. */
export interface BenchSide {
	/** Fetches the document's bytes, and has an offer ready. */
	offer(): Promise<string>;
	answer(offer: string): Promise<string>;
	/** Connects and sends the document; resolves when the browser has taken all of it. */
	accept(answer: string): Promise<void>;
	/** Resolves to the count of root maps once all has come and is applied. */
	applied(): Promise<number>;
}

declare global {
	interface Window {
		readonly benchSide: BenchSide;
	}
}

/** The document as it would be stored. */
export async function documentBytes(): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await (await fetch('./document.bin')).arrayBuffer());
}
