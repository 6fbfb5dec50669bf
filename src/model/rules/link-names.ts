/**
 * The names by which records are linked in sheets. A record goes out under the first of its naming
 * fields that no other record shares, under its id where there is none, so that every link finds its
 * record again; letter case and outer blanks do not count when a name is read (SPEC X-6).
 */
import { valueAt, type Register, type RegisterRecord } from '../registers/register.ts';

export class LinkNames {
	readonly #names = new Map<string, string>();
	readonly #ids = new Map<string, string | undefined>();

	/** `records`: those that can be linked, retired ones included. */
	constructor(register: Register, records: Iterable<RegisterRecord>) {
		const all = [...records];
		const [active, retired] = [true, false].map((isActive) =>
			all.filter((record) => (record.retired === undefined) === isActive),
		) as [RegisterRecord[], RegisterRecord[]];
		this.#take(register, active);
		// Of an active and a retired record of one name, the active one has it.
		const taken = new Set(this.#ids.keys());
		this.#take(register, retired, taken);
		for (const record of all) {
			const key = register.naming.find(
				(field) => this.#ids.get(nameIn(record, field)) === record.id,
			);
			const name = key === undefined ? undefined : valueAt(record, key);
			this.#names.set(record.id, typeof name === 'string' ? name.trim() : record.id);
		}
	}

	#take(
		{ naming }: Register,
		records: readonly RegisterRecord[],
		taken: ReadonlySet<string> = new Set(),
	): void {
		for (const key of naming) {
			for (const record of records) {
				const name = nameIn(record, key);
				if (name === '' || taken.has(name)) continue;
				const shared = this.#ids.has(name) && this.#ids.get(name) !== record.id;
				this.#ids.set(name, shared ? undefined : record.id);
			}
		}
	}

	/** How a member is written: a record's name, anything else as it is. */
	name(member: string): string {
		return this.#names.get(member) ?? member;
	}

	/** The id of the record a text names; undefined where none or several have that name. */
	find(text: string): string | undefined {
		return this.#names.has(text.trim()) ? text.trim() : this.#ids.get(compared(text));
	}
}

/** '' where the value cannot stand among others in a cell. */
function nameIn(record: RegisterRecord, key: string): string {
	const value = valueAt(record, key);
	return typeof value === 'string' && !/[\n\r]/.test(value.trim()) ? compared(value) : '';
}

function compared(text: string): string {
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
