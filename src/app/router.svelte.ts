/** The present route as reactive state, read from the address bar itself. */
import { createSubscriber } from 'svelte/reactivity';
import { hashToRoute, routeToHash, type Route } from './routes.ts';

export class Router {
	readonly #subscribe = createSubscriber((update) => {
		window.addEventListener('hashchange', update);
		return () => window.removeEventListener('hashchange', update);
	});

	get current(): Route {
		this.#subscribe();
		return hashToRoute(window.location.hash);
	}

	/** Goes there; the browser's back button returns. */
	go(route: Route): void {
		window.location.hash = routeToHash(route);
	}

	hrefOf(route: Route): string {
		return routeToHash(route);
	}

	/** Shows another detail of the same place without a step in the browser's history. */
	replace(route: Route): void {
		window.location.replace(routeToHash(route));
	}
}
