/**
 * How the open workbook reaches others, as screens see it: which ways are in use, how each stands, and
 * what came by them that was not taken.
 */
import type { Connections } from '../review/connections.ts';
import type { Review } from '../review/review.ts';
import type { RefusalCount } from '../review/session/refusal-counts.ts';
import type { CarrierView, Farewell } from '../review/session/session-parts.ts';
import type { RelaySettings, StandingStores } from '../review/standing-stores.ts';
import type { ReviewReach, ReviewSources } from './review-sources.ts';

export class LiveReach {
	readonly connections: Connections;
	readonly stores: StandingStores;
	readonly #review: Review;
	readonly #sources: ReviewSources;

	constructor({ review, connections, stores }: ReviewReach, sources: ReviewSources) {
		this.connections = connections;
		this.stores = stores;
		this.#review = review;
		this.#sources = sources;
	}

	/** The carriers that are in use, with their states. */
	get carriers(): readonly CarrierView[] {
		this.#sources.session();
		return this.#review.session?.carriers ?? [];
	}

	get invitations(): Connections['invitations'] {
		this.#sources.connections();
		return this.connections.invitations;
	}

	/** The name of the shared folder in use. */
	get folderName(): string | undefined {
		this.#sources.stores();
		return this.stores.folderName;
	}

	/** The relay in use. */
	get relay(): RelaySettings | undefined {
		this.#sources.stores();
		return this.stores.relay;
	}

	/** What was not taken since the workbook was opened. */
	get refusals(): readonly RefusalCount[] {
		this.#sources.session();
		return this.#review.session?.refusals.all ?? [];
	}

	/** How far the workbook is that this person has just joined, 0 to 1; undefined once it is here. */
	get coming(): number | undefined {
		this.#sources.session();
		return this.#review.session?.coming;
	}

	/** True where nobody is bringing the rest of a workbook that has not come whole. */
	get isCutShort(): boolean {
		this.#sources.session();
		return this.#review.session?.isCutShort ?? false;
	}

	/** Who went away last from a direct link, while no other leads to them. */
	get farewell(): Farewell | undefined {
		this.#sources.session();
		return this.#review.session?.farewell;
	}

	/** The page goes away. */
	depart(): void {
		this.connections.depart();
	}

	/** Ends every way to others in this tab. */
	async close(): Promise<void> {
		await this.connections.close();
		this.stores.close();
	}
}
