/** What the records of a register are called, for columns that point to them, and whom a name means. */
import { isId } from '../../../base/ids.ts';
import {
	recordName,
	valueAt,
	type Register,
	type RegisterRecord,
} from '../../../model/registers/register.ts';
import { linkProblem, type LinkState } from '../../../model/rules/value-problems.ts';
import type { Option } from '../../../ui/fields/option.ts';
import { naturalKey } from '../rows/natural-key.ts';

export class LinkNames {
	readonly register: Register;
	readonly #records: readonly RegisterRecord[];
	#byId: ReadonlyMap<string, RegisterRecord> | undefined;
	#idsByName: ReadonlyMap<string, string> | undefined;
	#options: readonly Option[] | undefined;

	/** `records` are all of the register, retired ones too; nothing is read before it is asked for. */
	constructor(register: Register, records: readonly RegisterRecord[]) {
		this.register = register;
		this.#records = records;
	}

	/** What the record of an id is called; a member that is no id is the name itself. */
	nameOf(member: string): string {
		const isLink = isId(this.register.idKind, member);
		return isLink ? recordName(this.register, this.#recordOf(member)) : member;
	}

	/** All that names the record of an id: 'AC-01 · Access reviews'. */
	titleOf(id: string): string {
		const record = this.#recordOf(id);
		const names = record ? namesOf(this.register, record) : [];
		return names.length > 0 ? names.join(' · ') : this.nameOf(id);
	}

	stateOf(member: string): LinkState {
		if (!isId(this.register.idKind, member)) return 'unknown';
		const record = this.#recordOf(member);
		if (!record) return 'removed';
		return record.retired ? 'retired' : 'active';
	}

	/**
	 * The record of which a text is the id or name, letter case aside: active ones before retired ones,
	 * ids before titles, then the first in order.
	 */
	idOf(text: string): string | undefined {
		this.#idsByName ??= this.#indexNames();
		return this.#idsByName.get(nameKey(text));
	}

	/** Active records, each by its name with whatever else names it. */
	get options(): readonly Option[] {
		this.#options ??= this.#records
			.filter(({ retired }) => !retired)
			.map((record) => {
				const label = recordName(this.register, record);
				const [hint] = namesOf(this.register, record).filter((name) => name !== label);
				return { value: record.id, label, hint };
			});
		return this.#options;
	}

	/** A set of links as people read it: by name. */
	inOrder(members: string | readonly string[]): string | readonly string[] {
		if (typeof members === 'string' || members.length < 2) return members;
		const keys = new Map(members.map((member) => [member, naturalKey(this.nameOf(member))]));
		return members.toSorted((a, b) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1));
	}

	problemOf(members: string | readonly string[]): string | undefined {
		if (typeof members === 'string' || members.length === 0) return undefined;
		return linkProblem(
			this.register,
			members.map((member) => ({ words: this.nameOf(member), state: this.stateOf(member) })),
		);
	}

	#recordOf(id: string): RegisterRecord | undefined {
		this.#byId ??= new Map(this.#records.map((record) => [record.id, record]));
		return this.#byId.get(id);
	}

	#indexNames(): ReadonlyMap<string, string> {
		const ids = new Map<string, string>();
		const active = this.#records.filter(({ retired }) => !retired);
		const retired = this.#records.filter((record) => record.retired);
		for (const records of [active, retired]) {
			for (const field of this.register.naming) {
				for (const record of records) {
					const key = nameKey(String(valueAt(record, field)));
					if (key !== '' && !ids.has(key)) ids.set(key, record.id);
				}
			}
		}
		return ids;
	}
}

/** True where both versions of a record are called the same and count the same for links to it. */
export function isCalledSame(
	{ naming }: Register,
	before: RegisterRecord,
	after: RegisterRecord,
): boolean {
	return (
		before.id === after.id &&
		(before.retired === undefined) === (after.retired === undefined) &&
		naming.every((key) => valueAt(before, key) === valueAt(after, key))
	);
}

function namesOf({ naming }: Register, record: RegisterRecord): readonly string[] {
	return naming.map((key) => String(valueAt(record, key))).filter((name) => name.trim() !== '');
}

/** Letter case and blanks aside, those around commas as well. */
function nameKey(text: string): string {
	return text
		.trim()
		.replace(/\s*,\s*/g, ',')
		.replace(/\s+/g, ' ')
		.toLowerCase();
}
