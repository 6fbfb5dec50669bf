/** What a file that goes back is called: as its sender called it, unless somebody types another name. */
import { typedFileName } from '../../../exchange/file-name.ts';

/**
 * The typed name in a form that every system takes, with the ending of the file; the file's own name
 * where nothing of it can stand in a file name.
 */
export function returnedFileName(typed: string, own: string): string {
	if (typed === own) return own;
	const ending = /\.[a-z]{2,5}$/i.exec(own)?.[0] ?? '';
	const isEnded = ending !== '' && typed.trim().toLowerCase().endsWith(ending.toLowerCase());
	const name = typedFileName(isEnded ? typed.trim().slice(0, -ending.length) : typed);
	return name === '' ? own : `${name}${ending}`;
}
