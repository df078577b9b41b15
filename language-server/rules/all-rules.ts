/** Every rule, in the order of its family: a new one is its own file and a line here. */
import { closeCriteria } from './close-criteria.js';
import { closeLearn } from './close-learn.js';
import { conditionAlways } from './condition-always.js';
import { conditionDirection } from './condition-direction.js';
import { conditionNever } from './condition-never.js';
import { conditionRange } from './condition-range.js';
import { conditionType } from './condition-type.js';
import { conditionUnit } from './condition-unit.js';
import { conditionVague } from './condition-vague.js';
import { conditionWindow } from './condition-window.js';
import { decisionGap } from './decision-gap.js';
import { decisionOverlap } from './decision-overlap.js';
import { decisionShadowed } from './decision-shadowed.js';
import { decisionSingle } from './decision-single.js';
import { documentApproval } from './document-approval.js';
import { documentLink } from './document-link.js';
import { documentOwner } from './document-owner.js';
import { documentRetired } from './document-retired.js';
import { documentReview } from './document-review.js';
import { documentTribal } from './document-tribal.js';
import { documentTwins } from './document-twins.js';
import { flowApprovals } from './flow-approvals.js';
import { flowDeadEnd } from './flow-dead-end.js';
import { flowEndless } from './flow-endless.js';
import { flowParallel } from './flow-parallel.js';
import { flowSize } from './flow-size.js';
import { flowStart } from './flow-start.js';
import { flowUnreachable } from './flow-unreachable.js';
import { flowUnresolved } from './flow-unresolved.js';
import { ignoreReason } from './ignore-reason.js';
import { ignoreUnknown } from './ignore-unknown.js';
import { peopleAuthority } from './people-authority.js';
import { peopleBackup } from './people-backup.js';
import { peopleFourEyes } from './people-four-eyes.js';
import { peopleLoop } from './people-loop.js';
import { peopleNoGain } from './people-no-gain.js';
import { peopleOwner } from './people-owner.js';
import { peopleUnfilled } from './people-unfilled.js';
import { peopleUnused } from './people-unused.js';
import type { Rule } from './rule.js';
import { severityGap } from './severity-gap.js';
import { severityOrder } from './severity-order.js';
import { severitySame } from './severity-same.js';
import { severityShadowed } from './severity-shadowed.js';
import { talkLeak } from './talk-leak.js';
import { talkSilent } from './talk-silent.js';
import { talkTemplate } from './talk-template.js';
import { timeBudget } from './time-budget.js';
import { timeBusinessHours } from './time-business-hours.js';
import { timeCadence } from './time-cadence.js';
import { timeCoverage } from './time-coverage.js';
import { timeDeadline } from './time-deadline.js';
import { timeHandoff } from './time-handoff.js';
import { timeLateEscalation } from './time-late-escalation.js';
import { timeNoWayOut } from './time-no-way-out.js';
import { timeOrder } from './time-order.js';
import { triggerConflict } from './trigger-conflict.js';
import { triggerImplied } from './trigger-implied.js';
import { triggerJudgementOnly } from './trigger-judgement-only.js';

export const allRules: readonly Rule[] = [
  conditionType,
  conditionUnit,
  conditionRange,
  conditionNever,
  conditionAlways,
  conditionWindow,
  conditionDirection,
  conditionVague,
  triggerJudgementOnly,
  triggerImplied,
  triggerConflict,
  severityGap,
  severityShadowed,
  severityOrder,
  severitySame,
  decisionGap,
  decisionOverlap,
  decisionShadowed,
  decisionSingle,
  timeBudget,
  timeOrder,
  timeNoWayOut,
  timeLateEscalation,
  timeCadence,
  timeBusinessHours,
  timeCoverage,
  timeHandoff,
  timeDeadline,
  peopleOwner,
  peopleBackup,
  peopleLoop,
  peopleNoGain,
  peopleAuthority,
  peopleFourEyes,
  peopleUnfilled,
  peopleUnused,
  flowStart,
  flowUnreachable,
  flowDeadEnd,
  flowUnresolved,
  flowEndless,
  flowParallel,
  flowApprovals,
  flowSize,
  talkSilent,
  talkLeak,
  talkTemplate,
  closeCriteria,
  closeLearn,
  documentOwner,
  documentReview,
  documentApproval,
  documentTribal,
  documentLink,
  documentTwins,
  documentRetired,
  ignoreReason,
  ignoreUnknown,
];
