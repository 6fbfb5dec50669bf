/** The present route as reactive state, read from the address bar itself. */
import { createSubscriber } from 'svelte/reactivity';
import { hashToRoute, routeToHash, type Route } from './routes.ts';

export class Router {
	/** Tells whoever reads the route; nobody does at first. */
	#tell = (): void => undefined;
	readonly #subscribe = createSubscriber((update) => {
		this.#tell = update;
		window.addEventListener('hashchange', update);
		return () => window.removeEventListener('hashchange', update);
	});

	get current(): Route {
		this.#subscribe();
		return hashToRoute(window.location.hash);
	}

	/**
	 * Goes there; the browser's back button returns. Screens know it at once: the browser tells of a new
	 * address only later, and whoever waits for the new screen to move the focus would find the old one.
	 */
	go(route: Route): void {
		window.location.hash = routeToHash(route);
		this.#tell();
	}

	hrefOf(route: Route): string {
		return routeToHash(route);
	}

	/** Shows another detail of the same place without a step in the browser's history. */
	replace(route: Route): void {
		window.location.replace(routeToHash(route));
		this.#tell();
	}
}
