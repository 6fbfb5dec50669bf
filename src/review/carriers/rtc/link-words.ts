/** What is said of a connection to another browser: what happened, and what to do now. */

export const linkWords = {
	waiting: 'Waiting for the other browser.',
	held: 'Waits to be let in.',
	up: 'Connected.',
	quiet:
		'No answer for 8 seconds: the other computer may be asleep or off the network. What you write is kept here and sent when it answers.',
	asleep:
		'No answer for 20 seconds: the other computer sleeps or is off the network. The connection comes back by itself where it wakes within ten minutes. What you write is kept here and sent then.',
	left: 'The other browser left the session.',
	stopped: 'You ended this connection.',
	silent:
		'The other browser has not answered for ten minutes, so the connection was ended. Your work is kept here. Invite again to go on.',
	broken:
		'The connection to the other browser broke. Your work is kept here. Invite again to go on.',
	unreachable:
		'The two browsers could not reach each other. Put both computers on the same network, without a VPN on one of them, and invite again; or share by file, by folder or through a relay.',
	denied:
		'The two browsers could not reach each other: this browser does not let this page reach other computers in the local network. Allow it in the settings of this site and invite again; or share by file, by folder or through a relay.',
	unanswered:
		'Nobody took your answer within an hour, so it leads nowhere any more. Answer the invitation again, or ask for a new one.',
	talkative:
		'The other browser sent more than anybody says before they are let in, so the connection was ended. Nothing of it was taken.',
	impossible:
		'This browser makes no direct connection: WebRTC is missing or switched off, or the address of a STUN or TURN server in the settings is not valid. Correct that, or share by file, by folder or through a relay instead.',
	spent: 'This invitation was answered or taken back already. Make a new one.',
} as const;

/** Why a link was ended on account of what came over it. */
export function nonsenseWords(what: string): string {
	return `The other browser sent ${what}, which is no part of a session, so the connection was ended. Make sure both use the same version of the program, and invite again.`;
}
