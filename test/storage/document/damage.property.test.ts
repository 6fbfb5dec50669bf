/**
 * Whatever is edited, closed, opened, kept up and damaged, in whatever order: exactly the edits whose
 * rows were damaged before a snapshot covered them are missing, with the later ones of the same visit
 * that build on them; each damage is reported once; nothing is there that nobody entered.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aWorkbook, FakeBrowser, type Tab } from '../support/fake-browser.ts';
import { damageRow, rowKeys } from '../support/raw-database.ts';

type Step =
	| { readonly kind: 'visit'; readonly edits: number }
	| { readonly kind: 'upkeep' }
	| { readonly kind: 'damage'; readonly pick: number; readonly how: keyof typeof damages };

const damages = {
	flip: (bytes: Uint8Array) => bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1),
	cut: (bytes: Uint8Array) => bytes.slice(0, bytes.length - 1),
	zero: (bytes: Uint8Array) => bytes.fill(0),
	remove: () => undefined,
};

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constant('visit' as const), edits: fc.integer({ min: 1, max: 3 }) }),
	fc.record({ kind: fc.constant('upkeep' as const) }),
	fc.record({
		kind: fc.constant('damage' as const),
		pick: fc.nat(),
		how: fc.constantFrom('flip' as const, 'cut' as const, 'zero' as const, 'remove' as const),
	}),
);

const emptyRecovery: Step[] = [
	{ kind: 'upkeep' },
	{ kind: 'visit', edits: 1 },
	{ kind: 'damage', pick: 1, how: 'flip' },
	{ kind: 'visit', edits: 1 },
	{ kind: 'damage', pick: 1, how: 'zero' },
	{ kind: 'visit', edits: 1 },
];

test('only what was damaged and nowhere else is missing', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
			const trial = await Trial.begin();
			for (const each of steps) await trial.take(each);
			await trial.end();
		}),
		{
			numRuns: fc.readConfigureGlobal().numRuns ?? 15,
			// A row that a snapshot had nothing to give to was once stored as an empty update.
			examples: [[emptyRecovery]],
		},
	);
}, 60_000);

/** An edit as the naive model knows it; its key in the document is its number. */
interface Edit {
	readonly visit: number;
	readonly value: string;
	readonly row: number;
	isLost: boolean;
	isCovered: boolean;
}

class Trial {
	readonly #browser: FakeBrowser;
	readonly #workbook;
	readonly #edits: Edit[] = [];
	#visits = 0;
	#damaged = 0;

	private constructor(browser: FakeBrowser, workbook: Awaited<ReturnType<typeof aWorkbook>>) {
		this.#browser = browser;
		this.#workbook = workbook;
	}

	static async begin(): Promise<Trial> {
		const browser = new FakeBrowser();
		return new Trial(browser, await aWorkbook(browser.storage()));
	}

	async take(each: Step): Promise<void> {
		if (each.kind === 'damage') return this.#damage(each.pick, damages[each.how]);
		const tab = await this.#open();
		if (each.kind === 'upkeep') return this.#keepUp(tab);
		for (let count = 0; count < each.edits; count += 1) await this.#edit(tab, 'text');
		await tab.close();
	}

	async end(): Promise<void> {
		await (await this.#open()).close();
		await this.#browser.end();
	}

	async #open(): Promise<Tab> {
		const tab = await this.#browser.openTab(this.#workbook);
		await tab.opened.flush();
		this.#visits += 1;
		expect(tab.content()).toEqual(this.#expected());
		const kinds = tab.opened.report.findings.map(({ kind }) => kind);
		expect(kinds.filter((kind) => kind === 'damaged' || kind === 'missing')).toHaveLength(
			this.#damaged,
		);
		expect(kinds).not.toContain('shortened');
		this.#damaged = 0;
		return tab;
	}

	async #edit(tab: Tab, value: string): Promise<void> {
		tab.set(String(this.#edits.length), value);
		await tab.opened.flush();
		const row = Math.max(...(await rowKeys(this.#workbook)));
		this.#edits.push({ visit: this.#visits, value, row, isLost: false, isCovered: false });
	}

	/** Large enough for a snapshot most times, and for a compaction after a few. */
	async #keepUp(tab: Tab): Promise<void> {
		await this.#edit(tab, `${this.#edits.length}`.padEnd(300_000, '.'));
		const before = tab.opened.secondCopy.current;
		this.#browser.hidden.become(true);
		this.#browser.timers.elapse(2_000);
		await tab.close();
		if (tab.opened.secondCopy.current === before) return;
		for (const edit of this.#edits) edit.isCovered ||= !edit.isLost;
	}

	async #damage(pick: number, change: (bytes: Uint8Array) => unknown): Promise<void> {
		if (this.#visits === 0 || this.#damaged > 0) return;
		const rows = await rowKeys(this.#workbook);
		const row = rows[pick % rows.length];
		if (row === undefined) return;
		await damageRow(this.#workbook, row, change);
		this.#damaged += 1;
		for (const edit of this.#edits) if (edit.row === row && !edit.isCovered) edit.isLost = true;
	}

	#expected(): Record<string, string> {
		const shown = this.#edits.map((edit, index): [string, string] | undefined => {
			const before = this.#edits.slice(0, index + 1).filter(({ visit }) => visit === edit.visit);
			return before.some(({ isLost }) => isLost) ? undefined : [String(index), edit.value];
		});
		return Object.fromEntries(shown.filter((entry) => entry !== undefined));
	}
}
