/**
 * One device with no workbook behind it, under the app's policy for connections: carriers as the app
 * has them, made-up frames, and a record of what came.
 */
import type { Carrier, Frame } from '../../../src/review/carrier.ts';
import { FolderCarrier } from '../../../src/review/carriers/folder/folder-carrier.ts';
import { browserObserver } from '../../../src/review/carriers/folder/folder-watch.ts';
import { RelayCarrier } from '../../../src/review/carriers/relay/relay-carrier.ts';
import { startRelayWorker } from '../../../src/review/carriers/relay/start-relay-worker.ts';
import { TabsCarrier } from '../../../src/review/carriers/tabs/tabs-carrier.ts';
import { pageTimer } from '../../../src/review/carriers/timer.ts';

export interface StoresStage {
	/** The browser's own file system as the shared folder; resolves once it is read. */
	openFolder(device: string): Promise<void>;
	openTabs(run: string): Promise<void>;
	openRelay(address: string): Promise<void>;
	/** Sends frames of these first numbers and this size. */
	send(numbers: readonly number[], size: number): Promise<void>;
	flush(): Promise<void>;
	replaceOwn(number: number): Promise<void>;
	/** First numbers of the frames that came. */
	came(): readonly number[];
	links(): readonly string[];
	said(): string;
	/** Why the page itself may not connect there. */
	connectMyself(address: string): Promise<string>;
}

declare global {
	interface Window {
		storesStage: StoresStage;
	}
}

const group = 'ab'.repeat(32);
const frames: Frame[] = [];
const links = new Set<string>();
let said = '';
let carrier: Carrier | undefined;
let folder: FolderCarrier | undefined;

async function begin(made: Carrier): Promise<void> {
	carrier = made;
	await made.start({
		frame: (frame) => {
			frames.push(frame);
		},
		link(link, isUp) {
			if (isUp) links.add(link);
			else links.delete(link);
		},
		status: (status) => (said = 'text' in status ? status.text : status.kind),
	});
}

window.storesStage = {
	async openFolder(device) {
		folder = new FolderCarrier({
			...{ folder: await navigator.storage.getDirectory(), group, device },
			...{ now: () => new Date().toISOString(), timer: pageTimer },
			...{ locks: navigator.locks, observe: browserObserver() },
		});
		await begin(folder);
	},
	openTabs: (run) =>
		begin(new TabsCarrier({ workbook: 'workbook:e2e', run, locks: navigator.locks })),
	openRelay(address) {
		const target = { address, document: `review-${group}`, token: '' };
		return begin(
			new RelayCarrier({ target, startWorker: startRelayWorker, locks: navigator.locks }),
		);
	},
	async send(numbers, size) {
		for (const number of numbers) await carrier?.send(new Uint8Array(size).fill(number));
	},
	async flush() {
		await folder?.flush();
	},
	async replaceOwn(number) {
		await folder?.replaceOwn([new Uint8Array([number])]);
	},
	came: () => frames.map(([first = 0]) => first),
	links: () => [...links].sort(),
	said: () => said,
	connectMyself: (address) =>
		new Promise((resolve) => {
			const refused = (event: SecurityPolicyViolationEvent): void =>
				resolve(event.effectiveDirective);
			document.addEventListener('securitypolicyviolation', refused, { once: true });
			new WebSocket(address).addEventListener('open', () => resolve('connected'));
		}),
};
