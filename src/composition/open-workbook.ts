/** Opens a workbook of this browser: its document from storage, its tables, and its entry kept fresh. */
import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { OpenWorkbook } from '../app/services.ts';
import { LiveWorkbook } from '../live/live-workbook.svelte.ts';
import { writeCopy } from '../storage/copy-file.ts';
import type { BrowserStorage } from '../storage/storage.ts';
import type { Actor } from '../workbook/actor.ts';
import type { RtcCarrier } from '../review/carriers/rtc/rtc-carrier.ts';
import { createDocument } from '../workbook/document.ts';
import { TurningGate } from '../workbook/gate.ts';
import type { PortProblem, WorkbookId } from '../workbook/ports.ts';
import { Workbook } from '../workbook/workbook.ts';
import { OpeningReview } from './review-opening.ts';
import { lackWords, WorkbookFiles } from './workbook-files.ts';

export interface Opening {
	readonly storage: BrowserStorage;
	readonly clock: Clock;
	readonly ids: IdSource;
	readonly actor: { readonly current: Actor; subscribe(listener: () => void): () => void };
	/** Links over which this person has just joined, until their workbook is opened. */
	readonly arrivals: Map<WorkbookId, RtcCarrier>;
	/** Something went wrong that no screen waits for, in words. */
	readonly onProblem: (text: string) => void;
	/** Something was done in another way than it looks, in words. */
	readonly onNotice: (text: string) => void;
}

/** How long after the last change the shelf's entry is written, milliseconds. */
const entryDelay = 1_000;

export async function openWorkbook(
	id: WorkbookId,
	opening: Opening,
): Promise<Result<OpenWorkbook, PortProblem>> {
	const { storage, clock, ids, actor, arrivals } = opening;
	const doc = createDocument();
	// Opening a document that is not listed is refused, so neither has to wait for the other.
	const [found, opened, isShared] = await Promise.all([
		storage.shelf.find(id),
		storage.openDocument(id, doc),
		storage.isShared(id),
	]);
	const listed = found.ok ? found.value : undefined;
	if (!listed || !opened.ok) {
		if (opened.ok) await opened.value.close();
		if (!found.ok) return found;
		return listed && !opened.ok ? opened : refused({ text: notHere });
	}
	let { name } = listed;
	const stored = opened.value;
	// Who may change what is known once the member list has been read.
	const gate = new TurningGate(isShared ? { kind: 'closed', text: reviewOnItsWay } : undefined);
	const workbook = new Workbook(doc, {
		...{ ids, clock, gate },
		actor: () => actor.current,
		hold: () => stored.hold(),
	});
	const files = new WorkbookFiles(id, workbook, storage, clock);
	const { findings, earlier } = stored.report;
	if (findings.length + earlier.length === 0) void files.dropUnnamed();
	// Nobody waits for this: it is on the shelf before anyone can look there.
	void storage.shelf.note(id, { openedAt: clock.now(), documentBytes: stored.report.bytes });

	let timer: ReturnType<typeof setTimeout> | undefined;
	async function noteEntry(): Promise<void> {
		clearTimeout(timer);
		timer = undefined;
		const controls = workbook.controls.all().filter((control) => !control.retired).length;
		await storage.shelf.note(id, { controls, changedAt: clock.now() });
	}
	const stopNoting = workbook.activity.subscribe(() => {
		clearTimeout(timer);
		timer = setTimeout(() => void noteEntry(), entryDelay);
	});

	// A tab that was frozen missed what the others told; it asks when it is looked at again.
	function catchUp(): void {
		if (document.visibilityState === 'visible') stored.catchUp();
	}
	document.addEventListener('visibilitychange', catchUp);

	const live = new LiveWorkbook(workbook);
	const arrival = arrivals.get(id);
	arrivals.delete(id);
	const review = new OpeningReview({
		...{ ...opening, id, live, gate, arrival },
		workbookName: () => name,
	});
	if (isShared) review.open();

	return ok({
		id,
		name: listed.name,
		live,
		review,
		saving: stored,
		files,
		findings: [
			...findings.map(({ text }) => text),
			...earlier.map(({ row, fault }) => `Stored row ${row} was set aside earlier: ${fault}.`),
		],
		hasUnsaved: () => stored.hasUnsaved(),
		async copy() {
			const entry = await storage.shelf.find(id);
			name = (entry.ok ? entry.value : undefined)?.name ?? name;
			const { files: sources, missing } = await files.forCopy();
			const found = await storage.reviewForCopy(id);
			const review = found.ok ? found.value : undefined;
			const lacks = [
				...(missing.length > 0 ? [lackWords(missing, 'in this browser')] : []),
				...(found.ok ? [] : found.problems.map(({ text }) => text)),
			];
			return {
				file: await writeCopy(doc, name, clock.now(), sources, review),
				lacks: lacks.length > 0 ? lacks.join(' ') : undefined,
				holdsReview: review !== undefined && review.entries.length > 0,
			};
		},
		async noteSavedCopy() {
			await storage.shelf.note(id, { savedCopyAt: clock.now() });
		},
		async close() {
			stopNoting();
			document.removeEventListener('visibilitychange', catchUp);
			if (timer) await noteEntry();
			await review.close();
			await stored.close();
			workbook.destroy();
		},
	});
}

const notHere =
	'This workbook is not in this browser. It may have been deleted here, or it was made in another browser: open its saved copy from the shelf.';

const reviewOnItsWay =
	'Who may change this workbook is still being read. Try again in a moment; if this stays, reload the page.';
