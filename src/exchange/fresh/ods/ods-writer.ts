/** Writes tables as an OpenDocument spreadsheet: one sheet a table, the Read me last. */
import { ok, refused, type Result } from '../../../base/result.ts';
import type { ReadingWatch } from '../../reading/pace.ts';
import { exportCancelled, type ExportProblem } from '../export-problem.ts';
import type { ExportedFile, ExportMeta, ExportTable } from '../export-table.ts';
import { readMe, readMeSheet } from '../read-me.ts';
import { replacedNotes } from '../replaced-characters.ts';
import { sheetNames } from '../sheet-names.ts';
import { unwritable } from '../xml-text.ts';
import { PackageWriter } from '../zip/package-writer.ts';
import { contentPart } from './content-part.ts';
import { manifestPart, metaPart, odsType, settingsPart, stylesPart } from './package-parts.ts';

/**
 * The file's bytes. Line ends become plain line breaks; control characters, which OpenDocument has
 * no form for, are replaced and noted.
 */
export async function writeOds(
	tables: readonly ExportTable[],
	meta: ExportMeta,
	watch: ReadingWatch,
): Promise<Result<ExportedFile, ExportProblem>> {
	const names = sheetNames([...tables.map(({ title }) => title), readMeSheet]);
	const writer = new PackageWriter(
		watch,
		tables.reduce((sum, { rows }) => sum + rows.length, 100),
	);
	writer.store('mimetype', odsType);
	const parts: readonly (readonly [name: string, text: Iterable<string>])[] = [
		['content.xml', contentPart(tables, names, readMe(tables, names, meta))],
		['styles.xml', [stylesPart(tables, meta)]],
		['meta.xml', [metaPart(meta)]],
		['settings.xml', [settingsPart(tables, names)]],
		['META-INF/manifest.xml', [manifestPart()]],
	];
	for (const [name, text] of parts) {
		if (!(await writer.add(name, text))) return refused(exportCancelled);
	}
	return ok({ bytes: writer.finish(), notes: replacedNotes(tables, unwritable) });
}
