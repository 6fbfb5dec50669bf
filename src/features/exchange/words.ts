/** The words of the import screens for sheets, guesses and amounts. */
import { counted, grouped } from '../../base/counted.ts';
import { isCalendarDate, readableDate } from '../../base/calendar-date.ts';
import { destinations, type Destination } from '../../exchange/destinations.ts';
import type { SheetKind } from '../../exchange/proposal/proposal.ts';
import type { Sheet } from '../../exchange/sheet.ts';

const kinds: Readonly<Record<SheetKind, string>> = {
	controls: 'controls',
	requests: 'evidence requests',
	risks: 'a risk register',
	vendors: 'a list of vendors',
	gaps: 'a list of gaps',
	mapping: 'a mapping between frameworks',
	evidence: 'a list of evidence',
	accessReview: 'an access review',
	policies: 'a list of policies',
	systems: 'a list of systems',
	people: 'a list of people',
	boundary: 'a system boundary',
	commitments: 'commitments and requirements',
	complementary: 'complementary controls',
	requirements: 'requirements of a framework',
	criteria: 'an assessment of criteria',
	other: 'something else',
	empty: 'an empty sheet',
};

/** `Looks like a risk register`, or without doubt `Controls`. */
export function kindWords(kind: SheetKind): string {
	if (kind === 'empty') return 'Empty';
	return kind === 'other' ? 'Not a list that is known here' : `Looks like ${kinds[kind]}`;
}

/** `the matrix`, `risks`: where rows went. */
export function placeWords(destination: Destination): string {
	return destination === 'controls' ? 'the matrix' : destinations[destination].many;
}

/** What rows can become, as choices. */
export function destinationChoices(): readonly {
	readonly value: Destination;
	readonly label: string;
}[] {
	const names = Object.keys(destinations) as Destination[];
	return names.map((value) => ({
		value,
		label: choiceWords[value] ?? capital(destinations[value].many),
	}));
}

const choiceWords: Partial<Record<Destination, string>> = {
	boundary: 'Components of the system boundary',
	commitments: 'Commitments and system requirements',
	requirements: 'Requirements of your own framework',
	criteria: 'Criteria: your assessment or their text',
};

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A reason as a sentence: capital first, full stop last. */
export function sentence(text: string): string {
	if (text === '') return '';
	return text.charAt(0).toUpperCase() + text.slice(1) + (/[.?]$/.test(text) ? '' : '.');
}

/** How sure a guess is, in words, for a confidence from 0 to 1. */
export function confidenceWords(confidence: number): string {
	if (confidence >= 0.85) return 'Sure';
	return confidence >= 0.6 ? 'Likely' : 'A guess';
}

export function stateWords(state: Sheet['state']): string | undefined {
	if (state === 'visible') return undefined;
	return state === 'hidden' ? 'Hidden in the file' : 'Hidden deeply in the file';
}

/** `3 Nov 2026` for an ISO 8601 instant. */
export function instantWords(instant: string): string {
	const day = instant.slice(0, 10);
	return isCalendarDate(day) ? readableDate(day) : instant;
}

/** `812 bytes`, `14 kB`, `3.2 MB`: as file managers say it, in powers of 1,000. */
export function sizeWords(bytes: number): string {
	if (bytes < 1_000) return counted(bytes, 'byte');
	if (bytes < 999_500) return `${Math.round(bytes / 1_000)} kB`;
	const megabytes = bytes / 1_000_000;
	return `${megabytes < 9.95 ? megabytes.toFixed(1) : grouped(Math.round(megabytes))} MB`;
}
