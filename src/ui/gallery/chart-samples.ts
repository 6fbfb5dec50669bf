/** Numbers of no domain for the charts of the gallery. */
import { addDays, type CalendarDate } from '../../base/calendar-date.ts';
import type { LegendEntry } from '../charts/Legend.svelte';
import type { MapGroup, MapTile } from '../charts/state-map.ts';
import type { StateWord } from '../charts/state-word.ts';
import type { TrendPoint, TrendSeries } from '../charts/trend-plot.ts';

export const stateWords: readonly StateWord[] = [
	{ state: 'met', label: 'In place' },
	{ state: 'part', label: 'In part' },
	{ state: 'planned', label: 'Planned' },
	{ state: 'late', label: 'Late' },
	{ state: 'blocked', label: 'Blocked' },
	{ state: 'none', label: 'Not started' },
];

export const parts: readonly LegendEntry[] = stateWords.map((word, index) => ({
	...word,
	id: word.state,
	count: [21, 9, 6, 3, 2, 20][index] ?? 0,
}));

export const bands = [
	{ from: 0, label: 'Not ready' },
	{ from: 0.5, label: 'Work to do' },
	{ from: 0.75, label: 'Nearly' },
	{ from: 0.9, label: 'Ready for visitors' },
];

const start = '2026-06-01' as CalendarDate;
const counts = [4, 9, 15, 22, 26, 31, 30, 27, 27, 24, 25, 21, 19, 20, 17, 16, 14, 15, 13, 12];

export const openItems: readonly TrendPoint[] = counts.map((value, week) => ({
	date: addDays(start, week * 9),
	value,
}));

export const trend: readonly TrendSeries[] = [
	{ id: 'open', label: 'Open', kind: 'counted', points: openItems },
	{
		id: 'meant',
		label: 'As planned',
		kind: 'meant',
		points: [
			{ date: addDays(start, 45), value: 31 },
			{ date: addDays(start, 214), value: 0 },
		],
	},
];

const names = ['Harbour', 'Mill', 'North gate', 'Old town hall', 'Quarry', 'Riverside', 'Tower'];

export const ranked = names.map((label, index) => ({
	id: label,
	label,
	value: [7, 3, 6, 5, 4, 2, 4][index] ?? 0,
}));

/** Rows of a group: letter, name, number of tiles. */
const rooms: readonly (readonly [string, readonly (readonly [string, string, number])[]])[] = [
	[
		'Harbour',
		[
			['HA1', 'Quay and moorings', 5],
			['HA2', 'Signals', 3],
			['HA3', 'Weather and tides', 4],
			['HA4', 'Rounds of the watch', 2],
			['HA5', 'Rules of the harbour', 3],
			['HA6', 'Gates, keys and who may pass', 8],
			['HA7', 'Lamps and alarms', 5],
			['HA8', 'Changes of the works', 1],
			['HA9', 'Storms and insurers', 2],
		],
	],
	['Mill', [['M1', 'Mill', 3]]],
	['Quarry', [['Q1', 'Quarry', 2]]],
	['Tower', [['T1', 'Tower and its bells', 5]]],
	[
		'Old town hall',
		[1, 1, 2, 3, 2, 7, 1, 1].map((count, index) => [
			`O${index + 1}`,
			`Room ${index + 1} of the hall`,
			count,
		]),
	],
];

/** Sixty-one tiles in twenty rows; the tiles of the groups named in `left` are not counted. */
export function mapSample(left: readonly string[] = []): readonly MapGroup[] {
	let place = 0;
	return rooms.map(([label, rows]) => ({
		id: label,
		label,
		rows: rows.map(([text, name, count]) => ({
			id: text,
			text,
			label: name,
			tiles: Array.from({ length: count }, (_, index) =>
				mapTile(`${text}.${index + 1}`, name, place++, left.includes(label)),
			),
		})),
	}));
}

function mapTile(id: string, name: string, place: number, dimmed: boolean): MapTile {
	const state = stateWords[[0, 0, 1, 0, 2, 0, 1, 3, 0, 5, 0, 1, 4, 0, 2][(place * 7) % 15] ?? 0]!;
	const count = (place * 5) % 4;
	return {
		id,
		text: id,
		label: `${name}, part ${id.split('.')[1] ?? ''}`,
		state: state.state,
		dimmed,
		figure: String(count),
		detail: `${count} repairs`,
		marks: !dimmed && place % 13 === 4 ? [{ state: 'late', label: 'One repair is late' }] : [],
	};
}
