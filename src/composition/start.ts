/** Makes the clock, ids, storage and services, and starts the app with them. */
import '../app/trusted-types.ts';
import '../app/eval-free-zod.ts';
import '../workbook/quick-decoding.ts';

import { Appearance } from '../app/appearance.svelte.ts';
import { Desk } from '../app/desk.svelte.ts';
import { tellFaults } from '../app/faults.ts';
import { keepForOffline } from '../app/offline.ts';
import type { Route } from '../app/routes.ts';
import { showApp } from '../app/show-app.ts';
import { WorkbookScreenCode } from '../app/workbook-screen.svelte.ts';
import type { ReadAhead } from '../storage/document/read-ahead.ts';
import { browserPlatform } from '../storage/platform.ts';
import { BrowserStorage } from '../storage/storage.ts';
import { RecentCommands } from '../ui/commands/recent-commands.ts';
import { ToastQueue } from '../ui/feedback/toast-queue.svelte.ts';
import { KeptActor } from './actor.ts';
import { randomIds, systemClock } from './platform.ts';
import { createServices } from './services.ts';

/** Shows the app in `target`, with the workbook of the route that is being read ahead. */
export async function start(
	target: HTMLElement,
	route: Route,
	ahead: ReadAhead | undefined,
): Promise<void> {
	if (import.meta.env.MODE === 'production') void keepForOffline(navigator.serviceWorker);
	const screenCode = new WorkbookScreenCode();
	void screenCode.sendFor(route);
	const platform = browserPlatform(systemClock, randomIds);
	const storage = new BrowserStorage(platform, ahead);
	const toasts = new ToastQueue();
	tellFaults(window, toasts);
	const warn = (text: string): void => void toasts.show(text, { tone: 'problem' });
	const appearance = new Appearance(platform.witnesses, document.documentElement);
	const recent = new RecentCommands(platform.witnesses);
	const actor = new KeptActor(storage, randomIds);
	const services = createServices({
		...{ storage, actor, clock: systemClock, ids: randomIds },
		onProblem: warn,
		onNotice: (text) => void toasts.show(text),
	});
	const desk = new Desk(services);
	const starting = storage.start();
	// The document is most of the wait: it is read while the list of workbooks is put right.
	if ('workbook' in route) void desk.show(route.workbook);
	const [begun] = await Promise.all([starting, actor.read()]);
	if (!begun.ok) for (const { text } of begun.problems) warn(text);
	else for (const { text } of begun.value.unfinished) warn(text);
	showApp(target, { services, desk, screenCode, toasts, appearance, recent });
	void storage.requestPersistence();
}
