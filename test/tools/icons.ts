/** Renders public/icon.svg into the PNG sizes that systems ask for: `npx tsx test/tools/icons.ts`. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { browserFlags, findBrowser } from './browser.ts';

const folder = new URL('../../public/', import.meta.url);
const background = '#2456c4';

// A maskable icon keeps its mark inside the middle 80 % (W3C Web App Manifest, icon masks).
const icons = [
	{ name: 'icon-180.png', size: 180, mark: 180, fill: background },
	{ name: 'icon-192.png', size: 192, mark: 192, fill: 'transparent' },
	{ name: 'icon-512.png', size: 512, mark: 512, fill: 'transparent' },
	{ name: 'icon-maskable-512.png', size: 512, mark: 420, fill: background },
];

const svg = await readFile(new URL('icon.svg', folder), 'utf8');
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
const page = await browser.newPage();
for (const { name, size, mark, fill } of icons) {
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(
		`<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${fill}}
		svg{width:${mark}px;height:${mark}px}</style>${svg}`,
	);
	await page.screenshot({ path: fileURLToPath(new URL(name, folder)), omitBackground: true });
}
await browser.close();
