/**
 * Sign-offs: where each stands now, who may sign next, and who should not (SPEC P-16 to P-18). The
 * order is preparer, reviewer, approver, each another person. Keys tell devices apart and names tell
 * people apart; a name is only what somebody is called, so it warns where a key forbids.
 */
import { isSamePerson } from '../rules/remediation/closing-gaps.ts';
import type { RegisterRecord } from '../registers/register.ts';
import { doersNamedIn } from './duties.ts';
import { signAsSchema, type SignAs } from './entry.ts';
import { mayReview, type DeviceId, type Role } from './member.ts';
import type { SignOff } from './review-items.ts';
import { presentMember, type Roster } from './roster.ts';
import type { Subject } from './subject.ts';

/** In the order in which they sign. */
export const signingOrder: readonly SignAs[] = signAsSchema.options;

export const signAsWords: Readonly<
	Record<SignAs, { readonly label: string; readonly deed: string; readonly means: string }>
> = {
	preparer: {
		label: 'Preparer',
		deed: 'prepared',
		means: 'I prepared this, and it says what is the case.',
	},
	reviewer: {
		label: 'Reviewer',
		deed: 'reviewed',
		means: 'I looked at this and at what it rests on, and found it right.',
	},
	approver: {
		label: 'Approver',
		deed: 'approved',
		means: 'I approve this on behalf of the company.',
	},
};

export interface SignOffStanding {
	/** 'unknown' while the digest of what stands now is being worked out. */
	readonly kind: 'valid' | 'out-of-date' | 'withdrawn' | 'replaced' | 'unknown';
	/** True where whoever signed was removed from the member list since. The signature stands. */
	readonly byRemoved: boolean;
}

/**
 * Where a sign-off stands.
 * @param now SHA-256 of the present content's text; undefined while it is not known, '' where what was
 * signed is not there any more.
 */
export function signOffStanding(
	signOff: SignOff,
	now: string | undefined,
	roster: Roster | undefined,
): SignOffStanding {
	const byRemoved = roster !== undefined && !presentMember(roster, signOff.author);
	return { kind: kindOf(signOff, now), byRemoved };
}

function kindOf(
	{ withdrawn, replacedBy, content }: SignOff,
	now: string | undefined,
): SignOffStanding['kind'] {
	if (withdrawn) return 'withdrawn';
	if (replacedBy !== undefined) return 'replaced';
	if (now === undefined) return 'unknown';
	return content === now ? 'valid' : 'out-of-date';
}

/** What a person reads of a standing. */
export function standingWords({ kind, byRemoved }: SignOffStanding): string {
	const words = {
		valid: 'Stands: nothing it covers has changed',
		'out-of-date': 'Out of date: something it covers has changed since',
		withdrawn: 'Taken back',
		replaced: 'Replaced by a later one',
		unknown: 'Being checked',
	}[kind];
	return byRemoved ? `${words}. Whoever signed was removed from the member list since.` : words;
}

/** Whoever asks to sign. */
export interface Signer {
	readonly device: DeviceId;
	readonly name: string;
	readonly role: Role | undefined;
}

export interface Offer {
	readonly as: SignAs;
	/** Why it cannot be signed so; undefined where it is offered. */
	readonly refused: string | undefined;
	/** What should be read before signing so all the same. */
	readonly warnings: readonly string[];
}

/** What there is on a subject: all its sign-offs, and what stands there now. */
export interface Signed {
	readonly subject: Subject;
	readonly signOffs: readonly SignOff[];
	/** As in `signOffStanding`: what would be signed now. */
	readonly now: string | undefined;
	/** The same in the form in which this one was signed; without it there is one form. */
	readonly nowAs?: (signOff: SignOff) => string | undefined;
	/** The record it is or lies in, which may name people. */
	readonly record: RegisterRecord | undefined;
}

