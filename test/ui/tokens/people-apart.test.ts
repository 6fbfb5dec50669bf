/** The colours of people, told apart by everyone: distances in OKLab as each kind of eye sees them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const eyes: Readonly<Record<string, Matrix>> = {
	'full colour vision': [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protanopes: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopes: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritanopes: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};

/** Five times what is just noticed side by side (0.02). */
const apart = 0.1;

const css = readFileSync('src/ui/tokens/colours.css', 'utf8');
const people = Array.from(
	css.matchAll(/--person-\d: light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g),
	([, light = '', dark = '']) => ({ light, dark }),
);

it('there are eight colours of people', () => {
	expect(people).toHaveLength(8);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	it.each(Object.entries(eyes))('with %s any two are told apart', (_, matrix) => {
		const seen = people.map((person) => oklab(seenThrough(matrix, linear(person[theme]))));
		const distances = seen.flatMap((one, index) =>
			seen.slice(0, index).map((other) => Math.hypot(...one.map((at, axis) => at - other[axis]!))),
		);
		expect(Math.min(...distances)).toBeGreaterThan(apart);
	});
});

function linear(hex: string): Triple {
	const channel = (at: number): number => {
		const value = parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

function times(matrix: Matrix, [x, y, z]: Triple): Triple {
	const row = ([a, b, c]: Triple): number => a * x + b * y + c * z;
	return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function seenThrough(matrix: Matrix, colour: Triple): Triple {
	const [red, green, blue] = times(matrix, colour);
	const within = (value: number): number => Math.min(1, Math.max(0, value));
	return [within(red), within(green), within(blue)];
}

/** Ottosson 2020. */
function oklab(colour: Triple): Triple {
	const [long, medium, short] = times(
		[
			[0.4122214708, 0.5363325363, 0.0514459929],
			[0.2119034982, 0.6806995451, 0.1073969566],
			[0.0883024619, 0.2817188376, 0.6299787005],
		],
		colour,
	);
	return times(
		[
			[0.2104542553, 0.793617785, -0.0040720468],
			[1.9779984951, -2.428592205, 0.4505937099],
			[0.0259040371, 0.7827717662, -0.808675766],
		],
		[Math.cbrt(long), Math.cbrt(medium), Math.cbrt(short)],
	);
}
