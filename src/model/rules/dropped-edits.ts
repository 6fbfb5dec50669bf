/**
 * Which values of a cell were dropped unseen (check WKB-06): somebody wrote them, nobody built on them,
 * and whoever wrote what stands did not know of them.
 *
 * Of two writings of which each took the place of the same one, neither author knew of the other. What
 * an author came to know later is told by how many deeds their copy held: a device that knows a deed of
 * another knows all that this one did before it, and all that it knew. Who cannot have known that much
 * did not know the deed; where the counts leave it open, they are taken to have known, for the check
 * would rather stay silent than be wrong.
 */

/** What the activity list says of a deed. */
export interface CountedDeed {
	readonly by: { readonly device: string };
	/** How many deeds stood in the list where it was done. */
	readonly place: number;
}

/** A value that was written into a cell. */
export interface Writing {
	/** Tells the writings of one cell apart. */
	readonly id: string;
	/** The writing whose place it took; undefined where there was none, or that is not known. */
	readonly on: string | undefined;
	/** Undefined while its entry is not here; nothing is known of its values then. */
	readonly deed: CountedDeed | undefined;
	/** What its author saw, and what they wrote. */
	readonly before?: unknown;
	readonly after?: unknown;
	/** The deed by which its author took it back. */
	readonly takenBack: CountedDeed | undefined;
}

export interface DroppedEdits {
	/** True where two values say the same. */
	readonly isSame: (a: unknown, b: unknown) => boolean;
	/** How many deeds its device had done before a deed. */
	readonly ownBefore: (deed: CountedDeed) => number;
}

/**
 * The writings that were dropped unseen, in the order given.
 * @param writings of one cell; the last one stands.
 * @param shown the value that the cell shows.
 */
export function droppedEdits<One extends Writing>(
	writings: readonly One[],
	shown: unknown,
	{ isSame, ownBefore }: DroppedEdits,
): readonly One[] {
	const standing = writings.at(-1);
	const byId = new Map(writings.map((writing) => [writing.id, writing]));
	const builtOn = new Set(writings.map(({ on }) => on));
	const under = (writing: One): One | undefined =>
		writing.on === undefined ? undefined : byId.get(writing.on);

	/** What the standing one was built on, each with what took its place on the way there. */
	const way = new Map<One | undefined, One>();
	for (let each: One | undefined = standing; each; each = under(each)) way.set(under(each), each);

	return writings.filter((writing) => {
		const { deed, after } = writing;
		if (writing === standing || builtOn.has(writing.id) || writing.takenBack || !deed) return false;
		let first = writing;
		for (let below = under(first); below && !way.has(below); below = under(first)) first = below;
		const beside = way.get(under(first));
		// What led back to where it began, or says what stands, is no loss.
		if (!beside || !first.deed || isSame(after, first.before)) return false;
		return !isSame(after, shown) && wasUnknown(deed, beside);
	});

	/** True where it is certain that the author of what stands did not know of a deed. */
	function wasUnknown(deed: CountedDeed, beside: One): boolean {
		if (beside === standing && !beside.takenBack) return true;
		const latest = standing?.takenBack ?? standing?.deed;
		if (!latest) return false;
		if (!mayKnow(latest, deed)) return true;
		// Nothing of others came between what cannot have known and what stands.
		const { deed: first } = beside;
		return first?.by.device === latest.by.device && ofOthers(first) === ofOthers(latest);
	}

	function mayKnow(latest: CountedDeed, deed: CountedDeed): boolean {
		if (latest.by.device === deed.by.device) return latest.place > deed.place;
		const ofThird = Math.max(0, ofOthers(deed) - ownBefore(latest));
		return ofOthers(latest) > ownBefore(deed) + ofThird;
	}

	/** How many deeds of other devices stood in its author's copy. */
	function ofOthers(deed: CountedDeed): number {
		return deed.place - ownBefore(deed);
	}
}
