/** A workbook as signatures see it: records, own columns and what was said of criteria. */
import { emptyAssessment, type Assessment } from '../../../src/model/records/assessment.ts';
import type { ColumnId } from '../../../src/model/records/own-column.ts';
import { controls } from '../../../src/model/registers/controls.ts';
import { valueAt, type RegisterRecord } from '../../../src/model/registers/register.ts';
import { registerOfId } from '../../../src/model/registers/registers.ts';
import type { Present } from '../../../src/model/review/signed-content.ts';
import type { WorkbookParts } from '../../../src/model/review/workbook-content.ts';

export interface Now {
	readonly records: readonly RegisterRecord[];
	readonly columns?: Readonly<Record<ColumnId, { name: string; retired: boolean }>>;
	readonly assessment?: Partial<Assessment>;
	readonly workbook?: WorkbookParts;
	readonly everything?: string;
}

export function present({ records, columns = {}, assessment, workbook, everything }: Now): Present {
	return {
		record: (id) => records.find((record) => record.id === id),
		column: (id) => columns[id],
		assessment: (id) => ({ ...emptyAssessment(id), ...assessment }),
		controlsOf: (criterion) =>
			records.filter(
				(record) =>
					registerOfId(record.id) === controls && valueAt(record, 'criteria').includes(criterion),
			),
		workbook,
		everything,
	};
}
