/** Draws the app: the one place where it is mounted. */
import { mount, type ComponentProps } from 'svelte';
import App from './App.svelte';

/** Puts the app into an empty element. */
export function showApp(target: HTMLElement, props: ComponentProps<typeof App>): void {
	mount(App, { target, props });
}
