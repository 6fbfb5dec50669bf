/** Frequencies as rhythms: which is rarer, and how one says it in a sentence. */

/** From the most often to the rarest; what depends on events has no place among them. */
const rhythms = [
	['continuous', 'continuously'],
	['manyTimesADay', 'several times a day'],
	['daily', 'daily'],
	['weekly', 'weekly'],
	['monthly', 'monthly'],
	['quarterly', 'quarterly'],
	['semiAnnual', 'twice a year'],
	['annual', 'once a year'],
] as const;

/** True where both are rhythms and the first comes less often. */
export function isRarer(frequency: string, than: string): boolean {
	const [one, other] = [placeOf(frequency), placeOf(than)];
	return one >= 0 && other >= 0 && one > other;
}

/** As in “it runs twice a year”; the value itself where it is no rhythm. */
export function rhythmWords(frequency: string): string {
	return rhythms[placeOf(frequency)]?.[1] ?? frequency;
}

function placeOf(frequency: string): number {
	return rhythms.findIndex(([token]) => token === frequency);
}
