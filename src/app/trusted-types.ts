/**
 * The default Trusted Types policy. Under `require-trusted-types-for 'script'` every string that
 * would become HTML or script passes here, and nothing does except the address of our own worker or
 * service worker. Import it before anything that starts one.
 */

/** True for a blob made by this page, or an http(s) address on the page's own origin. */
export function isOwnScriptUrl(address: string, page: { origin: string; href: string }): boolean {
	if (!URL.canParse(address, page.href)) return false;
	const url = new URL(address, page.href);
	// A file's origin is opaque: browsers report it as 'file://' or 'null', its blobs as 'null'.
	const ownOrigin = page.href.startsWith('file:') ? 'null' : page.origin;
	return /^(blob|https?):$/.test(url.protocol) && url.origin === ownOrigin;
}

window.trustedTypes?.createPolicy('default', {
	createScriptURL(address) {
		if (isOwnScriptUrl(address, location)) return address;
		throw new TypeError(`Refused to run a script from ${address}: it is not part of this app.`);
	},
});
