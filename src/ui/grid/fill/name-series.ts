/** Names that come round again: weekdays, months and quarters, whole or short, as Excel knows them. */
import { evenStep, type Follow } from './even-step.ts';

const cycles: readonly (readonly string[])[] = [
	'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
	'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
	'January February March April May June July August September October November December'.split(
		' ',
	),
	'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
	['Q1', 'Q2', 'Q3', 'Q4'],
	['Quarter 1', 'Quarter 2', 'Quarter 3', 'Quarter 4'],
];

/** Undefined where the texts are no such names, or have no even step. */
export function followNames(texts: readonly string[], direction: 1 | -1): Follow | undefined {
	for (const names of cycles) {
		const places = texts.map((text) => names.findIndex((name) => isSame(name, text)));
		if (places.includes(-1)) continue;
		const [first = '', last = 0] = [texts[0], places.at(-1)];
		const step =
			evenStep(unrolled(places, names.length)) ?? (places.length === 1 ? direction : undefined);
		if (step === undefined) return undefined;
		return (at) => inCaseOf(first, names[modulo(last + at * step, names.length)] ?? '');
	}
	return undefined;
}

/** Places that only grow or only shrink, over the end of the cycle too. */
function unrolled(places: readonly number[], length: number): number[] {
	const [first = 0, second = 0] = places;
	const step = second - first;
	return places.map((place, index) => {
		const expected = first + index * step;
		return modulo(place - expected, length) === 0 ? expected : place;
	});
}

function isSame(name: string, text: string): boolean {
	return name.toLowerCase() === text.toLowerCase();
}

function inCaseOf(model: string, name: string): string {
	if (model === model.toUpperCase()) return name.toUpperCase();
	return model === model.toLowerCase() ? name.toLowerCase() : name;
}

function modulo(value: number, by: number): number {
	return ((value % by) + by) % by;
}
