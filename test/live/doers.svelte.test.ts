import { beforeEach, describe, expect, it } from 'vitest';
import { retireControls } from '../../src/workbook/commands/retire-controls.ts';
import { netChange, stretchSince } from '../../src/workbook/net-change.ts';
import { aReview, aReviewGroup, type AReview, type AReviewGroup } from '../support/a-review.ts';
import { aControl, done } from '../support/a-workbook.ts';

let group: AReviewGroup;
let ada: AReview;
let ben: AReview;
let cleo: AReview;

beforeEach(async () => {
	group = await aReviewGroup(['owner', 'editor', 'reviewer']);
	[ada, ben, cleo] = group.members as [AReview, AReview, AReview];
});

/** Puts under seal what a device did. */
async function sealed({ review, device }: AReview): Promise<void> {
	review.history.begin({
		actor: () => device.name,
		timer: device.time,
		onProblem: (text) => device.problems.push(text),
	});
	await review.history.sealAndCheck();
}

/** Whose each deed is, as a device shows it, oldest first. */
const shown = ({ live }: AReview) => live.activity.map((deed) => live.doers.nameOf(deed)).reverse();

describe('whoever did something', () => {
	it('[N-8] before they had a name is called by their own on every device once they have one, and never “You” elsewhere', async () => {
		ada.device.personName = 'You';
		const control = aControl(ada.workbook, { controlId: 'AC-1' });
		done(ada.workbook, retireControls, { controls: [control.id], reason: 'Not run' });
		expect(shown(ada)).toEqual(['Ada', 'Ada']);
		ada.device.personName = 'Ada';
		await group.settle();
		for (const member of [ben, cleo]) expect(shown(member)).toEqual(['Somebody', 'Somebody']);
		await sealed(ada);
		await group.settle();
		for (const member of [ada, ben, cleo]) {
			expect(shown(member)).toEqual(['Ada', 'Ada']);
			const { retired } = member.workbook.controls.get(control.id)!;
			expect(retired?.by).toBe('You');
			expect(member.live.doers.nameOfStamp(retired!)).toBe('Ada');
			const changes = netChange(member.workbook, stretchSince(member.live.activity, ''));
			const people = changes.flatMap((change) => change.people);
			expect(people.map(member.live.doers.nameOf)).toEqual(['Ada']);
		}
	});

	it('[N-8] is told apart from another of the same name', async () => {
		for (const { device, workbook } of [ada, ben]) {
			device.personName = 'You';
			aControl(workbook);
		}
		await group.settle();
		const keys = cleo.live.activity.map((deed) => cleo.live.doers.of(deed).key);
		expect(new Set(keys).size).toBe(2);
		expect(shown(cleo)).toEqual(['Somebody', 'Somebody']);
		// Both did something at that moment: neither is guessed.
		const [stamp = ''] = cleo.live.activity.map(({ at }) => at);
		expect(cleo.live.doers.nameOfStamp({ by: 'You', at: stamp })).toBe('Somebody');
	});

	it('[N-8] is who put it under seal, whatever name it was stored with', async () => {
		ben.device.personName = 'Ada';
		aControl(ben.workbook);
		ben.device.personName = 'Ben';
		await sealed(ben);
		await group.settle();
		expect(shown(ada)).toEqual(['Ben']);
		// From the same browser, and not sealed yet.
		aControl(ben.workbook);
		await group.settle();
		expect(shown(ada)).toEqual(['Ben', 'Ben']);
	});

	it('[N-8] cannot be “You” to others by taking that for a name', async () => {
		ben.device.personName = 'You';
		await ben.review.write({ kind: 'profile', name: ' YOU\u200b' });
		await group.settle();
		expect(ada.review.nameOf(ben.review.me)).toBe('Somebody');
		expect(ben.review.nameOf(ben.review.me)).toBe('You');
	});

	it('[N-8] is “You” while one works alone and has no name', async () => {
		const solo = await aReview('You');
		aControl(solo.workbook);
		expect(shown(solo)).toEqual(['You']);
		solo.device.personName = 'Dana';
		expect(shown(solo)).toEqual(['Dana']);
	});
});
