import type { Permission } from '../identity/policy.ts'

/** The channel on which the database tells the name of each audit event at commit. */
export const changesChannel = 'tera_changes'

/** What may change, with what it means and the permission that hearing of it needs; null is whoever is signed in. */
export const topics = {
  ORGANIZATION: { needs: null, description: 'Units, employees and reporting lines.' },
  DATA_ISSUES: { needs: 'organization.write', description: 'Issues found in the data.' },
  INDICATORS: { needs: null, description: 'The indicator catalogue with its drafts.' },
  PERIODS: { needs: null, description: 'Periods and their states.' },
  MEASUREMENTS: { needs: null, description: 'Measurements and their verification.' },
  APPRAISALS: { needs: null, description: 'Plans, ratings and appraisals with what is counted of them.' },
  SURVEYS: { needs: 'surveys.read', description: 'Surveys, their results and what follows, and public editions.' },
  COMPLAINTS: { needs: 'complaints.read', description: 'Complaints of citizens.' },
  FORUMS: { needs: null, description: 'Public consultation forums with what was agreed.' },
  MONITORING: { needs: null, description: 'Monitoring teams and their checkpoints.' },
  IMPACT: { needs: null, description: 'Evaluation designs, results and publications.' },
  PEMBINAAN: { needs: null, description: 'Needs, plans, programmes, participants and improvement plans.' },
  IMPORTS: { needs: 'imports.run', description: 'Files that are read in.' },
  SETTINGS: { needs: null, description: 'Settings of the city.' },
  USERS: { needs: 'users.manage', description: 'Users, roles, sessions and tokens.' },
  NOTICES: { needs: null, description: 'What people are told.' },
  JOBS: { needs: 'jobs.manage', description: 'Jobs of the server and outgoing mail.' },
  AUDIT: { needs: 'audit.read', description: 'The audit trail.' },
} as const satisfies Record<string, { readonly needs: Permission | null; readonly description: string }>

export type Topic = keyof typeof topics

/** Topics by the noun that begins the name of an event. Whatever is not named here is heard by those who follow the audit trail. */
const topicsOfNoun: Readonly<Record<string, readonly Topic[]>> = {
  user: ['USERS'],
  role: ['USERS'],
  session: ['USERS'],
  token: ['USERS'],
  setting: ['SETTINGS'],
  unit: ['ORGANIZATION'],
  employee: ['ORGANIZATION'],
  dataIssue: ['DATA_ISSUES'],
  indicator: ['INDICATORS'],
  period: ['PERIODS'],
  realisation: ['MEASUREMENTS', 'APPRAISALS'],
  appraisal: ['APPRAISALS'],
  appraisals: ['APPRAISALS'],
  skp: ['APPRAISALS'],
  skpTemplate: ['APPRAISALS'],
  // Told by the table of notices itself, and when somebody marks their own.
  notice: ['NOTICES'],
  notices: ['NOTICES'],
  job: ['JOBS'],
  mail: ['JOBS'],
  dialogue: ['APPRAISALS'],
  feedback: ['APPRAISALS'],
  objection: ['APPRAISALS'],
  orgPredikat: ['APPRAISALS'],
  calibration: ['APPRAISALS'],
  signal: ['APPRAISALS'],
  credits: ['APPRAISALS'],
  potential: ['APPRAISALS'],
  award: ['APPRAISALS'],
  dossier: ['APPRAISALS'],
  survey: ['SURVEYS', 'MEASUREMENTS'],
  followUp: ['SURVEYS'],
  publication: ['SURVEYS'],
  complaint: ['COMPLAINTS'],
  fkp: ['FORUMS'],
  monitoringTeam: ['MONITORING'],
  checkpoint: ['MONITORING'],
  impactDesign: ['IMPACT'],
  training: ['IMPACT'],
  impact: ['IMPACT'],
  competency: ['PEMBINAAN'],
  need: ['PEMBINAAN'],
  pembinaanPlan: ['PEMBINAAN'],
  programme: ['PEMBINAAN'],
  participant: ['PEMBINAAN'],
  certificate: ['PEMBINAAN'],
  improvement: ['PEMBINAAN'],
  // That two people met is for them alone.
  coaching: [],
  discipline: [],
  // A file may hold any of these.
  import: ['IMPORTS', 'ORGANIZATION', 'DATA_ISSUES', 'INDICATORS', 'MEASUREMENTS', 'APPRAISALS', 'COMPLAINTS', 'PEMBINAAN'],
}

export function topicsOf(event: string): readonly Topic[] {
  return [...(topicsOfNoun[event.split('.')[0] ?? ''] ?? []), 'AUDIT']
}
