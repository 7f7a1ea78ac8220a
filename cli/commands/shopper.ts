import { parseDuration } from '../../shared/config/duration.ts';
import { kindOf, type Standing, standingOf } from '../../shared/evaluation/shopper/standing.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Answer, TestEnquiry } from '../../shared/model/test-enquiry.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import type { EnquiryStore } from '../../shared/ports/enquiry-store.ts';
import { enquiryOptionsOf } from '../../shared/probes/enquiry-options.ts';
import type { ShopperOptions } from '../../shared/probes/shopper/spec.ts';
import { counted } from '../counted.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { withNotedAnswer } from '../shopper/noted-answer.ts';
import type { Terminal } from '../terminal.ts';

interface Place {
  readonly config: string;
  readonly stack?: string;
}

/** Lists the test enquiries, newest first, so that what is left of them in a ticket system can be removed. */
export async function listEnquiries(
  { since, ...place }: Place & { readonly since: string },
  terminal: Terminal,
): Promise<number> {
  const minutes = parseDuration(since);
  if (minutes === null) throw new UsageError(`--since takes a duration, such as 30d or 12h, not "${since}".`);
  const from = toInstant(Date.now() - minutes * minuteMs);
  return withShoppers(place, terminal, async (checks, store) => {
    const all = await Promise.all(
      checks.map(async (check) => (await store.list(check.id)).map((each) => [check, each] as const)),
    );
    const listed = all
      .flat()
      .filter(([, { sentAt }]) => sentAt >= from)
      .toSorted(([, a], [, b]) => b.sentAt.localeCompare(a.sentAt));
    const enquiries = listed.map(([check, enquiry]) => shownOf(check, enquiry));
    terminal.printJson({ version: 1, enquiries });
    if (enquiries.length === 0) terminal.print(`No test enquiry was sent within ${since}.`);
    for (const [check, enquiry] of listed) printEnquiry(check, enquiry, terminal);
    if (enquiries.length > 0)
      terminal.print(
        'To remove what is left of them, search the inbox or the ticket system for the token, or for the subject and the sender.',
      );
    return exitCodes.ok;
  });
}

interface Mark extends Place {
  readonly automatic?: boolean;
  readonly human?: boolean;
  readonly answer?: string;
  /** When a person answered in the chat, where Touchlight could not see it. */
  readonly at?: string;
}

/** The owner's correction: whether a person or a machine wrote an answer, or that there was one that could not be seen. */
export async function markAnswer(
  token: string,
  { automatic = false, human = false, answer, at, ...place }: Mark,
  terminal: Terminal,
): Promise<number> {
  if (automatic === human)
    throw new UsageError('Say who wrote the answer: --automatic for a machine, or --human for a person.');
  const mark = automatic ? 'automatic' : 'human';
  if (at !== undefined && (automatic || answer !== undefined))
    throw new UsageError('--at notes an answer that is not in the list: use it with --human, and without --answer.');
  return withShoppers(place, terminal, async (checks, store) => {
    const [check, enquiry] = await findEnquiry(token, checks, store);
    const now = toInstant(Date.now());
    const marked =
      at === undefined
        ? withMark(enquiry, mark, answer)
        : withNotedAnswer(enquiry, at, { timeZone: optionsOf(check).calendar.timeZone, now });
    const saved = await store.save(marked);
    if (saved === null) throw new UsageError(`${token} has changed at this moment. Run the command again.`);
    terminal.printJson({ version: 1, enquiry: shownOf(check, saved) });
    printEnquiry(check, saved, terminal);
    return exitCodes.ok;
  });
}

async function withShoppers(
  { config, stack }: Place,
  terminal: Terminal,
  work: (checks: readonly Check[], store: EnquiryStore) => Promise<number>,
): Promise<number> {
  const { touchpoints } = readTouchpoints(config, terminal);
  const checks = touchpoints
    .flatMap((touchpoint) => touchpoint.checks)
    .filter((check) => enquiryOptionsOf(check) !== null);
  if (checks.length === 0) throw new UsageError(`${config} has no touchpoint of kind: shopper.`);
  const history = await openHistory({ stack, config });
  try {
    return await work(checks, history.stores.enquiries);
  } finally {
    await history.close();
  }
}

