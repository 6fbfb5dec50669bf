/**
 * Short messages about what just happened, newest last. A message stays at least eight seconds,
 * its time stands still while someone points at it or has focus in it, and a problem stays until
 * it is dismissed.
 */
import { untrack } from 'svelte';

export interface Toast {
	readonly id: number;
	readonly text: string;
	readonly tone: 'neutral' | 'problem';
	readonly action: ToastAction | undefined;
}

export interface ToastAction {
	readonly label: string;
	readonly run: () => void;
}

interface ToastOptions {
	readonly tone?: Toast['tone'];
	readonly action?: ToastAction;
}

const shownFor = 8_000;
const shownTogether = 4;

export class ToastQueue {
	#toasts = $state.raw<readonly Toast[]>([]);
	#stages = $state.raw<readonly object[]>([]);
	#timers = new Map<number, ReturnType<typeof setTimeout>>();
	#paused = false;
	#nextId = 1;

	get toasts(): readonly Toast[] {
		return this.#toasts;
	}

	/** Shows a message; returns its id, by which it can be dismissed. */
	show(text: string, { tone = 'neutral', action }: ToastOptions = {}): number {
		const standing = this.#toasts.find((toast) => toast.tone === 'problem' && toast.text === text);
		// A problem that comes again and again, as of a link that is tried, would cover the page.
		if (standing && tone === 'problem' && !action) return standing.id;
		const id = this.#nextId++;
		this.#toasts = [...this.#toasts, { id, text, tone, action }];
		const passing = this.#toasts.slice(0, -1).filter((toast) => toast.tone !== 'problem');
		const tooMany = Math.max(0, this.#toasts.length - shownTogether);
		for (const old of passing.slice(0, tooMany)) this.dismiss(old.id);
		if (!this.#paused) this.#start(id, tone);
		return id;
	}

	dismiss(id: number): void {
		clearTimeout(this.#timers.get(id));
		this.#timers.delete(id);
		this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
	}

	/** Runs the message's action and takes the message away. */
	act(toast: Toast): void {
		this.dismiss(toast.id);
		toast.action?.run();
	}

	/** Takes away what offers an action, where what it would act on is gone. */
	withdrawOffers(): void {
		for (const { id, action } of this.#toasts) if (action) this.dismiss(id);
	}

	/** Nothing vanishes until `resume`. */
	pause(): void {
		this.#paused = true;
		for (const timer of this.#timers.values()) clearTimeout(timer);
		this.#timers.clear();
	}

	/** Every message gets its full time again. */
	resume(): void {
		this.#paused = false;
		for (const { id, tone } of this.#toasts) this.#start(id, tone);
	}

	/**
	 * Somewhere the messages can be shown, until the function returned is called. What lies under a
	 * modal dialog is out of reach and unheard, so a dialog is a stage of its own.
	 */
	enter(stage: object): () => void {
		this.#stages = [...untrack(() => this.#stages), stage];
		return () => (this.#stages = this.#stages.filter((other) => other !== stage));
	}

	/** True for the stage that was entered last. */
	isShownAt(stage: object): boolean {
		return this.#stages.at(-1) === stage;
	}

	#start(id: number, tone: Toast['tone']): void {
		if (tone === 'problem') return;
		clearTimeout(this.#timers.get(id));
		this.#timers.set(
			id,
			setTimeout(() => this.dismiss(id), shownFor),
		);
	}
}
