/**
 * How much of anything an update from elsewhere may bring, in one place. Every limit stands well
 * above what a workbook of 10,000 controls holds after years (measured; see each line).
 */
export const documentLimits = {
	/**
	 * Bytes of one update, as a frame's body (`greatestBody`). Ours are cut at some 1 MB; one large
	 * value makes a larger piece.
	 */
	updateBytes: 16 * 2 ** 20,
	/** Bytes of the document, as the sum of the updates that made it: 10,000 controls take 18 MB. */
	documentBytes: 256 * 2 ** 20,
	/** Changes in one update. The smallest honest one takes 10 bytes, so 1 MB has some 100,000. */
	changes: 500_000,
	/**
	 * Bytes of one value. The largest are records of imports: 7 MB where 60,000 cells of a sheet are
	 * remarked on, 10 MB where 10,000 rows were left out. It has to fit into an update.
	 */
	valueBytes: 14 * 2 ** 20,
	/** Levels of lists and objects within a value; records have four. */
	depth: 12,
	/** UTF-8 bytes of a key: an id, a path, and a set's member, which may be a whole cell (32,767). */
	keyBytes: 128 * 2 ** 10,
	/** Maps of a document; this version has 37, later ones may add some. */
	maps: 200,
	/**
	 * Client ids of a document: each opening that changed something made one. Five editors who open
	 * it every working day make 1,250 a year.
	 */
	clients: 10_000,
	/** Client ids that one update may bring: Yjs gets slow by their square (trust.md, P5). */
	newClients: 64,
	/** Overwritten values in one run: they take no bytes, but move a client's clock on (P3). */
	overwrittenRun: 100_000,
	/** The same in one update. */
	overwritten: 1_000_000,
} as const;

export type DocumentLimits = { readonly [Name in keyof typeof documentLimits]: number };
