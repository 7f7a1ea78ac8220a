import { isBusinessTime } from '../../../shared/evaluation/schedule/business-time.ts';
import { planEnquiry } from '../../../shared/evaluation/shopper/plan-enquiry.ts';
import {
  closingDue,
  isFollowed,
  type ShopperFrame,
  withoutOldTexts,
} from '../../../shared/evaluation/shopper/standing.ts';
import { answerOf, withAnswer } from '../../../shared/evaluation/shopper/take-answer.ts';
import type { PollState } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { ProbeSpec } from '../../../shared/model/probe-spec.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import type { EnquiryStore } from '../../../shared/ports/enquiry-store.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import type { ShopperOptions } from '../../../shared/probes/shopper/spec.ts';
import { sayShopper } from '../../../shared/probes/shopper/statements.ts';
import { type Measured, type ProbeContext, unknown } from '../../../shared/runtime/probe.ts';
import { Budget, type Io } from '../api.ts';
import { ApiFault, retryAtOf } from '../api-fault.ts';
import { inboxOf } from '../inbound/inbox-of.ts';
import { ourMail } from '../mail/our-mail.ts';
import { openMailbox } from '../platforms/mailbox-access.ts';
import { digestOf } from '../platforms/mailbox-mail.ts';
import type { SocialTarget } from '../social-probe.ts';
import { accessTo, smtpAccess } from './access.ts';
import { afterVisit, requestAgain, requestNew } from './form-route.ts';
import { nextLetter } from './letters/write-letter.ts';
import { type FolderPosition, readShopperMemory } from './memory.ts';
import { type Post, sendAgain, sendClosing, sendNew, settle } from './post.ts';
import { type AnswersRead, readAnswers } from './read-answers.ts';
import { nudgedNow, sayNotSent, sayUnreadable } from './report-shopper.ts';
import type { Reported } from './stood.ts';

const budgetCommands = 40;

/** What differs between the kinds of enquiry. */
export interface Errand {
  readonly options: ShopperOptions;
  /** The shopper's touchpoint, for whose mailbox SES receives mail. */
  readonly mailboxOf: string;
  /** For now, nothing is sent. */
  readonly isQuiet: () => Promise<boolean>;
  readonly report: (known: readonly TestEnquiry[], given: Reported) => Measured;
}

/**
 * One run: hear, close, ask, report. It reads its mailbox before it writes: without a mailbox that it can read, it asks nothing. Each
 * enquiry is written down before it is sent, so that a run that is interrupted, repeated or overtaken never sends a second one.
 */
export async function makeRound(
  target: SocialTarget,
  errand: Errand,
  { signal, progress }: Pick<ProbeContext<ProbeSpec>, 'signal' | 'progress'>,
): Promise<Measured> {
  const { enquiries: store } = target;
  if (store === undefined) return unknown('setup', sayShopper('shopper/no-store', {}));
  const isUnable =
    errand.options.form !== null && (target.formVisits === undefined || target.submissions === undefined);
  if (isUnable) return unknown('setup', sayShopper('shopper/no-browser', {}));
  return new Round(store, target, errand, { now: target.now, sleep: target.sleep, signal }).go(progress);
}

class Round {
  readonly #store: EnquiryStore;
  readonly #target: SocialTarget;
  readonly #errand: Errand;
  readonly #options: ShopperOptions;
  readonly #io: Io;
  readonly #startedAt: number;
  #known: readonly TestEnquiry[] = [];

  constructor(store: EnquiryStore, target: SocialTarget, errand: Errand, io: Io) {
    this.#store = store;
    this.#target = target;
    this.#errand = errand;
    this.#options = errand.options;
    this.#io = io;
    this.#startedAt = io.now();
  }