/** What is offered to somebody on a subject, one for each part in their order. */
export function offersFor(signer: Signer, signed: Signed): readonly Offer[] {
	return signingOrder.map((as) => ({
		as,
		refused: refusalOf(as, signer, signed),
		warnings: warningsOf(as, signer, signed),
	}));
}

function refusalOf(as: SignAs, { device, role }: Signer, { signOffs, now, nowAs }: Signed) {
	if (!mayReview(role)) return 'Your role in this workbook does not sign.';
	if (now === undefined) return 'What would be signed is still being worked out.';
	if (now === '') return 'What would be signed is not there any more.';
	const nowOf = nowAs ?? (() => now);
	const valid = signOffs.filter((signOff) => kindOf(signOff, nowOf(signOff)) === 'valid');
	const own = valid.filter(({ author }) => author === device);
	if (own.some((signOff) => signOff.as === as)) return `You have signed as ${as} already.`;
	const other = own.at(-1);
	if (other) return `You signed as ${other.as}: somebody else signs as ${as}.`;
	const before = signingOrder[signingOrder.indexOf(as) - 1];
	if (before && !valid.some((signOff) => signOff.as === before)) {
		return `Nobody has signed this as ${before} as it stands now.`;
	}
	return undefined;
}

function warningsOf(
	as: SignAs,
	{ device, name }: Signer,
	{ subject, signOffs, record }: Signed,
): readonly string[] {
	const standing = signOffs.filter((other) => !other.withdrawn && other.as !== as);
	const earlier = standing.find(({ author }) => author === device);
	const namesake = standing.find(
		(other) => other.author !== device && isSamePerson(other.name, name),
	);
	return [
		...(earlier ? [`You signed an earlier state of this as ${earlier.as}.`] : []),
		...(namesake
			? [`Somebody else called ${namesake.name} signed as ${namesake.as}. It should not be you.`]
			: []),
		...(as === 'preparer' ? [] : namedWarnings(record, name, subject)),
	];
}

function namedWarnings(record: RegisterRecord | undefined, name: string, { kind }: Subject) {
	return doersNamedIn(record, name, kind).map(
		(part) => `You are named as its ${part}. Somebody else should look at it.`,
	);
}

/**
 * Sign-offs that stand although one person has two parts, or checks what they are named as doing:
 * made with another program, or against the warning. Words for each.
 */
export function signingConflicts({
	subject,
	signOffs,
	record,
}: Omit<Signed, 'now'>): readonly string[] {
	const standing = signOffs.filter((one) => !one.withdrawn && one.replacedBy === undefined);
	// Two devices of one name come to the same words.
	const conflicts = [
		...partsInOneHand(standing),
		...standing
			.filter(({ as }) => as !== 'preparer')
			.flatMap(({ as, name }) =>
				doersNamedIn(record, name, subject.kind).map(
					(part) => `${name} ${signAsWords[as].deed} it and is named as its ${part}.`,
				),
			),
	];
	return [...new Set(conflicts)];
}

/** Who signed in which part. */
export interface SignedPart {
	readonly author: DeviceId;
	/** What they were called then. */
	readonly name: string;
	readonly as: SignAs;
	/** What a member list calls them, where there is one. */
	readonly listed?: string;
}

/** Words for every two parts of one subject that one device, or one name, signed. */
export function partsInOneHand(signed: readonly SignedPart[]): readonly string[] {
	return signed.flatMap((one, at) =>
		signed
			.slice(at + 1)
			.filter((other) => other.as !== one.as && isOneHand(one, other))
			.map(({ name, listed, as }) => {
				return `${listed ?? name} ${signAsWords[one.as].deed} and ${signAsWords[as].deed} it.`;
			}),
	);
}

function isOneHand(one: SignedPart, other: SignedPart): boolean {
	if (one.author === other.author) return true;
	const names = (signed: SignedPart): string[] => [signed.name, signed.listed ?? ''];
	return names(one).some((name) => names(other).some((also) => isSamePerson(name, also)));
}
