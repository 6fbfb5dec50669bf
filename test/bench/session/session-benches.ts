/**
 * A session against a bare data channel that moves the same 18 MB, each between two browsers: from
 * the answer's acceptance until the document is applied on the other side.
 */
import type { Page } from '@playwright/test';
import * as Y from 'yjs';

import type { BenchCase } from '../measure.ts';
import type { AppSession } from './app-session.ts';
import { onTwoPages, type SessionStage } from './session-stage.ts';

/** Shares the document once from a fresh page to another; resolves to the milliseconds it took. */
export type ShareOnce = () => Promise<number>;

export function sessionBenches(stage: SessionStage, app: AppSession): readonly BenchCase[] {
	return [
		againstBare(stage, 'carrier of a session: 18 MB from browser to browser', () =>
			onTwoPages(stage, `${stage.pages}/carrier.html`, shareThroughPages),
		),
		againstBare(stage, 'engine of a session: sealed, checked and merged, without screens', () =>
			onTwoPages(
				stage,
				`${stage.pages}/engine.html?structs=${structsOf(stage)}`,
				shareThroughPages,
			),
		),
		againstBare(
			stage,
			'session in the app: from letting in until the workbook is there',
			app.share,
		),
	];
}

/** A case whose reference is the bare channel of the same stage. */
export function againstBare(stage: SessionStage, name: string, ours: ShareOnce): BenchCase {
	return {
		name,
		reference: 'the same bytes over a bare data channel, then Y.applyUpdate',
		target: 1.5,
		unit: 'ms',
		runs: 5,
		ours,
		theirs: () => onTwoPages(stage, `${stage.pages}/bare.html`, shareThroughPages),
	};
}

/** How many insertions the document holds. */
function structsOf({ workbook: { doc } }: SessionStage): number {
	const clocks = Y.decodeStateVector(Y.encodeStateVector(doc)).values();
	return [...clocks].reduce((sum, clock) => sum + clock, 0);
}

async function shareThroughPages(host: Page, guest: Page): Promise<number> {
	for (const page of [host, guest]) await page.waitForFunction(() => 'benchSide' in window);
	const offer = await host.evaluate(() => window.benchSide.offer());
	const answer = await guest.evaluate((code) => window.benchSide.answer(code), offer);
	const begun = performance.now();
	const [maps] = await Promise.all([
		guest.evaluate(() => window.benchSide.applied()),
		host.evaluate((code) => window.benchSide.accept(code), answer),
	]);
	if (maps === 0) throw new Error('The document came empty');
	return performance.now() - begun;
}
