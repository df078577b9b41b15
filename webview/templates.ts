/** Texts to begin an empty file with: small, whole and without findings. */

export interface Template {
  readonly title: string;
  readonly about: string;
  readonly text: string;
}

/** `today` is an ISO date: when the procedure was last reviewed. */
export function templates(today: string): readonly Template[] {
  return [
    {
      title: 'Two levels',
      about: 'Frontline and leadership, from the first message to the review',
      text: `sop customer-escalation "Customer escalation" {
  version "1.0"
  status draft
  owner cs-lead
  review every 90 days last ${today}
}

team success "Customer Success" { calendar office }
calendar office { timezone "Europe/London" open mon to fri 09:00 to 17:30 }
role csm "Customer Success Manager" { team success backup cs-lead reports to cs-lead }
role cs-lead "Head of Customer Success" { team success backup csm }
channel email "Email"

trigger complaint "A customer escalates" {
  when executive-complaint
  -> frontline
}

level frontline "L1 Frontline" {
  owner csm
  acknowledge within 1 business hour
  resolve within 2 business days
  update customer every 1 business day via email
  escalate after 2 business days -> leadership

  notify customer "We are on it" by csm via email within 30 min
  action classify "Find out what is wrong" by csm within 2 h
  decide solvable "Can we solve it ourselves?" by csm {
    "Yes" -> resolved
    otherwise -> leadership
  }
}

level leadership "L2 Leadership" {
  owner cs-lead
  resolve within 3 business days
  action "Call the customer and agree on a plan" by cs-lead within 1 business day -> resolved
}

resolution resolved "Resolved" {
  require "The customer confirms" judged by csm
  reopen within 14 days -> frontline
  notify customer "What we did" by csm via email
  -> closed
}
closure closed "Closed" {
  action "Review what happened" by cs-lead within 5 business days
}
`,
    },
    {
      title: 'Only the frame',
      about: 'The header, one trigger, one level, one way out',
      text: `sop my-procedure "My procedure" {
  version "0.1"
  status draft
  owner owner-role
  review every 90 days last ${today}
}

role owner-role "Owner"

trigger start "What starts it" {
  when executive-complaint
  -> first
}

level first "L1" {
  owner owner-role
  resolve within 8 h
  action "Do this" within 1 h -> done
}

resolution done "Resolved" {
  require "The customer confirms" judged by owner-role
  notify customer "It is solved" by owner-role
  -> closed
}
closure closed "Closed"
`,
    },
  ];
}
