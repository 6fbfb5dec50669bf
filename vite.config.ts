/**
 * Two builds of one app. `vite build` writes dist/, an installable app that works offline.
 * `vite build --mode single` adds dist/readiness-workbook.html, the same app in one file that opens
 * from disk. Both carry the content security policy in a meta tag.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin, PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig } from 'vitest/config';

import { preloadProgram, programInOneFile } from './vite.program.ts';

const svelteOptions: Parameters<typeof svelte>[0] = {
	configFile: false,
	// Our components are in runes mode; libraries say for themselves what they are.
	dynamicCompileOptions: ({ filename }) =>
		filename.includes('node_modules') ? {} : { runes: true },
};

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
	readonly version: string;
};
const singleFileName = 'readiness-workbook.html';

/** Milliseconds a test may take. A busy machine is slow: time says nothing about what is right. */
const unhurried = 30_000;

export default defineConfig(({ mode }) => {
	const single = mode === 'single';
	return {
		base: './',
		// lib0's own paints words in the page, by 20 kB that every start would load.
		resolve: {
			alias: {
				'lib0/logging': fileURLToPath(new URL('src/workbook/yjs-console.ts', import.meta.url)),
			},
		},
		define: { __APP_VERSION__: JSON.stringify(version) },
		plugins: [svelte(svelteOptions), ...(single ? singleFilePlugins() : appPlugins())],
		worker: { format: 'iife' },
		build: {
			target: 'es2022',
			modulePreload: { polyfill: false },
			...(single ? {} : { rolldownOptions: { output: { codeSplitting: programInOneFile() } } }),
			// The exchange worker holds SheetJS and is loaded on the first import or export only.
			chunkSizeWarningLimit: 700,
			// The second build adds its one file to what the first has written.
			emptyOutDir: !single,
			copyPublicDir: !single,
		},
		test: {
			// As many as there are cores; Vitest would leave one of two idle.
			maxWorkers: '100%',
			projects: [
				{
					extends: true,
					test: {
						name: 'node',
						include: ['test/**/*.test.ts'],
						exclude: ['test/**/*.svelte.test.ts', 'test/e2e/**'],
						setupFiles: ['test/support/fast-check-setup.ts'],
						// These tests change no globals: files of one worker share their modules.
						isolate: false,
						testTimeout: unhurried,
					},
				},
				{
					extends: true,
					plugins: [svelteTesting()],
					test: {
						name: 'components',
						environment: 'jsdom',
						// Each file has a page of its own, as with processes, for half the work.
						pool: 'vmThreads',
						include: ['test/**/*.svelte.test.ts'],
						setupFiles: ['test/support/component-setup.ts'],
						testTimeout: unhurried,
					},
				},
			],
		},
	};
});

function appPlugins(): PluginOption[] {
	return [
		preloadProgram(),
		contentSecurityPolicy(),
		VitePWA({
			// No skipWaiting: a new version starts when the last tab of the old one is closed.
			registerType: 'prompt',
			injectRegister: null,
			manifest: {
				name: 'Readiness Workbook',
				short_name: 'Readiness',
				description: 'A SOC 2 readiness workbook that lives in your browser.',
				id: './',
				start_url: './',
				scope: './',
				display: 'standalone',
				background_color: '#f5f6f8',
				theme_color: '#2456c4',
				icons: [
					{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
					{ src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
					{ src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
					{
						src: 'icon-maskable-512.png',
						sizes: '512x512',
						type: 'image/png',
						purpose: 'maskable',
					},
				],
			},
			workbox: {
				globPatterns: ['**/*.{html,js,css,svg,png,woff2,json,webmanifest}'],
				globIgnores: ['screenshot.png', singleFileName],
				maximumFileSizeToCacheInBytes: 10 * 1024 * 1024,
				navigateFallbackDenylist: [new RegExp(`/${singleFileName}$`)],
				inlineWorkboxRuntime: true,
				sourcemap: false,
			},
		}),
	];
}

/** Puts the policy of the served app before everything it rules; `vite dev` needs inline code. */
function contentSecurityPolicy(): Plugin {
	return {
		name: 'content-security-policy',
		apply: 'build',
		transformIndexHtml: {
			order: 'post',
			handler: (html) =>
				withPolicy(html, {
					'script-src': "'self'",
					'style-src': "'self'",
					'img-src': "'self' data: blob:",
					'worker-src': "'self' blob:",
					'connect-src': "'self'",
					'manifest-src': "'self'",
				}),
		},
	};
}

function singleFilePlugins(): PluginOption[] {
	return [inlineIcons(), viteSingleFile(), sealSingleFile()];
}

/** Icons named in index.html as data URIs, since the one file has no neighbours. */
function inlineIcons(): Plugin {
	const mimeTypes = { svg: 'image/svg+xml', png: 'image/png' };
	return {
		name: 'inline-icons',
		transformIndexHtml: {
			order: 'pre',
			handler: (html) =>
				html.replace(/href="\/([\w-]+\.(svg|png))"/g, (_, name: string, type: 'svg' | 'png') => {
					const base64 = readFileSync(new URL(`public/${name}`, import.meta.url), 'base64');
					return `href="data:${mimeTypes[type]};base64,${base64}"`;
				}),
		},
	};
}

/** Must come last: names the file and allows exactly the inline code that the others left in it. */
function sealSingleFile(): Plugin {
	return {
		name: 'seal-single-file',
		enforce: 'post',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				const page = bundle['index.html'];
				if (page?.type !== 'asset') this.error('The single file build made no index.html');
				const html = String(page.source);
				// The HTML parser rewrites these inside a script, so the hash would not match any more.
				if (html.includes('\r') || html.includes('\0'))
					this.error('The single file holds a raw CR or NUL character');
				const scripts = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
				const styles = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
				const source = withPolicy(html, {
					'script-src': hashes(html, scripts),
					'style-src': hashes(html.replace(scripts, ''), styles),
					'img-src': 'data: blob:',
					'worker-src': 'blob:',
					'connect-src': "'none'",
					'manifest-src': "'none'",
				});
				delete bundle['index.html'];
				this.emitFile({ type: 'asset', fileName: singleFileName, source });
			},
		},
	};
}

/** The CSP hash sources (Content Security Policy Level 3, 2.3.1) of each inline element's text. */
function hashes(html: string, elements: RegExp): string {
	const sources = Array.from(html.matchAll(elements), ([, text = '']) => {
		const digest = createHash('sha256').update(text).digest('base64');
		return `'sha256-${digest}'`;
	});
	return sources.join(' ') || "'none'";
}

function withPolicy(html: string, sources: Readonly<Record<string, string>>): string {
	const policy = Object.entries({
		'default-src': "'none'",
		...sources,
		'base-uri': "'none'",
		'form-action': "'none'",
		'object-src': "'none'",
		'require-trusted-types-for': "'script'",
		'trusted-types': 'svelte-trusted-html default',
	})
		.map(([directive, value]) => `${directive} ${value}`)
		.join('; ');
	const charset = '<meta charset="utf-8" />';
	if (!html.includes(charset)) throw new Error(`index.html does not begin with ${charset}`);
	const meta = `${charset}\n\t\t<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
	return html.replace(charset, () => meta);
}
