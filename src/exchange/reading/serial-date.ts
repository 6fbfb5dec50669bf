/** Spreadsheet serial numbers as calendar dates, in the 1900 and the 1904 date system. */
const dayMilliseconds = 86_400_000;
const daySeconds = 86_400;
/** Day 0 for serials from 61 on; earlier ones are a day later because of the day that never was. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
const lastDay = Date.UTC(9999, 11, 31);

/**
 * YYYY-MM-DD, or YYYY-MM-DDTHH:MM[:SS] where `withTime` and the time is not midnight. Undefined
 * where the serial is no day: below the epoch, past 9999, or 60 of the 1900 system, which stands
 * for 29 February 1900, a day that never was (ECMA-376 part 1, 18.17.4.1).
 */
export function serialToIso(
	serial: number,
	date1904: boolean,
	withTime: boolean,
): string | undefined {
	let day = Math.floor(serial);
	let seconds = Math.round((serial - day) * daySeconds);
	if (seconds === daySeconds) {
		day += 1;
		seconds = 0;
	}
	const instant = dayInstant(day, date1904);
	if (instant === undefined) return undefined;
	const date = new Date(instant).toISOString().slice(0, 10);
	return withTime && seconds > 0 ? `${date}T${clockTime(seconds)}` : date;
}

/** The serial of YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS[.sss]][Z]; undefined for any other text. */
export function isoToSerial(text: string, date1904: boolean): number | undefined {
	const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?Z?$/.exec(text);
	const instant = Date.parse(`${match?.[1] ?? ''}${match?.[2] ?? 'T00:00'}Z`);
	if (Number.isNaN(instant)) return undefined;
	const days = (instant - (date1904 ? epoch1904 : epoch1900)) / dayMilliseconds;
	return !date1904 && days < 61 ? days - 1 : days;
}

function dayInstant(day: number, date1904: boolean): number | undefined {
	if (day < (date1904 ? 0 : 1) || (day === 60 && !date1904)) return undefined;
	const shift = !date1904 && day < 60 ? 1 : 0;
	const instant = (date1904 ? epoch1904 : epoch1900) + (day + shift) * dayMilliseconds;
	return instant <= lastDay ? instant : undefined;
}

function clockTime(seconds: number): string {
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'));
	return rest === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${rest}`;
}
