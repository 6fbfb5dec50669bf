/** The history as somebody looks at it: what is narrowed down, by day, record or person, and on balance. */
import type { CalendarDate } from '../../base/calendar-date.ts';
import type { LiveReview } from '../../live/live-review.svelte.ts';
import type { LiveWorkbook } from '../../live/live-workbook.svelte.ts';
import { SteppedValue } from '../../live/stepped-value.svelte.ts';
import { recordName } from '../../model/registers/register.ts';
import { registerOfId } from '../../model/registers/registers.ts';
import type { ChoiceStorage } from '../../parts/kept-choice.svelte.ts';
import { netChangeSteps, stretchSince, type Stretch } from '../../workbook/net-change.ts';
import type { RecordChange } from '../../workbook/record-change.ts';
import { firstSettings, readSettings, type ActivitySettings } from './activity-settings.ts';
import { findLines, groupLines, LineTexts, type LineGroup } from './found-lines.ts';
import { reviewLines, workbookLine, type HistoryLine } from './history-line.ts';

/** Where settings are kept. */
export interface Kept {
	readonly storage: ChoiceStorage;
	readonly key: string;
}

/** So many lines, or groups of them, are drawn at first, and with every wish for more. */
const pageSizes = { day: 200, record: 50, person: 50 } as const;
const nothing: readonly never[] = [];

export class ActivityView {
	readonly #live: LiveWorkbook;
	readonly #review: () => LiveReview | undefined;
	readonly #kept: Kept | undefined;
	#settings = $state.raw<ActivitySettings>(firstSettings);
	#limit = $state<number>(pageSizes.day);
	readonly #finding: SteppedValue<readonly HistoryLine[]>;
	readonly #grouping: SteppedValue<readonly LineGroup[]>;
	readonly #netting: SteppedValue<readonly RecordChange[]>;

