/** What is changed on this device goes out: to the document, to the log, to the member list. */
import type * as Y from 'yjs';
import { mayEdit, type DeviceId } from '../../model/review/member.ts';
import { PeerOrigin } from '../../workbook/peer-origin.ts';
import type { ReviewLog } from '../log/review-log.ts';
import type { CatchingUp } from './catching-up.ts';
import type { DocumentGuard } from './document-guard.ts';
import type { HaveTalk } from './have-talk.ts';
import type { Link } from './link.ts';
import type { Links } from './links.ts';
import type { Membership } from './membership.ts';
import { OutgoingChanges, type Outgoing } from './outgoing.ts';
import type { Outlet } from './outlet.ts';
import type { RemovalNews } from './removal-news.ts';
import type { SessionTimer } from './session-timer.ts';
import type { UnderWay } from './under-way.ts';

export interface OwnChangesParts {
	readonly doc: Y.Doc;
	readonly guard: DocumentGuard;
	readonly log: ReviewLog;
	readonly membership: Membership;
	readonly identity: { readonly device: DeviceId };
	readonly timer: SessionTimer;
	readonly links: Links;
	readonly outlet: Outlet;
	readonly catchingUp: CatchingUp;
	readonly talk: HaveTalk;
	readonly removals: RemovalNews;
	readonly underWay: UnderWay;
	/** The document was changed here. */
	readonly onChanged: () => void;
	/** Keys or roles changed, and everybody was told. */
	readonly onRoster: () => void;
}

export class OwnChanges {
	readonly #parts: OwnChangesParts;
	readonly #outgoing: OutgoingChanges;
	readonly #stops: readonly (() => void)[];
	#epoch: number;

	constructor(parts: OwnChangesParts) {
		this.#parts = parts;
		const { doc, log, membership, identity, timer, underWay } = parts;
		this.#epoch = membership.epoch;
		this.#outgoing = new OutgoingChanges(timer, (change) => this.#sendOut(change));
		doc.on('update', this.#onUpdate);
		this.#stops = [
			() => doc.off('update', this.#onUpdate),
			() => this.#outgoing.close(),
			log.subscribe((entries) => {
				const own = entries.filter(({ author }) => author === identity.device);
				if (own.length > 0) underWay.do(() => this.catchUpAll());
			}),
			membership.subscribe(() => underWay.do(() => this.#rosterChanged())),
		];
	}

	/** Sends at once what waits for more to come. */
	flush(): void {
		this.#outgoing.flush();
	}

	/** Sends every link what it lacks. */
	catchUpAll(): Promise<void> {
		return this.#catchUp(this.#parts.links.all);
	}

	close(): void {
		for (const stop of this.#stops) stop();
	}

	readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
		if (origin instanceof PeerOrigin) return;
		const { guard, membership, onChanged } = this.#parts;
		guard.noteLocal(update as Uint8Array<ArrayBuffer>);
		onChanged();
		if (mayEdit(membership.role)) this.#outgoing.add(update);
	};

	#sendOut(change: Outgoing): void {
		const { underWay, outlet, catchingUp } = this.#parts;
		underWay.do(async () => {
			if (change.kind === 'much') await this.catchUpAll();
			else {
				const { update } = change;
				await outlet.sayToAll('update', 'review', update, 'bulk', (link) => {
					const takes = catchingUp.mayPass(link) && link.carrier.skipsDocument !== true;
					if (takes) link.noteUpdate(update);
					return takes;
				});
			}
		});
	}

	/** Keys or roles changed: what was refused before may be taken now. */
	async #rosterChanged(): Promise<void> {
		const { membership, identity, links, outlet, talk, removals, onRoster } = this.#parts;
		const isNewEpoch = membership.epoch !== this.#epoch;
		this.#epoch = membership.epoch;
		// What a store keeps under older keys is read by nobody any more.
		if (isNewEpoch) for (const link of links.stores) link.forgetFrames();
		await removals.rosterChanged();
		const parcel = await membership.parcel();
		for (const link of links.peers) {
			if (parcel) await outlet.hand(parcel, link, 'bulk');
			await talk.ask(link);
		}
		// Others do so with their next beat, and find most of it done.
		const isOurs = membership.chain?.statements.at(-1)?.signer === identity.device;
		if (isOurs) await this.#catchUp(links.stores);
		onRoster();
	}

	async #catchUp(links: readonly Link[]): Promise<void> {
		await Promise.all(links.map((link) => this.#parts.catchingUp.catchUp(link)));
	}
}
