/**
 * An Open Packaging Conventions package (ECMA-376 part 2): parts by name, their content types and
 * relationships, over a zip archive. Knows nothing of spreadsheets.
 */
import { ok, refused, type Result } from '../../../base/result.ts';
import { damaged, unsafe, type ReadingProblem } from '../reading-problem.ts';
import { XmlScanner } from './xml-scanner.ts';
import { decodeXml } from './xml-text.ts';
import type { ZipArchive } from './zip.ts';

export interface Relationship {
	readonly id: string;
	/** Last segment of the type URI, the same in transitional and strict files: 'worksheet'. */
	readonly type: string;
	/** Part name without leading slash, or the URI of an external target. */
	readonly target: string;
	readonly external: boolean;
}

export class OoxmlPackage {
	readonly archive: ZipArchive;

	constructor(archive: ZipArchive) {
		this.archive = archive;
	}

	has(part: string): boolean {
		return this.archive.find(part) !== undefined;
	}

	/** Inflated size of a part in bytes; 0 where it is missing. */
	size(part: string): number {
		return this.archive.find(part)?.size ?? 0;
	}

	/** The text of an XML part; refused where it is missing, damaged or has a document type. */
	xml(part: string): Result<string, ReadingProblem> {
		const entry = this.archive.find(part);
		if (!entry) return refused(damaged(`part “${part}” is missing.`));
		const bytes = this.archive.read(entry);
		return bytes.ok ? partText(part, bytes.value) : bytes;
	}

	/** The relationships of a part, or of the package itself for ''; none where the part has none. */
	relationships(part: string): Result<readonly Relationship[], ReadingProblem> {
		const source = relationshipPart(part);
		if (!this.has(source)) return ok([]);
		const text = this.xml(source);
		if (!text.ok) return text;
		const found: Relationship[] = [];
		const scanner = new XmlScanner(text.value);
		while (scanner.next()) {
			if (!scanner.opens('Relationship')) continue;
			const target = scanner.attribute('Target') ?? '';
			const external = scanner.attribute('TargetMode') === 'External';
			found.push({
				id: scanner.attribute('Id') ?? '',
				type: lastSegment(scanner.attribute('Type') ?? ''),
				target: external ? target : resolveTarget(part, target),
				external,
			});
		}
		return ok(found);
	}

	/** The content type of a part: its own override, else the default of its extension. */
	contentTypes(): Result<(part: string) => string | undefined, ReadingProblem> {
		const text = this.xml('[Content_Types].xml');
		if (!text.ok) return text;
		const overrides = new Map<string, string>();
		const defaults = new Map<string, string>();
		const scanner = new XmlScanner(text.value);
		while (scanner.next()) {
			const type = scanner.attribute('ContentType') ?? '';
			if (scanner.opens('Override')) {
				overrides.set(normalize(scanner.attribute('PartName') ?? ''), type);
			} else if (scanner.opens('Default')) {
				defaults.set((scanner.attribute('Extension') ?? '').toLowerCase(), type);
			}
		}
		return ok((part) => {
			const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
			return overrides.get(normalize(part)) ?? defaults.get(extension);
		});
	}
}

/** The text of an XML part from its bytes; refused in an unknown encoding and with a document type. */
export function partText(part: string, bytes: Uint8Array): Result<string, ReadingProblem> {
	const text = decodeXml(bytes);
	if (text === undefined) {
		return refused(damaged(`part “${part}” is written in an unknown encoding.`));
	}
	return hasDocumentType(text) ? refused(documentType(part)) : ok(text);
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; '' → `_rels/.rels`. */
export function relationshipPart(part: string): string {
	const cut = part.lastIndexOf('/') + 1;
	return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** Resolves a relative reference against its source part (ECMA-376 part 2, 6.5.3.4). */
function resolveTarget(source: string, target: string): string {
	const path = target.replaceAll('\\', '/');
	const base = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
	const segments = [...base];
	for (const segment of path.split('/')) {
		if (segment === '..') segments.pop();
		else if (segment !== '' && segment !== '.') segments.push(segment);
	}
	return segments.join('/');
}

function normalize(part: string): string {
	return part.replace(/^\/+/, '').toLowerCase();
}

function lastSegment(uri: string): string {
	return uri.slice(uri.lastIndexOf('/') + 1);
}

/** Whether a document type declaration stands before the root element, the only place for one. */
function hasDocumentType(text: string): boolean {
	let start = text.indexOf('<');
	for (;;) {
		const closing = text.startsWith('<?', start)
			? '?>'
			: text.startsWith('<!--', start)
				? '-->'
				: '';
		const end = closing === '' ? -1 : text.indexOf(closing, start);
		if (start < 0 || end < 0) return text.startsWith('<!DOCTYPE', start);
		start = text.indexOf('<', end);
	}
}

function documentType(part: string): ReadingProblem {
	return unsafe(
		`Part “${part}” carries a document type declaration. Spreadsheet programs never write one, but files made to do harm do.`,
	);
}
