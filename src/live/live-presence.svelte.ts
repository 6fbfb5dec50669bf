/** Who has the workbook open now and where; where this person is, whom they follow, what they show. */
import { Listeners } from '../base/observable.ts';
import type { DeviceId } from '../model/review/member.ts';
import type { Presence, PresencePlace } from '../model/review/presence.ts';
import { roleOf } from '../model/review/roster.ts';
import type { Review } from '../review/review.ts';
import type { Person } from './person.ts';
import type { ReviewReading } from './review-reading.ts';
import { subscriber, type ReviewSources } from './review-sources.ts';

export class LivePresence {
	readonly #review: Review;
	readonly #members: ReviewReading;
	readonly #sources: ReviewSources;
	readonly #run: string;
	readonly #own = new Listeners();
	readonly #ownSource = subscriber((listener) => this.#own.add(listener));
	#seq = 0;
	#place: PresencePlace = { place: 'overview' };
	#state: Presence['state'] = 'here';
	#isPresenting = false;
	#following: DeviceId | undefined;

	/** `run`: random, and new for every tab and every opening. */
	constructor(members: ReviewReading, sources: ReviewSources, run: string) {
		this.#review = members.review;
		this.#members = members;
		this.#sources = sources;
		this.#run = run;
	}

	/** Who has the workbook open now, other tabs of this browser included; this tab is left out. */
	get people(): readonly Person[] {
		this.#sources.presence();
		const { me, roster } = this.#members;
		return (this.#review.session?.presence.all ?? [])
			.filter(({ device, presence }) =>
				device === me ? presence.run !== this.#run : roleOf(roster, device) !== undefined,
			)
			.map(({ device, presence }) => ({
				device,
				name: this.#members.nameOf(device),
				role: roleOf(roster, device),
				colour: this.#members.colourOf(device),
				presence,
				isMe: device === me,
			}));
	}

	/** Who else asks everybody to come along; the first by device where several do. */
	get presenter(): Person | undefined {
		return [...this.people]
			.sort((a, b) => (a.device < b.device ? -1 : 1))
			.find(({ isMe, presence }) => !isMe && presence.presenting === true);
	}

	/** Whom this person follows, while they are here. */
	get followed(): Person | undefined {
		this.#ownSource();
		return this.people.find(({ device }) => device === this.#following);
	}

	get isPresenting(): boolean {
		this.#ownSource();
		return this.#isPresenting;
	}

	/** Says where this person is now. */
	here(place: PresencePlace): void {
		this.#place = place;
		this.#tell();
	}

	/** The tab came into sight or went out of it, or is left. */
	be(state: Presence['state']): void {
		this.#state = state;
		this.#tell();
	}

	/** Asks everybody to come along, or no more. */
	present(on: boolean): void {
		this.#isPresenting = on;
		this.#own.call();
		this.#tell();
	}

	/** Goes where somebody goes, or no more. */
	follow(device: DeviceId | undefined): void {
		this.#following = device;
		this.#own.call();
		this.#tell();
	}

	#tell(): void {
		const { session } = this.#review;
		if (!session) return;
		session.here((farewell) => {
			const presence: Presence = {
				...{ run: this.#run, seq: ++this.#seq, at: this.#review.now() },
				...{ name: this.#review.name.slice(0, 80) || 'Somebody', place: this.#place },
				state: farewell ?? this.#state,
				...(this.#isPresenting ? { presenting: true } : {}),
				...(this.#following ? { following: this.#following } : {}),
				...(session.reach === undefined ? {} : { reach: session.reach }),
			};
			return new TextEncoder().encode(JSON.stringify(presence));
		});
	}
}
