/**
 * What the fill handle writes after some texts: it counts on where they are plainly a series (dates,
 * weekdays, months, quarters, ids, evenly spaced numbers), else it repeats them, as Excel does.
 */
import { isCalendarDate } from '../../../base/calendar-date.ts';
import { followDates } from './date-series.ts';
import { evenStep, type Follow } from './even-step.ts';
import { followNames } from './name-series.ts';

/**
 * `count` texts that follow `texts`; for a fill upwards or to the left, give them reversed.
 * `turned` is the other choice, as with Ctrl: a series is repeated, a lone number counted on.
 */
export function continueSeries(
	texts: readonly string[],
	count: number,
	direction: 1 | -1 = 1,
	turned = false,
): readonly string[] {
	const follow = turned ? loneNumber(texts, direction) : followOf(texts, direction);
	return Array.from({ length: count }, (_, index) =>
		follow ? follow(index + 1) : (texts[index % texts.length] ?? ''),
	);
}

function followOf(texts: readonly string[], direction: 1 | -1): Follow | undefined {
	if (texts.every(isCalendarDate)) return followDates(texts, direction);
	return numbers(texts) ?? followNames(texts, direction) ?? ids(texts, direction);
}

const plainNumber = /^-?(0|[1-9]\d{0,14})$/;

/** A lone number is copied, as in Excel; leading zeros make it an id. */
function numbers(texts: readonly string[]): Follow | undefined {
	if (!texts.every((text) => plainNumber.test(text))) return undefined;
	const values = texts.map(Number);
	const step = evenStep(values);
	const last = values.at(-1);
	if (step === undefined || last === undefined) return undefined;
	return (at) => String(last + at * step);
}

function loneNumber(texts: readonly string[], direction: 1 | -1): Follow | undefined {
	const [text, another] = texts;
	if (text === undefined || another !== undefined || !plainNumber.test(text)) return undefined;
	return (at) => String(Number(text) + at * direction);
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
