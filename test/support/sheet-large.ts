/**
 * A control matrix of any length as Excel would write it: shared strings (2 % of them rich),
 * styles, dates, 10 % formulas with cached values. For measuring, always the same bytes.
 */
import { columnLetters } from '../../src/exchange/sheet.ts';
import { buildXlsx } from './ooxml-builder.ts';

const headers = (
	'Control ID,Title,Description,Criteria,Owner,Frequency,Type,Nature,Status,Evidence,Test procedure,' +
	'Test result,Category,Priority,Due date,Score,Age,Notes'
).split(',');
const words = (
	'access review quarterly approved by the system owner and retained as evidence of operation for logical changes ' +
	'production deployment requires ticket peer approval before release monitoring alerts are triaged within one day'
).split(' ');

/** About 1.4 KB of text a row, in 18 columns. */
export function largeWorkbook(rows: number): Uint8Array {
	const strings: string[] = [];
	const indexes = new Map<string, number>();
	const random = numbers(1);
	const text = (content: string, rich = false): number => {
		const known = indexes.get(content);
		if (known !== undefined) return known;
		const cut = content.indexOf(' ');
		strings.push(
			rich && cut > 0
				? `<r><rPr><b/></rPr><t xml:space="preserve">${content.slice(0, cut)}</t></r><r><t xml:space="preserve">${content.slice(cut)}</t></r>`
				: `<t xml:space="preserve">${content}</t>`,
		);
		indexes.set(content, strings.length - 1);
		return strings.length - 1;
	};
	const sentence = (length: number): string =>
		Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
	const lines = [
		headers.map((header, column) => cell(column, 1, 't="s"', String(text(header)))).join(''),
	];
	for (let row = 2; row <= rows + 1; row += 1) {
		lines.push(
			headers
				.map((header, column) => {
					if (header === 'Due date')
						return cell(column, row, 's="1"', String(45_000 + Math.floor(random() * 900)));
					if (header === 'Score') return cell(column, row, 's="2"', (random() * 10).toFixed(3));
					if (header === 'Age') return cell(column, row, '', String(row % 90), `NOW()-O${row}`);
					const length = column === 2 || column > 8 ? 16 : 2;
					const index = text(`${sentence(length)} ${column < 3 ? row : ''}`, random() < 0.02);
					return cell(column, row, 's="3" t="s"', String(index));
				})
				.join(''),
		);
	}
	const body = lines.map(
		(cells, index) => `<row r="${index + 1}" spans="1:18" ht="30" customHeight="1">${cells}</row>`,
	);
	return buildXlsx({
		strings,
		formats: ['yyyy-mm-dd', '0.00', '@'],
		sheets: [
			{ name: 'Controls', rows: body.join(''), before: `<dimension ref="A1:R${rows + 1}"/>` },
		],
	});
}

function cell(
	column: number,
	row: number,
	attributes: string,
	value: string,
	formula?: string,
): string {
	const content = formula === undefined ? '' : `<f>${formula}</f>`;
	return `<c r="${columnLetters(column)}${row}" ${attributes}>${content}<v>${value}</v></c>`;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
