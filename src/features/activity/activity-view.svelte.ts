/** The activity list as somebody looks at it: who, when and about which record, newest first by day. */
import type { CalendarDate } from '../../base/calendar-date.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import {
	isRegisterName,
	recordName,
	valueAt,
	type RegisterRecord,
} from '../../model/registers/register.ts';
import { registerOfId } from '../../model/registers/registers.ts';
import { readableDayOf } from '../../ui/text/readable-instant.ts';
import type { ActivityEntry } from '../../workbook/activity.ts';

/** Days back from today that are shown, today included; undefined for all time. */
export type Period = 1 | 7 | 30 | undefined;

export interface ActivityDay {
	/** `21 Nov 2026`. */
	readonly day: string;
	readonly entries: readonly ActivityEntry[];
}

/** So many entries are drawn at first, and with every wish for more. */
const pageSize = 200;

export class ActivityView {
	readonly #live: LiveWorkbook;
	#text = $state('');
	#person = $state('');
	#period = $state<Period>();
	#limit = $state(pageSize);

	constructor(live: LiveWorkbook) {
		this.#live = live;
	}

	get text(): string {
		return this.#text;
	}

	set text(text: string) {
		this.#text = text;
		this.#limit = pageSize;
	}

	/** Whose entries are shown; '' for everybody's. */
	get person(): string {
		return this.#person;
	}

	set person(person: string) {
		this.#person = person;
		this.#limit = pageSize;
	}

	get period(): Period {
		return this.#period;
	}

	set period(period: Period) {
		this.#period = period;
		this.#limit = pageSize;
	}

	/** Everybody who did something, by name. */
	readonly people: readonly string[] = $derived.by(() =>
		[...new Set(this.#live.activity.map(({ by }) => by.name))]
			.filter(Boolean)
			.sort((a, b) => a.localeCompare(b, 'en')),
	);

	/** What each entry can be found by; made once for all letters that are typed. */
	readonly #texts: ReadonlyMap<ActivityEntry, string> = $derived.by(
		() => new Map(this.#live.activity.map((entry) => [entry, this.#words(entry)])),
	);

	readonly found: readonly ActivityEntry[] = $derived.by(() => {
		const since = this.#period && startOf(this.#live.workbook.today, this.#period);
		const words = this.#text.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
		return this.#live.activity.filter(
			(entry) =>
				(this.#person === '' || entry.by.name === this.#person) &&
				(!since || entry.at >= since) &&
				(words.length === 0 || holds(this.#texts.get(entry), words)),
		);
	});

	/** True where nothing is narrowed down. */
	get isWhole(): boolean {
		return this.found.length === this.#live.activity.length;
	}

	readonly days: readonly ActivityDay[] = $derived.by(() => {
		const days: { day: string; entries: ActivityEntry[] }[] = [];
		for (const entry of this.found.slice(0, this.#limit)) {
			const day = entry.at ? readableDayOf(entry.at) : 'Unknown day';
			const last = days.at(-1);
			if (last?.day === day) last.entries.push(entry);
			else days.push({ day, entries: [entry] });
		}
		return days;
	});

	/** How many more would be shown next. */
	get more(): number {
		return Math.min(pageSize, Math.max(this.found.length - this.#limit, 0));
	}

	showMore(): void {
		this.#limit += pageSize;
	}

	showAll(): void {
		this.text = '';
		this.person = '';
		this.period = undefined;
	}

	/** What an entry can be found by: what was done, and the records it was done to, as they are now. */
	#words({ label, changes }: ActivityEntry): string {
		const names = recordsOf(changes).map((id) => wordsOf(id, this.#live.names.record(id)));
		return [label, ...names].join('\n').toLocaleLowerCase('en');
	}
}

/** The records of registers that an entry changed, each once. */
export function recordsOf(changes: ActivityEntry['changes']): readonly string[] {
	const ids = changes.flatMap(({ table, id }) => (isRegisterName(table) ? [id] : []));
	return [...new Set(ids)];
}

/** The one record that an entry was about, where it was one that is still there. */
export function recordOf(
	{ changes }: ActivityEntry,
	live: LiveWorkbook,
): { readonly id: string; readonly name: string } | undefined {
	const [id, ...others] = recordsOf(changes);
	const register = id === undefined || others.length > 0 ? undefined : registerOfId(id);
	const record = register && id !== undefined ? live.record(register.name, id) : undefined;
	return register && record && { id: record.id, name: recordName(register, record) };
}

/** Everything that names a record. */
function wordsOf(id: string, record: RegisterRecord | undefined): string {
	const naming = registerOfId(id)?.naming ?? [];
	return record ? naming.map((key) => String(valueAt(record, key))).join(' ') : '';
}

function holds(text: string | undefined, words: readonly string[]): boolean {
	return words.every((word) => text?.includes(word));
}

/** The instant at which the first of so many local days began. */
function startOf(today: CalendarDate, days: number): string {
	const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
	return new Date(year, month - 1, day - days + 1).toISOString();
}
