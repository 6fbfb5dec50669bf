/**
 * Finds the records that an import's rows name, and lets names that waited for these rows become
 * links. A name that nobody bears, or several bear, is kept as it is (SPEC I-8).
 */
import type { Field } from '../../model/records/field.ts';
import {
	valueAt,
	type Register,
	type RegisterName,
	type RegisterRecord,
} from '../../model/registers/register.ts';
import { registers } from '../../model/registers/registers.ts';
import { LinkNames } from '../../model/rules/link-names.ts';
import { memberPath } from '../layout.ts';
import type { Workbook } from '../workbook.ts';
import type { Write } from '../write.ts';

type RowWrite = Write & { readonly kind: 'row' };

/** The rows with their links found, and the edits of records that named one of them before. */
export function linksOfImport(
	workbook: Workbook,
	register: Register,
	rows: readonly RowWrite[],
): readonly Write[] {
	const names = new Map<RegisterName, LinkNames>();
	const namesOf = (name: RegisterName): LinkNames => {
		const known = names.get(name) ?? linkNames(workbook, name, register, rows);
		names.set(name, known);
		return known;
	};
	const fields = linkFields(register);
	const linked = rows.map((write): RowWrite => {
		const row = write.row as Readonly<Record<string, unknown>>;
		const found = fields.flatMap(({ key, to }): [string, readonly string[]][] => {
			const members = row[key];
			return Array.isArray(members)
				? [[key, foundMembers(namesOf(to), members as readonly string[])]]
				: [];
		});
		return found.length === 0 ? write : { ...write, row: { ...row, ...Object.fromEntries(found) } };
	});
	return [...linked, ...waitingLinks(workbook, register, () => namesOf(register.name))];
}

/** Names that stood in link fields of other records until now. */
function waitingLinks(
	workbook: Workbook,
	register: Register,
	names: () => LinkNames,
): readonly Write[] {
	return Object.values(registers).flatMap((other) => {
		const keys = linkFields(other).filter(({ to }) => to === register.name);
		if (keys.length === 0) return [];
		const records: readonly RegisterRecord[] = workbook.registers.of(other.name).all();
		return records.flatMap((record) =>
			keys.flatMap(({ key }) => {
				const members = valueAt(record, key);
				if (typeof members === 'string') return [];
				return members.flatMap((member) => {
					if (member.startsWith(`${register.idKind}:`)) return [];
					const id = names().find(member);
					if (id === undefined) return [];
					return [
						edited(other, record.id, memberPath(key, member), false),
						edited(other, record.id, memberPath(key, id), true),
					];
				});
			}),
		);
	});
}

function linkNames(
	workbook: Workbook,
	name: RegisterName,
	register: Register,
	rows: readonly RowWrite[],
): LinkNames {
	const present: readonly RegisterRecord[] = workbook.registers.of(name).all();
	const coming = name === register.name ? rows.map(asRecord) : [];
	return new LinkNames(registers[name], [...present, ...coming]);
}

function asRecord({ id, row }: RowWrite): RegisterRecord {
	return { own: {}, source: undefined, retired: undefined, order: '', ...(row as object), id };
}

/** What the records of a register are called and found by. */
export function namesOfRegister(workbook: Workbook, register: RegisterName): LinkNames {
	const records: readonly RegisterRecord[] = workbook.registers.of(register).all();
	return new LinkNames(registers[register], records);
}

/** The register that a field links to; undefined for any other field. */
export function linkedRegister({ fields }: Register, key: string): RegisterName | undefined {
	const value = fields.find((field) => field.key === key)?.value;
	return value?.kind === 'links' ? value.to : undefined;
}

/**
 * The members with the ids of records that they name. A name with a comma may have been taken apart:
 * the longest run that names a record counts.
 */
export function foundMembers(names: LinkNames, pieces: readonly string[]): readonly string[] {
	const members: string[] = [];
	for (let at = 0; at < pieces.length;) {
		const length = longestName(names, pieces, at);
		const text = pieces.slice(at, at + Math.max(1, length)).join(', ');
		members.push(length > 0 ? (names.find(text) ?? text) : text);
		at += Math.max(1, length);
	}
	return [...new Set(members)];
}

const mostPieces = 4;

function longestName(names: LinkNames, pieces: readonly string[], at: number): number {
	for (let length = Math.min(mostPieces, pieces.length - at); length > 0; length--) {
		if (names.find(pieces.slice(at, at + length).join(', ')) !== undefined) return length;
	}
	return 0;
}

function linkFields({
	fields,
}: Register): readonly { readonly key: string; readonly to: RegisterName }[] {
	return fields.flatMap(({ key, value }: Field) =>
		value.kind === 'links' ? [{ key, to: value.to }] : [],
	);
}

function edited({ name: table }: Register, id: string, path: string, after: boolean): Write {
	return { kind: 'edit', table, id, path: path, before: !after, after };
}
