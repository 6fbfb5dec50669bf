/**
 * Ids that more than one active record carries (SPEC V-3), kept as records change: the set
 * stays the same object while it holds the same ids.
 */
import type { Register, RegisterRecord } from '../../../model/registers/register.ts';
import { uniqueId } from '../../../model/rules/value-problems.ts';
import { changesBetween } from './changes-between.ts';

export class DuplicateIds {
	readonly #about: Register;
	#records: readonly RegisterRecord[] = [];
	#counts = new Map<string, number>();
	#twice: ReadonlySet<string> = new Set();

	constructor(about: Register) {
		this.#about = about;
	}

	/** Those of these records; equal to `duplicateIds`. */
	of(records: readonly RegisterRecord[]): ReadonlySet<string> {
		const changes = changesBetween(this.#records, records);
		if (!changes) this.#counts = new Map();
		for (const record of changes?.gone ?? []) this.#count(record, -1);
		for (const record of changes?.come ?? records) this.#count(record, 1);
		this.#records = records;
		const isIdle = changes && changes.gone.length + changes.come.length === 0;
		if (!isIdle) this.#settle();
		return this.#twice;
	}

	#count(record: RegisterRecord, step: 1 | -1): void {
		const id = record.retired ? '' : uniqueId(this.#about, record);
		if (id === '') return;
		this.#counts.set(id, (this.#counts.get(id) ?? 0) + step);
	}

	#settle(): void {
		const twice = new Set<string>();
		for (const [id, count] of this.#counts) if (count > 1) twice.add(id);
		const isSame = twice.size === this.#twice.size && [...twice].every((id) => this.#twice.has(id));
		if (!isSame) this.#twice = twice;
	}
}
