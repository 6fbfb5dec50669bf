/**
 * What somebody has decided about the cells of a file that goes back: which stay out, and over which
 * conflicts it is written. Kept by the cells' keys, so that it outlives working everything out again.
 */
import type { HandBackCell, HandBackChoices } from '../../../exchange/hand-back/order.ts';
import type { ImportId } from '../../../model/records/import-record.ts';

/** What becomes of a cell as things are chosen now. */
export type CellFate = 'goes' | 'leftOut' | 'cannotGo' | 'recalculated';

export class Choices implements HandBackChoices {
	#leftOut = $state.raw<ReadonlySet<string>>(new Set());
	#overruled = $state.raw<ReadonlySet<string>>(new Set());
	/** Below whose table the controls made here go; undefined to leave them out. */
	addTo = $state.raw<ImportId>();

	constructor(addTo: ImportId | undefined) {
		this.addTo = addTo;
	}

	get leftOut(): ReadonlySet<string> {
		return this.#leftOut;
	}

	get overruled(): ReadonlySet<string> {
		return this.#overruled;
	}

	fateOf({ key, why, conflict }: HandBackCell): CellFate {
		if (why === 'recalculated') return 'recalculated';
		if (conflict && !(conflict.overrulable && this.#overruled.has(key))) return 'cannotGo';
		return this.#leftOut.has(key) ? 'leftOut' : 'goes';
	}

	/** Takes cells in or leaves them out; a conflict is taken in by writing over it. */
	choose(cells: readonly HandBackCell[], goes: boolean): void {
		const leftOut = new Set(this.#leftOut);
		const overruled = new Set(this.#overruled);
		for (const cell of cells) {
			if (!isChoosable(cell)) continue;
			const chosen = cell.conflict ? overruled : leftOut;
			if (goes === (cell.conflict !== undefined)) chosen.add(cell.key);
			else chosen.delete(cell.key);
		}
		this.#leftOut = leftOut;
		this.#overruled = overruled;
	}

	/** Plain data for the worker. */
	asAsked(): HandBackChoices {
		return { leftOut: this.#leftOut, overruled: this.#overruled };
	}
}

/** Nothing chosen: everything that can go goes, and every conflict shows. */
export const nothingChosen: HandBackChoices = { leftOut: new Set(), overruled: new Set() };

/** True for a cell that somebody may take in or leave out. */
export function isChoosable({ why, conflict }: HandBackCell): boolean {
	if (why === 'recalculated' || why === 'formulaContinued') return false;
	return conflict === undefined || conflict.overrulable;
}
