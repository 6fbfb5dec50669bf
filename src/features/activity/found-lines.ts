/** Narrows the history down and groups it, in steps: a great one must not hold up the page. */
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { registerOfId } from '../../model/registers/registers.ts';
import { readableDayOf } from '../../ui/text/readable-instant.ts';
import type { ActivitySettings } from './activity-settings.ts';
import { searchText, touches, type HistoryLine } from './history-line.ts';

export interface LineGroup {
	readonly key: string;
	/** `21 Nov 2026`, a record or a person. */
	readonly title: string;
	readonly lines: readonly HistoryLine[];
	/** The record that the group is about. */
	readonly record?: string;
}

/** As many records of one deed are told one by one; a greater one stands together. */
const fewRecords = 20;
/** So many lines, or records of lines, are looked at in one step. */
const perStep = 200;

/** The lines that fit. `textOf` says what a line can be found by. */
export function* findLines(
	lines: readonly HistoryLine[],
	{ text, person, register, field, record, kind }: ActivitySettings,
	since: string | undefined,
	textOf: (line: HistoryLine) => string,
): Generator<void, readonly HistoryLine[]> {
	const words = text.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
	const found: HistoryLine[] = [];
	let looked = 0;
	for (const line of lines) {
		const isFound =
			(person === '' || line.person === person) &&
			(kind === '' || line.kind === kind) &&
			(!since || line.at >= since) &&
			(record === '' || line.records.includes(record)) &&
			(register === '' || line.records.some((id) => registerOfId(id)?.name === register)) &&
			(field === '' || touches(line, field)) &&
			(words.length === 0 || holds(textOf(line), words));
		if (isFound) found.push(line);
		looked += 1 + (words.length > 0 ? line.records.length : 0);
		if (looked >= perStep) {
			looked = 0;
			yield;
		}
	}
	return found;
}

/** By what lines can be found; made when first asked for, once for all letters that are typed. */
export class LineTexts {
	readonly #live: LiveWorkbook;
	#lines: readonly HistoryLine[] | undefined;
	readonly #texts = new Map<HistoryLine, string>();

	constructor(live: LiveWorkbook) {
		this.#live = live;
	}

	/** Those of a list, with the names that records have now: whatever they are called, the list changes with it. */
	among(lines: readonly HistoryLine[]): (line: HistoryLine) => string {
		if (this.#lines !== lines) this.#texts.clear();
		this.#lines = lines;
		return (line) => {
			let text = this.#texts.get(line);
			if (text === undefined) this.#texts.set(line, (text = searchText(line, this.#live)));
			return text;
		};
	}
}

/** The lines by day, record or person, each group where its first line stands. */
export function* groupLines(
	lines: readonly HistoryLine[],
	grouping: ActivitySettings['grouping'],
	nameOf: (record: string) => string,
): Generator<void, readonly LineGroup[]> {
	const groups = new Map<string, { title: string; lines: HistoryLine[]; record?: string }>();
	const add = (key: string, title: () => string, line: HistoryLine, record?: string): void => {
		const group = groups.get(key) ?? { title: title(), lines: [], ...(record ? { record } : {}) };
		groups.set(key, group);
		group.lines.push(line);
	};
	let looked = 0;
	for (const line of lines) {
		const { records } = line;
		if (grouping === 'person') add(line.person, () => line.who, line);
		else if (grouping === 'day') {
			const day = line.at ? readableDayOf(line.at) : 'Unknown day';
			add(day, () => day, line);
		} else if (records.length === 0) add('none', () => 'The workbook', line);
		else if (records.length > fewRecords) add('many', () => 'Many records at once', line);
		else for (const id of records) add(id, () => nameOf(id), line, id);
		if (++looked % perStep === 0) yield;
	}
	return Array.from(groups, ([key, group]) => ({ key, ...group }));
}

function holds(text: string, words: readonly string[]): boolean {
	return words.every((word) => text.includes(word));
}
