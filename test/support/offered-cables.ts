/**
 * Cables that devices lay themselves by an offer and its answer, as browsers do: what they hand to one
 * another says whose half it is. Both ends hear of the link once the answer is accepted.
 */
import { ok, refused } from '../../src/base/result.ts';
import type { CarrierEvents, LinkAnswer, LinkMaker, LinkOffer } from '../../src/review/carrier.ts';

interface Half {
	readonly link: string;
	readonly name: string;
	settle?: (isOpen: boolean) => void;
	isOver: boolean;
}

export class OfferedCables {
	readonly #events: (name: string) => CarrierEvents | undefined;
	readonly #halves = new Map<string, Half>();
	/** Each end of a standing cable, and its other end. */
	readonly #laid = new Map<string, Half>();
	/** How many halves each device has made: for a browser, connection objects. */
	readonly made = new Map<string, number>();
	/** True for two who cannot reach each other. */
	isApart: (a: string, b: string) => boolean = () => false;

	constructor(events: (name: string) => CarrierEvents | undefined) {
		this.#events = events;
	}

	makerOf(name: string): LinkMaker {
		return {
			offer: () => {
				const half = this.#half(name);
				const offer: LinkOffer = {
					link: half.link,
					packed: packed(half),
					accept: (answer) => {
						const other = this.#halves.get(new TextDecoder().decode(answer));
						const isLaid = other !== undefined && this.#lay(half, other);
						return Promise.resolve(isLaid ? ok(half.link) : unreachable);
					},
					cancel: () => void (half.isOver = true),
				};
				return Promise.resolve(ok(offer));
			},
			answer: (offer) => {
				if (!this.#halves.has(new TextDecoder().decode(offer))) return Promise.resolve(unreachable);
				const half = this.#half(name);
				const opened = new Promise<boolean>((resolve) => (half.settle = resolve));
				const answer: LinkAnswer = {
					link: half.link,
					packed: packed(half),
					opened: opened.then((isOpen) => (isOpen ? ok(half.link) : unreachable)),
					cancel: () => {
						half.isOver = true;
						half.settle?.(false);
					},
				};
				return Promise.resolve(ok(answer));
			},
		};
	}

	/** Who is at the other end of a link, and what the link is called there. */
	otherEnd(link: string): { readonly name: string; readonly link: string } | undefined {
		return this.#laid.get(link);
	}

	isLaid(a: string, b: string): boolean {
		return [...this.#laid].some(([link, { name }]) => nameOf(link) === a && name === b);
	}

	/** Ends the cable of this link, of both its ends. */
	end(link: string, hasLeft = false): void {
		const other = this.#laid.get(link);
		if (!other) return;
		this.#laid.delete(link);
		this.#laid.delete(other.link);
		this.#events(nameOf(link))?.link(link, false);
		this.#events(other.name)?.link(other.link, false, hasLeft);
	}

	/** Ends what was laid between two, or all that a device has. */
	part(a: string, b?: string, hasLeft = false): void {
		for (const [link, { name }] of [...this.#laid]) {
			if (nameOf(link) === a && (b === undefined || name === b)) this.end(link, hasLeft);
		}
	}

	#half(name: string): Half {
		const count = (this.made.get(name) ?? 0) + 1;
		this.made.set(name, count);
		const half: Half = { link: `${name}#${count}`, name, isOver: false };
		this.#halves.set(half.link, half);
		return half;
	}

	#lay(offer: Half, answer: Half): boolean {
		const [here, there] = [this.#events(offer.name), this.#events(answer.name)];
		const isPossible = here && there && !offer.isOver && !answer.isOver;
		if (!isPossible || this.isApart(offer.name, answer.name)) return false;
		this.#laid.set(offer.link, answer);
		this.#laid.set(answer.link, offer);
		here.link(offer.link, true);
		there.link(answer.link, true);
		answer.settle?.(true);
		return true;
	}
}

const unreachable = refused({ text: 'The two could not reach each other.' });

function packed({ link }: Half): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(link);
}

function nameOf(link: string): string {
	return link.slice(0, link.indexOf('#'));
}
