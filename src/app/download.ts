/** Hands a file's content to the browser's download, by a blob link that is gone at once. */
export function download(content: Uint8Array | Blob, name: string, type: string): void {
	const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}
