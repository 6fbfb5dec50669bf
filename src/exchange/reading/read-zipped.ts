/** Spreadsheets that are zip archives: tells .xlsx, .xlsm, .xlsb and .ods apart by what they hold. */
import { refused, type Result } from '../../base/result.ts';
import type { ReadWorkbook } from '../sheet.ts';
import { OoxmlPackage } from './ooxml/package.ts';
import { readOoxml } from './ooxml/read-ooxml.ts';
import { openZip, type ZipArchive } from './ooxml/zip.ts';
import type { Pace } from './pace.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { damaged, type ReadingProblem } from './reading-problem.ts';
import { readWithSheetJs } from './sheetjs/read-with-sheetjs.ts';

type Reading = Result<ReadWorkbook, ReadingProblem>;

export async function readZippedSpreadsheet(
	bytes: Uint8Array,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Reading> {
	const archive = openZip(bytes, limits);
	if (!archive.ok) return archive;
	const content = archive.value;
	if (content.find('[Content_Types].xml') ?? content.find('_rels/.rels')) {
		return readPackage(bytes, new OoxmlPackage(content), pace, limits);
	}
	if (content.find('mimetype') || content.find('content.xml')) {
		return readOpenDocument(bytes, content, pace, limits);
	}
	return refused(notASpreadsheet(otherContent(content)));
}

async function readPackage(
	bytes: Uint8Array,
	source: OoxmlPackage,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Reading> {
	const links = source.relationships('');
	if (!links.ok) return links;
	const main =
		links.value.find(({ type, target }) => type === 'officeDocument' && source.has(target))
			?.target ?? 'xl/workbook.xml';
	if (!source.has(main)) return refused(damaged('its main part is missing.'));
	const types = source.contentTypes();
	const type = (types.ok ? types.value(main) : undefined) ?? '';
	if (/sheet\.binary|\.bin$/i.test(`${type} ${main}`)) {
		return readChecked(bytes, source.archive, 'xlsb', pace, limits);
	}
	if (type !== '' && !/spreadsheetml|ms-excel|application\/xml/i.test(type)) {
		return refused(
			notASpreadsheet(
				/word/i.test(type)
					? 'a Word document'
					: /presentation|powerpoint/i.test(type)
						? 'a presentation'
						: 'no spreadsheet',
			),
		);
	}
	return readOoxml(source, main, /macroEnabled/i.test(type) ? 'xlsm' : 'xlsx', pace, limits);
}

async function readOpenDocument(
	bytes: Uint8Array,
	archive: ZipArchive,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Reading> {
	const entry = archive.find('mimetype');
	const mimetype = entry ? archive.read(entry) : undefined;
	if (mimetype && !mimetype.ok) return mimetype;
	const type = mimetype ? new TextDecoder().decode(mimetype.value) : 'spreadsheet';
	if (!type.includes('spreadsheet')) {
		return refused(notASpreadsheet('an OpenDocument file, but no spreadsheet'));
	}
	return readChecked(bytes, archive, 'ods', pace, limits);
}

/** SheetJS inflates every entry by itself, so every entry is checked before it may. */
async function readChecked(
	bytes: Uint8Array,
	archive: ZipArchive,
	format: 'xlsb' | 'ods',
	pace: Pace,
	limits: ReadingLimits,
): Promise<Reading> {
	const checked = archive.check();
	return checked.ok ? readWithSheetJs(bytes, format, pace, limits) : checked;
}

function otherContent(archive: ZipArchive): string {
	const names = archive.entries.map(({ name }) => name);
	if (names.some((name) => name.startsWith('Index/') && name.endsWith('.iwa'))) {
		return 'an Apple Numbers, Pages or Keynote document; export it as Excel or CSV first';
	}
	return 'a zip archive without a spreadsheet of its own; unpack it first';
}

function notASpreadsheet(what: string): ReadingProblem {
	return {
		kind: 'notASpreadsheet',
		text: `The file is ${what}. Choose an .xlsx, .xlsm, .xlsb, .xls, .ods, .csv or .tsv file.`,
	};
}
