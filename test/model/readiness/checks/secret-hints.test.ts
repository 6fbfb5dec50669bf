import { describe, expect, it } from 'vitest';
import { hintsAtSecrets } from '../../../../src/model/readiness/checks/secret-hints.ts';

describe('a hint at secrets or personal data', () => {
	it.each([
		'prod_db-password.txt',
		'Passwords of the service accounts',
		'signing.key',
		'API keys, Q2',
		'Copy of the passport',
		'Payroll with SSN',
		'Social security numbers of staff',
		'client_secret in the log',
	])('is seen in “%s”', (text) => {
		expect(hintsAtSecrets(text)).toBe(true);
	});

	it.each([
		'',
		'Password policy 2026',
		'Password, lockout and session settings',
		'Key control list',
		'Key and secret inventory with rotation',
		'Key management procedure',
		'Monkey tests',
		'Tokens rotation log',
	])('is not seen in “%s”', (text) => {
		expect(hintsAtSecrets(text)).toBe(false);
	});
});
