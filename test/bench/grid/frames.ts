/** How long frames last while a list is scrolled further than its view in each of them. */
import type { Locator } from '@playwright/test';

/** Scrolls down `frames` times by `step` CSS pixels; resolves to each frame's milliseconds. */
export function scrollFrames(
	scroller: Locator,
	step: number,
	frames: number,
): Promise<readonly number[]> {
	return scroller.evaluate(
		(element, [by, count]) =>
			new Promise<readonly number[]>((resolve) => {
				const times: number[] = [];
				element.scrollTop = 0;
				requestAnimationFrame(function next(time) {
					times.push(time);
					element.scrollTop += by;
					if (times.length <= count) requestAnimationFrame(next);
					else resolve(times.slice(1).map((end, at) => end - (times[at] ?? end)));
				});
			}),
		[step, frames] as const,
	);
}
