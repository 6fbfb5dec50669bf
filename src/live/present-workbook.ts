/** The open workbook as signatures look at it. */
import { registerOfId } from '../model/registers/registers.ts';
import type { Present } from '../model/review/signed-content.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';

/** `whole`: the digest of all of it, where it was worked out. */
export function presentWorkbook(live: LiveWorkbook, whole: string | undefined): Present {
	return {
		record(id) {
			const register = registerOfId(id);
			return register && live.record(register.name, id);
		},
		column: (id) => live.names.column(id),
		assessment: (criterion) => live.assessment(criterion),
		controlsOf: (criterion) =>
			live.controls.filter(({ criteria, retired }) => !retired && criteria.includes(criterion)),
		workbook: whole,
	};
}
