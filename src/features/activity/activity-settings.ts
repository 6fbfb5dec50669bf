/** How somebody looks at the activity: what is narrowed down and how it is put together; kept. */
import { isRegisterName, type RegisterName } from '../../model/registers/register.ts';
import { deedKinds, type DeedKind } from './history-line.ts';

export type Grouping = 'day' | 'record' | 'person';
/** Days back from today that are shown, today included; undefined for all time. */
export type Period = 1 | 7 | 30 | undefined;

export interface ActivitySettings {
	readonly text: string;
	/** By what tells people apart (`Doer.key`); '' for everybody. */
	readonly person: string;
	readonly register: RegisterName | '';
	/** The key of a field, or an own column's id; '' for all. */
	readonly field: string;
	/** The id of one record; '' for all. */
	readonly record: string;
	readonly kind: DeedKind | '';
	readonly period: Period;
	readonly grouping: Grouping;
	/** The list of deeds, or what they came to. */
	readonly look: 'list' | 'net';
	/** What net change begins with: `1`, `7`, `30`, `review`, a day (YYYY-MM-DD) or a milestone's instant. */
	readonly since: string;
}

export const firstSettings: ActivitySettings = {
	...{ text: '', person: '', register: '', field: '', record: '', kind: '', period: undefined },
	...{ grouping: 'day', look: 'list', since: '7' },
};

/** Settings as they were kept; whatever cannot be read is as at first. */
export function readSettings(kept: string | null): ActivitySettings {
	const values = parsed(kept);
	const text = (key: string): string => {
		const value = values[key];
		return typeof value === 'string' ? value : '';
	};
	const [register, kind, period, grouping] = [
		text('register'),
		text('kind'),
		values['period'],
		text('grouping'),
	];
	return {
		...{ text: text('text'), person: text('person') },
		...{ field: text('field'), record: text('record') },
		register: isRegisterName(register) ? register : '',
		kind: deedKinds.find(({ value }) => value === kind)?.value ?? '',
		period: period === 1 || period === 7 || period === 30 ? period : undefined,
		grouping: grouping === 'record' || grouping === 'person' ? grouping : 'day',
		look: values['look'] === 'net' ? 'net' : 'list',
		since: text('since') || firstSettings.since,
	};
}

function parsed(kept: string | null): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(kept ?? '{}');
		return typeof value === 'object' && value !== null ? { ...value } : {};
	} catch {
		return {};
	}
}
