/** The history as somebody looks at it: what is narrowed down, by day, record or person, and on balance. */
import type { CalendarDate } from '../../base/calendar-date.ts';
import type { LiveReview } from '../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { registerOfId } from '../../model/registers/registers.ts';
import { recordName } from '../../model/registers/register.ts';
import type { ChoiceStorage } from '../../parts/kept-choice.svelte.ts';
import { readableDayOf } from '../../ui/text/readable-instant.ts';
import { netChange, stretchSince } from '../../workbook/net-change.ts';
import type { RecordChange } from '../../workbook/record-change.ts';
import { firstSettings, readSettings, type ActivitySettings } from './activity-settings.ts';
import {
	reviewLines,
	searchText,
	touches,
	workbookLine,
	type HistoryLine,
} from './history-line.ts';

export interface LineGroup {
	readonly key: string;
	/** `21 Nov 2026`, a record or a person. */
	readonly title: string;
	readonly lines: readonly HistoryLine[];
	/** The record that the group is about. */
	readonly record?: string;
}

/** Where settings are kept. */
export interface Kept {
	readonly storage: ChoiceStorage;
	readonly key: string;
}

/** So many lines are drawn at first, and with every wish for more. */
const pageSize = 200;
/** As many records of one deed are told one by one; a greater one stands together. */
const fewRecords = 20;

export class ActivityView {
	readonly #live: LiveWorkbook;
	readonly #review: () => LiveReview | undefined;
	readonly #kept: Kept | undefined;
	#settings = $state.raw<ActivitySettings>(firstSettings);
	#limit = $state(pageSize);

	/** `review`: once it is open. */
	constructor(live: LiveWorkbook, review: () => LiveReview | undefined, kept?: Kept) {
		this.#live = live;
		this.#review = review;
		this.#kept = kept;
		try {
			this.#settings = readSettings(kept?.storage.getItem(kept.key) ?? null);
		} catch {
			// Browsers that forbid storage throw on reading.
		}
	}

	get settings(): ActivitySettings {
		return this.#settings;
	}

	/** Looks in another way; kept for the next visit. */
	set(settings: Partial<ActivitySettings>): void {
		const isOther =
			settings.register !== undefined && settings.register !== this.#settings.register;
		this.#settings = { ...this.#settings, ...(isOther ? { field: '' } : {}), ...settings };
		this.#limit = pageSize;
		try {
			this.#kept?.storage.setItem(this.#kept.key, JSON.stringify(this.#settings));
		} catch {
			// Storage that is full or forbidden: it lasts as long as the page.
		}
	}

