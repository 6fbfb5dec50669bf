/**
 * Control IDs that more than one active control carries (SPEC V-3), kept as controls change: the set
 * stays the same object while it holds the same ids.
 */
import type { Control } from '../../../model/records/control.ts';
import { changesBetween } from './changes-between.ts';

export class DuplicateIds {
	#controls: readonly Control[] = [];
	#counts = new Map<string, number>();
	#twice: ReadonlySet<string> = new Set();

	/** Those of these controls, trimmed, letter case kept; equal to `duplicateControlIds`. */
	of(controls: readonly Control[]): ReadonlySet<string> {
		const changes = changesBetween(this.#controls, controls);
		if (!changes) this.#counts = new Map();
		for (const control of changes?.gone ?? []) this.#count(control, -1);
		for (const control of changes?.come ?? controls) this.#count(control, 1);
		this.#controls = controls;
		const isIdle = changes && changes.gone.length + changes.come.length === 0;
		if (!isIdle) this.#settle();
		return this.#twice;
	}

	#count({ controlId, retired }: Control, step: 1 | -1): void {
		const id = controlId.trim();
		if (!id || retired) return;
		this.#counts.set(id, (this.#counts.get(id) ?? 0) + step);
	}

	#settle(): void {
		const twice = new Set<string>();
		for (const [id, count] of this.#counts) if (count > 1) twice.add(id);
		const isSame = twice.size === this.#twice.size && [...twice].every((id) => this.#twice.has(id));
		if (!isSame) this.#twice = twice;
	}
}
