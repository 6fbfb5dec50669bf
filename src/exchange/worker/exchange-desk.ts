/**
 * Answers the page's questions about one spreadsheet and writes exports: holds the cells that were
 * read and the present proposal of each sheet. One desk serves one file.
 */
import { ok, refused, type Result } from '../../base/result.ts';
import type { ImportProblem } from '../../model/records/import-record.ts';
import type { Destination } from '../destinations.ts';
import { exportTables } from '../fresh/export-workbook.ts';
import { orderedTable } from '../fresh/ordered-table.ts';
import { handBack } from '../hand-back/hand-back.ts';
import { compareVersions } from '../next-version/compare-versions.ts';
import { buildDraft } from '../proposal/build-draft.ts';
import { checkDecisions } from '../proposal/check-decisions.ts';
import { initialDecisions } from '../proposal/initial-decisions.ts';
import type { SheetProposal } from '../proposal/proposal.ts';
import { reviseProposal } from '../proposal/revise-proposal.ts';
import { Pace } from '../reading/pace.ts';
import { readPasted } from '../reading/read-pasted.ts';
import { readSpreadsheet } from '../reading/read-spreadsheet.ts';
import { rowText } from '../recognise/data-rows.ts';
import { createGrid } from '../recognise/grid.ts';
import { proposeSheet } from '../recognise/propose-sheet.ts';
import { tellingName } from '../destinations.ts';
import type { ReadingNote, ReadWorkbook, Sheet, SpreadsheetFormat } from '../sheet.ts';
import {
	rowsPerChunk,
	type Exchange,
	type ExchangeProblem,
	type OpenedSheet,
	type Question,
	type SeenRow,
	type SpreadsheetSource,
} from './protocol.ts';
import { seeRows } from './seen-rows.ts';

/** How the desk tells of long work and hears that nobody wants it any more. */
export interface DeskWatch<Chunk = never> {
	progress(fraction: number, what: string): void;
	chunk(chunk: Chunk): void;
	aborted(): boolean;
}

type Asked<Key extends Question> = Exchange[Key]['ask'];
type Outcome<Key extends Question> = Result<Exchange[Key]['answer'], ExchangeProblem>;
type Handlers = {
	readonly [Key in Question]: (
		ask: Asked<Key>,
		watch: DeskWatch<Exchange[Key]['chunk']>,
	) => Outcome<Key> | Promise<Outcome<Key>>;
};

/** The share of the progress that reading takes; the rest is recognising. */
const readingShare = 0.7;

export class ExchangeDesk {
	#sheets: readonly Sheet[] = [];
	#proposals: SheetProposal[] = [];
	#notes: readonly ReadingNote[] = [];

	readonly handlers: Handlers = {
		open: (source, watch) => this.#open(source, watch),
		rows: ({ sheet, from, to }) => this.#rows(sheet, from, to),
		revise: ({ sheet, headerRow, register }) => this.#revise(sheet, headerRow, register),
		check: (ask) => this.#check(ask),
		draft: (ask, watch) => this.#draft(ask, watch),
		compare: (ask, watch) => this.#compare(ask, watch),
		write: (order, watch) => write(order, watch),
		handBack: async (order, watch) => {
			const handed = await handBack(order, watch);
			if (!handed.ok) return refused(...handed.problems.map(asExchangeProblem));
			return ok({ ...handed.value, type: mediaTypes[handed.value.format] });
		},
	};

