/** Composition root: the one place that makes the clock, ids, storage and the workbook. */
import './app/trusted-types.ts';
import './app/eval-free-zod.ts';

import { mount } from 'svelte';

import App from './app/App.svelte';
import { isFramed } from './app/framing.ts';
import { keepForOffline } from './app/offline.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with id app');

if (isFramed(window)) {
	target.textContent = 'Open Readiness Workbook in a tab of its own: it shows nothing in a frame.';
} else {
	mount(App, { target });
	if (import.meta.env.MODE === 'production') void keepForOffline(navigator.serviceWorker);
}
