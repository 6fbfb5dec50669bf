/** The camera looking for a QR code: on from a click until something was read or it is stopped. */
import { readCodeOfVideo } from './read-qr.ts';

export type CameraState = 'off' | 'asking' | 'on';

/** Looking more often would only make the computer warm, in milliseconds. */
const betweenLooks = 150;

export class CameraScan {
	readonly #onread: (text: string) => void;
	#state = $state.raw<CameraState>('off');
	#problem = $state.raw<string>();
	#stream = $state.raw<MediaStream>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(onread: (text: string) => void) {
		this.#onread = onread;
	}

	get state(): CameraState {
		return this.#state;
	}

	/** Why there is no picture, and what to do. */
	get problem(): string | undefined {
		return this.#problem;
	}

	/** What the camera sees, for a video element. */
	get stream(): MediaStream | undefined {
		return this.#stream;
	}

	/** Asks for the camera; the browser asks the person. */
	async start(): Promise<void> {
		if (this.#state !== 'off') return;
		this.#problem = undefined;
		this.#state = 'asking';
		try {
			const stream = await navigator.mediaDevices.getUserMedia({
				video: { facingMode: 'environment', width: { ideal: 1280 } },
			});
			if (this.#isOff()) {
				endOf(stream);
				return;
			}
			this.#stream = stream;
			this.#state = 'on';
		} catch (error) {
			this.stop();
			this.#problem = wordsFor(error);
		}
	}

	/** Looks for a code in a video of the stream until there is one. */
	watch(video: HTMLVideoElement): void {
		this.#timer = setTimeout(() => {
			if (this.#state !== 'on') return;
			const text = readCodeOfVideo(video);
			if (text === undefined) {
				this.watch(video);
				return;
			}
			this.stop();
			this.#onread(text);
		}, betweenLooks);
	}

	/** Lets go of the camera: its light goes out. */
	stop(): void {
		clearTimeout(this.#timer);
		endOf(this.#stream);
		this.#stream = undefined;
		this.#state = 'off';
	}

	/** Asked again after waiting: it may have been stopped meanwhile. */
	#isOff(): boolean {
		return this.#state === 'off';
	}
}

function endOf(stream: MediaStream | undefined): void {
	for (const track of stream?.getTracks() ?? []) track.stop();
}

function wordsFor(error: unknown): string {
	const name = error instanceof Error ? error.name : '';
	if (name === 'NotAllowedError') {
		return 'The browser does not let this page use the camera. Allow it in the settings of this site, or paste the code as text.';
	}
	if (name === 'NotFoundError') {
		return 'This computer has no camera. Choose a picture of the code, or paste the code as text.';
	}
	return 'The camera could not be started; another program may be using it. Choose a picture of the code, or paste it as text.';
}
