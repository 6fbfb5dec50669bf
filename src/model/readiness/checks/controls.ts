/** Checks CTL: is each control owned, worded so that it can be tested, and said once? */
import { evidenceTypeById } from '../../catalog/evidence-types.ts';
import type { WordSpan } from '../../catalog/vague-words.ts';
import type { Control } from '../../records/control.ts';
import { nothing } from '../check-rule.ts';
import { controlRule, foundAboutControl } from '../control-rule.ts';
import { controlWording } from '../control-wording.ts';
import type { Facts } from '../facts.ts';
import type { Found, Mend } from '../finding.ts';
import { isRarer, rhythmWords } from '../rhythm.ts';
import { called } from '../found-about.ts';
import { hasLeft, isSamePerson, isUnknownPerson } from '../known-people.ts';

const mostNamed = 12;

export const controlRules = [
	controlRule('CTL-01', (control) => (isEmpty(control.owner) ? at(control, 'owner') : nothing)),
	controlRule('CTL-02', (control, facts) => {
		const { owner } = control;
		if (isEmpty(owner)) return nothing;
		return hasLeft(facts, owner) || isUnknownPerson(facts, owner) ? at(control, 'owner') : nothing;
	}),
	controlRule('CTL-03', (control) =>
		controlWording(control).actor ? nothing : at(control, 'description'),
	),
	controlRule('CTL-04', (control) =>
		isEmpty(control.frequency) && !controlWording(control).frequency
			? at(control, 'frequency')
			: nothing,
	),
	controlRule('CTL-05', (control, facts) =>
		leavesRecord(control, facts) ? nothing : at(control, 'evidenceKinds'),
	),
	controlRule('CTL-06', (control) => byWord(control, controlWording(control).vague)),
	controlRule('CTL-07', (control, facts) => {
		const others = facts.alike(control.id);
		const [first] = others;
		// Of several, the first stays as it is; each other is told about it.
		if (first === undefined || first > control.id) return nothing;
		const other = called('controls', facts.record('controls', first));
		const records = [control.id, ...others].map((id) => refOf({ id }));
		return at(control, 'description', { other }, { records });
	}),
	controlRule('CTL-08', (control, facts) => {
		const ids = facts.said('controls', 'controlId', control.controlId);
		if (ids.length < 2) return nothing;
		const others = ids.filter((id) => id !== control.id).slice(0, mostNamed);
		return at(
			control,
			'controlId',
			{ id: control.controlId.trim(), n: ids.length },
			{
				records: [control, ...others.map((id) => ({ id }))].map(refOf),
				...withMend(ownId(control, facts)),
			},
		);
	}),
	controlRule('CTL-09', (control, facts) => {
		const isAboutDuties = control.criteria.some((id) => /^CC[68]\./.test(id));
		return isAboutDuties && isSamePerson(facts, control.performer, control.reviewer)
			? at(control, 'reviewer')
			: nothing;
	}),
	controlRule('CTL-10', (control, facts) => {
		if (control.nature !== 'automated') return nothing;
		const linked = facts.linked('evidence', 'controls', control.id).map(({ kind }) => kind);
		return [...control.evidenceKinds, ...linked].some(isConfiguration)
			? nothing
			: at(control, 'evidenceKinds');
	}),
	controlRule('CTL-11', (control) =>
		control.nature === 'manual' ? byWord(control, controlWording(control).absolute) : nothing,
	),
	controlRule('CTL-12', (control) => {
		const { frequency, policyFrequency } = control;
		return isRarer(frequency, policyFrequency)
			? at(control, 'frequency', {
					frequency: rhythmWords(frequency),
					policyFrequency: rhythmWords(policyFrequency),
				})
			: nothing;
	}),
	controlRule('CTL-13', (control) =>
		control.isKey === 'yes' && isEmpty(control.backupOwner) ? at(control, 'backupOwner') : nothing,
	),
];

function at(
	control: Control,
	field: string,
	values?: Found['values'],
	more?: Partial<Found>,
): readonly Found[] {
	return [foundAboutControl(control, field, values, more)];
}

/** One finding a word, however often it stands there. */
function byWord(control: Control, spans: readonly WordSpan[]): readonly Found[] {
	const words = new Map(spans.map(({ text }) => [text.toLowerCase().replace(/\s+/g, ' '), text]));
	return [...words].map(([of, word]) =>
		foundAboutControl(control, 'description', { word }, { of }),
	);
}

/** True where the text, the evidence described or evidence itself names what stays behind. */
function leavesRecord(control: Control, facts: Facts): boolean {
	return (
		control.evidenceKinds.length > 0 ||
		!isEmpty(control.evidence) ||
		controlWording(control).record !== undefined ||
		facts.linked('evidence', 'controls', control.id).length > 0
	);
}

/** A setting: evidence that is to be captured anew as long as it is in force. */
function isConfiguration(kind: string): boolean {
	return evidenceTypeById(kind)?.cadence === 'continuous';
}

/** The first id of this kind that is free: AC-1-2. None where nearly all are taken. */
function ownId(control: Control, facts: Facts): Mend | undefined {
	const id = control.controlId.trim();
	for (let number = 2; number < 100; number += 1) {
		const value = `${id}-${number}`;
		if (facts.said('controls', 'controlId', value).length > 0) continue;
		const edits = [{ record: control.id, column: 'controlId', value }];
		return { kind: 'edit', label: `Change to ${value}`, register: 'controls', edits };
	}
	return undefined;
}

function withMend(mend: Mend | undefined): Partial<Found> {
	return mend ? { mend } : {};
}

function refOf({ id }: { readonly id: string }) {
	return { register: 'controls', id } as const;
}

function isEmpty(text: string): boolean {
	return text.trim() === '';
}
