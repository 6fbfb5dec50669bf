/** People with a copy each of one workbook, and a record of all that their copies held at each deed. */
import * as Y from 'yjs';
import type { Control } from '../../src/model/records/control.ts';
import { addControls } from '../../src/workbook/commands/add-controls.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { restoreControls, retireControls } from '../../src/workbook/commands/retire-controls.ts';
import { CollidingEdits, type CollidingEdit } from '../../src/workbook/colliding-edits.ts';
import { activityMap, editKey, recordMaps } from '../../src/workbook/layout.ts';
import { valueOf } from '../../src/workbook/record-values.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { aControl } from '../support/a-workbook.ts';
import { countingIds, fixedClock } from '../support/fixed.ts';

/** One deed on one cell, and every deed that its author's copy held. */
export interface Deed {
	readonly id: string;
	readonly path: string;
	readonly before: unknown;
	readonly after: unknown;
	readonly knew: ReadonlySet<string>;
}

export class Peer {
	readonly #name: string;
	/** Shared by all: what every deed knew, by the id of its entry. */
	readonly deeds: Map<string, Deed>;
	#workbook: Workbook;
	#collisions: CollidingEdits;
	#control: Control['id'];

	constructor(name: string, deeds: Map<string, Deed>, from?: Peer) {
		this.#name = name;
		this.deeds = deeds;
		this.#workbook = this.#opened(from?.doc);
		this.#collisions = new CollidingEdits(this.#workbook);
		this.#control = from
			? from.#control
			: aControl(this.#workbook, { owner: 'x', title: 'x', criteria: ['CC6.1'] }).id;
	}

	get doc(): Y.Doc {
		return this.#workbook.doc;
	}

	get workbook(): Workbook {
		return this.#workbook;
	}

	get control(): Control['id'] {
		return this.#control;
	}

	write(column: string, value: string): void {
		this.#noting(() =>
			this.#workbook.run(editControls, {
				edits: [{ control: this.#control, column: column as 'owner', value }],
			}),
		);
	}

	/** Writes what nobody wrote before. */
	writeNew(column: string): void {
		this.write(column, `${this.#name} ${this.deeds.size}`);
	}

	map(members: readonly string[]): void {
		this.#noting(() =>
			this.#workbook.run(editControls, {
				edits: [{ control: this.#control, column: 'criteria', value: members }],
			}),
		);
	}

	addRow(): void {
		this.#noting(() => this.#workbook.run(addControls, { rows: [{ title: 'Another' }] }));
	}

	retireOrRestore(): void {
		const controls = [this.#control];
		this.#noting(() => {
			if (this.#workbook.controls.get(this.#control)?.retired) {
				this.#workbook.run(restoreControls, { controls });
			} else this.#workbook.run(retireControls, { controls, reason: `${this.deeds.size}` });
		});
	}

	undo(): void {
		// The control was there before anybody shared it.
		if (this.#workbook.history.undoStep?.label.startsWith('Add')) return;
		this.#noting(() => this.#workbook.undo());
	}

	redo(): void {
		this.#noting(() => this.#workbook.redo());
	}

	/** Closes and opens the workbook: undo begins anew. */
	restart(): void {
		this.#workbook = this.#opened(this.doc);
		this.#collisions = new CollidingEdits(this.#workbook);
	}

	take(other: Peer): void {
		Y.applyUpdate(
			this.doc,
			Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)),
			'peer',
		);
	}

	/** Writes another value into a cell, with all that this copy holds before it. */
	over(path: string): void {
		const shown = this.shown(path);
		const [field, member] = path.split('/');
		if (field === 'retired') this.retireOrRestore();
		else if (member === undefined) this.writeNew(path);
		else {
			const held = this.#workbook.controls.get(this.#control)?.criteria ?? [];
			const others = held.filter((each) => each !== member);
			this.map(shown === true ? others : [...others, member]);
		}
	}

	shown(path: string): unknown {
		const written = recordMaps(this.doc, 'controls').edits.get(editKey(this.#control, path));
		if (written !== undefined) return written;
		return valueOf(this.#workbook.controls.asCreated(this.#control), path);
	}

	collisions(): readonly CollidingEdit[] {
		return this.#collisions.all();
	}

	/** Asked of a copy that is opened now. */
	recounted(): readonly CollidingEdit[] {
		return new CollidingEdits(this.#opened(this.doc)).all();
	}

	/** In words that are the same in every copy, in any order. */
	told(): readonly string[] {
		return this.collisions()
			.map(({ change, dropped }) => `${dropped.id} ${change.path} ${JSON.stringify(change.before)}`)
			.sort();
	}

	#noting(act: () => unknown): void {
		const knew = new Set(activityMap(this.doc).keys());
		act();
		for (const { id, changes } of this.#workbook.activity.latest()) {
			if (knew.has(id) || this.deeds.has(id)) continue;
			const [change] = changes;
			const { path = '', before, after } = change ?? {};
			this.deeds.set(id, { id, path, before, after, knew });
		}
	}

	#opened(from?: Y.Doc): Workbook {
		const doc = new Y.Doc();
		if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
		const actor = () => ({ device: `device ${this.#name}`, name: this.#name });
		const ids = countingIds(`${this.#name}${doc.clientID}`);
		return new Workbook(doc, { ids, clock: fixedClock(), actor });
	}
}

/** The first one's workbook has one control, of which the others have a copy. */
export function onePeerPer(first: string, ...others: readonly string[]): readonly Peer[] {
	const deeds = new Map<string, Deed>();
	const founder = new Peer(first, deeds);
	return [founder, ...others.map((name) => new Peer(name, deeds, founder))];
}
