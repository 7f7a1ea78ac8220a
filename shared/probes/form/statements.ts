import { type Statement, sayer } from '../../model/finding.ts';
import type { FoundForm } from '../../model/found.ts';
import type { UnfinishedWalk } from '../../model/unfinished-walk.ts';

type Nothing = Readonly<Record<string, never>>;

/** Who guards the form, and how its owner lets the test through. */
type Guard = {
  /** The vendor's name; null for a captcha that we do not know. */
  readonly captcha: string | null;
  /** Published by the vendor for automated tests. */
  readonly testKey: string | null;
  /** What our user agent contains. */
  readonly userAgent: string;
};

type RefusedField = {
  /** What a visitor reads at the field. */
  readonly label: string | null;
  /** The browser's own words. */
  readonly says: string | null;
};

/** A form that nobody can use; `page` is the path where it is, absent where that is the page under test itself. */
export type DeadForm = { readonly page?: string };

type UntriedForm = {
  readonly title: string | null;
  readonly page: string;
  /** `form:/contact`, as touchpoints.yaml names it; null where nothing on the page tells it from another form. */
  readonly key: string | null;
};

/** An instant, and the business's time zone to show it in. */
type Moment = { readonly at: string; readonly timeZone: string };

/** Where the address guard keeps a message from, and why. */
type Refused = { readonly url: string; readonly why: Statement };

/** Before anything is filled in, and what a rehearsal may have to say. */
type RehearsalStatements = {
  /** @param purposes what the forms are for that were found */
  readonly 'form/none': { readonly purposes: readonly FoundForm['purpose'][] };
  /** @param page the path that is configured */
  readonly 'form/missing': { readonly page: string };
  readonly 'form/vanished': Nothing;
  /** @param advice on what keeps customers from using a form that works */
  readonly 'form/rehearsed': { readonly url: string; readonly advice: readonly Statement[] };
  /** @param required so many fields must be filled in */
  readonly 'form/many-required': { readonly required: number };
  /** A form that promises a call insists on an email address. */
  readonly 'form/needless-email': { readonly label: string };
  /** A mask puts digits in front of a number and cuts its last ones. */
  readonly 'form/number-displaced': { readonly label: string; readonly typed: string; readonly left: string };
  readonly 'form/mail-program': Readonly<Record<string, never>>;
  /** One press sends the same message to the same address twice. */
  readonly 'form/sent-twice': { readonly url: string };
  /** One press sends it to two addresses of one site, by a script and by the browser itself. */
  readonly 'form/sent-two-ways': { readonly url: string; readonly other: string };
  readonly 'form/hands-over': { readonly to: 'mail' | 'messenger'; readonly advice?: readonly Statement[] };
  /** Other forms that customers write through were seen. @param more that are not named here */
  readonly 'form/untried': { readonly forms: readonly UntriedForm[]; readonly more: number };
  /** Another form on the page under test works. */
  readonly 'form/one-of-several': { readonly page: string; readonly says: Statement };
  readonly 'form/placeholder-address': { readonly url: string };
  readonly 'form/endpoint-broken': { readonly status: number; readonly url: string };
  readonly 'form/endpoint-doubtful': { readonly status: number; readonly url: string };
  readonly 'form/fields-not-sent': { readonly labels: readonly string[] };
  /** What it asks of its server before it sends the message is answered by our stand-in. */
  readonly 'form/asks-first': Nothing;
  /** The button that sends is switched off until another one has been pressed. @param button what that one says */
  readonly 'form/waits-for': { readonly button: string };
  readonly 'form/script-error': { readonly message: string } & DeadForm;
  readonly 'form/captcha': Guard;
  /** The captcha's script, without its query, and what its server answers instead. */
  readonly 'form/captcha-missing': { readonly url: string; readonly status: number };
  readonly 'form/only-reloads': DeadForm;
  readonly 'form/does-nothing': DeadForm;
  /** @param thanks what the page says; null when it only clears the fields */
  readonly 'form/sends-nothing': { readonly thanks: string | null } & DeadForm;
  readonly 'form/no-button': Nothing;
  readonly 'form/refuses': { readonly says: string };
  readonly 'form/refuses-field': RefusedField;
  /** Nothing could be put into a field that a script may want filled. */
  readonly 'form/field-unfilled': { readonly label: string };
  /** Nothing stands in a field that the browser wants filled. */
  readonly 'form/field-closed': RefusedField;
  /** A required field that nobody can see; null where it has no name. */
  readonly 'form/hidden-required': { readonly label: string | null };
  /** Nobody can fill in a required field. @param misses an entry to choose, or any value that it would take */
  readonly 'form/impossible-field': { readonly label: string | null; readonly misses: 'choice' | 'value' };
  readonly 'form/switched-off': DeadForm;
};

/** What a real submission may have to say. */
type SubmissionStatements = {
  readonly 'form/confirmed': { readonly says: string; readonly advice: readonly Statement[] };
  /** @param expected the configured confirmation; null when any would do */
  readonly 'form/unconfirmed': { readonly expected: string | null };
  readonly 'form/confirmation-missing': { readonly expected: string | null };
  readonly 'form/rejected': { readonly status: number | null; readonly says: string | null };
  readonly 'form/captcha-refuses': Guard;
  readonly 'form/timeout': { readonly patienceSeconds: number };
  readonly 'form/unreachable': { readonly host: string; readonly why: Statement };
  /** Why a server is not reached, where neither it nor the browser says so. */
  readonly 'form/connection-broke': Nothing;
  readonly 'form/no-such-name': Nothing;
  readonly 'form/no-answer': Nothing;
  readonly 'form/server-error': { readonly status: number };
  /** The form itself names an address that is private. */
  readonly 'form/private-address': { readonly url: string };
  /** A name leads there. */
  readonly 'form/leads-inside': Refused;
  /** The server sends the message on to there. */
  readonly 'form/sent-on-inside': Refused;
  /** @param at when business hours begin; null when they never do */
  readonly 'form/outside-hours': { readonly at: string | null; readonly timeZone: string };
  /** @param at when the next may be sent */
  readonly 'form/daily-limit': Moment & { readonly maxPerDay: number };
  /** @param at when it was sent */
  readonly 'form/sent-before': Moment & { readonly marker: string };
  /** A mystery shopper asks through contact forms only. */
  readonly 'form/not-for-enquiries': { readonly purpose: FoundForm['purpose'] };
  readonly 'form/takes-no-enquiry': { readonly missing: 'message' | 'email' };
  /** The visit began long after it was asked for. */
  readonly 'form/too-late': Nothing;
};

/** What the search for a form may have to say. */
type SearchStatements = {
  /** No form was found, but there may be one. */
  readonly 'form/unfinished': UnfinishedWalk;
};

/** What the probe may have to say of what it saw. */
export type FormStatements = RehearsalStatements & SubmissionStatements & SearchStatements;

export const sayForm = sayer<FormStatements>();
