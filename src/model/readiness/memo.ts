/** Values by key that are worked out when asked for and kept until something they asked for changes. */
import { computed } from 'alien-signals';

/**
 * A family of such values. `same` keeps the value of before where the new one says the same, so that
 * what depends on it is not worked out again.
 */
export function memo<Key, Value>(
	workOut: (key: Key) => Value,
	same: (a: Value, b: Value) => boolean = Object.is,
): (key: Key) => Value {
	const known = new Map<Key, () => Value>();
	return (key) => {
		let value = known.get(key);
		if (!value) {
			value = computed<Value>((before) => {
				const now = workOut(key);
				return before !== undefined && same(before, now) ? before : now;
			});
			known.set(key, value);
		}
		return value();
	};
}

/** True where two lists have the same members in the same order. */
export function sameList<Item>(
	a: readonly Item[],
	b: readonly Item[],
	same: (a: Item, b: Item) => boolean = Object.is,
): boolean {
	return a === b || (a.length === b.length && a.every((item, at) => same(item, b[at] as Item)));
}
