import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/base/calendar-date.ts';
import { exportFileName } from '../../../src/exchange/fresh/file-name.ts';

const day = '2026-11-21' as CalendarDate;

describe('the name of an exported file', () => {
	it.each([
		['Northwind SOC 2', 'Northwind SOC 2 2026-11-21 control matrix.xlsx'],
		['Zürich – Prüfung 日本', 'Zürich – Prüfung 日本 2026-11-21 control matrix.xlsx'],
		['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j 2026-11-21 control matrix.xlsx'],
		['../../etc/passwd', 'etc passwd 2026-11-21 control matrix.xlsx'],
		['.hidden', 'hidden 2026-11-21 control matrix.xlsx'],
		['invoice\u202excod.exe', 'invoicexcod.exe 2026-11-21 control matrix.xlsx'],
		['a\u200bb\u2066c\ufeffd', 'abcd 2026-11-21 control matrix.xlsx'],
		['line\nbreak\ttab\0nul', 'line break tab nul 2026-11-21 control matrix.xlsx'],
		['half \ud800 character', 'half character 2026-11-21 control matrix.xlsx'],
		['con.backup', 'con_.backup 2026-11-21 control matrix.xlsx'],
		['   ', 'Workbook 2026-11-21 control matrix.xlsx'],
		['', 'Workbook 2026-11-21 control matrix.xlsx'],
	])('of %j is %j', (workbook, name) => {
		expect(exportFileName(workbook, day, 'control matrix', 'xlsx')).toBe(name);
	});

	it('is cut where the workbook has a long name, between characters', () => {
		const name = exportFileName('😀'.repeat(200), day, 'control matrix', 'csv');
		expect(name).toBe(`${'😀'.repeat(80)} 2026-11-21 control matrix.csv`);
	});
});
