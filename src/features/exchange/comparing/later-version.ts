/**
 * Whether a sheet that was just read is the next version of one that was imported: the same columns,
 * and the same name or many of the same ids. It is offered to the person, never taken for granted.
 */
import {
	columnsInCommon,
	decisionsAsBefore,
} from '../../../exchange/next-version/earlier-layout.ts';
import type { ImportDecisions } from '../../../exchange/proposal/proposal.ts';
import type { ExchangeClient } from '../../../exchange/worker/exchange-client.ts';
import type { OpenedSheet } from '../../../exchange/worker/protocol.ts';
import type { ImportId, ImportRecord } from '../../../model/records/import-record.ts';
import { versionsUpTo, type ReadWorkbook } from './earlier-file.ts';

export interface LaterVersion {
	/** The import of the version before. */
	readonly record: ImportRecord;
	/** The new sheet read as that one was. */
	readonly decisions: ImportDecisions;
	/** Rows with the id of a control that came from it, of the rows that have an id. */
	readonly knownIds: number;
	readonly ids: number;
}

export interface LaterVersionSearch {
	readonly workbook: ReadWorkbook & { readonly imports: readonly ImportRecord[] };
	readonly client: ExchangeClient;
	readonly fileName: string;
	/** What was decided the last time for a sheet with the same columns, else what is proposed. */
	readonly decisionsFor: (sheet: OpenedSheet) => Promise<ImportDecisions>;
	/** The imports that the person said the file is the next version of. */
	readonly expected: ReadonlySet<ImportId>;
}

/** So much of the columns must be there under the same header. */
const enoughColumns = 0.5;
/** So many of the ids, where the file is called something else. */
const enoughIds = 0.5;
/** Imports that are looked at closely for one sheet. */
const closest = 3;

/** The import that a sheet is most likely the next version of; undefined where there is none. */
export async function laterVersionOf(
	place: number,
	sheet: OpenedSheet,
	search: LaterVersionSearch,
): Promise<LaterVersion | undefined> {
	const found: LaterVersion[] = [];
	for (const record of candidates(sheet, search)) {
		const version = await lookClosely(place, sheet, record, search);
		if (version && isLikely(version, search)) found.push(version);
	}
	return found.sort((a, b) => b.knownIds - a.knownIds || b.record.at.localeCompare(a.record.at))[0];
}

/** Those of the newest versions that have most of the sheet's columns, best first. */
function candidates(
	{ proposal }: OpenedSheet,
	{ workbook, expected }: LaterVersionSearch,
): readonly ImportRecord[] {
	const replaced = new Set(workbook.imports.map(({ versionOf }) => versionOf));
	return workbook.imports
		.filter(({ id, register }) => register === 'controls' && !replaced.has(id))
		.map((record) => ({ record, share: columnsInCommon(record, proposal) }))
		.filter(({ record, share }) => share >= enoughColumns || (expected.has(record.id) && share > 0))
		.sort((a, b) => b.share - a.share || b.record.at.localeCompare(a.record.at))
		.slice(0, closest)
		.map(({ record }) => record);
}

async function lookClosely(
	place: number,
	sheet: OpenedSheet,
	record: ImportRecord,
	{ workbook, client, decisionsFor }: LaterVersionSearch,
): Promise<LaterVersion | undefined> {
	const decisions = decisionsAsBefore(
		record,
		workbook.ownColumns,
		sheet.proposal,
		await decisionsFor(sheet),
	);
	const checked = await client.ask('check', { sheet: place, decisions });
	if (!checked.ok) return undefined;
	const ids = checked.value.rowsIn.flatMap(({ name }) => (name ? [name] : []));
	const versions = versionsUpTo(workbook, record);
	const known = new Set(
		workbook.controls.flatMap(({ source, controlId }) =>
			source && versions.has(source.import) ? [controlId] : [],
		),
	);
	const knownIds = ids.filter((id) => known.has(id)).length;
	return { record, decisions, knownIds, ids: ids.length };
}

function isLikely(
	{ record, knownIds, ids }: LaterVersion,
	{ fileName, expected }: LaterVersionSearch,
): boolean {
	if (expected.has(record.id)) return true;
	if (ids > 0 && knownIds >= enoughIds * ids) return true;
	return plainName(fileName) === plainName(record.fileName) && (ids === 0 || knownIds > 0);
}

/** A file's name without what people put into it to tell versions apart. */
function plainName(fileName: string): string {
	return fileName
		.toLowerCase()
		.replace(/\.[a-z]{3,4}$/, '')
		.replace(
			/\(\d+\)|\b(?:v(?:ersion)?[ ._-]?\d+|final|draft|copy|new|updated|rev(?:ised)?)\b/g,
			' ',
		)
		.replace(/[\d\W_]+/g, ' ')
		.trim();
}
