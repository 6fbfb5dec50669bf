/** The address of a relay as a person types it. */
import { ok, refused, type Result } from '../../../base/result.ts';

const longest = 500;
const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * `wss://` to any machine; `ws://` to this one only, where nobody stands in between. Frames are sealed
 * either way: the encrypted connection keeps token and traffic from those on the way.
 */
export function relayAddress(typed: string): Result<string, string> {
	const text = typed.trim();
	if (text === '')
		return refused('Type the address of the relay, such as wss://relay.example.com.');
	if (text.length > longest) return refused(noAddress);
	if (!text.includes('://') && URL.canParse(`wss://${text}`))
		return refused(
			`The beginning is missing: it is ${beginning(text)}${text}, if this is the relay.`,
		);
	if (!URL.canParse(text)) return refused(noAddress);
	const url = new URL(text);
	if (/^https?:$/.test(url.protocol))
		return refused(
			`This is the address of a web page. That of a relay begins with ${beginning(url.host)}.`,
		);
	if (url.protocol !== 'wss:' && url.protocol !== 'ws:')
		return refused('The address of a relay begins with wss:// (or ws:// on this computer).');
	if (url.username !== '' || url.password !== '')
		return refused('Leave the name and password out of the address: the relay takes a token.');
	if (url.hash !== '') return refused('Leave out the part from # on.');
	if (url.protocol === 'ws:' && !ownMachine.has(url.hostname))
		return refused(
			'A relay on another computer needs wss://. With ws://, everybody on the way could read the token.',
		);
	return ok(url.href);
}

const noAddress = 'This is no address. It looks like wss://relay.example.com.';

/** How the address of a relay begins that is at this host. */
function beginning(host: string): string {
	return ownMachine.has(new URL(`wss://${host}`).hostname) ? 'ws://' : 'wss://';
}

/** The relay's name for a group: it tells nothing about the workbook. */
export function relayDocument(group: string): string {
	return `review-${group}`;
}
