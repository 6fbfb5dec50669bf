/** Random schedules: cables pulled for less than a link lives, frames of all sizes, both ways at once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Lane } from '../../../../src/review/carrier.ts';
import { RtcCarrier } from '../../../../src/review/carriers/rtc/rtc-carrier.ts';
import { FakeNetwork } from '../../../support/fake-network.ts';

const lane = fc.constantFrom<Lane>('live', 'bulk');
const size = fc.oneof(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 5, max: 2 ** 20 }));
const step = fc.oneof(
	fc.record({ kind: fc.constant('send' as const), from: fc.constantFrom(0, 1), lane, size }),
	fc.record({ kind: fc.constant('pull' as const), for: fc.integer({ min: 1, max: 9_000 }) }),
	fc.record({ kind: fc.constant('wait' as const), for: fc.integer({ min: 1, max: 3_000 }) }),
);

test('whatever was sent arrives once, whole and in the order of its lane', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
			const network = new FakeNetwork();
			const sides = [await sideOf(network), await sideOf(network)] as const;
			await join(network, ...sides);
			const sent: Promise<void>[] = [];
			for (const [number, step] of steps.entries()) {
				if (step.kind === 'send') {
					const side = step.from === 0 ? sides[0] : sides[1];
					const frame = new Uint8Array(step.size).fill(number);
					frame[0] = step.lane === 'live' ? 0 : 1;
					side.sent.push(`${step.lane} ${number} ${step.size}`);
					sent.push(side.carrier.send(frame, { lane: step.lane }));
					continue;
				}
				network.isUp = step.kind === 'wait';
				await network.pass(step.for);
				network.isUp = true;
				// As long as a sign of life takes, so that two pulls are not one long silence.
				await network.pass(6_000);
			}
			await network.pass(120_000);
			await Promise.all(sent);
			for (const lane of ['live', 'bulk']) {
				const of = (texts: readonly string[]) => texts.filter((text) => text.startsWith(lane));
				expect(of(sides[1].came)).toEqual(of(sides[0].sent));
				expect(of(sides[0].came)).toEqual(of(sides[1].sent));
			}
		}),
		{ numRuns: 60 },
	);
}, 30_000);

async function sideOf({ timer, make: makeConnection }: FakeNetwork) {
	const carrier = new RtcCarrier({ timer, makeConnection });
	const sent: string[] = [];
	const came: string[] = [];
	await carrier.start({
		frame(frame) {
			const isWhole = frame.subarray(1).every((byte) => byte === frame[1]);
			if (isWhole) came.push(`${frame[0] === 0 ? 'live' : 'bulk'} ${frame[1]} ${frame.length}`);
		},
		link: () => undefined,
		status: () => undefined,
	});
	return { carrier, sent, came };
}

type SideOfTest = Awaited<ReturnType<typeof sideOf>>;

async function join(network: FakeNetwork, host: SideOfTest, guest: SideOfTest): Promise<void> {
	const offering = host.carrier.offer();
	await network.pass(100);
	const offer = await offering;
	if (!offer.ok) throw new Error('No offer');
	const answering = guest.carrier.answer(offer.value.packed);
	await network.pass(100);
	const answer = await answering;
	if (!answer.ok) throw new Error('No answer');
	const accepting = offer.value.accept(answer.value.packed);
	await network.pass(100);
	expect((await accepting).ok).toBe(true);
}
