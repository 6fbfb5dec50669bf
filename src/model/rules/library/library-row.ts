/**
 * A control of the starter library as a row of the matrix, to be adapted: nothing in it is in place yet.
 * It brings the library's texts along, so it belongs where those are loaded anyway.
 */
import {
	domainTitle,
	testProcedureOf,
	type LibraryControl,
} from '../../catalog/control-library.ts';
import { evidenceTypeLabel } from '../../catalog/evidence-types.ts';
import { frameworksListing } from '../../catalog/frameworks.ts';
import type { ControlRow } from '../../records/control.ts';

/** The rows of these controls, each under an id that none of `taken` has, letter case aside. */
export function libraryRows(
	controls: readonly LibraryControl[],
	taken: readonly string[],
	report: 'type1' | 'type2',
): readonly Omit<ControlRow, 'order'>[] {
	const ids = new Set(taken.map((id) => id.trim().toLowerCase()));
	return controls.map((control) => {
		const controlId = freeId(control.id, ids);
		ids.add(controlId.toLowerCase());
		return libraryRow(control, controlId, report);
	});
}

function libraryRow(
	control: LibraryControl,
	controlId: string,
	report: 'type1' | 'type2',
): Omit<ControlRow, 'order'> {
	return {
		controlId,
		title: control.title,
		description: control.description,
		criteria: control.criteria,
		owner: control.ownerRole,
		status: 'notStarted',
		frequency: control.frequency,
		type: control.type,
		nature: control.nature,
		evidence: control.evidence.map(evidenceTypeLabel).join('\n'),
		testProcedure: testProcedureOf(control, report),
		category: domainTitle(control.domain),
		references: referencesOf(control),
		isKey: control.suggestedKey ? 'yes' : 'no',
		evidenceModel: control.evidenceModel,
		evidenceKinds: control.evidence,
	};
}

/** Ids that only one framework has: '9.3.1' would say nothing of whose it is. */
function referencesOf({ mappings }: LibraryControl): readonly string[] {
	const ids = Object.values<readonly string[]>(mappings).flat();
	return [...new Set(ids)].filter((id) => frameworksListing(id).length === 1);
}

/** AC-01, or AC-01-2, AC-01-3 … where that is taken. */
function freeId(id: string, taken: ReadonlySet<string>): string {
	let free = id;
	for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${id}-${count}`;
	return free;
}
