/**
 * Which elements draw which row. A row keeps its slot for as long as it is drawn; one that comes
 * into view takes the slot, and so the elements, of one that went.
 */
export class RowSlots {
	#slots: ReadonlyMap<string, number> = new Map();

	/** The slot of each row drawn now, given in their order. */
	assign(rowIds: readonly string[]): ReadonlyMap<string, number> {
		const before = this.#slots;
		const staying = new Set(rowIds.filter((id) => before.has(id)));
		const free = [...before].filter(([id]) => !staying.has(id)).map(([, slot]) => slot);
		const taken = new Set(before.values());
		let next = 0;
		const fresh = (): number => {
			while (taken.has(next)) next += 1;
			taken.add(next);
			return next;
		};
		// Freed slots go in the order they stood in: a jump to other rows moves no element.
		free.reverse();
		this.#slots = new Map(rowIds.map((id) => [id, before.get(id) ?? free.pop() ?? fresh()]));
		return this.#slots;
	}
}
