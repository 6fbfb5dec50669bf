/** Composition root: the one place that makes the clock, ids, storage and services, and starts the app. */
import './app/trusted-types.ts';
import './app/eval-free-zod.ts';
import './workbook/quick-decoding.ts';
import './ui/base.css';

import { mount } from 'svelte';

import App from './app/App.svelte';
import { Appearance } from './app/appearance.svelte.ts';
import { Desk } from './app/desk.svelte.ts';
import { tellFaults } from './app/faults.ts';
import { isFramed } from './app/framing.ts';
import { keepForOffline } from './app/offline.ts';
import { hashToRoute } from './app/routes.ts';
import { WorkbookScreenCode } from './app/workbook-screen.svelte.ts';
import { randomIds, systemClock } from './composition/platform.ts';
import { KeptActor } from './composition/actor.ts';
import { createServices } from './composition/services.ts';
import { browserPlatform } from './storage/platform.ts';
import { BrowserStorage } from './storage/storage.ts';
import { RecentCommands } from './ui/commands/recent-commands.ts';
import { ToastQueue } from './ui/feedback/toast-queue.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with id app');

if (isFramed(window)) {
	target.textContent = 'Open Readiness Workbook in a tab of its own: it shows nothing in a frame.';
} else {
	void start(target);
	if (import.meta.env.MODE === 'production') void keepForOffline(navigator.serviceWorker);
}

async function start(target: HTMLElement): Promise<void> {
	const route = hashToRoute(window.location.hash);
	const screenCode = new WorkbookScreenCode();
	void screenCode.sendFor(route);
	const platform = browserPlatform(systemClock, randomIds);
	const storage = new BrowserStorage(platform);
	const toasts = new ToastQueue();
	tellFaults(window, toasts);
	const warn = (text: string): void => void toasts.show(text, { tone: 'problem' });
	const appearance = new Appearance(platform.witnesses, document.documentElement);
	const recent = new RecentCommands(platform.witnesses);
	const actor = new KeptActor(storage, randomIds);
	const services = createServices({ storage, actor, clock: systemClock, ids: randomIds }, warn);
	const desk = new Desk(services);
	const starting = storage.start();
	// The document is most of the wait: it is read while the list of workbooks is put right.
	if ('workbook' in route) void desk.show(route.workbook);
	const [begun] = await Promise.all([starting, actor.read()]);
	if (!begun.ok) for (const { text } of begun.problems) warn(text);
	else for (const { text } of begun.value.unfinished) warn(text);
	mount(App, { target, props: { services, desk, screenCode, toasts, appearance, recent } });
	void storage.requestPersistence();
}
