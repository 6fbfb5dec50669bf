/**
 * Places that keep sealed frames for whoever comes later, as the person set them up: one shared folder
 * and one relay. They are remembered with the workbook and used again at every opening.
 */
import { Listeners } from '../base/observable.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { mayEdit } from '../model/review/member.ts';
import type { PortProblem } from '../workbook/ports.ts';
import { FolderCarrier } from './carriers/folder/folder-carrier.ts';
import { browserObserver } from './carriers/folder/folder-watch.ts';
import type { TabLocks } from './carriers/one-tab.ts';
import { relayAddress, relayDocument } from './carriers/relay/relay-address.ts';
import { RelayCarrier, type StartRelayWorker } from './carriers/relay/relay-carrier.ts';
import type { Frame } from './carrier.ts';
import type { Review } from './review.ts';
import type { SessionTimer } from './session/session-timer.ts';

/** A relay as the person named it. */
export interface RelaySettings {
	readonly address: string;
	/** What the relay asks of everybody; '' where it asks for nothing. */
	readonly token: string;
}

export interface StandingStoresParts {
	readonly review: Review;
	readonly timer: SessionTimer;
	readonly locks: TabLocks | undefined;
	readonly startRelayWorker: StartRelayWorker | undefined;
	/** True while nobody looks at the page. */
	readonly isHidden: () => boolean;
	readonly onProblem: (text: string) => void;
}

/** How often it is looked whether so much has gathered that a snapshot should take its place. */
const tidying = 60_000;

export class StandingStores {
	readonly #parts: StandingStoresParts;
	readonly #listeners = new Listeners();
	readonly #stopReading: () => void;
	#folder: FolderCarrier | undefined;
	#folderName: string | undefined;
	#relay: RelayCarrier | undefined;
	#relaySettings: RelaySettings | undefined;
	#cancelTidying: (() => void) | undefined;

