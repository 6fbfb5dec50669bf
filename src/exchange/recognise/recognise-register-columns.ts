/**
 * Gives the columns of a sheet to the fields of a register: each pair of column and field is weighed
 * by the header's words and the values, and the best pairs are taken first. What is left stays a
 * column of its own.
 */
import type { Field } from '../../model/records/field.ts';
import { destinations, type Destination } from '../destinations.ts';
import type { ColumnFacts } from './column-claims.ts';
import { uniqueNames } from './column-names.ts';
import { fieldHeaderScore } from './field-header.ts';
import { fieldValueFit } from './field-values.ts';
import type { RegisterColumn } from './register-column.ts';

interface Pair {
	readonly column: ColumnFacts;
	readonly field: Field;
	readonly score: number;
	readonly says: string;
}

/** Below this a column is about nothing that the register has a field for. */
const enough = 0.5;

/** What every column would become, in the order given. */
export function recogniseRegisterColumns(
	register: Destination,
	columns: readonly ColumnFacts[],
): readonly RegisterColumn[] {
	const pairs = pairsOf(register, columns);
	const winners = withCriteria(register, columns, bestPairs(pairs));
	const names = uniqueNames(columns);
	return columns.map((column): RegisterColumn => {
		const { index, header } = column;
		const won = winners.get(column);
		const own = pairs.filter((pair) => pair.column === column && pair !== won);
		const alternatives = own.map(({ field }) => field.key).slice(0, 4);
		const said =
			header === '' ? 'no header' : `header says '${header.replace(/\s+/g, ' ').trim()}'`;
		if (won) {
			const confidence = Number(Math.min(0.99, won.score).toFixed(2));
			const reason = won.says === '' ? said : `${said}; ${won.says}`;
			const target = { kind: 'field', key: won.field.key } as const;
			return { index, target, guess: { confidence, reason }, alternatives };
		}
		// Criteria are the catalogue's: they have no columns of this workbook.
		if (register === 'criteria') {
			const guess = { confidence: 0.5, reason: `${said}; says nothing of criteria here` };
			return { index, target: { kind: 'leaveOut' }, guess, alternatives };
		}
		const target = { kind: 'own', name: names.get(index) ?? '', meaning: 'other' } as const;
		const guess = { confidence: 0.5, reason: `${said}; kept as a column of its own` };
		return { index, target, guess, alternatives };
	});
}

/** Strong enough pairs, best first; of equals the column further left. */
function pairsOf(register: Destination, columns: readonly ColumnFacts[]): readonly Pair[] {
	return columns
		.flatMap((column) =>
			destinations[register].fields.flatMap((field): Pair[] => {
				const named = fieldHeaderScore(register, field, column.ownHeader || column.header);
				if (named === 0) return [];
				const { fit, says } = fieldValueFit(field, column.values);
				const score = named + fit;
				return score >= enough ? [{ column, field, score, says }] : [];
			}),
		)
		.sort((a, b) => b.score - a.score || a.column.index - b.column.index);
}

/** Criteria are unmistakable: where no header says them, the column that holds them fills the field. */
function withCriteria(
	register: Destination,
	columns: readonly ColumnFacts[],
	winners: ReadonlyMap<ColumnFacts, Pair>,
): ReadonlyMap<ColumnFacts, Pair> {
	const field = destinations[register].fields.find(
		({ key }) => key === 'criteria' || key === 'criterion',
	);
	const isFilled = [...winners.values()].some((pair) => pair.field === field);
	if (!field || isFilled) return winners;
	const column = columns.find((each) => {
		const won = winners.get(each)?.field.value.kind;
		return each.values.shares.criterion > 0.6 && (won === undefined || won === 'links');
	});
	if (!column) return winners;
	const says = `${Math.round(column.values.shares.criterion * 100)} % of the values are trust services criteria`;
	return new Map([...winners, [column, { column, field, score: 0.7, says }]]);
}

function bestPairs(pairs: readonly Pair[]): ReadonlyMap<ColumnFacts, Pair> {
	const winners = new Map<ColumnFacts, Pair>();
	const filled = new Set<string>();
	for (const pair of pairs) {
		if (winners.has(pair.column) || filled.has(pair.field.key)) continue;
		winners.set(pair.column, pair);
		filled.add(pair.field.key);
	}
	return winners;
}
