/** What the company of the example examines, promises, runs, buys and fears. */
import { addDays, addMonths, type CalendarDate } from '../../base/calendar-date.ts';
import type { RecordValues } from '../commands/records/add-records.ts';
import { ownerOf } from './people.ts';

type Rows = Readonly<Record<string, RecordValues>>;

export function examplePolicies(today: CalendarDate): Rows {
	const policy = (name: string, kind: string, role: string, daysAgo: number): RecordValues => ({
		name,
		kind,
		owner: ownerOf(role),
		version: '3.1',
		status: 'inForce',
		approved: addDays(today, -daysAgo),
		approvedBy: ownerOf('Chief Operating Officer'),
		reviewDue: addDays(today, 365 - daysAgo),
	});
	return {
		security: policy('Information security policy', 'informationSecurity', 'Security lead', 130),
		access: policy('Access control policy', 'accessControl', 'IT lead', 130),
		change: policy('Change and development standard', 'changeManagement', 'Engineering lead', 96),
		incident: policy('Incident response plan', 'incidentResponse', 'Security lead', 210),
		continuity: policy('Continuity and recovery plan', 'businessContinuity', 'Platform lead', 356),
		risk: policy('Risk management procedure', 'riskManagement', 'Compliance lead', 88),
		vendor: policy('Vendor management procedure', 'vendorManagement', 'Legal lead', 402),
		data: policy('Data classification and retention', 'dataClassification', 'Legal lead', 160),
		conduct: policy('Code of conduct', 'codeOfConduct', 'Head of People', 75),
	};
}

/** By the domain of the controls that run on them, where there is one. */
export function exampleSystems(vendors: Readonly<Record<string, string>>): Rows {
	const system = (name: string, kind: string, role: string, more: RecordValues): RecordValues => ({
		name,
		kind,
		owner: ownerOf(role),
		scope: 'in',
		environment: 'production',
		...more,
	});
	const by = (name: string) => ({ vendors: [vendors[name]].filter(Boolean) });
	return {
		app: system('Lanternfish platform', 'application', 'Platform lead', {
			purpose: 'The product customers use',
			dataClass: 'confidential',
			retention: 'Contract and 60 days',
			personalData: 'yes',
			recoveryTarget: '4',
			recoveryTested: '6',
		}),
		NS: system('AWS production account', 'infrastructure', 'Platform lead', by('aws')),
		BC: system('Customer database', 'dataStore', 'Platform lead', {
			...by('aws'),
			dataClass: 'confidential',
			retention: 'Contract and 60 days',
			personalData: 'yes',
			recoveryTarget: '4',
			recoveryTested: '3',
		}),
		DP: system('Object storage', 'dataStore', 'Platform lead', {
			...by('aws'),
			dataClass: 'confidential',
		}),
		AC: system('Okta', 'identityProvider', 'IT lead', by('okta')),
		CM: system('GitHub', 'codeRepository', 'Engineering lead', by('github')),
		HR: system('BambooHR', 'tool', 'Head of People', { personalData: 'yes' }),
		EP: system('Kandji', 'endpoint', 'IT lead', {}),
		IR: system('PagerDuty', 'tool', 'Security lead', {}),
		LM: system('Datadog', 'tool', 'Platform lead', by('datadog')),
		website: {
			name: 'Marketing website',
			kind: 'application',
			scope: 'out',
			scopeReason: 'Holds no customer data and no log-in',
			owner: ownerOf('Product lead'),
		},
	};
}

export function exampleVendors(today: CalendarDate): Rows {
	return {
		aws: {
			name: 'Amazon Web Services',
			service: 'Hosting, databases, storage and backups',
			tier: 'critical',
			method: 'carveOut',
			owner: ownerOf('Platform lead'),
			personalData: 'yes',
			agreementSigned: addDays(today, -800),
			reportType: 'soc2Type2',
			reportFrom: addMonths(today, -14),
			reportTo: addMonths(today, -2),
			opinion: 'unmodified',
			reportReviewed: addDays(today, -25),
			reviewer: ownerOf('Security lead'),
			reviewDue: addDays(today, 340),
			criteria: ['CC6.4', 'A1.2'],
		},
		okta: {
			name: 'Okta',
			service: 'Log-in of employees',
			tier: 'high',
			method: 'carveOut',
			owner: ownerOf('IT lead'),
			personalData: 'yes',
			agreementSigned: addDays(today, -600),
			reportType: 'soc2Type2',
			reportFrom: addMonths(today, -20),
			reportTo: addMonths(today, -8),
			opinion: 'unmodified',
			exceptions: 'Two leavers kept access for three days',
			reportReviewed: addDays(today, -230),
			reviewer: ownerOf('IT lead'),
			reviewDue: addDays(today, -12),
			criteria: ['CC6.1', 'CC6.2'],
		},
		github: {
			name: 'GitHub',
			service: 'Source code and releases',
			tier: 'high',
			method: 'notSubservice',
			owner: ownerOf('Engineering lead'),
			personalData: 'no',
			reportType: 'soc2Type2',
			reviewDue: addDays(today, 95),
		},
		datadog: {
			name: 'Datadog',
			service: 'Logs, metrics and alerts',
			tier: 'medium',
			method: 'notSubservice',
			owner: ownerOf('Platform lead'),
			personalData: 'yes',
			reviewDue: addDays(today, 41),
		},
	};
}