	constructor(parts: StandingStoresParts) {
		this.#parts = parts;
		// What was sealed with keys that had not come yet is there to be read again.
		this.#stopReading = parts.review.membership.subscribe(() => {
			void this.#folder?.readAgain().catch(() => undefined);
			this.#relay?.readAgain();
		});
		this.#tidyLater();
	}

	/** The shared folder in use, by its name. */
	get folderName(): string | undefined {
		return this.#folderName;
	}

	/** True where the browser asks the person before it gives the folder back: `resumeFolder`. */
	get mustAllowFolder(): boolean {
		return this.#folder?.isNotAllowed ?? false;
	}

	/** The relay in use. */
	get relay(): RelaySettings | undefined {
		return this.#relaySettings;
	}

	/** False in a build that cannot connect to anybody (one file on disk). */
	get canRelay(): boolean {
		return this.#parts.startRelayWorker !== undefined;
	}

	/** Uses again what was set up earlier. */
	async restore(): Promise<void> {
		const { store, membership } = this.#parts.review;
		if (!membership.group) return;
		const folder = await store.marksOf('folder');
		if (isDirectory(folder)) await this.#startFolder(folder);
		const relay = await store.marksOf('relay');
		if (isRelay(relay)) await this.#startRelay(relay);
	}

	/** Shares through a folder that the person chose. */
	async useFolder(folder: FileSystemDirectoryHandle): Promise<Result<void, PortProblem>> {
		const { review } = this.#parts;
		const shared = await review.share();
		if (!shared.ok) return shared;
		const kept = await review.store.saveMarks({ store: 'folder', marks: folder });
		if (!kept.ok) return kept;
		await this.leaveFolder({ forget: false });
		await this.#startFolder(folder);
		return ok(undefined);
	}

	/** Asks the person for the folder again, as after a reload: call it from a click. */
	async resumeFolder(): Promise<void> {
		await this.#folder?.resume();
	}

	/** The folder stays as it is, and is not used any more. */
	async leaveFolder({ forget = true } = {}): Promise<void> {
		const { review } = this.#parts;
		if (this.#folder) await review.session?.detach(this.#folder);
		this.#folder = this.#folderName = undefined;
		if (forget) await this.#forget('folder');
		this.#listeners.call();
	}

	/** Shares through a relay of the person's own; refused where the address is none. */
	async useRelay(settings: RelaySettings): Promise<Result<void, PortProblem>> {
		const address = relayAddress(settings.address);
		if (!address.ok) return refused(...address.problems.map((text) => ({ text })));
		if (!this.canRelay) return refused({ text: noRelayHere });
		const { review } = this.#parts;
		const shared = await review.share();
		if (!shared.ok) return shared;
		const used = { address: address.value, token: settings.token };
		const kept = await review.store.saveMarks({ store: 'relay', marks: used });
		if (!kept.ok) return kept;
		await this.leaveRelay({ forget: false });
		await this.#startRelay(used);
		return ok(undefined);
	}

	/** What is on the relay stays there, and it is not used any more. */
	async leaveRelay({ forget = true } = {}): Promise<void> {
		const { review } = this.#parts;
		if (this.#relay) await review.session?.detach(this.#relay);
		this.#relay = this.#relaySettings = undefined;
		if (forget) await this.#forget('relay');
		this.#listeners.call();
	}

	subscribe(listener: () => void): () => void {
		return this.#listeners.add(listener);
	}

	close(): void {
		this.#stopReading();
		this.#cancelTidying?.();
	}

	async #startFolder(folder: FileSystemDirectoryHandle): Promise<void> {
		const { review, timer, locks, isHidden } = this.#parts;
		const { group } = review.membership;
		if (!group) return;
		const carrier = new FolderCarrier({
			...{ folder, group, timer, locks, isHidden, device: review.identity.device },
			...{ now: () => review.now(), observe: browserObserver() },
		});
		this.#folder = carrier;
		this.#folderName = folder.name;
		this.#listeners.call();
		await review.begin().attach(carrier);
	}

	async #startRelay(settings: RelaySettings): Promise<void> {
		const { review, locks, startRelayWorker } = this.#parts;
		const { group } = review.membership;
		if (!group) return;
		const target = { ...settings, document: relayDocument(group) };
		const carrier = new RelayCarrier({ target, startWorker: startRelayWorker, locks });
		this.#relay = carrier;
		this.#relaySettings = settings;
		this.#listeners.call();
		await review.begin().attach(carrier);
	}

	async #forget(store: string): Promise<void> {
		const { review, onProblem } = this.#parts;
		const kept = await review.store.saveMarks({ store, marks: undefined });
		if (!kept.ok) onProblem(kept.problems.map(({ text }) => text).join(' '));
	}

	/** Editors take turns in the order of the member list, so that not all of them tidy at once. */
	#tidyLater(): void {
		const { review, timer } = this.#parts;
		const { device } = review.identity;
		const turn = review.membership.roster?.members.findIndex((each) => each.device === device) ?? 0;
		this.#cancelTidying = timer.after(tidying + 20_000 * Math.max(0, turn), () => {
			this.#tidyLater();
			this.#tidy().catch((error: unknown) => this.#parts.onProblem(String(error)));
		});
	}

	async #tidy(): Promise<void> {
		const { review } = this.#parts;
		const { session } = review;
		// Who cannot read something would put in its place less than there is.
		if (!session || !mayEdit(review.role) || session.hasUnread) return;
		if (this.#folder?.isCrowded) await this.#folder.replaceOwn(await framesOf(session));
		if (this.#relay?.isCrowded) await this.#relay.replace(await framesOf(session));
	}
}

async function framesOf(session: {
	everything(): AsyncIterable<Frame>;
}): Promise<readonly Frame[]> {
	const frames: Frame[] = [];
	for await (const frame of session.everything()) frames.push(frame);
	return frames;
}

/** A directory handle as IndexedDB gives it back. */
function isDirectory(value: unknown): value is FileSystemDirectoryHandle {
	return (
		typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'directory'
	);
}

function isRelay(value: unknown): value is RelaySettings {
	return (
		typeof value === 'object' &&
		value !== null &&
		'address' in value &&
		typeof value.address === 'string' &&
		'token' in value &&
		typeof value.token === 'string'
	);
}

const noRelayHere =
	'This copy of the program is one file on disk, which may connect to nobody. Use the installed or served program for a relay, or send files.';
