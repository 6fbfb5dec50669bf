/**
 * Watches everything a browser context does and says: requests (of pages, workers and the service
 * worker), console errors, uncaught errors, policy violations, sockets and peer connections.
 */
import type { BrowserContext, Page } from '@playwright/test';

export interface Watch {
	/** Addresses of all requests so far, `blob:` and `data:` included. */
	readonly requests: readonly string[];
	/** Says that this test means to cause matching trouble: it must happen, and does not fail. */
	expectTrouble(pattern: RegExp): void;
	/** What went wrong and was not expected, and what was expected and did not happen. */
	complaints(): readonly string[];
}

/** Starts watching; `ownAddress` is where the app itself lives, up to its folder or file. */
export async function watch(context: BrowserContext, ownAddress: string): Promise<Watch> {
	const requests: string[] = [];
	const troubles: string[] = [];
	const expected: RegExp[] = [];

	context.on('request', (request) => {
		requests.push(request.url());
		if (!isOwn(request.url(), ownAddress)) troubles.push(`foreign request: ${request.url()}`);
	});
	context.on('console', (message) => {
		if (message.type() === 'error') troubles.push(`console error: ${message.text()}`);
	});
	context.on('weberror', (error) => {
		troubles.push(`uncaught: ${error.error().stack ?? error.error().message}`);
	});
	const watchPage = (page: Page) => {
		page.on('websocket', (socket) => troubles.push(`websocket: ${socket.url()}`));
		page.on('crash', () => troubles.push('the page crashed'));
	};
	context.pages().forEach(watchPage);
	context.on('page', watchPage);

	await context.exposeFunction('reportTrouble', (trouble: string) => troubles.push(trouble));
	await context.addInitScript(reportFromInside);

	return {
		requests,
		expectTrouble: (pattern) => expected.push(pattern),
		complaints: () => [
			...troubles.filter((trouble) => !expected.some((pattern) => pattern.test(trouble))),
			...expected
				.filter((pattern) => !troubles.some((trouble) => pattern.test(trouble)))
				.map((pattern) => `expected trouble did not happen: ${String(pattern)}`),
		],
	};
}

function isOwn(address: string, ownAddress: string): boolean {
	return /^(blob|data|about):/.test(address) || address.startsWith(ownAddress);
}

/** Runs in every frame before the app: events and constructors that Playwright does not report. */
function reportFromInside(): void {
	const report = (window as unknown as { reportTrouble: (trouble: string) => void }).reportTrouble;
	document.addEventListener('securitypolicyviolation', (violation) => {
		report(`policy violation: ${violation.effectiveDirective} ${violation.blockedURI}`);
	});
	window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
		construct(target, parameters: [RTCConfiguration?]) {
			report('peer connection constructed');
			return new target(...parameters);
		},
	});
}
