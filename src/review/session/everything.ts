/** All that a device has, in frames that every member can take: for a file, or a store. */
import { mayEdit } from '../../model/review/member.ts';
import type { Frame } from '../carrier.ts';
import { entriesSince } from '../log/admission.ts';
import type { ReviewLog } from '../log/review-log.ts';
import type { DocumentGuard } from './document-guard.ts';
import { entryBodies } from './entries-body.ts';
import type { Membership } from './membership.ts';
import type { MilestoneBytes } from './milestone-bytes.ts';
import type { Outlet } from './outlet.ts';

/** The state vector of whoever has nothing. */
const nothing = (): Uint8Array<ArrayBuffer> => Uint8Array.of(0);

export async function* everythingOf({
	guard,
	log,
	membership,
	outlet,
	bytes,
}: {
	readonly guard: DocumentGuard;
	readonly log: ReviewLog;
	readonly membership: Membership;
	readonly outlet: Outlet;
	readonly bytes: MilestoneBytes;
}): AsyncIterable<Frame> {
	const { roster } = membership;
	const parcel = await membership.parcel();
	if (parcel) yield parcel;
	if (mayEdit(membership.role)) {
		for await (const piece of guard.diff(nothing(), { deflate: true })) {
			const frame = await outlet.sealPiece(piece);
			if (frame) yield frame;
		}
	}
	for (const channel of membership.channels) {
		for (const body of entryBodies(entriesSince(log, roster, {}, [channel]))) {
			const frame = await outlet.seal('entries', channel, body);
			if (frame) yield frame;
		}
	}
	yield* bytes.everything();
}
