/** The registers as the app puts them on the screen: one grid for all, the control matrix among them. */
import RegisterPlace from './RegisterPlace.svelte';
import type { ShownRecords } from './shown-records.ts';
import type { ViewStorage } from './view/kept-text.ts';
import { RegisterView } from './view/register-view.svelte.ts';

export { RegisterPlace, RegisterView, type ShownRecords, type ViewStorage };
