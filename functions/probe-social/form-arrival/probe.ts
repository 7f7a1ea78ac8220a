import type { z } from 'zod';
import { followedDays, isFollowed, type SentMessage } from '../../../shared/evaluation/arrivals/decide-arrival.ts';
import type { PollState } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Submission } from '../../../shared/model/submission.ts';
import { dayMs, minuteMs } from '../../../shared/model/time-spans.ts';
import { formArrival as spec } from '../../../shared/probes/form-arrival/spec.ts';
import { sayFormArrival } from '../../../shared/probes/form-arrival/statements.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { Budget, createApi, type Io } from '../api.ts';
import { ApiFault, retryAtOf } from '../api-fault.ts';
import { inboxOf } from '../inbound/inbox-of.ts';
import { ourMail } from '../mail/our-mail.ts';
import { keeperOf, type PlatformAccess, readCredential } from '../platform.ts';
import { openMailbox } from '../platforms/mailbox-access.ts';
import type { SocialTarget } from '../social-probe.ts';
import { type ArrivalMemory, type FolderPosition, messageOf, readArrivalMemory, startsOf } from './memory.ts';
import { mergeRead } from './merge-read.ts';
import { type ArrivalsRead, readArrivals } from './read-arrivals.ts';
import { reportArrivals, sayUnreadable } from './report-arrivals.ts';

type Options = z.infer<typeof spec.options>;

/** So many of the latest messages are followed at the same time; an older one says nothing that they do not. */
const followedAtMost = 3;
const budgetCommands = 60;

/**
 * Whether what a form sends arrives in the business's mailbox, by the test messages that were really sent: in the inbox, in spam,
 * late or never. It reads the mailbox only while a message is on its way, changes nothing there, and keeps no word of any mail.
 * It cannot see another mailbox to which the form sends as well.
 */
export const formArrival: Probe<typeof spec, SocialTarget> = {
  spec,
  async measure(target, { options, signal, progress }) {
    const { submissions, conversations: store, check } = target;
    if (submissions === undefined) return unknown('setup', sayFormArrival('form-arrival/no-list', {}));
    const now = target.now();
    const sent = await latestOf(submissions, options.form, now);
    const state = await store.loadPoll(check.id);
    const memory = readArrivalMemory(state?.memory['arrivals']);
    const messages = sent.map((each) => messageOf(each, memory));
    const wanted = messages.filter((each) => isFollowed(each, now, options.withinMinutes * minuteMs));
    if (wanted.length === 0) return reportArrivals(messages, memory, options, now);
    if (state?.retryAt != null && Date.parse(state.retryAt) > now)
      return sayUnreadable(new ApiFault('throttled', sayResponses('responses/as-before', {})), options);
    progress('looking for the message in the mailbox');
    try {
      const io = { now: target.now, sleep: target.sleep, signal };
      const next = await follow(sent, memory, { options, target, io });
      return reportArrivals(
        sent.map((each) => messageOf(each, next)),
        next,
        options,
        target.now(),
      );
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      await store.savePoll({ ...stateOf(check.id, now, memory), ...pauseAfter(error, target.now()) });
      return sayUnreadable(error, options);
    }
  },
};

/** Newest first. */
async function latestOf(
  log: NonNullable<SocialTarget['submissions']>,
  form: string,
  now: number,
): Promise<readonly Submission[]> {
  const runs = await log.runsSince(form, toInstant(now - followedDays * dayMs));
  const latest = runs.slice(-followedAtMost).toReversed();
  return Promise.all(latest.map((scheduledAt) => log.load(form, scheduledAt)));
}

interface Look {
  readonly options: Options;
  readonly target: SocialTarget;
  readonly io: Io;
}

/** A message that was sent a moment ago is mostly there a moment later: who has just run the form need not run this twice. */
const momentMs = minuteMs;
const looksAtMost = 3;
const betweenLooksMs = 8_000;
/** What has taken longer is not repeated: a poll has a minute. */
const quickMs = 20_000;

/** Looks into the mailbox, and remembers what was seen. */
async function follow(sent: readonly Submission[], known: ArrivalMemory, look: Look): Promise<ArrivalMemory> {
  const { target, options, io } = look;
  const startedAt = target.now();
  let memory = known;
  for (let n = 1; ; n++) {
    const now = target.now();
    const messages = sent.map((each) => messageOf(each, memory));
    const wanted = messages.filter((each) => isFollowed(each, now, options.withinMinutes * minuteMs));
    const read = await lookFor(wanted, memory, now, look);
    memory = mergeRead(messages, wanted, n === 1 ? read : { ...read, folders: asBefore(read.folders, memory) }, now);
    await target.conversations.savePoll(stateOf(target.check.id, now, memory));
    const [newest] = sent.map((each) => messageOf(each, memory));
    const isFresh = newest !== undefined && newest.sightings.length === 0 && now - newest.sentAt < momentMs;
    const isOver = n === looksAtMost || target.now() - startedAt > quickMs;
    if (!isFresh || isOver) return memory;
    await io.sleep(betweenLooksMs);
  }
}

/** What was sent while the first look went on is looked for from its beginning. */
function asBefore(folders: readonly FolderPosition[], known: ArrivalMemory): readonly FolderPosition[] {
  return folders.map((each) => ({
    ...each,
    before: known.folders.find(({ path }) => path === each.path)?.before ?? each.before,
  }));
}

async function lookFor(
  wanted: readonly SentMessage[],
  memory: ArrivalMemory,
  now: number,
  { options, target, io }: Look,
): Promise<ArrivalsRead> {
  const budget = new Budget(budgetCommands);
  const server = await openMailbox(await accessOf(options, target, io, budget));
  const ours = ourMail([options.account, ...options.ours]);
  const isThorough = wanted.some(({ sentAt }) => now > sentAt + options.withinMinutes * minuteMs);
  try {
    const from = startsOf(memory, wanted);
    const frame = { ours, budget, io, startedAt: now, isThorough, isReceived: options.inbound };
    return await readArrivals(server, wanted, from, frame);
  } finally {
    server.close();
  }
}

async function accessOf(options: Options, target: SocialTarget, io: Io, budget: Budget): Promise<PlatformAccess> {
  const { secrets } = target;
  return {
    ...(options.inbound && { receivedMails: inboxOf(target, options.mailbox) }),
    account: options.account,
    phone: null,
    callFiles: null,
    credential: options.inbound ? {} : await readCredential(secrets, options.secret),
    keep: keeperOf(secrets, options.secret ?? ''),
    base: null,
    server: options.server,
    ours: options.ours,
    now: io.now(),
    budget,
    io,
    open: (api) => createApi(api, budget, io),
  };
}

function stateOf(checkId: string, now: number, arrivals: ArrivalMemory): PollState {
  return {
    checkId,
    polledAt: toInstant(now),
    retryAt: null,
    cause: null,
    caughtUp: true,
    ratings: [],
    memory: JSON.parse(JSON.stringify({ arrivals })),
  };
}

function pauseAfter(fault: ApiFault, now: number): Pick<PollState, 'retryAt' | 'cause'> {
  const retryAt = retryAtOf(fault, now);
  return { retryAt: retryAt === null ? null : toInstant(retryAt), cause: fault.kind };
}
