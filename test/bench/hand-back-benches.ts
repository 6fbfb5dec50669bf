/** A large file of somebody else, handed back with 500 controls changed. */
import * as XLSX from 'xlsx';
import { handBack } from '../../src/exchange/hand-back/hand-back.ts';
import type { ReturningControl } from '../../src/exchange/hand-back/order.ts';
import type { Control } from '../../src/model/records/control.ts';
import { imported } from '../exchange/hand-back/returned.ts';
import { largeWorkbook } from '../support/sheet-large.ts';
import { patient } from '../support/sheet-reading.ts';
import { cpuOf, type BenchCase } from './measure.ts';

export async function handBackBenches(): Promise<readonly BenchCase[]> {
	const bytes = largeWorkbook(10_000);
	const { fileName, record, controls: said } = await imported(bytes);
	const controls = said.map(changedNowAndThen);
	const choices = { leftOut: new Set<string>(), overruled: new Set<string>() };
	const order = { fileName, bytes, choices, sheets: [{ record, controls, added: [] }] };
	return [
		{
			name: 'hand an .xlsx of 10,000 rows × 18 columns back with 500 controls changed',
			reference: 'SheetJS 0.20.3 reading and writing the same file',
			target: 0.6,
			unit: 'ms CPU',
			runs: 5,
			ours: cpuOf(async () => {
				const handed = await handBack(order, patient);
				const goes = handed.ok ? handed.value.cells.filter(({ why }) => why === 'edited') : [];
				if (goes.length !== 500) throw new Error(`${goes.length} cells were written.`);
			}),
			theirs: cpuOf(() => {
				const book = XLSX.read(bytes, { dense: true });
				XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true });
			}),
		},
	];
}

/** Every twentieth control, a field of each kind in turn. */
function changedNowAndThen(said: Control, place: number): ReturningControl {
	if (place % 20 > 0) return { said, now: said };
	const changes: readonly Partial<Control>[] = [
		{ owner: 'Somebody else' },
		{ status: said.status === 'planned' ? 'implemented' : 'planned' },
		{ dueDate: '2031-02-03' },
		{ criteria: [...said.criteria, 'P8.1'] },
		{ notes: 'Agreed with the auditor' },
	];
	return { said, now: { ...said, ...changes[(place / 20) % changes.length] } };
}
