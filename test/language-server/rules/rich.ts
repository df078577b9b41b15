/** A procedure with one of nearly everything, in which nothing is wrong: what the mutation test breaks. */
export const rich = `sop account-escalation "Account escalation" {
  version "2.0"
  status active
  owner head
  approved by head on 2026-09-01
  review every 90 days last 2026-11-01
  applies when segment is enterprise
  resolve within 3 weeks
}

team care "Customer care" { calendar office }
calendar office "Office hours" { timezone "Europe/London" open mon to fri 09:00 to 17:00 }
calendar night "Night shift" { timezone "UTC" open mon to fri 15:00 to 23:00 }

role agent "Agent" { team care backup deputy reports to lead may approve "Goodwill" up to 500 USD }
role deputy "Deputy agent"
role lead "Team lead" { team care backup head reports to head may approve "Goodwill" up to 5k USD }
role night-agent "Night agent" { calendar night }
role head "Head of support"
role driver "Escalation driver" { one of agent, night-agent backup lead }

external channel email "Email"
internal channel desk-chat "Desk chat"
template first-word "First word" { subject "Your case {ticket}" body "Hi {customer}, {owner} is on it." }
source helpdesk "Helpdesk" { provides open-critical-tickets }
metric seats-down "Seats down" { count worse when higher }

severity high "High" { when seats-down >= 100 acknowledge within 2 h }
severity low "Low" { acknowledge within 4 h }

threshold sinking "Health sinking" when health-score drops by 15 points within 30 days

trigger tickets "Critical tickets pile up" { when open-critical-tickets >= 3 -> front }
trigger health "Health falls" { when sinking example "A drop after an outage" -> front }

level front "Front line" {
  owner agent
  handles "Everything at first"
  acknowledge within 8 business hours
  resolve within 1 week
  warn lead at 75% of resolve via desk-chat
  update customer every 2 business days via email
  escalate after 1 week -> board
  notify customer "We are on it" via email using first-word within 30 min
  assign driver to agent
  action triage "Reproduce the fault" by driver within 1 h
  decide size "How many seats are down?" {
    "Many" when seats-down >= 50 -> board
    "Few" when seats-down < 50 { action "Try the known fixes" within 2 h }
  }
  wait data "Data from the customer" up to 1 day else -> board
  approve goodwill "Goodwill" of 200 USD by lead within 4 h {
    approved -> repair
    rejected { action "Explain the decision" within 1 h }
  }
  parallel "Work and write" {
    lane "Work" { action "Look into it" within 2 h }
    lane "Write" { notify customer "What we know" via email using first-word }
  }
  handoff evening "Evening" by agent to night-agent at 16:00 in utc-clock
  action repair "Repair it" within 4 h -> resolved
}
calendar utc-clock "UTC" { timezone "UTC" open always }

level board "Management" {
  owner head
  action "Call the customer" within 1 day
  notify customer "What was agreed" via email using first-word -> resolved
}

resolution resolved "Resolved" {
  require "Customer confirms the fix" judged by agent
  reopen within 14 days -> front
  -> closed
}
closure closed "Closed" {
  action "Review what happened" by lead within 5 business days
}
deadline answer "Answer due" { within 3 days met by front, board }
`;
