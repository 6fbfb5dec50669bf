/**
 * Walking a list of subjects one by one: which they are, which of them this device has looked at as
 * they stand now, and what comes next (SPEC P-19).
 */
import { assertNever } from '../../base/assert-never.ts';
import type { Control } from '../records/control.ts';
import type { SignAs } from './entry.ts';
import type { DeviceId } from './member.ts';
import type { ReviewState } from './review-state.ts';
import { subjectKey, type Subject } from './subject.ts';

export type AgendaChoice =
	| { readonly kind: 'all' }
	/** What this device has not looked at, or that says something else since it did. */
	| { readonly kind: 'changed' }
	| { readonly kind: 'threads' }
	| { readonly kind: 'suggestions' }
	/** What nobody has signed in this part as it stands now. */
	| { readonly kind: 'unsigned'; readonly as: SignAs }
	| { readonly kind: 'key' }
	| { readonly kind: 'criterion'; readonly criterion: string };

export interface Walk {
	readonly state: ReviewState;
	/** Whose walk it is. */
	readonly device: DeviceId;
	/** SHA-256 of a subject's present content; undefined while it is being worked out. */
	readonly contentOf: (subject: Subject) => string | undefined;
}

/** The subjects of an agenda: controls in their order, retired ones left out. */
export function agendaSubjects(
	choice: AgendaChoice,
	controls: readonly Control[],
	walk: Walk,
): readonly Subject[] {
	return controls
		.filter((control) => !control.retired && isChosen(choice, control, walk))
		.map(({ id }) => ({ kind: 'record', record: id }));
}

/** True where this device looked at a subject, or signed it, as it stands now. */
export function isLookedAt(subject: Subject, { state, device, contentOf }: Walk): boolean {
	const now = contentOf(subject);
	if (now === undefined) return false;
	return (
		state.looks.get(subjectKey(subject))?.get(device)?.body.content === now ||
		state
			.signOffsOn(subject)
			.some(({ author, content, withdrawn }) => author === device && content === now && !withdrawn)
	);
}

export interface AgendaProgress {
	readonly done: number;
	readonly left: number;
	readonly total: number;
}

export function agendaProgress(subjects: readonly Subject[], walk: Walk): AgendaProgress {
	const done = subjects.filter((subject) => isLookedAt(subject, walk)).length;
	return { done, left: subjects.length - done, total: subjects.length };
}

/**
 * The subject after `current`, or before it with a step of -1; undefined at the end. A current one that
 * is not in the list is before its first and after its last.
 */
export function neighbour(
	subjects: readonly Subject[],
	current: Subject | undefined,
	step: 1 | -1,
): Subject | undefined {
	const at = placeOf(subjects, current);
	if (at < 0) return step === 1 ? subjects[0] : subjects.at(-1);
	return subjects[at + step];
}

/** The next subject that is not looked at yet, going round once; undefined where all are. */
export function nextLeft(
	subjects: readonly Subject[],
	current: Subject | undefined,
	walk: Walk,
): Subject | undefined {
	const from = placeOf(subjects, current) + 1;
	const round = [...subjects.slice(from), ...subjects.slice(0, from)];
	return round.find((subject) => !isLookedAt(subject, walk));
}

function placeOf(subjects: readonly Subject[], subject: Subject | undefined): number {
	if (!subject) return -1;
	const key = subjectKey(subject);
	return subjects.findIndex((each) => subjectKey(each) === key);
}

function isChosen(choice: AgendaChoice, control: Control, walk: Walk): boolean {
	const { state, contentOf } = walk;
	const subject: Subject = { kind: 'record', record: control.id };
	switch (choice.kind) {
		case 'all':
			return true;
		case 'changed':
			return !isLookedAt(subject, walk);
		case 'threads':
			return state.openCount(control.id) > 0;
		case 'suggestions':
			return state.pendingCount(control.id) > 0;
		case 'unsigned':
			return !state
				.signOffsOn(subject)
				.some(
					({ as, content, withdrawn }) =>
						as === choice.as && !withdrawn && content === contentOf(subject),
				);
		case 'key':
			return control.isKey === 'yes';
		case 'criterion':
			return control.criteria.includes(choice.criterion);
		default:
			return assertNever(choice);
	}
}
