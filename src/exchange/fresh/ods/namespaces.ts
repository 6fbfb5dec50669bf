/** The XML namespaces our OpenDocument parts use (ODF 1.3 part 3, 1.4). */
const names = {
	office: 'office:1.0',
	table: 'table:1.0',
	text: 'text:1.0',
	style: 'style:1.0',
	fo: 'xsl-fo-compatible:1.0',
	number: 'datastyle:1.0',
	meta: 'meta:1.0',
	config: 'config:1.0',
	of: 'of:1.2',
} as const;

/** The start tag of a part's root element, all namespaces declared. */
export function rootStart(element: string): string {
	const ours = Object.entries(names).map(
		([prefix, name]) => ` xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`,
	);
	return `<office:${element}${ours.join('')} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">`;
}
