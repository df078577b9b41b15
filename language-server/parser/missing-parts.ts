/** What an element must have though the grammar lets it go without, so that half-written ones are still understood. */
import type { AstNode } from 'langium';
import type {
  Approval,
  Cadence,
  Deadline,
  Decision,
  Handoff,
  Parallel,
  SopAstType,
  Template,
  Trigger,
  Wait,
} from '../generated/ast.js';
import { beginning, type Fault, propertyRange } from './fault.js';

type Check<T> = (node: T) => (string | Fault | false)[];

const checks: { readonly [T in keyof SopAstType]?: Check<SopAstType[T]> } = {
  Trigger: ({ items }: Trigger) => [
    !has(items, 'When') && 'A trigger needs a condition, as in: when health-score < 60',
    !has(items, 'Jump') && "A trigger needs '->' and where it leads, as in: -> frontline",
  ],
  Template: ({ properties }: Template) => [!has(properties, 'Body') && 'A template needs a body, as in: body "Hi {customer}"'],
  Deadline: ({ items }: Deadline) => [
    !has(items, 'DeadlineWithin') && "A deadline needs 'within' and a duration, as in: within 8 weeks",
    !has(items, 'DeadlineMet') && "A deadline needs 'met by' and the steps that meet it, as in: met by review.final",
  ],
  Decision: ({ branches }: Decision) => [branches.length === 0 && 'A decision needs answers, as in: "Yes" -> resolved'],
  // `approved by` in the header is an approval too, of the procedure itself.
  Approval: ({ approved, rejected, $container }: Approval) => [
    $container.$type !== 'Header' &&
      approved.length === 0 &&
      "An approval needs 'approved' and how it goes on then, as in: approved -> resolved",
    $container.$type !== 'Header' &&
      rejected.length === 0 &&
      "An approval needs 'rejected' and how it goes on then, as in: rejected -> frontline",
  ],
  // One without a limit is whole, and a finding of its own (time/no-way-out).
  Wait: ({ limits, elses }: Wait) => [
    limits.length > 0 && elses.length === 0 && "A wait needs 'else' and a way out, as in: else -> technical",
  ],
  Parallel: ({ lanes }: Parallel) => [
    lanes.length === 0 && 'A parallel needs lanes, as in: lane "Talk" { notify customer by csm }',
  ],
  Handoff: ({ to }: Handoff) => [to.length === 0 && "A handoff needs 'to' and the roles that take over, as in: to night-desk"],
  Cadence: (node: Cadence) => [
    node.unit !== undefined && !/^(day|week|month)$/.test(node.unit)
      ? {
          message: "'per' must be followed by day, week or month, as in: 2 times per week",
          range: propertyRange(node, 'unit'),
        }
      : false,
  ],
};

/** What one element lacks. */
export function missingParts(node: AstNode): Fault[] {
  const check = checks[node.$type as keyof SopAstType] as Check<AstNode> | undefined;
  if (!check) return [];
  return check(node).flatMap((fault) => {
    if (!fault) return [];
    return typeof fault === 'string' ? [{ message: fault, range: beginning(node) }] : [fault];
  });
}

function has(parts: readonly { $type: string }[], type: string): boolean {
  return parts.some((part) => part.$type === type);
}
