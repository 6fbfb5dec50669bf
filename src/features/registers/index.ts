/** The matrix of controls, as the app puts it on the screen. */
import Matrix from './RegisterPlace.svelte';
import type { ShownMatrix } from './register-state.svelte.ts';
import type { ViewStorage } from './view/kept-text.ts';
import { RegisterView } from './view/register-view.svelte.ts';

export { Matrix, RegisterView, type ShownMatrix, type ViewStorage };
