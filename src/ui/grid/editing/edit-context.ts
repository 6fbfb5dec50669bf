/** The EditContext of the browser (W3C EditContext API, Chromium), which TypeScript does not know yet. */

export interface EditContext extends EventTarget {
	readonly text: string;
	updateText(start: number, end: number, text: string): void;
	updateSelection(start: number, end: number): void;
	updateControlBounds(bounds: DOMRect): void;
	updateSelectionBounds(bounds: DOMRect): void;
	updateCharacterBounds(start: number, bounds: readonly DOMRect[]): void;
}

/** Undefined in browsers that have none. */
export function newEditContext(): EditContext | undefined {
	const scope = globalThis as { readonly EditContext?: new () => EditContext };
	return scope.EditContext && new scope.EditContext();
}
