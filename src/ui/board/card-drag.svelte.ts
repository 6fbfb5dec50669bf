/** A card carried by the pointer: from the first few pixels of a drag until it is dropped. */

/** Pixels that a pointer moves before a press becomes a drag. */
const threshold = 6;

interface Carried {
	readonly card: string;
	/** The pointer, in the view. */
	readonly x: number;
	readonly y: number;
	/** Id of the column under it. */
	readonly over: string | undefined;
	/** Width of the card, in pixels. */
	readonly width: number;
}

interface Press {
	readonly card: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
}

export interface ColumnBox {
	readonly id: string;
	readonly left: number;
	readonly right: number;
}

/** The column at a place of the view; columns reach as high and as low as anybody drags. */
export function columnAt(boxes: readonly ColumnBox[], x: number): string | undefined {
	return boxes.find(({ left, right }) => x >= left && x < right)?.id;
}

export class CardDrag {
	readonly #boxes: () => readonly ColumnBox[];
	readonly #drop: (card: string, column: string) => void;
	#press: Press | undefined;
	#carried = $state.raw<Carried>();
	#ended = false;

	constructor(boxes: () => readonly ColumnBox[], drop: (card: string, column: string) => void) {
		this.#boxes = boxes;
		this.#drop = drop;
	}

	get carried(): Carried | undefined {
		return this.#carried;
	}

	/** Touch scrolls instead: there, the menu of a card moves it. */
	down(card: string, event: PointerEvent): void {
		this.#ended = false;
		if (event.button !== 0 || event.pointerType === 'touch') return;
		const { clientX: x, clientY: y } = event;
		const { width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
		this.#press = { card, x, y, width };
	}

	move({ clientX: x, clientY: y }: PointerEvent): void {
		const from = this.#press;
		if (!from) return;
		if (!this.#carried && Math.hypot(x - from.x, y - from.y) < threshold) return;
		const over = columnAt(this.#boxes(), x);
		this.#carried = { card: from.card, x, y, over, width: from.width };
	}

	up(): void {
		const carried = this.#carried;
		this.cancel();
		if (!carried) return;
		this.#ended = true;
		if (carried.over !== undefined) this.#drop(carried.card, carried.over);
	}

	cancel(): void {
		this.#press = undefined;
		this.#carried = undefined;
	}

	/** True once after a drag: the click that ends it opens nothing. */
	swallowClick(): boolean {
		const ended = this.#ended;
		this.#ended = false;
		return ended;
	}
}
