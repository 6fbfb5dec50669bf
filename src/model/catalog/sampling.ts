/**
 * How often a control of each frequency is due, how late is still in time, and how many items
 * auditors commonly test. No standard fixes these: they are guide values that a workbook may change.
 */
import data from './sampling.json' with { type: 'json' };

/** How many items at low and at higher risk; "all" for a population too small to sample. */
export interface SampleRange {
	readonly low: number | 'all';
	readonly high: number | 'all';
}

export interface FrequencyFacts {
	/** Token of the vocabulary `frequency`. */
	readonly frequency: string;
	/** Calendar months between due dates; absent where the rhythm is in days or none. */
	readonly intervalMonths?: number;
	readonly intervalDays?: number;
	/** Days after the due date that still count as in time; absent where the control states its own. */
	readonly graceDays?: number;
	/** Days between captures of a setting. */
	readonly captureEveryDays?: number;
	/** Due dates in whole calendar periods of 3, 6, 9 and 12 months. */
	readonly occurrences?: Readonly<Record<'3' | '6' | '9' | '12', number>>;
	readonly note?: string;
	readonly sample: SampleRange;
	/** By the number of items in the population, smallest first; the last has no upper end. */
	readonly byPopulation?: readonly (SampleRange & { readonly upTo?: number })[];
}

export const frequencyFacts = data as readonly FrequencyFacts[];

const factsByFrequency = new Map(frequencyFacts.map((facts) => [facts.frequency, facts]));

/** The facts of a frequency's token, or undefined for a value that is none. */
export function factsOfFrequency(frequency: string): FrequencyFacts | undefined {
	return factsByFrequency.get(frequency);
}

/**
 * How many items are commonly tested: by the size of the population where the frequency has no
 * rhythm and the size is known, else by the frequency. Undefined for a value that is no frequency.
 */
export function sampleRange(frequency: string, population?: number): SampleRange | undefined {
	const facts = factsByFrequency.get(frequency);
	if (population === undefined || !facts?.byPopulation) return facts?.sample;
	return facts.byPopulation.find(({ upTo }) => upTo === undefined || population <= upTo);
}
