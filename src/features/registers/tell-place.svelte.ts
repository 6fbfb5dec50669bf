/** Tells where in a register the person is, for others to see. */
import type { RegisterPlaceProps } from './register-place-props.ts';
import type { RegisterState } from './register-state.svelte.ts';

/**
 * At most once a frame, and only where it changed. Call while a component is made; lives as long as
 * it.
 */
export function tellPlace(
	register: RegisterState,
	onactive: () => RegisterPlaceProps['onactive'],
): void {
	const record = $derived(register.place?.record);
	const field = $derived(register.place?.field);
	$effect(() => {
		const [tell, there, where] = [onactive(), record, field];
		if (!tell || there === undefined) return;
		const frame = requestAnimationFrame(() => tell(there, where));
		return () => cancelAnimationFrame(frame);
	});
}
