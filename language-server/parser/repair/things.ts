/** What may be due at a place, in the reader's words with an example: the capital words of the notation (see notation.ts). */

/** How a thing is read. `name`: one word; `path`: words with dots; `pattern`: made of others. */
export type Shape =
  | 'name'
  | 'path'
  | 'string'
  | 'text'
  | 'number'
  | 'signed'
  | 'date'
  | 'time'
  | 'unit'
  | 'duration'
  | 'quantity'
  | 'condition'
  | 'choice'
  | 'pattern';

export interface Thing {
  readonly shape: Shape;
  /** With its article, for "must be followed by …". */
  readonly phrase: string;
  readonly example: string;
  /** The words of a `choice`. */
  readonly words?: readonly string[];
  /** The notation of a `pattern`. */
  readonly pattern?: string;
}

const name = (phrase: string, example: string): Thing => ({ shape: 'name', phrase, example });

export const things: Readonly<Record<string, Thing>> = {
  NAME: name('a name', 'frontline'),
  TITLE: { shape: 'string', phrase: 'a title in quotes', example: '"Call the customer"' },
  QUESTION: { shape: 'string', phrase: 'a question in quotes', example: '"Can it be fixed today?"' },
  STRING: { shape: 'string', phrase: 'a text in quotes', example: '"The customer is told"' },
  PATH: { shape: 'string', phrase: 'a file in quotes', example: '"./people.sop"' },
  LINK: { shape: 'string', phrase: 'an address in quotes', example: '"https://example.com/guide"' },
  ZONE: { shape: 'string', phrase: 'a time zone in quotes', example: '"Europe/London"' },
  TEXT: { shape: 'text', phrase: 'a text in quotes', example: '"Read this first"' },
  NUMBER: { shape: 'number', phrase: 'a number', example: '3' },
  SIGNED: { shape: 'signed', phrase: 'a number', example: '0' },
  DATE: { shape: 'date', phrase: 'a date', example: '2026-09-01' },
  TIME: { shape: 'time', phrase: 'a time of day', example: '17:30' },
  PERIOD: { shape: 'unit', phrase: 'day, week or month', example: '2 times per week' },
  CURRENCY: { shape: 'unit', phrase: 'a currency', example: 'USD' },
  DURATION: { shape: 'duration', phrase: 'a duration', example: '30 min or 2 business days' },
  QUANTITY: { shape: 'quantity', phrase: 'a value', example: '60, 75% or 100k USD' },
  CONDITION: { shape: 'condition', phrase: 'a condition', example: 'health-score < 60' },
  ROLE: name('a role', 'csm'),
  TEAM: name('a team', 'support'),
  CALENDAR: name('a calendar', 'london'),
  CHANNEL: name('a channel', 'email'),
  TEMPLATE: name('a template', 'acknowledgement'),
  METRIC: name('a metric', 'health-score'),
  VALUE: name('one of its values', 'enterprise'),
  SEVERITY: name('a severity', 'sev1'),
  THRESHOLD: name('a threshold', 'high-value'),
  TRIGGER: name('a trigger', 'outage'),
  LEVEL: name('a level', 'frontline'),
  PROCEDURE: name('a procedure', 'renewal-risk'),
  TARGET: { shape: 'path', phrase: 'where to go', example: 'a level or a step' },
  STEP: { shape: 'path', phrase: 'a step', example: 'frontline.triage' },
  ELEMENT: { shape: 'path', phrase: 'what to leave out', example: 'a level, step or trigger' },
  STATUS: {
    shape: 'choice',
    phrase: 'draft, active or retired',
    example: 'status active',
    words: ['draft', 'active', 'retired'],
  },
  DIRECTION: { shape: 'choice', phrase: "'higher' or 'lower'", example: 'worse when lower', words: ['higher', 'lower'] },
  PLACE: { shape: 'choice', phrase: "'before' or 'after'", example: 'insert before triage', words: ['before', 'after'] },
  MILESTONE: {
    shape: 'choice',
    phrase: 'what is promised',
    example: 'respond or resolve',
    words: ['acknowledge', 'respond', 'reply', 'diagnose', 'workaround', 'resolve'],
  },
  WEEKDAY: {
    shape: 'choice',
    phrase: 'a day of the week',
    example: 'mon',
    words: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  },
  DAYS: { shape: 'pattern', phrase: 'days of the week', example: 'mon to fri', pattern: 'WEEKDAY [to WEEKDAY]' },
  CHOICE: { shape: 'pattern', phrase: 'a value', example: 'low "Low"', pattern: 'NAME [TITLE]' },
  CLOCKTIME: { shape: 'pattern', phrase: 'a time of day', example: '17:30', pattern: 'TIME [in CALENDAR]' },
};