  async go(progress: (what: string) => void): Promise<Measured> {
    const { id } = this.#target.check;
    this.#known = await this.#store.list(id);
    for (const each of this.#known) await this.#settle(each, (current) => withoutOldTexts(current, this.#frame().now));
    await this.#settleVisits();
    const before = await this.#target.conversations.loadPoll(id);
    const isComplete = await this.#hear(before, progress).catch((error: unknown) => this.#unheard(error, before));
    if (typeof isComplete !== 'boolean') return isComplete;
    if (isBusinessTime(this.#frame().now, this.#options.calendar) && !(await this.#errand.isQuiet())) {
      const fault = await this.#write(progress);
      if (fault !== null) return sayNotSent(fault, this.#options);
    }
    return this.#errand.report(this.#known, { ...this.#frame(), checkId: id, options: this.#options, isComplete });
  }

  #frame(): ShopperFrame {
    const { slaMinutes, calendar } = this.#options;
    return { slaMinutes, calendar, now: toInstant(this.#io.now()) };
  }

  #plan() {
    const { perWeek } = this.#options;
    return planEnquiry(this.#known, { ...this.#frame(), checkId: this.#target.check.id, perWeek });
  }

  /** Reads what came back. Where nothing is awaited it only logs in, so that a login that ends is noticed. @returns whether nothing was left unread */
  async #hear(before: PollState | null, progress: (what: string) => void): Promise<boolean> {
    const { now } = this.#frame();
    const followed = this.#known.filter((each) => isFollowed(each, now));
    if (before?.retryAt != null && before.retryAt > now)
      throw new ApiFault('throttled', sayResponses('responses/as-before', {}), Date.parse(before.retryAt));
    progress("reading the shopper's mailbox");
    const read = await this.#read(followed, readShopperMemory(before?.memory['shopper']));
    await this.#take(read);
    for (const each of nudgedNow(this.#known, this.#frame(), before?.polledAt ?? null))
      await this.#settle(each, (current) => ({ ...current, nudgedAt: current.nudgedAt ?? each.nudgedAt }));
    // Last: what was read and not kept would never be read again.
    await this.#target.conversations.savePoll(stateOf(this.#target.check.id, this.#startedAt, read.folders));
    return read.isComplete;
  }

  async #read(followed: readonly TestEnquiry[], folders: readonly FolderPosition[]): Promise<AnswersRead> {
    const { address, server, secret, inbound } = this.#options;
    const budget = new Budget(budgetCommands);
    const received = inbound && { receivedMails: inboxOf(this.#target, this.#errand.mailboxOf) };
    const place = { account: address, server, secret, ...received };
    const access = await accessTo(place, this.#target.secrets, budget, this.#io);
    // Before the first answer, nothing lies where SES puts it.
    const mailbox = await openMailbox(access, { mayBeEmpty: true });
    try {
      if (!this.#isHeard(followed)) return { found: [], folders, isComplete: (await mailbox.folders()).length > 0 };
      const ours = ourMail([this.#options.address]);
      return await readAnswers(mailbox, followed, folders, { ours, budget, io: this.#io, startedAt: this.#startedAt });
    } finally {
      mailbox.close();
    }
  }

  /** Is there anything to read: an answer that may come, or the place from which the next one will be read? */
  #isHeard(followed: readonly TestEnquiry[]): boolean {
    const { reason } = this.#plan();
    return followed.length > 0 || reason === 'send' || reason === 'send-again';
  }

  async #take({ found }: AnswersRead): Promise<void> {
    const { calendar } = this.#options;
    for (const each of found) {
      const enquiry = this.#known.find(({ token }) => token === each.token);
      if (enquiry === undefined) continue;
      const frame = { calendar, now: this.#frame().now, ours: ourMail([this.#options.address]), known: this.#known };
      const answer = answerOf(each, enquiry, { ...frame, digest: (text) => digestOf(text, 16) });
      await this.#settle(enquiry, (current) => withAnswer(current, answer));
    }
  }

  /** Closing mails first. @returns why something could not be sent; null when all was, or nothing was due */
  async #write(progress: (what: string) => void): Promise<ApiFault | null> {
    const isClosing = this.#options.smtp !== null;
    const due = this.#known.filter((each) => isClosing && closingDue(each, this.#frame()) !== null);
    const { reason } = this.#plan();
    const isAsking = reason === 'send' || reason === 'send-again';
    if (due.length === 0 && !isAsking) return null;
    progress('writing to the business');
    try {
      for (const each of due) await this.#close(each, await this.#post());
      return await this.#ask();
    } catch (error) {
      if (error instanceof ApiFault) return error;
      throw error;
    }
  }

  async #ask(): Promise<ApiFault | null> {
    const plan = this.#plan();
    if (plan.reason !== 'send' && plan.reason !== 'send-again') return null;
    const { form } = this.#options;
    const { formVisits: visits } = this.#target;
    const sent = plan.reason === 'send' ? this.#known.length : this.#known.length - 1;
    const place = { checkId: this.#target.check.id, sent };
    if (form === null || visits === undefined) {
      const post = await this.#post();
      return this.#keep(
        await (plan.reason === 'send'
          ? sendNew({ ...place, slot: plan.slot }, post)
          : sendAgain(plan.enquiry, sent, post)),
      );
    }
    const route = { store: this.#store, options: this.#options, form, visits, now: this.#io.now };
    const letter = nextLetter(this.#options, sent);
    const enquiry = await (plan.reason === 'send'
      ? requestNew({ ...place, slot: plan.slot }, letter, route)
      : requestAgain(plan.enquiry, letter, route));
    return this.#keep({ enquiry, fault: null });
  }

  /** What the browser has written down of the visits that it was asked for. */
  async #settleVisits(): Promise<void> {
    const { form } = this.#options;
    const { submissions } = this.#target;
    if (form === null || submissions === undefined) return;
    for (const each of this.#known) {
      const seen = await afterVisit(each, form, submissions, this.#frame().now);
      const { delivery, sentAt, form: visit, answers } = seen;
      if (seen === each) continue;
      await this.#settle(each, (current) =>
        current.delivery === 'handed-over'
          ? answers.reduce(withAnswer, { ...current, delivery, sentAt, form: visit })
          : current,
      );
    }
  }

  async #close(enquiry: TestEnquiry, post: Post): Promise<void> {
    const why = closingDue(enquiry, this.#frame());
    if (why === null) return;
    const fault = this.#keep(await sendClosing(enquiry, why, post));
    if (fault !== null) throw fault;
  }

  async #post(): Promise<Post> {
    const access = await smtpAccess(this.#options, this.#target.secrets, new Budget(budgetCommands), this.#io);
    return { store: this.#store, options: this.#options, access, now: this.#io.now };
  }

  #keep({
    enquiry,
    fault,
  }: {
    readonly enquiry: TestEnquiry | null;
    readonly fault: ApiFault | null;
  }): ApiFault | null {
    if (enquiry !== null) {
      const others = this.#known.filter(({ slot }) => slot !== enquiry.slot);
      this.#known = [...others, enquiry].toSorted((a, b) => (a.slot < b.slot ? -1 : 1));
    }
    return fault;
  }

  async #settle(enquiry: TestEnquiry, change: (enquiry: TestEnquiry) => TestEnquiry): Promise<void> {
    this.#keep({ enquiry: await settle(this.#store, enquiry, change), fault: null });
  }

  async #unheard(error: unknown, before: PollState | null): Promise<Measured> {
    if (!(error instanceof ApiFault)) throw error;
    const retryAt = retryAtOf(error, this.#io.now());
    const folders = readShopperMemory(before?.memory['shopper']);
    const polledAt = before === null ? this.#startedAt : Date.parse(before.polledAt);
    await this.#target.conversations.savePoll({
      ...stateOf(this.#target.check.id, polledAt, folders),
      retryAt: retryAt === null ? null : toInstant(retryAt),
      cause: error.kind,
    });
    return sayUnreadable(error, this.#options);
  }
}

function stateOf(checkId: string, polledAt: number, folders: readonly FolderPosition[]): PollState {
  return {
    checkId,
    polledAt: toInstant(polledAt),
    retryAt: null,
    cause: null,
    caughtUp: true,
    ratings: [],
    memory: JSON.parse(JSON.stringify({ shopper: { folders } })),
  };
}
