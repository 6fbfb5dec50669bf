/** People of a review as screens see them. */
import type { DeviceId, Role } from '../model/review/member.ts';
import type { Presence } from '../model/review/presence.ts';

/** Somebody who has the workbook open now, in one tab. */
export interface Person {
	readonly device: DeviceId;
	readonly name: string;
	readonly role: Role | undefined;
	/** 0 to 7: the token `--person-n`. */
	readonly colour: number;
	readonly presence: Presence;
	/** True for another tab of this very browser. */
	readonly isMe: boolean;
}
