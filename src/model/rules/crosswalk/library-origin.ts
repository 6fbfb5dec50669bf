/** Which library controls the controls of a workbook are, as far as a crosswalk may rely on it. */
import type { Control } from '../../records/control.ts';
import type { AlreadyThere } from '../library/already-there.ts';
import type { LibraryOf } from './coverage.ts';

interface LibraryCriteria {
	readonly id: string;
	readonly criteria: readonly string[];
}

/**
 * Nearly the same text is enough. The same ID is not: others use AC-05 for other things, so a criterion
 * in common has to bear it out.
 */
export function libraryOrigins(
	there: ReadonlyMap<string, AlreadyThere>,
	library: readonly LibraryCriteria[],
	control: (id: Control['id']) => Pick<Control, 'criteria'> | undefined,
): LibraryOf {
	const origins = new Map<string, string[]>();
	for (const { id, criteria } of library) {
		const found = there.get(id);
		if (!found) continue;
		const named = control(found.control)?.criteria ?? [];
		if (found.by === 'id' && !named.some((criterion) => criteria.includes(criterion))) continue;
		origins.set(found.control, [...(origins.get(found.control) ?? []), id]);
	}
	return ({ id }) => origins.get(id) ?? [];
}
