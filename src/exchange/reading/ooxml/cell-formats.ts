/** Cell formats of a workbook (`xl/styles.xml`): which number format each style index stands for. */
import { NumberFormat } from '../number-format.ts';
import { XmlScanner } from './xml-scanner.ts';

/** Number formats every file may use without defining them (ECMA-376 part 1, 18.8.30). */
const builtInCodes = new Map<number, string>([
	[1, '0'],
	[2, '0.00'],
	[3, '#,##0'],
	[4, '#,##0.00'],
	[5, '"$"#,##0_);\\("$"#,##0\\)'],
	[6, '"$"#,##0_);[Red]\\("$"#,##0\\)'],
	[7, '"$"#,##0.00_);\\("$"#,##0.00\\)'],
	[8, '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)'],
	[9, '0%'],
	[10, '0.00%'],
	[11, '0.00E+00'],
	[12, '# ?/?'],
	[13, '# ??/??'],
	[14, 'm/d/yy'],
	[15, 'd-mmm-yy'],
	[16, 'd-mmm'],
	[17, 'mmm-yy'],
	[18, 'h:mm AM/PM'],
	[19, 'h:mm:ss AM/PM'],
	[20, 'h:mm'],
	[21, 'h:mm:ss'],
	[22, 'm/d/yy h:mm'],
	[37, '#,##0_);(#,##0)'],
	[38, '#,##0_);[Red](#,##0)'],
	[39, '#,##0.00_);(#,##0.00)'],
	[40, '#,##0.00_);[Red](#,##0.00)'],
	[41, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'],
	[42, '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)'],
	[43, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)'],
	[44, '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)'],
	[45, 'mm:ss'],
	[46, '[h]:mm:ss'],
	[47, 'mmss.0'],
	[48, '##0.0E+0'],
	[49, '@'],
]);

/** The ids that are dates in East Asian editions and mean nothing elsewhere. */
const eastAsianDates = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
for (const id of eastAsianDates) builtInCodes.set(id, 'm/d/yy');

/** Number formats by style index (the `s` of a cell). */
export function readCellFormats(xml: string, date1904: boolean): readonly NumberFormat[] {
	const codes = new Map(builtInCodes);
	const known = new Map<string, NumberFormat>();
	const formatOf = (id: number): NumberFormat => {
		const code = codes.get(id) ?? 'General';
		const format = known.get(code) ?? new NumberFormat(code, date1904);
		known.set(code, format);
		return format;
	};
	const formats: NumberFormat[] = [];
	const scanner = new XmlScanner(xml);
	while (scanner.next()) {
		if (scanner.opens('numFmt')) {
			const id = Number(scanner.rawAttribute('numFmtId'));
			const code = scanner.attribute('formatCode');
			// 0 is General, whatever a file says: it is the format of cells that have none.
			if (code !== undefined && id !== 0) codes.set(id, code);
		} else if (scanner.opens('cellXfs')) {
			readFormatIds(scanner, (id) => formats.push(formatOf(id)));
		} else if (scanner.opens('dxfs')) {
			// Differential formats define number formats of their own under the same ids.
			scanner.skipElement();
		}
	}
	return formats;
}

function readFormatIds(scanner: XmlScanner, take: (id: number) => void): void {
	if (scanner.kind === 'empty') return;
	while (scanner.next() && !scanner.closes('cellXfs')) {
		if (scanner.opens('xf')) take(Number(scanner.rawAttribute('numFmtId') ?? 0));
	}
}
