/** The real clock and the real randomness; everything else is given these. */
import { calendarDate, type CalendarDate } from '../base/calendar-date.ts';
import type { Clock } from '../base/clock.ts';
import type { IdSource } from '../base/ids.ts';

export const systemClock: Clock = {
	now: () => new Date().toISOString(),
	today(): CalendarDate {
		const now = new Date();
		const today = calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
		if (!today) throw new Error(`The clock of this device says ${now.toString()}`);
		return today;
	},
};

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

/** 16 characters of 36: 82 bits. Randomness is drawn in bulk, as an import makes ids by the thousand. */
export const randomIds: IdSource = {
	next() {
		let id = '';
		while (id.length < 16) {
			const byte = nextByte();
			// 252 is the greatest multiple of 36 in a byte: beyond it the spread would be uneven.
			if (byte < 252) id += alphabet.charAt(byte % 36);
		}
		return id;
	},
};

const pool = new Uint8Array(4_096);
let drawn = pool.length;

function nextByte(): number {
	if (drawn === pool.length) {
		crypto.getRandomValues(pool);
		drawn = 0;
	}
	return pool[drawn++]!;
}
