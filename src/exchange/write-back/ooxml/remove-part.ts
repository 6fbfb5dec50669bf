/** Takes a part out of a package together with what speaks of it: content type and relationship. */
import { ok, type Result } from '../../../base/result.ts';
import { relationshipPart } from '../../reading/ooxml/package.ts';
import { partKey } from '../../reading/ooxml/zip-directory.ts';
import { XmlScanner } from '../../reading/ooxml/xml-scanner.ts';
import type { WriteBackProblem } from '../change.ts';
import type { EditedPackage } from './edited-package.ts';
import { splice } from '../splice.ts';

/** `source` is the part whose relationship leads to `part`. */
export function removePart(
	edited: EditedPackage,
	part: string,
	source: string,
): Result<undefined, WriteBackProblem> {
	const links = edited.source.relationships(source);
	if (!links.ok) return links;
	const ids = new Set(links.value.filter(({ target }) => target === part).map(({ id }) => id));
	const types = withoutElements(
		edited,
		'[Content_Types].xml',
		(tag) => tag.opens('Override') && partKey(tag.attribute('PartName') ?? '') === partKey(part),
	);
	if (!types.ok) return types;
	const relations = withoutElements(
		edited,
		relationshipPart(source),
		(tag) => tag.opens('Relationship') && ids.has(tag.attribute('Id') ?? ''),
	);
	if (relations.ok) edited.remove(part);
	return relations;
}

function withoutElements(
	edited: EditedPackage,
	part: string,
	goes: (tag: XmlScanner) => boolean,
): Result<undefined, WriteBackProblem> {
	const xml = edited.text(part);
	if (!xml.ok) return xml;
	const patches = [];
	const scanner = new XmlScanner(xml.value);
	while (scanner.next()) {
		if (!goes(scanner)) continue;
		const { start } = scanner;
		scanner.skipElement();
		patches.push({ start, end: scanner.end, text: '' });
	}
	return patches.length === 0 ? ok(undefined) : edited.set(part, splice(xml.value, patches));
}
