/** How a screen hands bytes to the browser's download; the app has the one implementation. */
export type Download = (bytes: Uint8Array, name: string, type: string) => void;
