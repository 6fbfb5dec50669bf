/** How the severity of a finding is shown: a state's shape and colour, and its word. */
import type { CheckSeverity } from '../../model/catalog/checks.ts';
import type { PillState } from '../../ui/feedback/pill-state.ts';

export const severityLook: Readonly<
	Record<CheckSeverity, { readonly state: PillState; readonly one: string; readonly many: string }>
> = {
	error: { state: 'blocked', one: 'Error', many: 'Errors' },
	warning: { state: 'late', one: 'Warning', many: 'Warnings' },
	info: { state: 'planned', one: 'To know', many: 'To know' },
};