export function exampleBoundary(): Rows {
	const inside = (name: string, kind: string, description: string): RecordValues => ({
		name,
		kind,
		scope: 'in',
		description,
	});
	return {
		service: inside('Lanternfish platform', 'service', 'Scheduling for field teams, as a service'),
		infrastructure: inside('AWS, region eu-west-1', 'infrastructure', 'Two availability zones'),
		software: inside('Web application, API and mobile app', 'software', 'Built by us'),
		people: inside('Engineering, support, security, people team', 'people', '41 employees'),
		data: inside('Customer data', 'data', 'Jobs, addresses, contacts of customers’ clients'),
		procedures: inside('Policies and runbooks', 'procedures', 'Kept in the company wiki'),
		analytics: {
			name: 'Internal analytics',
			kind: 'software',
			scope: 'out',
			reason: 'Holds counts only, no customer data',
		},
	};
}

export function exampleCommitments(): Rows {
	return {
		uptime: {
			commitmentId: 'C-1',
			text: 'The service is available 99.9 % of each month.',
			kind: 'commitment',
			categories: ['availability'],
			criteria: ['A1.1', 'A1.2'],
			document: 'Service level agreement',
			approvedBy: ownerOf('Chief Operating Officer'),
		},
		protect: {
			commitmentId: 'C-2',
			text: 'Customer data is protected against unauthorised access, at rest and on its way.',
			kind: 'commitment',
			categories: ['security'],
			criteria: ['CC6.1', 'CC6.7'],
			document: 'Master agreement, section 7',
			approvedBy: ownerOf('Legal lead'),
		},
		delete: {
			commitmentId: 'C-3',
			text: 'Customer data is deleted within 60 days after the contract ends.',
			kind: 'commitment',
			categories: ['confidentiality'],
			criteria: ['C1.2'],
			document: 'Data agreement',
			approvedBy: ownerOf('Legal lead'),
		},
		mfa: {
			commitmentId: 'R-1',
			text: 'Every log-in of an employee needs a second factor.',
			kind: 'requirement',
			categories: ['security'],
			criteria: ['CC6.1'],
			document: 'Information security policy',
		},
	};
}

export function exampleComplementary(vendors: Readonly<Record<string, string>>): Rows {
	const of = (name: string) => [vendors[name] ?? ''];
	return {
		halls: {
			reference: 'CSOC-1',
			kind: 'csoc',
			statement: 'Entry to data halls is limited to people with a need, and watched.',
			vendors: of('aws'),
			criteria: ['CC6.4'],
		},
		power: {
			reference: 'CSOC-2',
			kind: 'csoc',
			statement: 'Power, cooling and fire protection of data halls are kept up and tested.',
			vendors: of('aws'),
			criteria: ['A1.2'],
		},
		users: {
			reference: 'CUEC-1',
			kind: 'cuec',
			statement: 'Customers give and take away the accounts of their own users.',
			criteria: ['CC6.2', 'CC6.3'],
		},
		duty: {
			reference: 'OKTA-4',
			kind: 'duty',
			statement: 'The customer reviews administrators of its tenant.',
			vendors: of('okta'),
			criteria: ['CC6.3'],
		},
	};
}

export function exampleRisks(today: CalendarDate): Rows {
	const risk = (riskId: string, title: string, more: RecordValues): RecordValues => ({
		riskId,
		title,
		treatment: 'reduce',
		owner: ownerOf('Security lead'),
		status: 'open',
		reviewed: addDays(today, -60),
		...more,
	});
	return {
		credentials: risk('R-01', 'Stolen employee credentials', {
			likelihood: '3',
			impact: '5',
			residualLikelihood: '1',
			residualImpact: '5',
			criteria: ['CC6.1', 'CC6.2'],
			plan: 'Second factor for all, device trust',
			due: addDays(today, 30),
		}),
		outage: risk('R-02', 'Loss of the hosting region', {
			likelihood: '2',
			impact: '5',
			residualLikelihood: '2',
			residualImpact: '3',
			criteria: ['A1.2', 'A1.3'],
			owner: ownerOf('Platform lead'),
			due: addDays(today, 60),
		}),
		supplier: risk('R-03', 'Breach at a vendor with customer data', {
			likelihood: '3',
			impact: '4',
			criteria: ['CC9.2'],
			owner: ownerOf('Legal lead'),
		}),
		change: risk('R-04', 'Faulty release reaches customers', {
			likelihood: '4',
			impact: '3',
			residualLikelihood: '2',
			residualImpact: '3',
			criteria: ['CC8.1'],
			owner: ownerOf('Engineering lead'),
			status: 'treated',
		}),
		fraud: risk('R-05', 'Employee changes invoices for gain', {
			likelihood: '1',
			impact: '3',
			fraud: 'yes',
			treatment: 'accept',
			status: 'accepted',
			criteria: ['CC3.3'],
			owner: ownerOf('Finance lead'),
		}),
	};
}
