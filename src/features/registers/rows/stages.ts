/** How far the work on a record is, for registers whose records go through stages. */
import {
	valueAt,
	type Register,
	type RegisterName,
	type RegisterRecord,
} from '../../../model/registers/register.ts';

interface Stages {
	readonly field: string;
	/** Nothing is left to do. */
	readonly done: readonly string[];
	/** Nothing is to be done: they count neither as done nor as left. */
	readonly aside: readonly string[];
	/** What those that are done are called. */
	readonly word: string;
	/** What an overdue one is not, in words. */
	readonly left: string;
}

const stagesByRegister: Readonly<Partial<Record<RegisterName, Stages>>> = {
	controls: {
		field: 'status',
		done: ['implemented'],
		aside: ['notApplicable'],
		word: 'implemented',
		left: 'neither implemented nor marked as not applicable',
	},
	risks: {
		field: 'status',
		done: ['treated', 'accepted', 'closed'],
		aside: [],
		word: 'dealt with',
		left: 'neither treated, accepted nor closed',
	},
	evidence: {
		field: 'state',
		done: ['accepted'],
		aside: ['excused'],
		word: 'accepted',
		left: 'neither accepted nor excused',
	},
	gaps: {
		field: 'status',
		done: ['closed', 'accepted'],
		aside: [],
		word: 'closed or accepted',
		left: 'neither closed nor accepted',
	},
};

/** True where nothing is left to do, so that no date of the record can be overdue. */
export function isSettled({ name }: Register, record: RegisterRecord): boolean {
	const stages = stagesByRegister[name];
	if (!stages) return false;
	const stage = String(valueAt(record, stages.field));
	return stages.done.includes(stage) || stages.aside.includes(stage);
}

/** What 'overdue' means in a register, in words. */
export function overdueWords({ name }: Register): string {
	const left = stagesByRegister[name]?.left;
	return left === undefined ? 'Before today.' : `Before today, and ${left}.`;
}

export interface Progress {
	readonly done: number;
	/** Of so many: active ones that are not put aside. */
	readonly of: number;
	/** What those that are done are called: 'implemented'. */
	readonly word: string;
}

/** How many of the active records are done; undefined for registers without stages. */
export function progressOf(
	{ name }: Register,
	records: readonly RegisterRecord[],
): Progress | undefined {
	const stages = stagesByRegister[name];
	if (!stages) return undefined;
	let [done, of] = [0, 0];
	for (const record of records) {
		const stage = String(valueAt(record, stages.field));
		if (record.retired || stages.aside.includes(stage)) continue;
		of += 1;
		if (stages.done.includes(stage)) done += 1;
	}
	return { done, of, word: stages.word };
}
