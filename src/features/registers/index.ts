/** The registers as the app puts them on the screen: one grid for all, and the matrix of controls. */
import Matrix from './Matrix.svelte';
import RegisterPlace from './RegisterPlace.svelte';
import type { ShownMatrix, ShownRecords } from './shown-records.ts';
import type { ViewStorage } from './view/kept-text.ts';
import { RegisterView } from './view/register-view.svelte.ts';

export {
	Matrix,
	RegisterPlace,
	RegisterView,
	type ShownMatrix,
	type ShownRecords,
	type ViewStorage,
};
