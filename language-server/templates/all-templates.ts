/** The texts to begin with: whole procedures, each a lesson, and libraries to import. A new one is its file and a line here. */
import billingDispute from './billing-dispute.sop';
import complaintDeadlines from './complaint-deadlines.sop';
import fintechComplaints from './fintech-complaints.sop';
import globalOperations from './global-operations.sop';
import onboardingRisk from './onboarding-risk.sop';
import renewalRisk from './renewal-risk.sop';
import roles from './roles.sop';
import saasEnterprise from './saas-enterprise.sop';
import securityIncident from './security-incident.sop';
import severityMatrix from './severity-matrix.sop';
import smbSupport from './smb-support.sop';

export interface Template {
  /** Also the name of its file, without `.sop`. */
  readonly name: string;
  readonly title: string;
  /** What it teaches, in a sentence. */
  readonly lesson: string;
  /** Segments of the standard library it suits; empty: all. */
  readonly segments: readonly string[];
  /** `library`: to import, nothing to run. */
  readonly kind: 'procedure' | 'library';
  /** As stored: its review dates are those of the day it was written, see `new-from-template.ts`. */
  readonly text: string;
}

// biome-ignore format: one line a template
export const allTemplates: readonly Template[] = [
  { name: 'saas-enterprise', kind: 'procedure', title: 'SaaS enterprise escalation', segments: ['enterprise', 'strategic'], lesson: 'Start by what is broken: a breached SLA with the account team, an outage with engineering, both with a limit on silence.', text: saasEnterprise },
  { name: 'renewal-risk', kind: 'procedure', title: 'Renewal risk', segments: ['mid-market', 'enterprise', 'strategic'], lesson: 'Let the health score start the work a quarter ahead, and bring finance and product in before a discount is the only answer.', text: renewalRisk },
  { name: 'fintech-complaints', kind: 'procedure', title: 'Regulated complaints', segments: ['regulated'], lesson: "Prove that every way through the procedure meets the regulator's deadline, with compliance and legal at fixed stages.", text: fintechComplaints },
  { name: 'global-operations', kind: 'procedure', title: 'Follow the sun', segments: ['enterprise', 'strategic'], lesson: 'Hand a case from region to region without losing it: one holder at any time, a checklist, hours in each time zone.', text: globalOperations },
  { name: 'smb-support', kind: 'procedure', title: 'SMB escalation', segments: ['smb'], lesson: 'Keep it cheap and kind for many small accounts: two levels, one owner a case, refunds with a limit.', text: smbSupport },
  { name: 'security-incident', kind: 'procedure', title: 'Security incident communication', segments: ['enterprise', 'strategic', 'regulated', 'public-sector'], lesson: 'Speak with one voice: facts only, legal at the gate, and the 72 hours of the authority checked on every way.', text: securityIncident },
  { name: 'onboarding-risk', kind: 'procedure', title: 'Onboarding at risk', segments: ['mid-market', 'enterprise'], lesson: 'Make slipped milestones the trigger, and shrink the scope or move the date before the sponsor loses heart.', text: onboardingRisk },
  { name: 'billing-dispute', kind: 'procedure', title: 'Billing dispute', segments: [], lesson: 'Let the amount decide who may say yes, stop the clock while documents are missing, and never let people approve their own proposal.', text: billingDispute },
  { name: 'severity-matrix', kind: 'procedure', title: 'Severity matrix', segments: [], lesson: 'Write severities by impact and money so that every case has exactly one, then copy them into your own procedure.', text: severityMatrix },
  { name: 'roles', kind: 'library', title: 'Roles, teams and channels', segments: [], lesson: 'Keep who is who, their hours and their limits in one file that all procedures import.', text: roles },
  { name: 'complaint-deadlines', kind: 'library', title: 'Complaint deadlines: UK, EU, US', segments: ['regulated'], lesson: 'Business days, thresholds and required wording of complaint rules, ready to import.', text: complaintDeadlines },
];
