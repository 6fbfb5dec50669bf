/** Handing the page back between two steps of long work, so that no frame waits for it. */

/** Milliseconds of work between two turns of the page: a frame is not missed by much. */
const sliceLength = 12;

/** The part of the scheduler API that is asked for; Safari has none of it. */
interface TaskScheduler {
	postTask(task: () => void, options: { readonly priority: 'background' }): Promise<void>;
}

/** Resolves when the page has had its turn: for work that a person waits for. */
export function breath(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve);
	});
}

/** Resolves when the page has nothing else to do: for work that nobody waits for. */
export function quietBreath(): Promise<void> {
	const { scheduler } = globalThis as { readonly scheduler?: TaskScheduler };
	if (!scheduler) return breath();
	return new Promise((resolve) => {
		void scheduler.postTask(resolve, { priority: 'background' });
	});
}

/** Does steps of a millisecond or two, and breathes when some of them have filled a slice. */
export async function inSlices<Outcome>(
	steps: Generator<unknown, Outcome>,
	pause: () => Promise<void>,
): Promise<Outcome> {
	let since = performance.now();
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		if (performance.now() - since < sliceLength) continue;
		await pause();
		since = performance.now();
	}
}
