/**
 * What the fill handle writes after some texts: it counts on where they are plainly a series (ids,
 * dates, evenly spaced numbers), else it repeats them.
 */
import { isCalendarDate } from '../../base/calendar-date.ts';

const dayLength = 86_400_000;

/** `count` texts that follow `texts`; for a fill upwards or to the left, give them reversed. */
export function continueSeries(
	texts: readonly string[],
	count: number,
	direction: 1 | -1 = 1,
): readonly string[] {
	const follow = dates(texts, direction) ?? numbers(texts) ?? ids(texts, direction);
	return Array.from({ length: count }, (_, index) =>
		follow ? follow(index + 1) : (texts[index % texts.length] ?? ''),
	);
}

type Follow = (step: number) => string;

function dates(texts: readonly string[], direction: 1 | -1): Follow | undefined {
	if (!texts.every(isCalendarDate)) return undefined;
	const days = texts.map((text) => Date.parse(`${text}T00:00:00Z`) / dayLength);
	const step = evenStep(days) ?? (days.length === 1 ? direction : undefined);
	const last = days.at(-1);
	if (step === undefined || last === undefined) return undefined;
	return (at) => new Date((last + at * step) * dayLength).toISOString().slice(0, 10);
}

/** A lone number is copied, as in Excel; leading zeros make it an id. */
function numbers(texts: readonly string[]): Follow | undefined {
	if (!texts.every((text) => /^-?(0|[1-9]\d{0,14})$/.test(text))) return undefined;
	const values = texts.map(Number);
	const step = evenStep(values);
	const last = values.at(-1);
	if (step === undefined || last === undefined) return undefined;
	return (at) => String(last + at * step);
}

/** A text that ends in digits, all with the same text before them: AC-01, AC-02. */
function ids(texts: readonly string[], direction: 1 | -1): Follow | undefined {
	const parts = texts.map((text) => /^(.*?\D)(\d{1,9})$/s.exec(text));
	const prefix = parts[0]?.[1];
	if (prefix === undefined || parts.some((part) => part?.[1] !== prefix)) return undefined;
	const values = parts.map((part) => Number(part?.[2]));
	const step = evenStep(values) ?? (values.length === 1 ? direction : undefined);
	const [last, width] = [values.at(-1), parts.at(-1)?.[2]?.length ?? 0];
	if (step === undefined || last === undefined) return undefined;
	return (at) => prefix + String(Math.max(0, last + at * step)).padStart(width, '0');
}

/** The one difference between neighbours; undefined where there is none or several. */
function evenStep(values: readonly number[]): number | undefined {
	const [first, second] = values;
	if (first === undefined || second === undefined) return undefined;
	const step = second - first;
	const isEven = values.every((value, index) => value === first + index * step);
	return isEven ? step : undefined;
}
