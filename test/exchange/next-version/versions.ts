/** Builders: controls as a file said them, rows of its next version, and their comparison. */
import type { ControlTexts, Control } from '../../../src/model/records/control.ts';
import { readControl } from '../../../src/model/records/read-control.ts';
import { compareVersions } from '../../../src/exchange/next-version/compare-versions.ts';
import type {
	ComparedRow,
	EarlierControl,
	EarlierFile,
	MatchedRow,
} from '../../../src/exchange/next-version/comparison.ts';
import type { DraftRow, ImportDraft } from '../../../src/exchange/proposal/proposal.ts';

/** One row of a small matrix: texts, criteria and the value of its own column. */
export interface RowValues extends ControlTexts {
	readonly criteria?: readonly string[];
	readonly region?: string;
}

const fields = ['controlId', 'title', 'description', 'owner', 'criteria'] as const;

export const regionColumn = {
	id: 'column:region',
	name: 'Region',
	order: 'a0',
	meaning: 'other',
	register: 'controls',
	retired: false,
} as const;

export function aDraft(rows: readonly RowValues[]): ImportDraft {
	return {
		sheet: 'Controls',
		register: 'controls',
		headerRow: 1,
		columns: [
			...fields.map((key, index) => ({
				index,
				header: key,
				target: { kind: 'field', key } as const,
			})),
			{ index: 5, header: 'Region', target: { kind: 'own', name: 'Region', meaning: 'other' } },
		],
		rows: rows.map(draftRow),
		leftOut: [],
		problems: [],
		words: {},
		filledFrom: {},
	};
}

function draftRow({ criteria = [], region, ...texts }: RowValues, at: number): DraftRow {
	return { row: at + 2, texts, sets: { criteria }, own: region ? { 5: region } : {} };
}

export function aControlOf(at: number, { region, ...values }: RowValues): Control {
	const own = region ? { [regionColumn.id]: region } : {};
	const reading = readControl({ id: `control:${at}`, order: 'a0', ...values, own });
	if (!('item' in reading)) throw new Error(reading.reason);
	return reading.item;
}

/** `now` where it was changed here; a control taken out here is not among them. */
export function anEarlierFile(
	said: readonly RowValues[],
	now: readonly RowValues[] = said,
): EarlierFile {
	return {
		columns: [
			...fields.map((target, index) => ({ index, header: target, target })),
			{ index: 5, header: 'Region', target: regionColumn.id },
		],
		leftOut: [],
		ownColumns: [regionColumn],
		otherIds: [],
		controls: said.map((values, at): EarlierControl => ({
			said: aControlOf(at, values),
			now: aControlOf(at, now[at] ?? values),
		})),
	};
}

/** The rows of a comparison. */
export function compared(earlier: EarlierFile, next: readonly RowValues[]): readonly ComparedRow[] {
	const draft = aDraft(next);
	const text = (row: number) => Object.values(next[row - 2] ?? {}).join(' | ');
	return compareVersions(draft, earlier, text).rows;
}

/** Control → row, of those that were matched. */
export function counterparts(rows: readonly ComparedRow[]): Readonly<Record<string, number>> {
	return Object.fromEntries(matched(rows).map(({ control, row }) => [control, row]));
}

export function matched(rows: readonly ComparedRow[]): readonly MatchedRow[] {
	return rows.filter((row) => row.kind === 'matched');
}
