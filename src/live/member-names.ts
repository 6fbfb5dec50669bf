/**
 * What members are called on the screens: the name they took last, and where two have the same one,
 * the first words of their fingerprints with it. These take a moment to be worked out.
 */
import { Listeners } from '../base/observable.ts';
import type { EntryId } from '../model/review/entry.ts';
import type { DeviceId } from '../model/review/member.ts';
import { namesakes, presentName, type NamesTaken } from '../model/review/person-name.ts';
import type { ListedMember, Roster } from '../model/review/roster.ts';
import { fingerprintWords } from '../review/keys/fingerprint.ts';

/** How many of the six words are shown beside a name that is not the only one of its kind. */
const shownWords = 2;

export class MemberNames {
	readonly #words = new Map<DeviceId, string>();
	readonly #asked = new Set<DeviceId>();
	readonly #listeners = new Listeners();
	#known:
		| { readonly roster: Roster; readonly taken: NamesTaken; readonly same: ReadonlySet<DeviceId> }
		| undefined;

	/** A member's name, told apart from others of the same name; undefined for strangers. */
	labelOf(device: DeviceId, roster: Roster | undefined, taken: NamesTaken): string | undefined {
		const member = roster?.members.find((each) => each.device === device);
		if (!roster || !member) return undefined;
		const name = presentName(member, taken);
		if (!this.#namesakes(roster, taken).has(device)) return name;
		const words = this.#words.get(device);
		if (words === undefined) this.#ask(member);
		return words === undefined ? name : `${name} (${words})`;
	}

	/** What somebody was called before they took a name by this entry. */
	before(entry: EntryId, roster: Roster | undefined, taken: NamesTaken): string | undefined {
		for (const [device, names] of taken) {
			const at = names.findIndex((each) => each.entry === entry);
			if (at < 0) continue;
			const listed = roster?.members.find((each) => each.device === device);
			return names[at - 1]?.name ?? (listed && presentName(listed, new Map()));
		}
		return undefined;
	}

	/** Called when words have been worked out. */
	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	#namesakes(roster: Roster, taken: NamesTaken): ReadonlySet<DeviceId> {
		if (this.#known?.roster !== roster || this.#known.taken !== taken) {
			this.#known = { roster, taken, same: namesakes(roster.members, taken) };
		}
		return this.#known.same;
	}

	#ask({ device, agreement }: ListedMember): void {
		if (this.#asked.has(device)) return;
		this.#asked.add(device);
		void fingerprintWords(device, agreement).then((words) => {
			this.#words.set(device, words.slice(0, shownWords).join(' '));
			this.#listeners.call();
		});
	}
}
