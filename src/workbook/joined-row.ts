/** Joins a record's row as it came with what was edited since (law 1), without judging either. */
import { splitPath } from './layout.ts';

interface JoinRules {
	readonly sets: readonly string[];
	readonly dictionaries: readonly string[];
}

/**
 * A plain object of the row's own fields with the edits over them. Members of sets and entries of
 * dictionaries come from base and edits together. Prototype keys in hostile data stay plain data.
 */
export function joinRow(
	id: string,
	base: unknown,
	edits: ReadonlyMap<string, unknown> | undefined,
	rules: JoinRules,
): unknown {
	if (!isPlain(base)) return base;
	const joined: Record<string, unknown> = { ...base, id };
	if (!edits) return joined;
	for (const [path, value] of edits) {
		const { field, member } = splitPath(path);
		if (member === undefined) {
			if (!isMemberField(field, rules)) joined[field] = value;
		} else if (rules.sets.includes(field)) {
			joined[field] = withMember(joined[field], member, value === true);
		} else if (rules.dictionaries.includes(field)) {
			joined[field] = withEntry(joined[field], member, value);
		}
	}
	return joined;
}

function isMemberField(field: string, rules: JoinRules): boolean {
	return rules.sets.includes(field) || rules.dictionaries.includes(field);
}

function withMember(set: unknown, member: string, isIn: boolean): unknown {
	if (set !== undefined && !Array.isArray(set)) return set;
	const members = (set ?? []) as readonly unknown[];
	const others = members.filter((other) => other !== member);
	return isIn ? [...others, member] : others;
}

function withEntry(dictionary: unknown, key: string, value: unknown): unknown {
	if (dictionary !== undefined && !isPlain(dictionary)) return dictionary;
	const entries = new Map(Object.entries(dictionary ?? {}));
	entries.set(key, value);
	return Object.fromEntries(entries);
}

function isPlain(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
