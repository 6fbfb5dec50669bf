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
	if (text.length > longest || !URL.canParse(text))
		return refused('This is no address. It looks like wss://relay.example.com.');
	const url = new URL(text);
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

/** The relay's name for a group: it tells nothing about the workbook. */
export function relayDocument(group: string): string {
	return `review-${group}`;
}
