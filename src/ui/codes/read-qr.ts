/** Reads QR codes out of pictures: a picture file, what a camera sees, or plain pixels. */
import { ok, refused, type Result } from '../../base/result.ts';
import { decodeQR } from 'qr/decode.js';

/** Pixels row by row, four bytes each: red, green, blue, opacity. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray | Uint8Array;
}

/** A larger picture is made smaller first, in pixels a side. */
const greatestSide = 2_000;

/** What the code in these pixels says; undefined where none is found. */
export function readCode({ width, height, data }: Pixels): string | undefined {
	try {
		const bytes = data instanceof Uint8ClampedArray ? data : new Uint8ClampedArray(data);
		return decodeQR({ width, height, data: bytes }, { format: 'RGBA' });
	} catch {
		// The library has no other word for "none here".
		return undefined;
	}
}

/** What the code in a picture file says, or why there is none. */
export async function readCodeOfFile(file: Blob): Promise<Result<string, string>> {
	let picture: ImageBitmap;
	try {
		picture = await createImageBitmap(file);
	} catch {
		return refused(
			'This file is no picture that the browser can open. Choose a PNG or JPEG, or paste the code as text.',
		);
	}
	try {
		const pixels = pixelsOf(picture, picture);
		const text = pixels && readCode(pixels);
		return text === undefined
			? refused(
					'There is no QR code to be read in this picture. Take one that shows all of it, straight and sharp, or paste the code as text.',
				)
			: ok(text);
	} finally {
		picture.close();
	}
}

/** What the code before the camera says, if one is in the video's present frame. */
export function readCodeOfVideo(video: HTMLVideoElement): string | undefined {
	const { videoWidth: width, videoHeight: height } = video;
	const pixels = width > 0 && height > 0 ? pixelsOf(video, { width, height }) : undefined;
	return pixels && readCode(pixels);
}

function pixelsOf(
	source: CanvasImageSource,
	{ width, height }: { readonly width: number; readonly height: number },
): Pixels | undefined {
	const scale = Math.min(1, greatestSide / Math.max(width, height));
	const [wide, high] = [
		Math.max(1, Math.round(width * scale)),
		Math.max(1, Math.round(height * scale)),
	];
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [wide, high];
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) return undefined;
	// What is see-through in a picture is paper.
	context.fillStyle = 'white';
	context.fillRect(0, 0, wide, high);
	context.drawImage(source, 0, 0, wide, high);
	return context.getImageData(0, 0, wide, high);
}
