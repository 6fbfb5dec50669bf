/** The six frameworks that the catalogue maps SOC 2 to, by the ids their facts are kept under. */
export const frameworkIds = [
	'iso27001',
	'csf2',
	'nist80053r5',
	'hipaaSecurityRule',
	'pciDss401',
	'gdpr',
] as const;

export type FrameworkId = (typeof frameworkIds)[number];

/** True for the ids of the six. */
export function isFrameworkId(id: string): id is FrameworkId {
	return frameworkIds.some((known) => known === id);
}
