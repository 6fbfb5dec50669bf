/**
 * Writes changes into a spreadsheet file somebody else made and leaves the rest of it as it was, byte
 * for byte. Runs in a worker or in Node; never throws, never gives back half of a file.
 */
import { refused, type Result } from '../../base/result.ts';
import { fileFormat, foreignFormat, isEncryptedPackage } from '../reading/file-format.ts';
import { OoxmlPackage } from '../reading/ooxml/package.ts';
import { openZip, type ZipArchive } from '../reading/ooxml/zip.ts';
import { Pace, type ReadingWatch } from '../reading/pace.ts';
import { readingLimits } from '../reading/reading-limits.ts';
import {
	cancelled,
	damaged,
	nothingInside,
	passwordProtected,
} from '../reading/reading-problem.ts';
import type { Change, WriteBack, WriteBackProblem } from './change.ts';
import { writeBackDelimited } from './delimited/write-back-delimited.ts';
import { writeBackOpenDocument } from './opendocument/write-back-opendocument.ts';
import { writeBackOoxml } from './ooxml/write-back-ooxml.ts';

type Answer = Result<WriteBack, WriteBackProblem>;

/** Lets the work run to its end. */
const unwatched: ReadingWatch = { progress: () => undefined, aborted: () => false };

/**
 * The file with the changes and what became of each; refused as a whole where the file cannot be
 * trusted or is of a format that cannot be patched. `fileName` is only a hint.
 */
export async function writeBack(
	original: Uint8Array,
	changes: readonly Change[],
	fileName = '',
	watch: ReadingWatch = unwatched,
): Promise<Answer> {
	if (original.length > readingLimits.fileBytes) return refused(tooLarge(original.length));
	if (watch.aborted()) return refused(cancelled);
	try {
		const answer = await byContent(original, changes, fileName, new Pace(watch));
		if (answer.ok) watch.progress(1, 'Written');
		return answer;
	} catch (error) {
		// Only memory or a fault of ours gets here; the person still gets a reason and a next step.
		const reason = error instanceof Error ? error.message : String(error);
		return refused(damaged(`writing into it failed (${reason}).`));
	}
}

async function byContent(
	original: Uint8Array,
	changes: readonly Change[],
	fileName: string,
	pace: Pace,
): Promise<Answer> {
	switch (fileFormat(original)) {
		case 'nothing':
			return refused(nothingInside('The file is empty.'));
		case 'zip': {
			const archive = openZip(original, readingLimits);
			return archive.ok ? intoArchive(original, archive.value, changes, pace) : archive;
		}
		case 'oleCompound':
			return refused(isEncryptedPackage(original) ? passwordProtected : oldExcel);
		case 'bareBiff':
			return refused(oldExcel);
		case 'text': {
			const foreign = foreignFormat(original);
			return foreign === undefined
				? writeBackDelimited(original, changes, fileName)
				: refused(notASpreadsheet(`The file is ${foreign}`));
		}
	}
}

async function intoArchive(
	original: Uint8Array,
	archive: ZipArchive,
	changes: readonly Change[],
	pace: Pace,
): Promise<Answer> {
	if (!archive.find('[Content_Types].xml') && !archive.find('_rels/.rels')) {
		return archive.find('content.xml')
			? intoOpenDocument(original, archive, changes, pace)
			: refused(noSpreadsheetInside);
	}
	const source = new OoxmlPackage(archive);
	const links = source.relationships('');
	if (!links.ok) return links;
	const part =
		links.value.find(({ type, target }) => type === 'officeDocument' && source.has(target))
			?.target ?? 'xl/workbook.xml';
	if (!source.has(part)) return refused(damaged('its main part is missing.'));
	const types = source.contentTypes();
	const type = (types.ok ? types.value(part) : undefined) ?? '';
	if (/sheet\.binary|\.bin$/i.test(`${type} ${part}`)) return refused(binaryWorkbook);
	if (type !== '' && !/spreadsheetml|ms-excel|application\/xml/i.test(type)) {
		return refused(noSpreadsheetInside);
	}
	return writeBackOoxml(original, archive, part, changes, pace);
}

async function intoOpenDocument(
	original: Uint8Array,
	archive: ZipArchive,
	changes: readonly Change[],
	pace: Pace,
): Promise<Answer> {
	const entry = archive.find('mimetype');
	const kind = entry ? archive.read(entry) : undefined;
	if (kind && !kind.ok) return kind;
	const isOther = kind && !new TextDecoder().decode(kind.value).includes('spreadsheet');
	if (isOther) return refused(noSpreadsheetInside);
	return writeBackOpenDocument(original, archive, changes, pace);
}

function otherFormat(what: string): WriteBackProblem {
	return {
		kind: 'otherFormat',
		text: `${what} Open it in the spreadsheet program, save it as .xlsx, and write into that copy; or export a fresh file.`,
	};
}

const oldExcel = otherFormat(
	'The file is of the old Excel format (.xls), which cannot be changed without losing parts of it.',
);
const binaryWorkbook = otherFormat(
	'The file is a binary workbook (.xlsb), which cannot be changed without losing parts of it.',
);
const noSpreadsheetInside = notASpreadsheet('The file is a package without a spreadsheet');

function notASpreadsheet(what: string): WriteBackProblem {
	return {
		kind: 'notASpreadsheet',
		text: `${what}. Choose an .xlsx, .xlsm, .ods, .csv or .tsv file.`,
	};
}

function tooLarge(length: number): WriteBackProblem {
	const [size, most] = [length, readingLimits.fileBytes].map((bytes) => Math.ceil(bytes / 2 ** 20));
	return {
		kind: 'tooLarge',
		text: `The file has ${size} MB; files up to ${most} MB are written into. Move the sheets you need into a file of their own and use that.`,
	};
}
