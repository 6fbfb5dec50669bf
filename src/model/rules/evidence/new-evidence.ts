/** An item of evidence as it is first written for a control and a kind. */
import type { CalendarDate } from '../../../base/calendar-date.ts';
import { evidenceTypeLabel } from '../../catalog/evidence-types.ts';
import { controlName } from '../../records/control-name.ts';
import type { Control } from '../../records/control.ts';
import type { EvidenceItem } from '../../registers/evidence.ts';

export type EvidenceDraft = Partial<
	Omit<EvidenceItem, 'id' | 'order' | 'own' | 'source' | 'retired'>
>;

/** What a person says of it. */
export interface SaidOfEvidence {
	readonly kind: string;
	/** The day it is about. */
	readonly effective: string;
	readonly address: string;
	readonly preparer: string;
}

/** Handed in today for the first control and whatever others it shows as well. */
export function newEvidence(
	controls: readonly Control[],
	{ kind, effective, address, preparer }: SaidOfEvidence,
	today: CalendarDate,
): EvidenceDraft {
	const names = controls.map(controlName).join(', ');
	return {
		title: kind === '' ? `Evidence of ${names}` : `${evidenceTypeLabel(kind)}: ${names}`,
		kind,
		controls: controls.map(({ id }) => id),
		systems: [...new Set(controls.flatMap(({ systems }) => systems))],
		state: 'submitted',
		effective,
		captured: today,
		submitted: today,
		preparer,
		address,
	};
}

/** The kind that a control lacks an item of, so that it is offered first; else the first it names. */
export function kindToShow(control: Control, items: readonly EvidenceItem[]): string {
	const shown = new Set(items.map(({ kind }) => kind));
	return control.evidenceKinds.find((kind) => !shown.has(kind)) ?? control.evidenceKinds[0] ?? '';
}
