/**
 * Looking through what goes into a file: which cells are shown, what is folded, where the keys are,
 * and how much of everything there is as it is chosen now.
 */
import type { HandBack, HandBackCell } from '../../../exchange/hand-back/order.ts';
import { outline, unfolded, type OutlineLine } from './arrangement.ts';
import { isChoosable, type Choices } from './choices.svelte.ts';
import { totalsOf, type Totals } from './hand-back-words.ts';

export type CellFilter = 'all' | 'conflicts' | 'added' | 'leftOut' | 'recalculated';

export class HandBackReview {
	readonly answer: Omit<HandBack, 'bytes'>;
	readonly choices: Choices;
	#filter = $state<CellFilter>('all');
	/** What the filter held when it was chosen: a line that is taken back in stays where it is. */
	#filtered = $state.raw<readonly HandBackCell[]>([]);
	#folded = $state.raw<ReadonlySet<string>>(new Set());
	#activeKey = $state.raw<string>();

	/** `answer` must have been worked out with nothing chosen. */
	constructor(answer: Omit<HandBack, 'bytes'>, choices: Choices) {
		this.answer = answer;
		this.choices = choices;
		this.filter = 'all';
		this.#activeKey = this.lines.find(({ kind }) => kind === 'cell')?.key;
	}

	readonly totals: Totals = $derived.by(() =>
		totalsOf(this.answer.cells, (cell) => this.choices.fateOf(cell)),
	);

	/** True where some cell of the file would get another content. */
	get changesAnything(): boolean {
		return this.totals.changed + this.totals.added > 0;
	}

	/** True where cells of more than one sheet change, so that a cell is not known by its reference. */
	readonly namesSheets: boolean = $derived.by(
		() => new Set(this.answer.cells.map(({ sheet }) => sheet)).size > 1,
	);

	get filter(): CellFilter {
		return this.#filter;
	}

	set filter(filter: CellFilter) {
		this.#filter = filter;
		this.#filtered = this.answer.cells.filter((cell) => this.#isIn(filter, cell));
		// Nobody needs to read every formula; where they are asked for, they are shown.
		const folds = this.#lines.filter(({ kind }) => kind === 'recalculated');
		this.#folded = new Set(filter === 'all' ? folds.map(({ key }) => key) : []);
	}

	/** How many cells each filter would show; rows for those that are added. */
	readonly counts: Readonly<Record<CellFilter, number>> = $derived.by(() => {
		const { cells } = this.answer;
		return {
			all: cells.length,
			conflicts: cells.filter(({ conflict }) => conflict !== undefined).length,
			added: cells.filter(({ why }) => why === 'appended').length,
			leftOut: this.totals.leftOut,
			recalculated: cells.filter(({ why }) => why === 'recalculated').length,
		};
	});

	readonly #lines: readonly OutlineLine[] = $derived.by(() => outline(this.#filtered));

	/** The lines in sight. */
	readonly lines: readonly OutlineLine[] = $derived.by(() => unfolded(this.#lines, this.#folded));

	/** Where the keys are, 0-based among the lines in sight; -1 where there are none. */
	readonly activeIndex: number = $derived.by(() => {
		const at = this.lines.findIndex(({ key }) => key === this.#activeKey);
		return at < 0 && this.lines.length > 0 ? 0 : at;
	});

	get active(): OutlineLine | undefined {
		return this.lines[this.activeIndex];
	}

	goTo({ key }: OutlineLine): void {
		this.#activeKey = key;
	}

	isFolded({ key }: OutlineLine): boolean {
		return this.#folded.has(key);
	}

	fold(line: OutlineLine, folded: boolean): void {
		const keys = new Set(this.#folded);
		if (folded) keys.add(line.key);
		else keys.delete(line.key);
		this.#folded = keys;
	}

	/** True where everything of the line goes, undefined for some; nothing where none can be chosen. */
	chosen(cells: readonly HandBackCell[]): 'all' | 'some' | 'none' | 'fixed' {
		let going = 0;
		let total = 0;
		for (const cell of cells) {
			if (!isChoosable(cell)) continue;
			total += 1;
			if (this.choices.fateOf(cell) === 'goes') going += 1;
		}
		if (total === 0) return 'fixed';
		if (going === 0) return 'none';
		return going === total ? 'all' : 'some';
	}

	/** Takes all of it in, or leaves it out where all of it goes. */
	toggle(cells: readonly HandBackCell[]): void {
		this.choose(cells, this.chosen(cells) !== 'all');
	}

	/** Takes cells in or leaves them out, with those that go only together with them. */
	choose(cells: readonly HandBackCell[], goes: boolean): void {
		this.choices.choose([...cells, ...this.#companions(cells)], goes);
	}

	/** The cells of one column of one sheet, conflicts aside: those are decided one by one. */
	ofColumn({ sheet, column }: HandBackCell): readonly HandBackCell[] {
		return this.answer.cells.filter(
			(cell) => cell.sheet === sheet && cell.column === column && !cell.conflict,
		);
	}

	/**
	 * Handles a key of the tree pattern (WAI-ARIA Authoring Practices); `page` is how many lines are
	 * in view. True where it was one.
	 */
	press(key: string, page: number): boolean {
		const line = this.active;
		if (!line) return false;
		const at = this.activeIndex;
		const last = this.lines.length - 1;
		const to = {
			ArrowDown: at + 1,
			ArrowUp: at - 1,
			PageDown: at + page,
			PageUp: at - page,
			Home: 0,
			End: last,
		}[key];
		if (to !== undefined) this.#activeKey = this.lines[Math.max(0, Math.min(to, last))]?.key;
		else if (key === ' ') this.toggle(line.cells);
		else if (key === 'ArrowRight') this.#enter(line, at);
		else if (key === 'ArrowLeft') this.#leave(line, at);
		else return false;
		return true;
	}

	/** New rows go in together: what is in the way of one of them is in the way of all. */
	#companions(cells: readonly HandBackCell[]): readonly HandBackCell[] {
		const isStopped = (cell: HandBackCell): boolean =>
			cell.why === 'appended' && cell.conflict !== undefined;
		const sheets = new Set(cells.filter(isStopped).map(({ sheet }) => sheet));
		if (sheets.size === 0) return [];
		return this.answer.cells.filter((cell) => sheets.has(cell.sheet) && isStopped(cell));
	}

	#enter(line: OutlineLine, at: number): void {
		if (line.inside === 0) return;
		if (this.isFolded(line)) this.fold(line, false);
		else this.#activeKey = this.lines[at + 1]?.key;
	}

	#leave(line: OutlineLine, at: number): void {
		if (line.inside > 0 && !this.isFolded(line)) this.fold(line, true);
		else {
			const above = this.lines.slice(0, at).findLast(({ level }) => level < line.level);
			if (above) this.#activeKey = above.key;
		}
	}

	#isIn(filter: CellFilter, cell: HandBackCell): boolean {
		if (filter === 'conflicts') return cell.conflict !== undefined;
		if (filter === 'added') return cell.why === 'appended' || cell.why === 'formulaContinued';
		if (filter === 'leftOut') return this.choices.fateOf(cell) === 'leftOut';
		return filter === 'all' || cell.why === 'recalculated';
	}
}
