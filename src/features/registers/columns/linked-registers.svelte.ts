/**
 * The names that columns of links show, live: another object once a record of that register is called
 * otherwise, comes or goes, and the same one through every other edit.
 */
import type { LiveWorkbook } from '../../../live/live-workbook.svelte.ts';
import type { Register, RegisterName, RegisterRecord } from '../../../model/registers/register.ts';
import { registers } from '../../../model/registers/registers.ts';
import { changesBetween } from '../rows/changes-between.ts';
import { isCalledSame, LinkNames } from './link-names.ts';

export class LinkedRegisters {
	readonly #names: ReadonlyMap<RegisterName, FollowedNames>;

	/** Follows the registers that fields of `about` point to. */
	constructor(workbook: LiveWorkbook, about: Register) {
		const targets = about.fields.flatMap(({ value }) => (value.kind === 'links' ? value.to : []));
		this.#names = new Map(targets.map((name) => [name, new FollowedNames(workbook, name)]));
	}

	/** The names of a register that a field points to. */
	readonly to = (name: RegisterName): LinkNames =>
		this.#names.get(name)?.current ?? new LinkNames(registers[name], []);
}

class FollowedNames {
	readonly #workbook: LiveWorkbook;
	readonly #register: Register;
	#records: readonly RegisterRecord[] = [];
	#names: LinkNames | undefined;

	constructor(workbook: LiveWorkbook, name: RegisterName) {
		this.#workbook = workbook;
		this.#register = registers[name];
	}

	readonly current: LinkNames = $derived.by(() => {
		const records: readonly RegisterRecord[] = this.#workbook.records(this.#register.name);
		const known = this.#names;
		const isSame = known !== undefined && this.#areCalledSame(this.#records, records);
		this.#records = records;
		this.#names = isSame ? known : new LinkNames(this.#register, records);
		return this.#names;
	});

	#areCalledSame(before: readonly RegisterRecord[], after: readonly RegisterRecord[]): boolean {
		const changes = changesBetween(before, after);
		if (!changes || changes.gone.length !== changes.come.length) return false;
		const was = new Map(changes.gone.map((record) => [record.id, record]));
		return changes.come.every((record) => {
			const old = was.get(record.id);
			return old !== undefined && isCalledSame(this.#register, old, record);
		});
	}
}
