/** Addresses of candidates as bytes: mDNS names that browsers make (a UUID), IPv4 and IPv6. */

export type AddressKind = 'mdns' | 'v4' | 'v6';

/** The kinds by the number that a packed description gives them, and how many bytes each has. */
export const addressForms: readonly { readonly kind: AddressKind; readonly size: number }[] = [
	{ kind: 'mdns', size: 16 },
	{ kind: 'v4', size: 4 },
	{ kind: 'v6', size: 16 },
];

export interface AddressBytes {
	readonly kind: AddressKind;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

const mdnsName = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\.local$/i;
const v4Address = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
const v6Group = /^[0-9a-f]{1,4}$/i;

/** The bytes of an address, or undefined where it is of no kind that browsers give. */
export function addressBytes(text: string): AddressBytes | undefined {
	const name = mdnsName.exec(text);
	if (name) return { kind: 'mdns', bytes: hexBytes(name.slice(1).join('')) };
	const v4 = v4Address.exec(text);
	if (v4) {
		const numbers = v4.slice(1).map(Number);
		return numbers.every((number) => number < 256)
			? { kind: 'v4', bytes: Uint8Array.from(numbers) }
			: undefined;
	}
	const groups = text.includes(':') ? v6Groups(text) : undefined;
	const hex = groups?.map((group) => group.padStart(4, '0')).join('');
	return hex === undefined ? undefined : { kind: 'v6', bytes: hexBytes(hex) };
}

/** The address as a description writes it. */
export function addressText({ kind, bytes }: AddressBytes): string {
	const hex = hexText(bytes);
	switch (kind) {
		case 'v4':
			return bytes.join('.');
		case 'v6':
			return (hex.match(/.{4}/g) ?? []).join(':');
		case 'mdns':
			return `${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}.local`;
	}
}

/** Eight groups (RFC 4291, 2.2), the left-out ones filled in; undefined for anything else. */
function v6Groups(text: string): readonly string[] | undefined {
	const [head = '', tail, ...more] = text.split('::');
	const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
	const missing = 8 - before.length - after.length;
	const isWhole = tail === undefined ? missing === 0 : missing > 0;
	const groups = [...before, ...Array<string>(Math.max(missing, 0)).fill('0'), ...after];
	return isWhole && more.length === 0 && groups.every((group) => v6Group.test(group))
		? groups
		: undefined;
}

function groupsOf(text: string): readonly string[] {
	return text === '' ? [] : text.split(':');
}

export function hexBytes(hex: string): Uint8Array<ArrayBuffer> {
	const pairs = hex.match(/../g) ?? [];
	return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

export function hexText(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
