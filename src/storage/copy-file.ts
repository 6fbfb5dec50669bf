/**
 * A saved copy: a whole workbook, history, source files and review included, as one file that this
 * program opens again. In order:
 *
 * - one line of JSON (UTF-8) ending in a line feed: `format`, `version` 3, `name`, `savedAt`,
 *   `documentBytes` and `sha256` of the document; `files`, each with `name`, `type`, `size` in bytes
 *   and `sha256`; and `review`, where there is one, with `size`, `sha256` and `files` of milestones,
 *   each with `size` and `sha256`;
 * - the document: the Yjs state in update format 1;
 * - the review: JSON with `reviewId`, `statements` of the member list and `entries` of all channels,
 *   team notes among them;
 * - the files' bytes one after the other, in the order of the line, as they came;
 * - the milestones' bytes likewise.
 *
 * Nothing is packed, so a copy can never grow when it is read, and only one part of it is in memory
 * at a time. Version 1 ends with the document and knows no `documentBytes` and `files`, version 2
 * knows no `review`.
 */
import * as Y from 'yjs';
import { sha256 } from './digest.ts';
import type { CopyHeader } from './read-copy.ts';
import { packReview, type ReviewForCopy } from './review/review-for-copy.ts';

export const copyFormat = 'readiness-workbook-copy';
export const copyVersion = 3;

/** A source file to be put into a copy. */
export interface FileForCopy {
	readonly name: string;
	/** Its media type; may be empty. */
	readonly type: string;
	readonly sha256: string;
	readonly bytes: Blob;
}

/**
 * A copy of the document as it stands now, saved or not, with these source files and this review,
 * what stays with the team included.
 */
export async function writeCopy(
	doc: Y.Doc,
	name: string,
	savedAt: string,
	files: readonly FileForCopy[],
	review?: ReviewForCopy,
): Promise<Blob> {
	const state = Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>;
	const reviewPart = review && packReview(review);
	const milestones = review?.files ?? [];
	const header: CopyHeader = {
		...{ format: copyFormat, version: copyVersion, name, savedAt },
		...{ documentBytes: state.length, sha256: await sha256(state) },
		files: files.map((file) => ({
			...{ name: file.name, type: file.type, size: file.bytes.size, sha256: file.sha256 },
		})),
		...(reviewPart && {
			review: {
				size: reviewPart.size,
				sha256: await sha256(new Uint8Array(await reviewPart.arrayBuffer())),
				files: milestones.map((each) => ({ size: each.bytes.size, sha256: each.sha256 })),
			},
		}),
	};
	return new Blob([
		...[`${JSON.stringify(header)}\n`, state, ...(reviewPart ? [reviewPart] : [])],
		...[...files, ...milestones].map(({ bytes }) => bytes),
	]);
}
