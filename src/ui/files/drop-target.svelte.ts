/**
 * Files dragged over the window: whether any are, and what was dropped. Text and other things
 * that are dragged stay the browser's own business.
 */
export class DropTarget {
	#ondrop: (files: readonly File[]) => void;
	/** Enter and leave come once for each element passed; files are over while they do not balance. */
	#depth = $state(0);

	constructor(ondrop: (files: readonly File[]) => void) {
		this.#ondrop = ondrop;
	}

	get hovering(): boolean {
		return this.#depth > 0;
	}

	enter = (event: DragEvent): void => {
		if (!carriesFiles(event)) return;
		event.preventDefault();
		this.#depth++;
	};

	over = (event: DragEvent): void => {
		if (!carriesFiles(event)) return;
		event.preventDefault();
		if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
	};

	leave = (event: DragEvent): void => {
		if (carriesFiles(event)) this.#depth = Math.max(0, this.#depth - 1);
	};

	drop = (event: DragEvent): void => {
		if (!carriesFiles(event)) return;
		event.preventDefault();
		this.#depth = 0;
		const files = [...(event.dataTransfer?.files ?? [])];
		if (files.length > 0) this.#ondrop(files);
	};
}

function carriesFiles(event: DragEvent): boolean {
	return event.dataTransfer?.types.includes('Files') ?? false;
}
