/** Which sign-offs the list shows, by subject. */
import type { DeviceId } from '../../../model/review/member.ts';
import type { SignOff } from '../../../model/review/review-items.ts';
import { signingOrder } from '../../../model/review/sign-off.ts';
import { subjectKey, type Subject } from '../../../model/review/subject.ts';

export type SignOffChoice = 'all' | 'outdated' | 'mine' | SignOff['as'];

export interface SignOffsOn {
	readonly key: string;
	readonly subject: Subject;
	readonly signOffs: readonly SignOff[];
}

interface Look {
	readonly choice: SignOffChoice;
	readonly me: DeviceId;
	/** SHA-256 of what stands now, in the form of what was signed; undefined while it is worked out. */
	readonly hash: (signOff: SignOff) => string | undefined;
}

/** The last signed first; within a subject as they are signed: preparer, reviewer, approver. */
export function signOffsShown(signOffs: Iterable<SignOff>, look: Look): readonly SignOffsOn[] {
	const grouped = new Map<string, { subject: Subject; signOffs: SignOff[] }>();
	for (const signOff of [...signOffs].reverse()) {
		if (!isShown(signOff, look)) continue;
		const key = subjectKey(signOff.subject);
		const group = grouped.get(key) ?? { subject: signOff.subject, signOffs: [] };
		group.signOffs.push(signOff);
		grouped.set(key, group);
	}
	return [...grouped].map(([key, group]) => ({
		...{ key, subject: group.subject },
		signOffs: group.signOffs.sort((a, b) => placeOf(a) - placeOf(b)),
	}));
}

/** Taken back and replaced ones only where all are shown. */
export function isShown(signOff: SignOff, { choice, me, hash }: Look): boolean {
	if (choice === 'all') return true;
	if (signOff.withdrawn !== undefined || signOff.replacedBy !== undefined) return false;
	if (choice === 'mine') return signOff.author === me;
	if (choice !== 'outdated') return signOff.as === choice;
	const now = hash(signOff);
	return now !== undefined && now !== signOff.content;
}

function placeOf({ as }: SignOff): number {
	return signingOrder.indexOf(as);
}
