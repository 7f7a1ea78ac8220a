import type { z } from 'zod';
import type { AssessmentFrame } from '../../../shared/evaluation/conversations/conversation.ts';
import { lookBackDays } from '../../../shared/evaluation/conversations/history.ts';
import { trackRating } from '../../../shared/evaluation/conversations/response-figures.ts';
import type { MailFacts } from '../../../shared/evaluation/mail/mail-facts.ts';
import { localDate } from '../../../shared/evaluation/schedule/zone.ts';
import type { PollState } from '../../../shared/model/conversation.ts';
import { type Instant, toInstant } from '../../../shared/model/instant.ts';
import { platformNames, type SocialKind } from '../../../shared/model/social-platform.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { responses as spec } from '../../../shared/probes/responses/spec.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { type Measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { Budget, createApi, type Io } from '../api.ts';
import { ApiFault, retryAtOf, sayFault } from '../api-fault.ts';
import { inboxOf } from '../inbound/inbox-of.ts';
import { ourMail } from '../mail/our-mail.ts';
import { isOfShopper, testMessages } from '../mail/test-messages.ts';
import {
  isReadWithoutSecret,
  keeperOf,
  lineOf,
  type Memory,
  type Platform,
  type PlatformAccess,
  type Poll,
  type PollOutcome,
  readCredential,
} from '../platform.ts';
import { platforms } from '../platforms/index.ts';
import { report } from '../report.ts';
import type { SocialTarget } from '../social-probe.ts';
import { Recorder } from './recorder.ts';
import { rotate } from './rotate.ts';

type Options = z.infer<typeof spec.options>;

/**
 * Asks one platform who waits for an answer, as the public sees it, so that an answer typed in the native app counts. It
 * cannot see what the platform hides from the token.
 *
 * It keeps its conversations in the table itself. A poll adds what it sees to what it knew, and both are too large for a
 * queue's message: a first poll may find thousands. Its role is held to the partitions of its own checks (Query, GetItem,
 * PutItem under the condition dynamodb:LeadingKeys), and what it reads is JSON that no browser ever runs.
 *
 * A poll that fails leaves everything as it was: nobody is answered or gone because a platform stumbled.
 */
export const responses: Probe<typeof spec, SocialTarget> = {
  spec,
  async measure(target, { options, signal, progress }) {
    const platform = platforms[options.platform];
    const { conversations: store, now, check } = target;
    const startedAt = now();
    const before = await store.loadPoll(check.id);
    const pause = pauseLeft(before, platform, options, startedAt);
    if (pause !== null) return pause;
    progress(`reading ${platform.id === 'mailbox' ? 'the mailbox' : platformNames[platform.id]}`);
    const io = { now, sleep: target.sleep, signal };
    try {
      return await pollOnce(platform, options, target, before, io);
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      const retryAt = retryAtOf(error, now());
      await store.savePoll({
        ...(before ?? emptyState(check.id, startedAt)),
        retryAt: instant(retryAt),
        cause: error.kind,
      });
      return faulty(error, platform, options, retryAt);
    }
  },
};

/** The platform asked for silence; asking within it would only prolong it. */
function pauseLeft(before: PollState | null, platform: Platform, options: Options, now: number): Measured | null {
  if (before === null || before.retryAt === null || Date.parse(before.retryAt) <= now) return null;
  const kind = before.cause === 'quota' ? 'quota' : 'throttled';
  return faulty(
    new ApiFault(kind, sayResponses('responses/as-before', {})),
    platform,
    options,
    Date.parse(before.retryAt),
  );
}

function faulty(fault: ApiFault, platform: Platform, options: Options, retryAt: number | null): Measured {
  const retry = { retryAt: instant(retryAt), timeZone: options.calendar.timeZone };
  return unknown(fault.kind, sayFault(fault, platform.id, options.secret ?? '', retry));
}

async function pollOnce(
  platform: Platform,
  options: Options,
  target: SocialTarget,
  before: PollState | null,
  io: Io,
): Promise<Measured> {
  const { conversations: store, check } = target;
  const now = io.now();
  const frame = frameOf(check.id, options, toInstant(now));
  const model = options.themes === undefined ? null : await target.readByModel?.(options.themes, io.signal);
  const recorder = new Recorder(await store.list(check.id), frame, store, model ?? null);
  const known = before ?? emptyState(check.id, now);
  const lastPolledAt = known.caughtUp ? known.polledAt : null;
  const reread = rotate(recorder.waiting(), memoryOf(known.memory['rereadAfter']), platform.rereadLimit);
  const outcome = await platform.poll({
    ...(await openAccess(platform, options, target, io)),
    since: now - lookBackDays * dayMs,
    lastPolledAt: lastPolledAt === null ? null : Date.parse(lastPolledAt),
    ...asConfigured(options, target, now),
    waiting: reread.slice,
    closed: recorder.closed(),
    memory: memoryFrom(known.memory['platform']),
    onThread: (thread) => recorder.see(thread),
    onGone: (id) => recorder.miss(id),
    async checkpoint(memory) {
      await recorder.flush();
      await store.savePoll(nextState(known, { memory, complete: false }, frame.now, reread.last, known.ratings));
    },
  } satisfies Poll);
  recorder.merge();
  const rated = rating(known, outcome, localDate(now, options.calendar.timeZone));
  const next = nextState(known, outcome, frame.now, reread.last, rated.ratings);
  // A grey result tells nobody that time runs out.
  if (next.caughtUp && outcome.isBehind !== true && outcome.unreadable === undefined)
    recorder.nudge({ ...frame, slaMinutes: options.slaMinutes, lastPolledAt });
  await recorder.flush();
  await store.savePoll(next);
  return report({
    conversations: recorder.all(),
    outcome: withUnread(outcome, recorder.cutShort, platform.id),
    caughtUp: next.caughtUp,
    ratingChange: rated.change,
    platform: platform.id,
    options,
    now: frame.now,
  });
}

/** Of what is read, what counts as what. */
function asConfigured(options: Options, { submissions }: SocialTarget, now: number) {
  const { messages, businessAccount, likesAnswer, staff, tests, shoppers, account, ours } = options;
  const business = ourMail([account, ...ours]);
  const isOfForm = testMessages(tests, now - lookBackDays * dayMs, submissions);
  const isTest = async (mail: MailFacts) =>
    isOfShopper(mail, shoppers, business) || (tests.length > 0 && isOfForm(mail));
  const isTested = tests.length + shoppers.length > 0;
  return { messages, businessAccount, likesAnswer, staff: new Set(staff), ...(isTested && { isTest }) };
}

function frameOf(checkId: string, { staff, calendar, likesAnswer }: Options, now: Instant): AssessmentFrame {
  return { checkId, staff: new Set(staff), calendar, now, likesAnswer };
}

async function openAccess(platform: Platform, options: Options, target: SocialTarget, io: Io): Promise<PlatformAccess> {
  const budget = new Budget(platform.budget);
  return {
    account: options.account,
    phone: options.phone === null ? null : lineOf(options.phone),
    callFiles: target.importFolders?.('calls', target.check.touchpointId, options.phone?.folder ?? null) ?? null,
    ...(options.inbound && { receivedMails: inboxOf(target, target.check.touchpointId) }),
    credential: isReadWithoutSecret(platform, options) ? {} : await readCredential(target.secrets, options.secret),
    keep: keeperOf(target.secrets, options.secret ?? ''),
    base: options.api,
    server: options.server,
    ours: options.ours,
    now: io.now(),
    budget,
    io,
    open: (api) => createApi(api, budget, io),
  };
}

/** What no light should rest on is said, not only shown as less. */
function withUnread(outcome: PollOutcome, threads: number, platform: SocialKind): PollOutcome {
  if (threads === 0) return outcome;
  const says = sayResponses('responses/replies-unread', { platform, threads });
  return { ...outcome, blindSpots: [...(outcome.blindSpots ?? []), says] };
}

function rating({ ratings }: PollState, { averageRating }: PollOutcome, today: string) {
  return averageRating === undefined ? { ratings, change: null } : trackRating(ratings, averageRating, today);
}

function emptyState(checkId: string, now: number): PollState {
  return {
    checkId,
    polledAt: toInstant(now),
    ...{ retryAt: null, cause: null, caughtUp: false },
    ratings: [],
    memory: {},
  };
}

function nextState(
  known: PollState,
  { memory, complete, isFirstReading = false }: Pick<PollOutcome, 'memory' | 'complete' | 'isFirstReading'>,
  polledAt: Instant,
  rereadAfter: string | null,
  ratings: PollState['ratings'],
): PollState {
  const json: PollState['memory'] = JSON.parse(JSON.stringify({ platform: memory, rereadAfter }));
  const caughtUp = (known.caughtUp && !isFirstReading) || complete;
  return { ...known, polledAt, retryAt: null, cause: null, caughtUp, ratings: [...ratings], memory: json };
}

function memoryFrom(value: unknown): Memory {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function memoryOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function instant(ms: number | null): Instant | null {
  return ms === null ? null : toInstant(ms);
}
