import { expect, it } from 'vitest';
import { addressOf } from '../../../../src/features/registers/cells/address.ts';

it('leads to pages and to mail, whatever the case and the blanks around it', () => {
	expect(addressOf(' https://wiki.example.com/a?b=c ')).toEqual({
		href: 'https://wiki.example.com/a?b=c',
		isMail: false,
	});
	expect(addressOf('HTTP://intranet/policies')?.href).toBe('http://intranet/policies');
	expect(addressOf('mailto:policies@example.com')?.isMail).toBe(true);
});

it.each([
	'javascript:alert(1)',
	'JavaScript:alert(1)',
	'java\tscript:alert(1)',
	'data:text/html,hello',
	'file:///etc/passwd',
	'wiki > Policies',
	'https://',
	'https://two words',
	'',
])('leads nowhere from %j', (text) => {
	expect(addressOf(text)).toBeUndefined();
});
