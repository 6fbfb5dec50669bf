/** Time as carriers need it: tests turn it by hand. */
export interface Timer {
	/** Calls `action` once after `milliseconds`; returns the function that calls it off. */
	after(milliseconds: number, action: () => void): () => void;
}

/** The timer of a real page. */
export const pageTimer: Timer = {
	after(milliseconds, action) {
		const handle = setTimeout(action, milliseconds);
		return () => clearTimeout(handle);
	},
};
