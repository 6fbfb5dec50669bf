/** The open workbook as signatures look at it. */
import { registerOfId } from '../model/registers/registers.ts';
import type { Present } from '../model/review/signed-content.ts';
import type { LiveWorkbook } from './live-workbook.svelte.ts';
import type { WholeWorkbook } from './whole-workbook.svelte.ts';

/** `whole`: what all of it comes to, worked out where it is asked. */
export function presentWorkbook(live: LiveWorkbook, whole: WholeWorkbook): Present {
	return {
		record(id) {
			const register = registerOfId(id);
			return register && live.record(register.name, id);
		},
		column: (id) => live.names.column(id),
		assessment: (criterion) => live.assessment(criterion),
		controlsOf: (criterion) =>
			live.controls.filter(({ criteria, retired }) => !retired && criteria.includes(criterion)),
		get workbook() {
			return whole.parts;
		},
		get everything() {
			return whole.everything;
		},
	};
}
