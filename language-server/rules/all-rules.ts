/** Every rule, in the order of its family: a new one is its own file and a line here. */
import { closeCriteria } from './close-criteria.js';
import { closeLearn } from './close-learn.js';
import { documentApproval } from './document-approval.js';
import { documentLink } from './document-link.js';
import { documentOwner } from './document-owner.js';
import { documentRetired } from './document-retired.js';
import { documentReview } from './document-review.js';
import { documentTribal } from './document-tribal.js';
import { documentTwins } from './document-twins.js';
import { flowDeadEnd } from './flow-dead-end.js';
import { flowStart } from './flow-start.js';
import { flowUnreachable } from './flow-unreachable.js';
import { flowUnresolved } from './flow-unresolved.js';
import { ignoreReason } from './ignore-reason.js';
import { ignoreUnknown } from './ignore-unknown.js';
import { peopleOwner } from './people-owner.js';
import type { Rule } from './rule.js';
import { talkLeak } from './talk-leak.js';
import { talkSilent } from './talk-silent.js';
import { talkTemplate } from './talk-template.js';

export const allRules: readonly Rule[] = [
  peopleOwner,
  flowStart,
  flowUnreachable,
  flowDeadEnd,
  flowUnresolved,
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
