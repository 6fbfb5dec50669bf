/** A value that follows what it is read from only once that has come to rest. */

/**
 * Call while a component is made. `watch` reads what the value depends on; after `pause`
 * milliseconds without a change there, `read` gives the next value.
 */
export function settled<Value>(
	watch: () => unknown,
	read: () => Value,
	pause: number,
): { readonly current: Value | undefined } {
	let current = $state.raw<Value>();
	$effect(() => {
		watch();
		const timer = setTimeout(() => (current = read()), pause);
		return () => clearTimeout(timer);
	});
	return {
		get current() {
			return current;
		},
	};
}
