/**
 * Whether the browser keeps this page from other computers in the local network: Chromium asks
 * people before a page may reach them (Local Network Access), and remembers a no.
 */

/** True only where the browser says so; browsers without such a permission say nothing. */
export async function isLocalNetworkDenied(): Promise<boolean> {
	try {
		// Newer than the type library's list of names; other browsers reject the name.
		const name = 'local-network' as PermissionName;
		return (await navigator.permissions.query({ name })).state === 'denied';
	} catch {
		return false;
	}
}
