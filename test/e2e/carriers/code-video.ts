/**
 * What a camera sees that is held before a screen with a QR code: a video file that Chromium plays as a
 * camera (YUV4MPEG2, as mjpegtools' yuv4mpeg(5) has it; every sample 8 bits, colour at half the size).
 */
import type { Locator } from '@playwright/test';

const width = 1280;
const height = 720;
const [paper, ink, grey] = [235, 30, 128];

/** What starts a browser whose one camera plays this file; nobody is asked in the test's place. */
export function cameraFlags(path: string): readonly string[] {
	return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`];
}

/** The code that stands on a screen, as two frames of a video: upright in the middle, on dark. */
export async function videoOf(code: Locator): Promise<Buffer> {
	const box = (await code.getAttribute('viewBox')) ?? '';
	const path = (await code.locator('path').getAttribute('d')) ?? '';
	const size = Number(box.split(' ')[2]);
	const scale = Math.floor(height / size);
	const [left, top] = [(width - size * scale) >> 1, (height - size * scale) >> 1];
	const light = Buffer.alloc(width * height, grey);
	const fill = (x: number, y: number, length: number, value: number): void => {
		for (let row = top + y * scale; row < top + (y + 1) * scale; row += 1) {
			const start = row * width + left + x * scale;
			light.fill(value, start, start + length * scale);
		}
	};
	for (let y = 0; y < size; y += 1) fill(0, y, size, paper);
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
		fill(Number(x), Number(y), Number(length), ink);
	const frame = Buffer.concat([
		Buffer.from('FRAME\n'),
		light,
		Buffer.alloc((width * height) / 2, grey),
	]);
	const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
	return Buffer.concat([head, frame, frame]);
}
