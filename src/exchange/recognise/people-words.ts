/** Tells people, roles and teams from other short texts. */
const roles = new Set(
	(
		'ceo cfo cio ciso cto coo cpo cso dpo vp evp svp president director head lead leader leads chief ' +
		'manager managers officer owner owners engineer engineers engineering administrator administrators ' +
		'admin admins analyst analysts developer developers devops secops sre team teams board committee ' +
		'hr it legal compliance security infosec operations ops finance procurement executive management ' +
		'architect coordinator specialist auditor counsel steward custodian supervisor people leadership ' +
		'grc pmo soc noc iam qa helpdesk support platform infrastructure product marketing sales department ' +
		'leiter leitung beauftragter geschaftsfuhrung responsable gerente director jefe vedouci spravce manazer'
	).split(' '),
);

/** A role, a team, an e-mail address or "name <address>"; lists of them too. */
export function looksLikePerson(value: string): boolean {
	if (value.length > 120 || /\n.*\n.*\n/.test(value)) return false;
	if (/[\w.+-]+@[\w-]+\.[\w.]+/.test(value)) return true;
	const words = value
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((word) => word !== '');
	if (words.length === 0 || words.length > 8) return false;
	return (
		words.some((word) => roles.has(word)) &&
		words.filter((word) => roles.has(word)).length * 3 >= words.length
	);
}

/** Two to four capitalised words: a person's name, if the header says that people stand here. */
export function looksLikeName(value: string): boolean {
	return /^\p{Lu}[\p{L}'.-]*(?:\s+\p{Lu}[\p{L}'.-]*){1,3}$/u.test(value);
}
