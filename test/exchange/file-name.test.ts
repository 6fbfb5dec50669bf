import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/base/calendar-date.ts';
import { exportFileName, typedFileName } from '../../src/exchange/file-name.ts';

const day = '2026-11-21' as CalendarDate;

describe('the name of an exported file', () => {
	it.each([
		['Northwind SOC 2', 'Northwind SOC 2 2026-11-21 control matrix'],
		['Zürich – Prüfung 日本', 'Zürich – Prüfung 日本 2026-11-21 control matrix'],
		['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j 2026-11-21 control matrix'],
		['../../etc/passwd', 'etc passwd 2026-11-21 control matrix'],
		['.hidden', 'hidden 2026-11-21 control matrix'],
		['invoice\u202excod.exe', 'invoicexcod.exe 2026-11-21 control matrix'],
		['a\u200bb\u2066c\ufeffd', 'abcd 2026-11-21 control matrix'],
		['line\nbreak\ttab\0nul', 'line break tab nul 2026-11-21 control matrix'],
		['half \ud800 character', 'half character 2026-11-21 control matrix'],
		['con.backup', 'con_.backup 2026-11-21 control matrix'],
		['   ', 'Workbook 2026-11-21 control matrix'],
		['', 'Workbook 2026-11-21 control matrix'],
	])('of %j is %j', (workbook, name) => {
		expect(exportFileName(workbook, day, 'control matrix')).toBe(name);
	});

	it('is cut where the workbook has a long name, between characters', () => {
		const name = exportFileName('😀'.repeat(200), day, 'control matrix');
		expect(name).toBe(`${'😀'.repeat(80)} 2026-11-21 control matrix`);
	});
});

describe('a file name that a person typed', () => {
	it.each([
		['For the auditor', 'For the auditor'],
		['For the auditor.XLSX ', 'For the auditor'],
		['v1.2', 'v1.2'],
		['Q4/2026: final?', 'Q4 2026 final'],
		['con.csv', 'con'],
		['../..', ''],
		['.csv', ''],
	])('as %j is %j without its ending', (typed, name) => {
		expect(typedFileName(typed)).toBe(name);
	});
});
