/**
 * With whom a page keeps direct links, so that nobody is parted when somebody leaves: with the two
 * devices of the smallest ids that are here. Whoever leaves, one of the two stays, and everybody is
 * linked with it; then the next smallest takes the place (SPEC P-24). All decide alike, each by what
 * it sees, and nobody has to be asked.
 */
import type { DeviceId } from '../../model/review/member.ts';

/** So many devices everybody keeps a link with. */
const kept = 2;

/** A page of somebody who is here that takes offers of a link. */
export interface OpenPage {
	readonly device: DeviceId;
	/** Where it takes them: random, new for each page. */
	readonly reach: string;
}

/**
 * Whom to offer a link next; undefined where all links stand that should. `pages`: of those who are
 * here, at most one of a device that is not linked, none of this device.
 */
export function whomToLink(
	linked: ReadonlySet<DeviceId>,
	pages: readonly OpenPage[],
): OpenPage | undefined {
	const byDevice = new Map(pages.map((page) => [page.device, page]));
	return [...byDevice.keys()]
		.sort()
		.slice(0, kept)
		.filter((device) => !linked.has(device))
		.map((device) => byDevice.get(device))[0];
}
