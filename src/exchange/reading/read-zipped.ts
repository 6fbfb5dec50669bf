/** Spreadsheets that are zip archives: tells .xlsx, .xlsm, .xlsb and .ods apart by what they hold. */
import { zipSync } from 'fflate';
import { refused, type Result } from '../../base/result.ts';
import type { ReadWorkbook } from '../sheet.ts';
import { OoxmlPackage } from './ooxml/package.ts';
import { readOoxml } from './ooxml/read-ooxml.ts';
import { openZip, type ZipArchive } from './ooxml/zip.ts';
import { readOpenDocument } from './opendocument/read-opendocument.ts';
import type { Pace } from './pace.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { damaged, passwordProtected, type ReadingProblem } from './reading-problem.ts';
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
		return readPackage(new OoxmlPackage(content), pace, limits);
	}
	if (content.find('mimetype') || content.find('content.xml')) {
		return readOpenDocumentArchive(content, pace, limits);
	}
	return refused(notASpreadsheet(otherContent(content)));
}

async function readPackage(
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
		return readBinaryPackage(source.archive, pace, limits);
	}
	if (type !== '' && !/spreadsheetml|ms-excel|application\/xml/i.test(type)) {
		return refused(notASpreadsheet(officeDocument(type)));
	}
	return readOoxml(source, main, /macroEnabled/i.test(type) ? 'xlsm' : 'xlsx', pace, limits);
}

/** What another package of the Office family is, by the content type of its main part. */
function officeDocument(type: string): string {
	if (/word/i.test(type)) return 'a Word document';
	return /presentation|powerpoint/i.test(type) ? 'a presentation' : 'no spreadsheet';
}

async function readOpenDocumentArchive(
	archive: ZipArchive,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Reading> {
	const source = new OoxmlPackage(archive);
	const entry = archive.find('mimetype');
	const mimetype = entry ? archive.read(entry) : undefined;
	if (mimetype && !mimetype.ok) return mimetype;
	if (mimetype && !new TextDecoder().decode(mimetype.value).includes('spreadsheet')) {
		return refused(notASpreadsheet('an OpenDocument file, but no spreadsheet'));
	}
	const manifest = source.has(manifestPart) ? source.xml(manifestPart) : undefined;
	if (manifest?.ok && manifest.value.includes('encryption-data')) return refused(passwordProtected);
	const content = source.xml('content.xml');
	return content.ok ? readOpenDocument(content.value, pace, limits) : content;
}

const manifestPart = 'META-INF/manifest.xml';

/** SheetJS unzips by itself and may hang on odd archives: it gets a plain one of checked parts. */
async function readBinaryPackage(
	archive: ZipArchive,
	pace: Pace,
	limits: ReadingLimits,
): Promise<Reading> {
	const parts = archive.readAll();
	if (!parts.ok) return parts;
	const plain = zipSync(Object.fromEntries(parts.value), { level: 0 });
	return readWithSheetJs(plain, 'xlsb', pace, limits);
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
