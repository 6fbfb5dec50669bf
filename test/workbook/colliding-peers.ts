/** People with a copy each of one workbook, and a record of all that their copies held at each deed. */
import * as Y from 'yjs';
import type { Control } from '../../src/model/records/control.ts';
import { editControls } from '../../src/workbook/commands/edit-controls.ts';
import { putBack } from '../../src/workbook/commands/put-back.ts';
import { CollidingEdits, type CollidingEdit } from '../../src/workbook/colliding-edits.ts';
import { activityMap, editKey, recordMaps } from '../../src/workbook/layout.ts';
import { valueOf } from '../../src/workbook/record-values.ts';
import { Workbook } from '../../src/workbook/workbook.ts';
import { aControl } from '../support/a-workbook.ts';
import type { Work } from '../support/any-work.ts';
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
		// That the control was made is taken back by nobody.
		this.restart();
	}

	get doc(): Y.Doc {
		return this.#workbook.doc;
	}

	write(column: string, value: string): void {
		this.#noting(() =>
			this.#workbook.run(editControls, {
				edits: [{ control: this.#control, column: column as 'owner', value }],
			}),
		);
	}

	/** Writes an owner whom nobody wrote before. */
	writeNew(): void {
		this.write('owner', `${this.#name} ${this.deeds.size}`);
	}

	map(members: readonly string[]): void {
		this.#noting(() =>
			this.#workbook.run(editControls, {
				edits: [{ control: this.#control, column: 'criteria', value: members }],
			}),
		);
	}

	/** Does anything else. */
	act(work: Work): void {
		this.#noting(() => {
			work(this.#workbook);
		});
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

	/** Writes another value where one was dropped, with all that this copy holds before it. */
	over({ change: { table, id, path } }: CollidingEdit): void {
		this.act((workbook) => {
			const after = path.includes('/') ? this.shown({ table, id, path }) !== true : `${id} over`;
			const change = { table, id, path, before: path === 'retired' ? null : after };
			workbook.run(putBack, { values: [{ change }] });
		});
	}

	/** What a cell shows. */
	shown({ table, id, path }: Pick<CollidingEdit['change'], 'table' | 'id' | 'path'>): unknown {
		const written = recordMaps(this.doc, table).edits.get(editKey(id, path));
		const of = this.#workbook.tables.find(({ kind }) => kind.name === table);
		return written === undefined ? valueOf(of?.asCreated(id), path) : written;
	}

	owner(): unknown {
		return this.#workbook.controls.get(this.#control)?.owner;
	}

	collisions(): readonly CollidingEdit[] {
		return this.#collisions.all();
	}

	/** In words that are the same in every copy. */
	told(collisions = this.collisions()): readonly string[] {
		return collisions.map(
			({ change: { table, id, path }, dropped }) => `${dropped.id} ${table} ${id} ${path}`,
		);
	}

	/** The same, asked of a copy that is opened now. */
	recounted(): readonly string[] {
		return this.told(new CollidingEdits(this.#opened(this.doc)).all());
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
