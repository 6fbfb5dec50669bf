/** What a session is made of, and how it shows the carriers it uses. */
import type * as Y from 'yjs';
import type { Clock } from '../../base/clock.ts';
import type { DeviceId } from '../../model/review/member.ts';
import type { Carrier, CarrierStatus } from '../carrier.ts';
import type { DeviceIdentity } from '../keys/device-keys.ts';
import type { ReviewLog } from '../log/review-log.ts';
import type { ReviewStore } from '../review-store.ts';
import type { DocumentGuard } from './document-guard.ts';
import type { KeptRemovals } from './kept-removals.ts';
import type { AskMass } from './mass-removals.ts';
import type { Membership } from './membership.ts';
import type { SessionTimer } from './session-timer.ts';

export interface SessionParts {
	readonly doc: Y.Doc;
	readonly kept: KeptRemovals;
	readonly guard: DocumentGuard;
	readonly log: ReviewLog;
	readonly store: Pick<ReviewStore, 'file' | 'keepFile' | 'marksOf' | 'saveMarks'>;
	readonly membership: Membership;
	readonly identity: DeviceIdentity;
	readonly clock: Clock;
	readonly timer: SessionTimer;
	/** SHA-256 of the content of each shared map, without what is kept here and nowhere else. */
	readonly digests: () => Promise<Readonly<Record<string, string>>>;
	/** Asked before changes of somebody that remove much are merged. */
	readonly askMass: AskMass;
	/** Something that could not be stored or read, in words. */
	readonly onProblem: (text: string) => void;
}

export interface CarrierView {
	readonly carrier: Carrier;
	readonly status: CarrierStatus;
	readonly links: readonly { readonly id: string; readonly device: DeviceId | undefined }[];
}

/** A direct link that ended, while no other leads to the same device. */
export interface Farewell {
	readonly device: DeviceId;
	/** True where the other side said goodbye: its page was closed, or it left the session. */
	readonly hasLeft: boolean;
	/** By this device's clock, ISO 8601. */
	readonly at: string;
}
