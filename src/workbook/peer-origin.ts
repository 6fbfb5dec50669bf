/** Origin of updates that came from another device: stored like others, undone by nobody here. */
import type { DeviceId } from '../model/review/member.ts';

export class PeerOrigin {
	/** The editor who vouched for the update. */
	readonly device: DeviceId;

	constructor(device: DeviceId) {
		this.device = device;
	}
}
