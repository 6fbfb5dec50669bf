/** A value or the problems that stand in its way. Expected failures are returned, never thrown. */
export type Result<Value, Problem> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly problems: readonly Problem[] };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
	return { ok: true, value };
}

export function refused<Problem>(...problems: readonly Problem[]): {
	readonly ok: false;
	readonly problems: readonly Problem[];
} {
	return { ok: false, problems };
}
