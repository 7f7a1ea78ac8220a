import { chatEventsIn, judgeReplies, shownIn } from '../../../shared/evaluation/shopper/chat-replies.ts';
import { decideVisit } from '../../../shared/evaluation/shopper/settle-visit.ts';
import type { Check, TypedEnquiry } from '../../../shared/model/check.ts';
import { type Instant, toInstant } from '../../../shared/model/instant.ts';
import type { Answer, TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import type { EnquiryStore } from '../../../shared/ports/enquiry-store.ts';
import type { VisitQueue } from '../../../shared/ports/queues.ts';
import type { ShopperOptions } from '../../../shared/probes/shopper/spec.ts';
import type { SocialTarget } from '../social-probe.ts';
import { enquiryLetter, newToken, type nextLetter, signerOf } from './letters/write-letter.ts';
import { replyAddress } from './post.ts';

/** Through a form or the chat of the business's site, by the browser that looks at them. */
export interface FormRoute {
  readonly store: EnquiryStore;
  readonly options: ShopperOptions;
  readonly form: Check;
  readonly visits: VisitQueue;
  readonly now: () => number;
}

type Letter = ReturnType<typeof nextLetter>;

/** A first enquiry for a slot. Null when another run has done it: of all that race for the slot, one alone asks for a visit. */
export async function requestNew(
  { checkId, slot }: { readonly checkId: string; readonly slot: string },
  letter: Letter,
  route: FormRoute,
): Promise<TestEnquiry | null> {
  const token = newToken();
  const at = toInstant(route.now());
  const claimed = await route.store.claim({
    checkId,
    slot,
    token,
    scenario: letter.scenario,
    subject: enquiryLetter(letter, token, route.options).subject,
    to: pageOf(route.form),
    form: { visitAt: at, why: null },
    isBlind: route.options.blind,
    delivery: 'handed-over',
    attempts: 1,
    sentAt: at,
    messageIds: [],
    answers: [],
    nudgedAt: null,
    closing: null,
    revision: 0,
  });
  return claimed === null ? null : request(claimed, letter, route);
}

/** One that was certainly not sent, under the same token. */
export async function requestAgain(unsent: TestEnquiry, letter: Letter, route: FormRoute): Promise<TestEnquiry | null> {
  const at = toInstant(route.now());
  const claimed = await route.store.save({
    ...unsent,
    scenario: letter.scenario,
    subject: enquiryLetter(letter, unsent.token, route.options).subject,
    to: pageOf(route.form),
    form: { visitAt: at, why: null },
    isBlind: route.options.blind,
    delivery: 'handed-over',
    attempts: unsent.attempts + 1,
    sentAt: at,
  });
  return claimed === null ? null : request(claimed, letter, route);
}

/** Where a person finds the form or the chat, as far as touchpoints.yaml says. */
function pageOf({ url, options: { page } }: Check): string {
  return url === null || typeof page !== 'string' ? (url ?? '') : new URL(page, url).href;
}

/** It is written down first. The visit itself sends once, however often it is delivered, and not at all when it comes too late. */
async function request(
  claimed: TestEnquiry,
  letter: Letter,
  { form, options, visits }: FormRoute,
): Promise<TestEnquiry> {
  const check: Check = { ...form, enquiry: typedBy(claimed, letter, options) };
  await visits.send([{ scheduledAt: claimed.form?.visitAt ?? claimed.sentAt, confirmation: false, checks: [check] }]);
  return claimed;
}

/** The token stands in the name, too, which an answer mostly begins with; not where the business must not see that it is a test. */
function typedBy({ token, isBlind }: TestEnquiry, letter: Letter, options: ShopperOptions): TypedEnquiry {
  const name = signerOf(options);
  const { subject, text } = enquiryLetter(letter, token, options);
  return { name: isBlind ? name : `${name} ${token}`, email: replyAddress(token, options), subject, text };
}

/** What has become of an enquiry since a visit was asked for; the same object while that is not known. */
export async function afterVisit(
  enquiry: TestEnquiry,
  form: Check,
  submissions: NonNullable<SocialTarget['submissions']>,
  now: string,
): Promise<TestEnquiry> {
  if (enquiry.form === null || enquiry.delivery !== 'handed-over') return enquiry;
  const { visitAt } = enquiry.form;
  const runs = await submissions.runsSince(form.id, visitAt);
  const submission = runs.includes(visitAt) ? await submissions.load(form.id, visitAt) : null;
  const decided = decideVisit(submission, { visitAt, now });
  switch (decided.reason) {
    case 'pending':
      return enquiry;
    case 'sent': {
      const answers = answersInChat(submission?.outcome?.details, decided.at);
      const chat = shownIn(submission?.outcome?.details);
      const form = { ...enquiry.form, ...(chat !== null && { chat }) };
      return { ...enquiry, form, delivery: 'sent', sentAt: decided.at, answers: [...enquiry.answers, ...answers] };
    }
    case 'uncertain':
      return { ...enquiry, delivery: 'uncertain', sentAt: decided.at, form: { visitAt, why: decided.why } };
    case 'unsent':
      return { ...enquiry, delivery: 'refused', form: { visitAt, why: decided.why } };
  }
}

/** What was seen of answers while the visit lasted. Their words are not kept. */
function answersInChat(details: unknown, askedAt: Instant): readonly Answer[] {
  return judgeReplies(chatEventsIn(details)).map(({ afterMs, ...verdict }, index) => ({
    key: `chat-${index + 1}`,
    receivedAt: toInstant(Date.parse(askedAt) + Math.round(afterMs)),
    ...verdict,
    matchedBy: 'chat',
    marked: null,
    text: '',
    template: '',
  }));
}