	async #open(source: SpreadsheetSource, watch: DeskWatch): Promise<Outcome<'open'>> {
		const read = await readSource(source, watch);
		if (!read.ok) return read;
		const { format, notes, sheets } = read.value;
		this.#sheets = sheets;
		this.#notes = notes;
		this.#proposals = [];
		const pace = new Pace(watch);
		const opened: OpenedSheet[] = [];
		for (const [place, sheet] of sheets.entries()) {
			const fraction = readingShare + ((1 - readingShare) * place) / sheets.length;
			if (!(await pace.turn(fraction, `Looking at ${sheet.name}`))) return refused(stopped);
			const proposal = proposeSheet(sheet);
			this.#proposals.push(proposal);
			opened.push(openedSheet(sheet, proposal));
		}
		return ok({ format, notes, sheets: opened });
	}

	#rows(place: number, from: number, to: number): Result<readonly SeenRow[], ExchangeProblem> {
		const sheet = this.#sheets[place];
		return sheet ? ok(seeRows(sheet, from, to)) : refused(notOpen);
	}

	#revise(place: number, headerRow: number, register: Destination): Outcome<'revise'> {
		const sheet = this.#sheets[place];
		if (!sheet) return refused(notOpen);
		const proposal = reviseProposal(sheet, headerRow, register);
		this.#proposals[place] = proposal;
		return ok(openedSheet(sheet, proposal));
	}

	#check({ sheet: place, decisions }: Asked<'check'>): Outcome<'check'> {
		const sheet = this.#sheets[place];
		const proposal = this.#proposals[place];
		if (!sheet || !proposal) return refused(notOpen);
		const { rows, leftOut, problems } = buildDraft(sheet, proposal, decisions);
		const allProblems = [...this.#readingProblems(sheet), ...problems];
		const { register } = decisions;
		const rowsIn = rows.map(({ row, texts }) => ({
			row,
			name: tellingName(register, (key) => texts[key]),
		}));
		const facts = checkDecisions(sheet, proposal, decisions);
		return ok({ rowsIn, leftOut, problems: allProblems, ...facts });
	}

	async #draft(
		{ sheet: place, decisions }: Asked<'draft'>,
		watch: DeskWatch<Exchange['draft']['chunk']>,
	): Promise<Outcome<'draft'>> {
		const sheet = this.#sheets[place];
		const proposal = this.#proposals[place];
		if (!sheet || !proposal) return refused(notOpen);
		const { rows, ...rest } = buildDraft(sheet, proposal, decisions);
		const pace = new Pace(watch);
		for (let from = 0; from < rows.length; from += rowsPerChunk) {
			watch.chunk(rows.slice(from, from + rowsPerChunk));
			const what = `Row ${Math.min(from + rowsPerChunk, rows.length)} of ${rows.length}`;
			if (!(await pace.turn(from / rows.length, what))) return refused(stopped);
		}
		return ok({ ...rest, problems: [...this.#readingProblems(sheet), ...rest.problems] });
	}

	async #compare(
		{ sheet: place, decisions, earlier }: Asked<'compare'>,
		watch: DeskWatch<Exchange['compare']['chunk']>,
	): Promise<Outcome<'compare'>> {
		const sheet = this.#sheets[place];
		const proposal = this.#proposals[place];
		if (!sheet || !proposal) return refused(notOpen);
		const pace = new Pace(watch);
		if (!(await pace.turn(0, 'Reading the rows'))) return refused(stopped);
		const draft = buildDraft(sheet, proposal, decisions);
		if (!(await pace.turn(0.4, 'Finding the same controls'))) return refused(stopped);
		const { file, rows } = compareVersions(draft, earlier, linesOf(sheet));
		for (let from = 0; from < rows.length; from += rowsPerChunk) {
			watch.chunk(rows.slice(from, from + rowsPerChunk));
			const fraction = 0.8 + (0.2 * from) / rows.length;
			if (!(await pace.turn(fraction, 'Comparing cell by cell'))) return refused(stopped);
		}
		const problems = [...this.#readingProblems(sheet), ...file.draft.problems];
		return ok({ ...file, draft: { ...file.draft, problems } });
	}

	/** What reading trimmed, skipped or guessed in this sheet, so that it stays with the import. */
	#readingProblems({ name }: Sheet): readonly ImportProblem[] {
		return this.#notes
			.filter(({ sheet }) => sheet === '' || sheet === name)
			.map(({ cell, text }) => ({ cell, severity: 'note', text }));
	}
}

async function readSource(
	source: SpreadsheetSource,
	watch: DeskWatch,
): Promise<Result<ReadWorkbook, ExchangeProblem>> {
	const read =
		source.kind === 'pasted'
			? readPasted(source)
			: await readSpreadsheet(source.bytes, source.name, {
					progress: (fraction, what) => watch.progress(fraction * readingShare, what),
					aborted: () => watch.aborted(),
				});
	return read.ok ? read : refused(...read.problems.map(asExchangeProblem));
}

async function write(order: Asked<'write'>, watch: DeskWatch): Promise<Outcome<'write'>> {
	const { sheets, format, meta } = order;
	const written = await exportTables(sheets.map(orderedTable), format, meta, watch);
	if (!written.ok) return refused(...written.problems.map(asExchangeProblem));
	return ok({ ...written.value, type: mediaTypes[format] });
}

const mediaTypes: Readonly<Record<SpreadsheetFormat, string>> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
	xlsb: 'application/vnd.ms-excel.sheet.binary.macroEnabled.12',
	xls: 'application/vnd.ms-excel',
	pasted: 'text/plain',
	ods: 'application/vnd.oasis.opendocument.spreadsheet',
	csv: 'text/csv',
	tsv: 'text/tab-separated-values',
};

/** A row of the sheet, by its number, as one line. */
function linesOf(sheet: Sheet): (row: number) => string {
	const grid = createGrid(sheet);
	return (number) => {
		const row = grid.row(number);
		return row ? rowText(grid, row) : '';
	};
}

function openedSheet(sheet: Sheet, proposal: SheetProposal): OpenedSheet {
	return {
		name: sheet.name,
		state: sheet.state,
		columnCount: sheet.columnCount,
		hiddenColumns: sheet.hiddenColumns,
		rowNumbers: sheet.rows.map(({ number }) => number),
		proposal,
		decisions: initialDecisions(proposal),
	};
}

function asExchangeProblem({ kind, text }: { kind: string; text: string }): ExchangeProblem {
	return { kind: kind === 'cancelled' ? 'cancelled' : 'refused', text };
}

const stopped: ExchangeProblem = { kind: 'cancelled', text: 'Stopped.' };

const notOpen: ExchangeProblem = {
	kind: 'refused',
	text: 'The file is no longer open here. Choose it again.',
};
