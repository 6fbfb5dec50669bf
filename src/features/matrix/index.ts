/** The matrix of controls, as the app puts it on the screen. */
import Matrix from './Matrix.svelte';
import type { ShownMatrix } from './matrix-state.svelte.ts';
import type { ViewStorage } from './view/kept-text.ts';
import { MatrixView } from './view/matrix-view.svelte.ts';

export { Matrix, MatrixView, type ShownMatrix, type ViewStorage };
