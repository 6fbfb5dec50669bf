import { describe, expect, test } from 'vitest';
import { dutyConflicts } from '../../../src/model/review/duties.ts';
import type { SignAs } from '../../../src/model/review/entry.ts';
import { foldReview } from '../../../src/model/review/fold-review.ts';
import type { DeviceId, Role } from '../../../src/model/review/member.ts';
import { outdatedSignOffs } from '../../../src/model/review/outdated-sign-offs.ts';
import {
	offersFor,
	signingConflicts,
	signOffStanding,
	standingWords,
	type Signed,
} from '../../../src/model/review/sign-off.ts';
import type { Subject } from '../../../src/model/review/subject.ts';
import { at } from '../../support/at.ts';
import { aRecord } from '../../support/records.ts';
import { ALog, ana, aRoster, ben, cleo, dan, nameOf } from './a-log.ts';

const subject = { kind: 'record', record: 'control:a' } as const;
const [digest, changed] = ['a'.repeat(64), 'b'.repeat(64)];
const roster = aRoster();
const record = aRecord('controls', 'a', { controlId: 'AC-01', performer: 'cleo', owner: 'Ana' });

function sign(
	log: ALog,
	author: DeviceId,
	as: SignAs,
	more: { name?: string; content?: string } = {},
) {
	const { content = digest, ...rest } = more;
	return log.write(author, { kind: 'sign', subject, as, content, note: '' }, rest);
}

function signedIn(log: ALog, now: string | undefined = digest, about: Subject = subject): Signed {
	const signOffs = foldReview(log.entries, { roster }).signOffsOn(about);
	return { subject: about, signOffs, now, record: undefined };
}

function offered(device: DeviceId, signed: Signed, role: Role = 'editor') {
	return offersFor({ device, name: nameOf(device), role }, signed)
		.filter(({ refused }) => refused === undefined)
		.map(({ as }) => as);
}

describe('standing', () => {
	test('[P-15] a sign-off stands while its content is the same, and again once it is again', () => {
		const log = new ALog();
		const { id } = sign(log, cleo, 'reviewer');
		const signOff = foldReview(log.entries, { roster }).signOffs.get(id);
		if (!signOff) throw new Error('No sign-off');
		const kindAt = (now: string | undefined) => signOffStanding(signOff, now, roster).kind;
		expect([digest, changed, digest, '', undefined].map(kindAt)).toEqual([
			...['valid', 'out-of-date', 'valid', 'out-of-date', 'unknown'],
		]);
	});

	test('a sign-off is taken back by its signer or replaced by their later one', () => {
		const log = new ALog();
		const first = sign(log, cleo, 'reviewer', { content: changed });
		const second = sign(log, cleo, 'reviewer');
		log.write(cleo, { kind: 'withdraw', entry: second.id, reason: 'Too soon' });
		const { signOffs } = foldReview(log.entries, { roster });
		const kinds = [first, second].map(({ id }) => {
			const signOff = signOffs.get(id);
			return signOff && signOffStanding(signOff, digest, roster).kind;
		});
		expect(kinds).toEqual(['replaced', 'withdrawn']);
	});

	test('the sign-off of a removed member stands, and says so', () => {
		const log = new ALog();
		const { id } = sign(log, cleo, 'reviewer');
		const left = aRoster({ kind: 'remove', device: cleo, heads: { review: 1, team: 0 } });
		const signOff = foldReview(log.entries, { roster: left }).signOffs.get(id);
		const standing = signOff && signOffStanding(signOff, digest, left);
		expect(standing).toEqual({ kind: 'valid', byRemoved: true });
		expect(standing && standingWords(standing)).toBe(
			'Stands: nothing it covers has changed. Whoever signed was removed from the member list since.',
		);
	});
});

