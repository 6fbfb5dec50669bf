import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Each pair is drawn one on the other somewhere; text needs 4.5, lines that carry meaning 3. */
const textPairs = [
	...[
		'--surface',
		'--surface-sunken',
		'--surface-raised',
		'--surface-hover',
		'--surface-selected',
	].flatMap((surface) => ['--text', '--text-muted', '--accent-ink'].map((ink) => [ink, surface])),
	['--text-inverse', '--surface-inverse'],
	['--on-accent', '--accent'],
	['--on-accent', '--accent-hover'],
	['--on-danger', '--danger'],
	['--on-danger', '--danger-hover'],
	['--danger-ink', '--surface'],
	['--danger-ink', '--surface-raised'],
	['--danger-ink', '--danger-quiet'],
	['--warning-ink', '--warning-quiet'],
	['--text', '--warning-quiet'],
	['--text', '--danger-quiet'],
	['--text', '--info-quiet'],
	['--text', '--match'],
	...['none', 'planned', 'part', 'met', 'late', 'blocked'].map((state) => [
		`--state-${state}-ink`,
		`--state-${state}-quiet`,
	]),
	...[0, 1, 2, 3, 4, 5, 6, 7].map((person) => [`--on-person-${person}`, `--person-${person}`]),
];

const linePairs = [
	['--border-strong', '--surface'],
	['--border-strong', '--surface-sunken'],
	['--focus-ring', '--surface'],
	['--focus-ring', '--surface-sunken'],
	['--focus-ring', '--surface-raised'],
	...['none', 'planned', 'part', 'met', 'late', 'blocked'].flatMap((state) =>
		['--surface', '--surface-sunken'].map((surface) => [`--state-${state}-fill`, surface]),
	),
	// Around cells, whatever those are filled with.
	...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((person) =>
		['--surface', '--surface-sunken', '--surface-selected', '--surface-raised'].map((surface) => [
			`--person-${person}`,
			surface,
		]),
	),
];

const css = readFileSync('src/ui/tokens/colours.css', 'utf8');
const declarations = css.matchAll(/(--[\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g);
const tokens = new Map(
	Array.from(declarations, ([, name, light, dark]) => [name, { light, dark }] as const),
);

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
	it.each(textPairs)('%s on %s reads as text', (ink = '', surface = '') => {
		expect(contrast(colour(ink, theme), colour(surface, theme))).toBeGreaterThanOrEqual(4.5);
	});

	it.each(linePairs)('%s on %s can be seen', (ink = '', surface = '') => {
		expect(contrast(colour(ink, theme), colour(surface, theme))).toBeGreaterThanOrEqual(3);
	});
});

function colour(token: string, theme: 'light' | 'dark'): string {
	const value = tokens.get(token)?.[theme];
	if (value === undefined) throw new Error(`colours.css does not define ${token} in hex`);
	return value;
}

/** Contrast ratio of two colours (WCAG 2.2, definition of contrast ratio). */
function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
