/**
 * Tells when the pointer rests on a cell and when it has left it for good: what opens on hover waits
 * a moment, stays while the pointer moves onto it, and goes away on Esc (WCAG 1.4.13).
 */
import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

interface PointerRest {
	/** The pointer has rested on this cell. */
	readonly onrest: (cell: HTMLElement) => void;
	/** It has left, or something else was done. */
	readonly onleave: () => void;
	readonly isOpen: () => boolean;
	/** Where the pointer may go without leaving: what was opened. */
	readonly isKept: (target: Element) => boolean;
}

/** Milliseconds: long enough not to be in the way, and to cross the gap to what opened. */
const restsAfter = 900;
const leavesAfter = 300;

/** Attach to what holds the cells and what opens over them. */
export function pointerRest({ onrest, onleave, isOpen, isKept }: PointerRest): Attachment {
	return (node) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let over: HTMLElement | undefined;
		const wait = (deed: () => void, pause: number): void => {
			clearTimeout(timer);
			timer = setTimeout(deed, pause);
		};
		const end = (): void => {
			clearTimeout(timer);
			over = undefined;
			if (isOpen()) onleave();
		};
		const move = ({ target, pointerType, buttons }: PointerEvent): void => {
			if (pointerType === 'touch' || buttons > 0 || !(target instanceof Element)) return;
			if (isKept(target)) {
				clearTimeout(timer);
				over = undefined;
				return;
			}
			const cell = target.closest<HTMLElement>('[role="gridcell"]') ?? undefined;
			if (cell === over && cell) return;
			over = cell;
			if (isOpen()) wait(end, leavesAfter);
			else if (cell) wait(() => onrest(cell), restsAfter);
			else clearTimeout(timer);
		};
		const escape = (event: KeyboardEvent): void => {
			const closes = event.key === 'Escape' && isOpen();
			end();
			if (!closes) return;
			event.preventDefault();
			event.stopPropagation();
		};
		const press = ({ target }: Event): void => {
			if (!(target instanceof Element && isKept(target))) end();
		};
		const offs = [
			on(node as HTMLElement, 'pointermove', move),
			on(node as HTMLElement, 'pointerleave', () => wait(end, leavesAfter)),
			on(node as HTMLElement, 'pointerdown', press),
			on(node as HTMLElement, 'scroll', press, { capture: true }),
			on(document, 'keydown', escape, { capture: true }),
		];
		return () => {
			clearTimeout(timer);
			for (const off of offs) off();
		};
	};
}