describe('what is offered', () => {
	test('[P-16] preparer, reviewer and approver sign in this order, each another device', () => {
		const log = new ALog();
		expect(offered(ana, signedIn(log))).toEqual(['preparer']);
		sign(log, ana, 'preparer');
		expect(offered(ana, signedIn(log))).toEqual([]);
		expect(offered(ben, signedIn(log))).toEqual(['preparer', 'reviewer']);
		sign(log, ben, 'reviewer');
		expect(offered(ben, signedIn(log))).toEqual([]);
		expect(offered(cleo, signedIn(log), 'reviewer')).toEqual(['preparer', 'reviewer', 'approver']);
	});

	test('[P-16] what was signed before something changed opens no next part', () => {
		const log = new ALog();
		sign(log, ana, 'preparer');
		expect(offered(ben, signedIn(log, changed))).toEqual(['preparer']);
		const offers = offersFor({ device: ben, name: 'Ben', role: 'editor' }, signedIn(log, changed));
		expect(offers[1]?.refused).toBe('Nobody has signed this as preparer as it stands now.');
	});

	test('viewers sign nothing, and nobody signs what is gone or still being worked out', () => {
		const log = new ALog();
		expect(offered(dan, signedIn(log), 'viewer')).toEqual([]);
		expect(offered(ana, signedIn(log, ''))).toEqual([]);
		expect(offered(ana, { ...signedIn(log), now: undefined })).toEqual([]);
	});

	test('[P-17] who signs under the same name on another device is warned', () => {
		const log = new ALog();
		sign(log, ana, 'preparer', { name: ' CLEO ' });
		const [, reviewer] = offersFor({ device: cleo, name: 'Cleo', role: 'reviewer' }, signedIn(log));
		expect(reviewer).toMatchObject({ refused: undefined });
		expect(reviewer?.warnings).toHaveLength(1);
	});

	test('[P-17] who is named as its performer or owner is warned before checking it', () => {
		const signed = { ...signedIn(new ALog()), record };
		const [preparer, reviewer] = offersFor(
			{ device: cleo, name: 'Cleo', role: 'reviewer' },
			signed,
		);
		expect(preparer?.warnings).toEqual([]);
		expect(reviewer?.warnings).toEqual([
			'You are named as its performer. Somebody else should look at it.',
		]);
	});

	test('[P-17] who prepared an earlier state is warned before reviewing this one', () => {
		const log = new ALog();
		sign(log, ben, 'preparer', { content: changed });
		sign(log, ana, 'preparer');
		const [, reviewer] = offersFor({ device: ben, name: 'Ben', role: 'editor' }, signedIn(log));
		expect(reviewer).toEqual({
			...{ as: 'reviewer', refused: undefined },
			warnings: ['You signed an earlier state of this as preparer.'],
		});
	});
});

describe('conflicts', () => {
	test('[P-17] two parts by one device, one name, or a named doer are shown', () => {
		const log = new ALog();
		sign(log, ana, 'preparer');
		sign(log, ana, 'reviewer');
		sign(log, cleo, 'approver');
		expect(signingConflicts({ ...signedIn(log), record })).toEqual([
			'Ana prepared and reviewed it.',
			'Ana reviewed it and is named as its owner.',
			'Cleo approved it and is named as its performer.',
		]);
	});

	test('two devices of one name in one part are told once', () => {
		const log = new ALog();
		sign(log, ana, 'preparer', { name: 'Ana' });
		sign(log, ben, 'preparer', { name: 'Ana' });
		sign(log, cleo, 'reviewer', { name: 'Ana' });
		expect(signingConflicts(signedIn(log))).toEqual(['Ana prepared and reviewed it.']);
	});

	test('[P-17] the tester of a control has done its test', () => {
		const log = new ALog();
		const about = { kind: 'test', record: 'control:a' } as const;
		log.write(ben, { kind: 'sign', subject: about, as: 'reviewer', content: digest, note: '' });
		const tested = aRecord('controls', 'a', { tester: 'Ben' });
		expect(signingConflicts({ ...signedIn(log, digest, about), record: tested })).toEqual([
			'Ben reviewed it and is named as its tester.',
		]);
	});

	test.each([
		[
			aRecord('controls', 'a', { performer: 'Ben', reviewer: ' ben' }),
			'ben is named as performer and reviewer.',
		],
		[
			aRecord('controls', 'a', { performer: 'Ben', owner: 'Ben', tester: 'Ben' }),
			'Ben is named as performer, owner and tester.',
		],
		[
			aRecord('evidence', 'a', { preparer: 'Ben', reviewer: 'Ben' }),
			'Ben is named as preparer and reviewer.',
		],
		[
			aRecord('gaps', 'a', { owner: 'Ben', verifiedBy: 'Ben' }),
			'Ben is named as owner and verifier.',
		],
		[
			aRecord('policies', 'a', { owner: 'Ben', approvedBy: 'Ben' }),
			'Ben is named as owner and approver.',
		],
	])(
		'[P-18] where a record names one person for work and check, that is shown: %#',
		(one, words) => {
			expect(dutyConflicts(one)).toEqual([words]);
		},
	);

	test('[P-18] empty fields and different people are no conflict', () => {
		expect(dutyConflicts(aRecord('controls', 'a'))).toEqual([]);
		expect(dutyConflicts(aRecord('evidence', 'a', { preparer: 'Ben', reviewer: 'Ana' }))).toEqual(
			[],
		);
		expect(dutyConflicts(aRecord('systems', 'a', { owner: 'Ben' }))).toEqual([]);
	});
});

test('an outdated sign-off is told until somebody signs that part as it stands now', () => {
	const log = new ALog();
	sign(log, cleo, 'reviewer', { content: changed });
	const names = { record: () => record, column: () => undefined };
	const told = () => outdatedSignOffs(foldReview(log.entries, { roster }), () => digest, names);
	expect(at(told(), 0)).toEqual({
		...{ key: 'reviewer/record/control:a', called: 'AC-01', person: 'Cleo' },
		at: { kind: 'cell', record: { register: 'controls', id: 'control:a' } },
	});
	sign(log, ben, 'preparer');
	expect(told()).toHaveLength(1);
	sign(log, ben, 'reviewer');
	expect(told()).toEqual([]);
});
