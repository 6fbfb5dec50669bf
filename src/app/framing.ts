/**
 * Whether another page frames this one. `frame-ancestors` does not work in a meta tag, so the page
 * itself refuses to show data inside a foreign frame, where a click could be stolen.
 */
export function isFramed(page: { readonly self: unknown; readonly top: unknown }): boolean {
	return page.self !== page.top;
}
