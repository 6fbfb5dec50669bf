/** Sample words of no domain, for the gallery and its tests. */
import type { Option } from '../fields/option.ts';

export const paces: readonly Option[] = ['daily', 'weekly', 'monthly', 'yearly'].map((value) => ({
	value,
	label: value.charAt(0).toUpperCase() + value.slice(1),
}));

/** The same, each with what it means where that has to be said. */
export const explainedPaces: readonly Option[] = paces.map((pace) => ({
	...pace,
	hint: {
		daily: 'Every morning, before the gates open',
		weekly: 'On Mondays',
		yearly:
			'In spring, with a walk through all buildings, cellars and towers, which takes the whole day',
	}[pace.value],
}));

export const shapes: readonly Option[] = [
	{ value: 'round', label: 'Round' },
	{ value: 'square', label: 'Square' },
	{ value: 'free', label: 'Free' },
];

const placeNames = [
	'Harbour',
	'Mill',
	'North gate',
	'Old town hall',
	'Quarry',
	'Riverside',
	'Tower',
];

export const places: readonly Option[] = placeNames.map((hint, index) => ({
	value: `P-0${index + 1}`,
	label: `P-0${index + 1}`,
	hint,
}));

/** Longer than any place for it. */
export const longText =
	'Visitors of the harbour office who stay for more than one day sign in at the desk of the north gate';

export interface SampleRow {
	readonly id: string;
	readonly values: Readonly<Record<string, string>>;
	readonly places: readonly string[];
}

const words =
	'visitors sign in at the desk and wear a badge while they are in the building which is checked twice a day'.split(
		' ',
	);

/** Rows with texts of one to many lines, the same on every call. */
export function sampleRows(rowCount: number, columnCount: number): readonly SampleRow[] {
	return Array.from({ length: rowCount }, (_, row) => ({
		id: `row-${row + 1}`,
		places: places.filter((_, index) => (row + index) % 5 === 0).map((place) => place.value),
		values: Object.fromEntries(
			Array.from({ length: columnCount }, (_, column) => [
				`c${column + 1}`,
				sampleText(row, column),
			]),
		),
	}));
}

function sampleText(row: number, column: number): string {
	if (column === 0) return `R-${row + 1}`;
	const length = column === 1 ? 6 : (row * 7 + column * 13) % (row % 50 === 3 ? 190 : 24);
	const text = Array.from({ length }, (_, index) => words[(row + index) % words.length]).join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}
