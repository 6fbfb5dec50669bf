/**
 * The kinds of evidence that the starter library names for controls that name none: for those that
 * came from it, by their id and title, or by their title alone where the company uses ids of its own.
 */
import type { LibraryControl } from '../../catalog/control-library.ts';
import type { Control } from '../../records/control.ts';

export interface KindSuggestion {
	readonly control: Control;
	readonly kinds: readonly string[];
}

/** For the active controls without kinds; those that nothing is known of are left out. */
export function suggestedKinds(
	controls: readonly Control[],
	library: readonly LibraryControl[],
): readonly KindSuggestion[] {
	const byTitle = new Map(library.map((known) => [plain(known.title), known]));
	return controls.flatMap((control) => {
		if (control.retired || control.evidenceKinds.length > 0) return [];
		const known = byTitle.get(plain(control.title));
		return known ? [{ control, kinds: known.evidence }] : [];
	});
}

function plain(text: string): string {
	return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
