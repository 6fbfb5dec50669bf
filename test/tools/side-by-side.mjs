/**
 * `node test/tools/side-by-side.mjs lint check test:unit`: runs npm scripts at the same time, shows what
 * each said once it is done, and fails where one of them failed.
 */
import { spawn } from 'node:child_process';

const scripts = process.argv.slice(2);
const codes = await Promise.all(scripts.map(run));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;

/**
 * The script's exit code; 1 where it could not be started.
 * @param {string} script
 * @returns {Promise<number>}
 */
function run(script) {
	return new Promise((resolve) => {
		const child = spawn('npm', ['run', script], { shell: process.platform === 'win32' });
		/** @type {Buffer[]} */
		const said = [];
		child.stdout.on('data', (data) => said.push(data));
		child.stderr.on('data', (data) => said.push(data));
		child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
		child.on('close', (code) => {
			process.stdout.write(Buffer.concat(said));
			resolve(code ?? 1);
		});
	});
}
