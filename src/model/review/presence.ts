/**
 * Where somebody is now, as each tab tells the others while a session lasts; nothing of it is kept.
 * And the colour in which a person is shown (ui/tokens has eight that every eye tells apart).
 */
import * as z from 'zod/mini';
import { deviceIdSchema, type DeviceId } from './member.ts';

const short = z.string().check(z.minLength(1), z.maxLength(60));
const long = z.string().check(z.minLength(1), z.maxLength(200));
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** What of a place everybody who follows goes to as well. */
export const presencePlaceSchema = z.object({
	/** The place as the address has it: 'controls', 'criteria', 'review'. */
	place: short,
	record: z.optional(long),
	/** A field of the record, as in a cell's subject. */
	field: z.optional(long),
	/** Whatever else the place has: a panel, a tab of it. */
	detail: z.optional(long),
});
export type PresencePlace = Readonly<z.infer<typeof presencePlaceSchema>>;

/** Where a page takes offers of a direct link: 16 random bytes, base64url. */
export const reachSchema = z.string().check(z.regex(/^[\w-]{22}$/));

export const presenceSchema = z.object({
	/** Random for each tab and each time it is loaded. */
	run: short,
	/** Counts within a run: what is older than what is known is passed over. */
	seq: z.number().check(z.int(), z.nonnegative(), z.lte(Number.MAX_SAFE_INTEGER)),
	/** The sender's clock, ISO 8601 in UTC. */
	at: z.string().check(z.regex(instant)),
	name: z.string().check(z.minLength(1), z.maxLength(80)),
	place: presencePlaceSchema,
	/** `away`: the tab is out of sight. `gone`: it was closed or left. */
	state: z.enum(['here', 'away', 'gone']),
	/** Asks everybody to come along. */
	presenting: z.optional(z.boolean()),
	/** Whom this person follows. */
	following: z.optional(deviceIdSchema),
	/** New for each page; absent where it takes no offers: it is in no session, or has just come. */
	reach: z.optional(reachSchema),
});
export type Presence = Readonly<z.infer<typeof presenceSchema>>;

/** How many colours of people there are. */
export const personColours = 8;

/** The colour of a device where no other present one has it: 0 to 7, the same everywhere. */
export function colourOf(device: DeviceId): number {
	// FNV-1a, 32 bits.
	let hash = 0x811c9dc5;
	for (let at = 0; at < device.length; at++) {
		hash = Math.imul(hash ^ device.charCodeAt(at), 0x01000193);
	}
	return (hash >>> 0) % personColours;
}

/**
 * Colours by device: the own one of each, or the next that is free. Whoever stands first keeps theirs,
 * so list devices in an order all copies share, as that of the member list; from the ninth on colours
 * are used again.
 */
export function coloursOf(devices: readonly DeviceId[]): ReadonlyMap<DeviceId, number> {
	const colours = new Map<DeviceId, number>();
	let taken = new Set<number>();
	for (const device of new Set(devices)) {
		if (taken.size === personColours) taken = new Set();
		let colour = colourOf(device);
		while (taken.has(colour)) colour = (colour + 1) % personColours;
		taken.add(colour);
		colours.set(device, colour);
	}
	return colours;
}
