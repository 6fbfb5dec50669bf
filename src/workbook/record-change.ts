/** What became of one record between two states of a workbook: what comparing and net change tell. */
import type { ActivityChange } from './activity.ts';
import type { DoneBy } from './actor.ts';
import type { RecordMapName } from './layout.ts';
import type { AnyTable } from './table.ts';

export interface RecordChange {
	readonly table: RecordMapName;
	readonly id: string;
	readonly kind: 'created' | 'removed' | 'changed';
	/** The values that differ, for what was there before and is there after. */
	readonly changes: readonly ActivityChange[];
	/** A deed of each browser that touched it in this stretch, in the order in which they first did. */
	readonly people: readonly DoneBy[];
	/** How many deeds touched it. */
	readonly times: number;
}

/** What an import brought is told by its rows; its own record is about the file. */
export function isTracked({ kind }: AnyTable): boolean {
	return kind.name !== 'imports';
}

/** Kept under published ids: always there (law 2). */
export function isFlat(table: RecordMapName): boolean {
	return table === 'scope' || table === 'assessments';
}
