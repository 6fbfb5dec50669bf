/**
 * Changing one thing about how a sheet comes in: what a column becomes, whether a row comes in, what
 * a word means. Decisions are values: each change gives new ones.
 */
import { columnMeanings, type ColumnMeaning } from '../../../model/records/own-column.ts';
import type {
	ColumnProposal,
	ColumnTarget,
	ImportDecisions,
} from '../../../exchange/proposal/proposal.ts';
import { columnLetters } from '../../../exchange/sheet.ts';

/** What a column becomes as things stand. */
export function targetOf(decisions: ImportDecisions, column: ColumnProposal): ColumnTarget {
	return decisions.targets[column.index] ?? column.target;
}

/** The own column that keeps this column's values under its own header. */
export function ownTarget(column: ColumnProposal): ColumnTarget {
	if (column.target.kind === 'own') return column.target;
	const name = column.header || `Column ${columnLetters(column.index)}`;
	return { kind: 'own', name, meaning: meaningOf(column) };
}

/** A field is filled by one column: the one that had it before becomes an own column. */
export function withTarget(
	decisions: ImportDecisions,
	columns: readonly ColumnProposal[],
	index: number,
	target: ColumnTarget,
): ImportDecisions {
	const targets: Record<number, ColumnTarget> = { ...decisions.targets };
	if (target.kind === 'field') {
		const before = columns.find((column) => fills(targetOf(decisions, column), target.key));
		if (before && before.index !== index) targets[before.index] = ownTarget(before);
	}
	targets[index] = target;
	return { ...decisions, targets };
}

/** The column that fills a field as things stand. */
export function columnFor(
	decisions: ImportDecisions,
	columns: readonly ColumnProposal[],
	key: string,
): ColumnProposal | undefined {
	return columns.find((column) => fills(targetOf(decisions, column), key));
}

/** Puts rows in or takes them out, whatever was proposed or decided for them before. */
export function withRows(
	decisions: ImportDecisions,
	rows: readonly number[],
	comesIn: boolean,
): ImportDecisions {
	const others = (before: readonly number[]) => before.filter((row) => !rows.includes(row));
	return {
		...decisions,
		rowsIn: comesIn ? [...others(decisions.rowsIn), ...rows] : others(decisions.rowsIn),
		rowsOut: comesIn ? others(decisions.rowsOut) : [...others(decisions.rowsOut), ...rows],
	};
}

/** `token` is a term's, or '' to keep the file's word as it is. */
export function withWord(
	decisions: ImportDecisions,
	field: string,
	word: string,
	token: string,
): ImportDecisions {
	const words = { ...decisions.words, [field]: { ...decisions.words[field], [word]: token } };
	return { ...decisions, words };
}

function fills(target: ColumnTarget, key: string): boolean {
	return target.kind === 'field' && target.key === key;
}

function meaningOf({ about }: ColumnProposal): ColumnMeaning {
	return columnMeanings.find((meaning) => meaning === about) ?? 'other';
}
