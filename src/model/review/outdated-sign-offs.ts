/** Sign-offs that something changed after, as check WKB-05 takes them. */
import type { OutdatedSignOff } from '../readiness/facts.ts';
import { registerOfId } from '../registers/registers.ts';
import type { SignOff } from './review-items.ts';
import type { ReviewState } from './review-state.ts';
import { columnIdOf } from './signed-content.ts';
import { subjectWords, type SubjectNames } from './subject-words.ts';
import { subjectKey, type Subject } from './subject.ts';

/**
 * The last outdated sign-off of each subject and part that nobody has signed again as it stands now.
 * @param contentOf SHA-256 of what stands now, in the form of what was signed; undefined while it is
 * being worked out.
 */
export function outdatedSignOffs(
	{ signOffs }: ReviewState,
	contentOf: (signOff: SignOff) => string | undefined,
	names: SubjectNames,
): readonly OutdatedSignOff[] {
	const outdated = new Map<string, OutdatedSignOff>();
	const signedNow = new Set<string>();
	for (const signOff of signOffs.values()) {
		const { subject, as, content, withdrawn, name } = signOff;
		if (withdrawn) continue;
		const now = contentOf(signOff);
		if (now === undefined) continue;
		const key = `${as}/${subjectKey(subject)}`;
		if (now === content) signedNow.add(key);
		else {
			const called = subjectWords(subject, names);
			outdated.set(key, { key, called, person: name, at: placeOf(subject) });
		}
	}
	return [...outdated.values()].filter(({ key }) => !signedNow.has(key));
}

/** Where it is signed again. */
function placeOf(subject: Subject): OutdatedSignOff['at'] {
	if (subject.kind === 'criterion') return { kind: 'criterion', criterion: subject.criterion };
	const register = 'record' in subject ? registerOfId(subject.record)?.name : undefined;
	if (!('record' in subject) || !register) return { kind: 'place', place: 'review' };
	const record = { register, id: subject.record };
	return subject.kind === 'cell'
		? { kind: 'cell', record, field: columnIdOf(subject.field) ?? subject.field }
		: { kind: 'cell', record };
}
