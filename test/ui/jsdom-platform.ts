/**
 * What jsdom leaves out of the platform and our components stand on: modal dialogs, popovers,
 * layout. Import it for its effects in tests that render such components. Sizes are those of a
 * view of 800 × 400 with rows of 40, so that a virtual grid has something to count with.
 */
const viewWidth = 800;
const viewHeight = 400;
const rowHeight = 40;

class SilentResizeObserver implements ResizeObserver {
	observe(): void {
		// jsdom lays nothing out, so nothing changes size.
	}
	unobserve(): void {
		// See observe.
	}
	disconnect(): void {
		// See observe.
	}
}

function heightOf(element: Element): number {
	const scrolls = element.getAttribute('role')?.endsWith('grid') ?? false;
	if (scrolls || element.hasAttribute('data-scrolls')) return viewHeight;
	return element.hasAttribute('data-index') ? rowHeight : 0;
}

function define(prototype: object, members: Record<string, PropertyDescriptor>): void {
	for (const [name, member] of Object.entries(members)) {
		Object.defineProperty(prototype, name, { configurable: true, ...member });
	}
}

globalThis.ResizeObserver = SilentResizeObserver;

// A desk with a mouse and no wishes.
globalThis.matchMedia = (media) =>
	Object.assign(new EventTarget(), {
		media,
		matches: false,
		onchange: null,
		addListener: () => undefined,
		removeListener: () => undefined,
	});

define(HTMLDialogElement.prototype, {
	showModal: {
		value(this: HTMLDialogElement) {
			this.open = true;
		},
	},
	close: {
		value(this: HTMLDialogElement) {
			this.open = false;
		},
	},
});

// jsdom has no window that could lose focus, yet says so between two elements.
define(Document.prototype, { hasFocus: { value: () => true } });

define(HTMLElement.prototype, {
	// jsdom hides [popover] by its own style sheet; showing is enough for it to be seen.
	showPopover: {
		value(this: HTMLElement) {
			this.style.display = 'block';
		},
	},
	hidePopover: {
		value(this: HTMLElement) {
			this.style.removeProperty('display');
		},
	},
	offsetWidth: { get: () => viewWidth },
	offsetHeight: {
		get(this: HTMLElement) {
			return heightOf(this);
		},
	},
	clientWidth: { get: () => viewWidth },
	clientHeight: {
		get(this: HTMLElement) {
			return heightOf(this);
		},
	},
	scrollTo: {
		value(this: HTMLElement, { top }: ScrollToOptions) {
			// A browser tells of scrolling only where something moved, and in its next frame.
			if (top === undefined || top === this.scrollTop) return;
			this.scrollTop = top;
			requestAnimationFrame(() => this.dispatchEvent(new Event('scroll')));
		},
	},
	scrollIntoView: { value: () => undefined },
	getBoundingClientRect: {
		value(this: HTMLElement) {
			return new DOMRect(0, 0, viewWidth, heightOf(this));
		},
	},
});
