/** The matrix of controls, as the app puts it on the screen. */
import Matrix from './Matrix.svelte';
import type { ShownMatrix } from './matrix-state.svelte.ts';
import { MatrixView, type ViewStorage } from './view/matrix-view.svelte.ts';

export { Matrix, MatrixView, type ShownMatrix, type ViewStorage };