	/** Make it where effects may be made. `review`: once it is open. */
	constructor(live: LiveWorkbook, review: () => LiveReview | undefined, kept?: Kept) {
		this.#live = live;
		this.#review = review;
		this.#kept = kept;
		try {
			this.#settings = readSettings(kept?.storage.getItem(kept.key) ?? null);
		} catch {
			// Browsers that forbid storage throw on reading.
		}
		this.#limit = this.#pageSize;
		const texts = new LineTexts(live);
		this.#finding = new SteppedValue(() => {
			const { lines } = this;
			const { period } = this.#settings;
			const since = period && startOf(live.workbook.today, period);
			const settings = { ...this.#settings, person: this.person };
			return findLines(lines, settings, since, texts.among(lines));
		});
		this.#grouping = new SteppedValue(() => {
			const { grouping } = this.#settings;
			const shown = grouping === 'day' ? this.found.slice(0, this.#limit) : this.found;
			return groupLines(shown, grouping, (id) => this.nameOf(id));
		});
		this.#netting = new SteppedValue(() => {
			const stretch = this.#settings.look === 'net' ? this.#stretch() : undefined;
			return stretch && netChangeSteps(live.workbook, stretch);
		});
	}

	get settings(): ActivitySettings {
		return this.#settings;
	}

	/** Looks in another way; kept for the next visit. */
	set(settings: Partial<ActivitySettings>): void {
		const isOther =
			settings.register !== undefined && settings.register !== this.#settings.register;
		this.#settings = { ...this.#settings, ...(isOther ? { field: '' } : {}), ...settings };
		this.#limit = this.#pageSize;
		if (settings.since !== undefined) this.#netting.again();
		try {
			this.#kept?.storage.setItem(this.#kept.key, JSON.stringify(this.#settings));
		} catch {
			// Storage that is full or forbidden: it lasts as long as the page.
		}
	}

	/** Everything, newest first. */
	readonly lines: readonly HistoryLine[] = $derived.by(() => {
		const deeds = this.#live.activity.map((entry) => workbookLine(entry, this.#live.doers));
		const review = this.#review();
		const written = review ? reviewLines(review, this.#live) : [];
		if (written.length === 0) return deeds;
		// Stable: lines of one instant keep the order in which they stand.
		return [...deeds, ...written.toReversed()].sort((a, b) =>
			a.at < b.at ? 1 : a.at > b.at ? -1 : 0,
		);
	});

	/** Everybody who did something, by name; those of one name are numbered. */
	readonly people: readonly { readonly value: string; readonly label: string }[] = $derived.by(
		() => {
			const names = new Map(this.lines.map(({ person, who }) => [person, who]));
			const times = new Map<string, number>();
			return [...names]
				.sort(([, a], [, b]) => a.localeCompare(b, 'en'))
				.map(([value, name]) => {
					const time = (times.get(name) ?? 0) + 1;
					times.set(name, time);
					return { value, label: time > 1 ? `${name} (${time})` : name };
				});
		},
	);

	/** The person that is chosen, where they did something here. */
	get person(): string {
		const { person } = this.#settings;
		return this.people.some(({ value }) => value === person) ? person : '';
	}

	get found(): readonly HistoryLine[] {
		return this.#finding.current ?? nothing;
	}

	/** True while lines are looked for that come in a moment. */
	get isFinding(): boolean {
		return this.#finding.isWorking || this.#grouping.isWorking;
	}

	/** True where nothing is narrowed down. */
	get isWhole(): boolean {
		return this.found.length === this.lines.length;
	}

	/** The days of the lines that are shown, or as many records or people. */
	get groups(): readonly LineGroup[] {
		return (this.#grouping.current ?? nothing).slice(0, this.#limit);
	}

	/** How many there are in all of what `more` counts: lines by day, else records or people. */
	get total(): number {
		return this.#settings.grouping === 'day'
			? this.found.length
			: (this.#grouping.current ?? nothing).length;
	}

	/** How many more would be shown next. */
	get more(): number {
		return Math.min(this.#pageSize, Math.max(this.total - this.#limit, 0));
	}

	/** The instant that net change begins with, ISO 8601; undefined where there is none such. */
	get since(): string | undefined {
		const { since } = this.#settings;
		if (since === 'review') return this.lastReview;
		const days = Number(since);
		if (Number.isInteger(days)) return startOf(this.#live.workbook.today, days);
		return /^\d{4}-\d\d-\d\d$/.test(since) ? startOf(since as CalendarDate, 1) : since;
	}

	/** When this person began to review the last time: to look at things in a walk, or to sign them. */
	get lastReview(): string | undefined {
		return this.#review()?.lastReview.at;
	}

	/** Milestones that net change can begin with, newest first. */
	get milestones(): readonly { readonly value: string; readonly label: string }[] {
		const named = this.#review()?.state.milestones ?? [];
		return named.toReversed().map(({ at, body }) => ({ value: at, label: `“${body.name}”` }));
	}

	/** What changed on balance, within the register and by the person that are chosen. */
	readonly net: readonly RecordChange[] = $derived.by(() => {
		const { register } = this.#settings;
		const { person } = this;
		const { doers } = this.#live;
		return (this.#netting.current ?? nothing).filter(
			({ table, people }) =>
				(register === '' || table === register) &&
				(person === '' || people.some((deed) => doers.of(deed).key === person)),
		);
	});

	/** How working out net change stands. */
	get netting(): Pick<SteppedValue<unknown>, 'isWorking' | 'isStopped' | 'stop' | 'again'> {
		return this.#netting;
	}

	showMore(): void {
		this.#limit += this.#pageSize;
	}

	showAll(): void {
		const { grouping, look, since } = this.#settings;
		this.set({ ...firstSettings, grouping, look, since });
	}

	#stretch(): Stretch | undefined {
		const { activity } = this.#live;
		if (this.#settings.since === 'review') return this.#review()?.lastReview.stretch(activity);
		const { since } = this;
		return since === undefined ? undefined : stretchSince(activity, since);
	}

	get #pageSize(): number {
		return pageSizes[this.#settings.grouping];
	}

	/** What a record of a register is called now. */
	nameOf(id: string): string {
		const register = registerOfId(id);
		return register ? recordName(register, this.#live.record(register.name, id)) : id;
	}
}

/** The instant at which the first of so many local days began. */
function startOf(today: CalendarDate, days: number): string {
	const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
	return new Date(year, month - 1, day - days + 1).toISOString();
}
