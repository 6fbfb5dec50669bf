/**
 * The default Trusted Types policy. Under `require-trusted-types-for 'script'` every string that
 * would become HTML or script passes here, and nothing does except the address of our own worker or
 * service worker. Import it before anything that starts one.
 */

/** True for a blob made by this page, or an http(s) address on the page's own origin. */
export function isOwnScriptUrl(address: string, page: { origin: string; href: string }): boolean {
	if (!URL.canParse(address, page.href)) return false;
	const url = new URL(address, page.href);
	if (url.origin !== page.origin && !isOpaqueOrigin(page.origin)) return false;
	// Files have an opaque origin ('null'), the same for all of them: only their blobs are ours.
	return url.protocol === 'blob:' || (/^https?:$/.test(url.protocol) && url.origin === page.origin);
}

function isOpaqueOrigin(origin: string): boolean {
	return origin === 'null' || origin === 'file://';
}

window.trustedTypes?.createPolicy('default', {
	createScriptURL: (address) => (isOwnScriptUrl(address, location) ? address : null),
});
