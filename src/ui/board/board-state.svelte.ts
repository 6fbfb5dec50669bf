/**
 * The keyboard of a board: which card has the tab stop of each column, which card is lifted and over
 * which column, how many cards of a column are shown, and what is said meanwhile.
 */
import { cardAfter, placeOf, type BoardCard, type BoardColumn } from './board-column.ts';

/** Cards of a column that are drawn at once. */
const portion = 30;

interface Lifted {
	readonly card: string;
	/** Id of the column it would go to. */
	readonly over: string;
}

interface BoardPlan<Card extends BoardCard> {
	readonly columns: () => readonly BoardColumn<Card>[];
	/** What a card is called when it is spoken of. */
	readonly name: (card: Card) => string;
	/** May refuse: then the card stays where it is. */
	readonly onmove: (card: string, column: string) => unknown;
	readonly onopen: (card: string) => void;
	/** Gives focus to a card once it is drawn. */
	readonly focus: (card: string) => Promise<void>;
}

export class BoardState<Card extends BoardCard> {
	readonly #plan: BoardPlan<Card>;
	#visited = $state.raw<ReadonlyMap<string, string>>(new Map());
	#shown = $state.raw<ReadonlyMap<string, number>>(new Map());
	#lifted = $state.raw<Lifted>();
	#said = $state('');

	constructor(plan: BoardPlan<Card>) {
		this.#plan = plan;
	}

	/** The card that is carried by keys. */
	get lifted(): Lifted | undefined {
		return this.#lifted;
	}

	/** The last thing to be said. */
	get said(): string {
		return this.#said;
	}

	/** The cards of a column that are drawn: the first, and one that was gone to beyond them. */
	shownOf({ id, cards }: BoardColumn<Card>): readonly Card[] {
		const first = this.#drawnOf(id);
		const visited = cards.findIndex((card) => card.id === this.#visited.get(id));
		const beyond = visited < first ? [] : cards.slice(visited, visited + 1);
		return [...cards.slice(0, first), ...beyond];
	}

	/** The card of a column that Tab leads to. */
	tabStopOf({ id, cards }: BoardColumn<Card>): string | undefined {
		const visited = this.#visited.get(id);
		return cards.some((card) => card.id === visited) ? visited : cards[0]?.id;
	}

	visit(column: string, card: string): void {
		if (this.#visited.get(column) === card) return;
		this.#visited = new Map(this.#visited).set(column, card);
	}

	/** Draws more cards, and gives focus to the first of them. */
	showMore({ id, cards }: BoardColumn<Card>): void {
		const before = this.#drawnOf(id);
		this.#shown = new Map(this.#shown).set(id, before + portion);
		const first = cards[before];
		if (first) void this.#go(first.id);
	}

	/** Handles a key on a card; true where it was one of the board's own. */
	press(card: string, key: string, rtl: boolean): boolean {
		if (this.#lifted?.card === card) return this.#pressLifted(this.#lifted, key, rtl);
		if (key === 'Enter') this.#plan.onopen(card);
		else if (key === ' ') this.lift(card);
		else {
			const next = this.#next(card, key, rtl);
			if (!next) return false;
			void this.#go(next.id);
		}
		return true;
	}

	lift(card: string): void {
		const column = this.#columnOf(card);
		if (!column) return;
		this.#lifted = { card, over: column.id };
		this.#said =
			`${this.#nameOf(card)} lifted from ${column.label}. ` +
			'Left and right arrows choose a column, Space puts it there, Esc puts it back.';
	}

	/** Puts a lifted card back. */
	putBack(): void {
		if (!this.#lifted) return;
		const { card } = this.#lifted;
		this.#lifted = undefined;
		this.#said = `${this.#nameOf(card)} stays in ${this.#columnOf(card)?.label ?? ''}.`;
	}

	/** Moves a card, keeps the focus on it and says where it is now. */
	async move(card: string, column: string): Promise<void> {
		const name = this.#nameOf(card);
		this.#lifted = undefined;
		if (this.#columnOf(card)?.id !== column) await this.#plan.onmove(card, column);
		const now = this.#columnOf(card);
		if (!now) return;
		this.#said =
			now.id === column ? `${name} moved to ${now.label}.` : `${name} stays in ${now.label}.`;
		await this.#go(card);
	}

	#pressLifted({ card, over }: Lifted, key: string, rtl: boolean): boolean {
		const columns = this.#plan.columns();
		const at = columns.findIndex(({ id }) => id === over);
		const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[key];
		const next = step === undefined ? undefined : columns[at + step];
		if (next) {
			this.#lifted = { card, over: next.id };
			this.#said = `${next.label}, column ${at + (step ?? 0) + 1} of ${columns.length}.`;
		} else if (key === ' ' || key === 'Enter') void this.move(card, over);
		else if (key === 'Escape' || key === 'Tab') {
			this.putBack();
			return key === 'Escape';
		}
		return true;
	}

	async #go(card: string): Promise<void> {
		const place = placeOf(this.#plan.columns(), card);
		const column = place && this.#plan.columns()[place.column];
		if (!column) return;
		const drawn = this.#drawnOf(column.id);
		if (place.row === drawn) this.#shown = new Map(this.#shown).set(column.id, drawn + portion);
		this.visit(column.id, card);
		await this.#plan.focus(card);
	}

	/** How many of the first cards of a column are drawn. */
	#drawnOf(column: string): number {
		return this.#shown.get(column) ?? portion;
	}

	/** The card that a key leads to; End stays among those that are drawn. */
	#next(card: string, key: string, rtl: boolean): Card | undefined {
		const columns = this.#plan.columns();
		const place = placeOf(columns, card);
		const column = place && columns[place.column];
		if (!column) return undefined;
		if (key === 'End') return column.cards.slice(0, this.#drawnOf(column.id)).at(-1);
		return cardAfter(columns, place, key, rtl);
	}

	#columnOf(card: string): BoardColumn<Card> | undefined {
		return this.#plan.columns().find(({ cards }) => cards.some(({ id }) => id === card));
	}

	#nameOf(id: string): string {
		const card = this.#columnOf(id)?.cards.find((candidate) => candidate.id === id);
		return card ? this.#plan.name(card) : '';
	}
}
