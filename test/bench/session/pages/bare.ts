/**
 * What a session is compared with: one data channel, the document's bytes in messages of 64 kB under
 * back-pressure, joined and applied by Yjs. Nothing sealed, nothing checked, nothing stored.
 */
import * as Y from 'yjs';

import { documentBytes, type BenchSide } from './side.ts';

const messageSize = 64 * 1024;
const highWater = 2 ** 20;

const peer = new RTCPeerConnection();
const channel = peer.createDataChannel('all', { negotiated: true, id: 0 });
channel.binaryType = 'arraybuffer';
channel.bufferedAmountLowThreshold = 256 * 1024;
const isOpen = new Promise((resolve) => (channel.onopen = resolve));
let bytes = new Uint8Array();

const applied = new Promise<number>((resolve) => {
	let [got, whole] = [0, new Uint8Array()];
	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		// The length goes ahead, as a text.
		if (typeof data === 'string') whole = new Uint8Array(Number(data));
		if (!(data instanceof ArrayBuffer)) return;
		whole.set(new Uint8Array(data), got);
		got += data.byteLength;
		if (got < whole.length) return;
		const doc = new Y.Doc();
		Y.applyUpdate(doc, whole);
		resolve(doc.share.size);
	};
});

const side: BenchSide = {
	async offer() {
		bytes = await documentBytes();
		return described();
	},
	async answer(offer) {
		await peer.setRemoteDescription({ type: 'offer', sdp: offer });
		return described();
	},
	async accept(answer) {
		await peer.setRemoteDescription({ type: 'answer', sdp: answer });
		await isOpen;
		channel.send(String(bytes.length));
		for (let at = 0; at < bytes.length; at += messageSize) {
			if (channel.bufferedAmount >= highWater) await room();
			channel.send(bytes.subarray(at, at + messageSize));
		}
	},
	applied: () => applied,
};
Object.assign(window, { benchSide: side });

async function described(): Promise<string> {
	await peer.setLocalDescription();
	while (peer.iceGatheringState !== 'complete')
		await new Promise((resolve) => (peer.onicegatheringstatechange = resolve));
	return peer.localDescription?.sdp ?? '';
}

function room(): Promise<unknown> {
	return new Promise((resolve) => (channel.onbufferedamountlow = resolve));
}
