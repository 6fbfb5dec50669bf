/**
 * What is used of the browser's RTCPeerConnection and its data channels: little enough that tests
 * can stand in for a whole network.
 */

export interface Description {
	readonly type: 'offer' | 'answer';
	readonly sdp: string;
}

export interface Channel {
	binaryType: string;
	bufferedAmountLowThreshold: number;
	readonly bufferedAmount: number;
	readonly readyState: string;
	send(message: Uint8Array<ArrayBuffer>): void;
	close(): void;
	addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
	addEventListener(type: 'open' | 'close' | 'bufferedamountlow', listener: () => void): void;
}

export interface PeerConnection {
	readonly localDescription: { readonly sdp: string } | null;
	readonly iceGatheringState: string;
	readonly connectionState: string;
	createDataChannel(label: string, options: { negotiated: boolean; id: number }): Channel;
	setLocalDescription(): Promise<void>;
	setRemoteDescription(description: Description): Promise<void>;
	close(): void;
	addEventListener(type: ConnectionEvent, listener: () => void): void;
}

type ConnectionEvent = 'icegatheringstatechange' | 'connectionstatechange';

/** A STUN or TURN server that the user runs and names. */
export interface IceServer {
	readonly urls: string;
	readonly username?: string;
	readonly credential?: string;
}

/** Makes a connection that may ask these servers, and no others, for addresses. */
export type MakeConnection = (iceServers: readonly IceServer[]) => PeerConnection;

/** The real one. Called when somebody invites or answers, never before. */
export const browserConnection: MakeConnection = (iceServers) =>
	new RTCPeerConnection({ iceServers: [...iceServers] });

/** Undefined where there is no WebRTC here, or an address is none. */
export function connectionOf(
	make: MakeConnection,
	iceServers: readonly IceServer[],
): PeerConnection | undefined {
	try {
		return make(iceServers);
	} catch {
		return undefined;
	}
}
