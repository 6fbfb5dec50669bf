/**
 * What reviewing together promises, in its exact words: screens, guidance and README say these and no
 * others, so that nothing is promised twice in two ways.
 */
export const promises = {
	nothingLeaves:
		'Nothing leaves this browser unless you export a file, choose a folder, start a session, or set a relay.',
	sealed:
		'What you share is encrypted on your device with a key held only by the people in this workbook’s member list and anyone they gave it to. A relay, TURN server, folder host or mail provider that carries it cannot read it.',
	seen: 'They can see that you share: addresses, times, sizes, number of devices. They can delay, drop, delete or resend data. People in a session can see each other’s IP addresses.',
	signed:
		'Your browser accepts workbook changes only when an editor in the member list signed the message, and review entries only when that reviewer’s device signed them.',
	viewOnly: 'View-only means your changes are not accepted by others. It does not stop copying.',
	signOff:
		'A sign-off proves that the holder of this device key signed exactly this content. If the content changes, the sign-off shows as out of date. The time is the signer’s clock. It does not prove who was at the keyboard.',
	removing:
		'Removing a member stops new data reaching them and their later changes being accepted, on each device once it has heard of the removal. It cannot take back what they already have.',
} as const;

/** What the browser of a removed owner could do. Also said where one is about to be removed. */
export const takingBack =
	'their browser could take it back for everybody, by signing an older place of the member list anew';

/** What is not promised. */
export const notPromised: readonly string[] = [
	'That what was shared is deleted on the devices of others.',
	'Forward secrecy of what is stored: who gets hold of a key later can read what was sealed with it before.',
	'Who wrote which field inside the shared document: an editor’s program could write in the name of another editor.',
	'Protection from an editor who means harm, from a browser extension, or from a changed copy of this program.',
	`That a removed owner stays removed: ${takingBack}.`,
	'That others can be reached, or that nobody learns that you share.',
];