async function findEnquiry(
  token: string,
  checks: readonly Check[],
  store: EnquiryStore,
): Promise<readonly [Check, TestEnquiry]> {
  const wanted = token
    .trim()
    .toUpperCase()
    .replace(/^(?!TL-)/, 'TL-');
  for (const check of checks) {
    const enquiry = (await store.list(check.id)).find((each) => each.token === wanted);
    if (enquiry !== undefined) return [check, enquiry];
  }
  throw new UsageError(`There is no test enquiry ${wanted}. "touchlight shopper list" shows those that were sent.`);
}

function withMark(enquiry: TestEnquiry, mark: 'human' | 'automatic', number: string | undefined): TestEnquiry {
  const chosen = answerToMark(enquiry, mark, number);
  return { ...enquiry, answers: enquiry.answers.map((each) => (each === chosen ? { ...each, marked: mark } : each)) };
}

/** By its number in the list; otherwise the one that the correction can only mean. */
function answerToMark(
  { token, answers }: TestEnquiry,
  mark: 'human' | 'automatic',
  number: string | undefined,
): Answer {
  if (number !== undefined) {
    const chosen = answers[Number(number) - 1];
    if (chosen !== undefined) return chosen;
    throw new UsageError(`${token} has ${counted(answers.length, 'answer')}, and none with the number ${number}.`);
  }
  const others = answers.filter((each) => kindOf(each) !== mark);
  const [only] = mark === 'automatic' ? others.filter((each) => kindOf(each) === 'human') : others;
  if (only === undefined) throw new UsageError(`${token} has no answer that is not taken for ${mark} already.`);
  if (mark === 'human' && others.length > 1)
    throw new UsageError(
      `${token} has ${others.length} such answers. Say which: --answer <number>, as "touchlight shopper list" numbers them.`,
    );
  return only;
}

function shownOf(check: Check, enquiry: TestEnquiry) {
  const { token, checkId, sentAt, to, subject, scenario, isBlind, closing } = enquiry;
  const standing = standingOf(enquiry, frameOf(check));
  return {
    ...{ token, checkId, sentAt, to, subject, scenario, isBlind },
    state: standing.reason,
    answers: enquiry.answers.map((each, index) => {
      const { receivedAt, reason, confidence, matchedBy, marked, text } = each;
      return { number: index + 1, receivedAt, kind: kindOf(each), reason, confidence, matchedBy, marked, text };
    }),
    closedAt: closing?.delivery === 'sent' ? closing.claimedAt : null,
  };
}

function optionsOf(check: Check): ShopperOptions {
  const options = enquiryOptionsOf(check);
  if (options === null) throw new Error(`${check.id} sends no test enquiries.`);
  return options;
}

function frameOf(check: Check) {
  const { slaMinutes, calendar } = optionsOf(check);
  return { slaMinutes, calendar, now: toInstant(Date.now()) };
}

const states: Readonly<Record<Standing['reason'], string>> = {
  waiting: 'waits for an answer',
  unanswered: 'was not answered by a person in time',
  unseen: 'got no answer while Touchlight watched; a later answer in the chat itself cannot be seen',
  answered: 'was answered by a person',
  undeliverable: 'came back as undeliverable',
  unclear: 'was interrupted while it was sent, and may not have arrived',
  'under-way': 'is being sent through the form or the chat',
  'not-sent': 'was not sent',
  inconclusive: 'was closed too early to tell',
};

function printEnquiry(check: Check, enquiry: TestEnquiry, terminal: Terminal): void {
  const { calendar } = optionsOf(check);
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: calendar.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const at = (instant: Instant): string => format.format(new Date(instant));
  const shown = shownOf(check, enquiry);
  terminal.print(`${terminal.bold(shown.token)}  ${at(shown.sentAt)}  to ${shown.to}  ${states[shown.state]}`);
  terminal.print(`    ${shown.subject}`);
  for (const { number, receivedAt, kind, reason, confidence, marked, text } of shown.answers) {
    const why = marked === null ? `${confidence}, ${reason}` : 'corrected by you';
    terminal.print(`    ${number}. ${at(receivedAt)}  ${kind} (${why})${text === '' ? '' : `: ${text}`}`);
  }
  // In a chat, the question itself says that it is a test.
  if (shown.scenario !== 'chat')
    terminal.print(
      shown.closedAt === null
        ? '    No closing mail has been sent.'
        : `    Closing mail ${at(shown.closedAt)}: please delete.`,
    );
  terminal.print();
}