	/** Everything, newest first. */
	readonly lines: readonly HistoryLine[] = $derived.by(() => {
		const deeds = this.#live.activity.map(workbookLine);
		const review = this.#review();
		const written = review ? reviewLines(review, this.#live) : [];
		if (written.length === 0) return deeds;
		// Stable: lines of one instant keep the order in which they stand.
		return [...deeds, ...written.toReversed()].sort((a, b) =>
			a.at < b.at ? 1 : a.at > b.at ? -1 : 0,
		);
	});

	/** Everybody who did something, by name. */
	readonly people: readonly string[] = $derived.by(() =>
		[...new Set(this.lines.map(({ who }) => who))]
			.filter(Boolean)
			.sort((a, b) => a.localeCompare(b, 'en')),
	);

	/** What each line can be found by; made once for all letters that are typed. */
	readonly #texts: ReadonlyMap<HistoryLine, string> = $derived.by(
		() => new Map(this.lines.map((line) => [line, searchText(line, this.#live)])),
	);

	readonly found: readonly HistoryLine[] = $derived.by(() => {
		const { text, person, register, field, record, kind, period } = this.#settings;
		const since = period && startOf(this.#live.workbook.today, period);
		const words = text.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
		return this.lines.filter(
			(line) =>
				(person === '' || line.who === person) &&
				(kind === '' || line.kind === kind) &&
				(!since || line.at >= since) &&
				(record === '' || line.records.includes(record)) &&
				(register === '' || line.records.some((id) => registerOfId(id)?.name === register)) &&
				(field === '' || touches(line, field)) &&
				(words.length === 0 || holds(this.#texts.get(line), words)),
		);
	});

	/** True where nothing is narrowed down. */
	get isWhole(): boolean {
		return this.found.length === this.lines.length;
	}

	readonly #groups: readonly LineGroup[] = $derived.by(() => {
		const { grouping } = this.#settings;
		const groups = new Map<string, { title: string; lines: HistoryLine[]; record?: string }>();
		const add = (key: string, title: () => string, line: HistoryLine, record?: string): void => {
			const group = groups.get(key) ?? { title: title(), lines: [], ...(record ? { record } : {}) };
			groups.set(key, group);
			group.lines.push(line);
		};
		const shown = grouping === 'day' ? this.found.slice(0, this.#limit) : this.found;
		for (const line of shown) {
			if (grouping === 'person') add(line.who, () => line.who || 'Somebody', line);
			else if (grouping === 'record') this.#byRecord(line, add);
			else {
				const day = line.at ? readableDayOf(line.at) : 'Unknown day';
				add(day, () => day, line);
			}
		}
		return Array.from(groups, ([key, group]) => ({ key, ...group }));
	});

	/** The days of the lines that are shown, or as many records or people. */
	get groups(): readonly LineGroup[] {
		return this.#groups.slice(0, this.#limit);
	}

	/** How many there are in all of what `more` counts: lines by day, else records or people. */
	get total(): number {
		return this.#settings.grouping === 'day' ? this.found.length : this.#groups.length;
	}

	/** How many more would be shown next. */
	get more(): number {
		return Math.min(pageSize, Math.max(this.total - this.#limit, 0));
	}

	/** The instant that net change begins with, ISO 8601; undefined where there is none such. */
	get since(): string | undefined {
		const { since } = this.#settings;
		if (since === 'review') return this.lastReview;
		const days = Number(since);
		if (Number.isInteger(days)) return startOf(this.#live.workbook.today, days);
		return /^\d{4}-\d\d-\d\d$/.test(since) ? startOf(since as CalendarDate, 1) : since;
	}

	/** When this person last looked at something in a walk, or signed it. */
	get lastReview(): string | undefined {
		const review = this.#review();
		return review?.entries.findLast(
			({ author, body }) => author === review.me && (body.kind === 'look' || body.kind === 'sign'),
		)?.at;
	}

	/** Milestones that net change can begin with, newest first. */
	get milestones(): readonly { readonly value: string; readonly label: string }[] {
		const named = this.#review()?.state.milestones ?? [];
		return named.toReversed().map(({ at, body }) => ({ value: at, label: `“${body.name}”` }));
	}

	/** What changed on balance, within the register and by the person that are chosen. */
	readonly net: readonly RecordChange[] = $derived.by(() => {
		const { since } = this;
		const { person, register } = this.#settings;
		if (since === undefined) return [];
		const changes = netChange(this.#live.workbook, stretchSince(this.#live.activity, since));
		return changes.filter(
			({ table, people }) =>
				(register === '' || table === register) && (person === '' || people.includes(person)),
		);
	});

	showMore(): void {
		this.#limit += pageSize;
	}

	showAll(): void {
		const { grouping, look, since } = this.#settings;
		this.set({ ...firstSettings, grouping, look, since });
	}

	#byRecord(
		line: HistoryLine,
		add: (key: string, title: () => string, line: HistoryLine, record?: string) => void,
	): void {
		const { records } = line;
		if (records.length === 0) add('none', () => 'The workbook', line);
		else if (records.length > fewRecords) add('many', () => 'Many records at once', line);
		else for (const id of records) add(id, () => this.nameOf(id), line, id);
	}

	/** What a record of a register is called now. */
	nameOf(id: string): string {
		const register = registerOfId(id);
		return register ? recordName(register, this.#live.record(register.name, id)) : id;
	}
}

function holds(text: string | undefined, words: readonly string[]): boolean {
	return words.every((word) => text?.includes(word));
}

/** The instant at which the first of so many local days began. */
function startOf(today: CalendarDate, days: number): string {
	const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
	return new Date(year, month - 1, day - days + 1).toISOString();
}
