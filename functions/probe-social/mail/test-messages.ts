import type { MailAddress, MailFacts, OurMail } from '../../../shared/evaluation/mail/mail-facts.ts';
import { formMessageOf, isOurAddress } from '../../../shared/evaluation/mail/who-writes.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import type { SocialTarget } from '../social-probe.ts';
import { ourMail } from './our-mail.ts';

/** A test message is in the mailbox within so long, and clocks differ. */
const aroundMs = dayMs;
const markers = /(?<![\p{L}\p{N}])[0-9a-f]{8}(?![\p{L}\p{N}])/giu;

/**
 * Tells the messages that Touchlight itself has sent through forms from those of customers: by a marker that one of the forms has
 * used about that time. What only looks like one is a customer's.
 * @param forms the checks that really send a form
 * @param since start of the look-back window, epoch milliseconds
 */
export function testMessages(
  forms: readonly string[],
  since: number,
  log: SocialTarget['submissions'],
): (mail: MailFacts) => Promise<boolean> {
  const listed = new Map<string, Promise<readonly string[]>>();
  const loaded = new Map<string, Promise<string>>();
  const runsOf = (form: string, from: NonNullable<typeof log>): Promise<readonly string[]> => {
    const runs = listed.get(form) ?? from.runsSince(form, toInstant(since));
    listed.set(form, runs);
    return runs;
  };
  const markerOf = (form: string, run: string, from: NonNullable<typeof log>): Promise<string> => {
    const key = `${form} ${run}`;
    const marker = loaded.get(key) ?? from.load(form, run).then((submission) => submission.marker);
    loaded.set(key, marker);
    return marker;
  };
  return async (mail) => {
    const words = wordsOf(mail);
    // Each test message says whose it is; a number of eight digits is not looked up for its own sake.
    if (log === undefined || !/touchlight/i.test(words)) return false;
    const named = new Set(words.match(markers)?.map((word) => word.toLowerCase()));
    if (named.size === 0) return false;
    const at = Date.parse(mail.receivedAt);
    for (const form of forms) {
      const near = (await runsOf(form, log)).filter((run) => Math.abs(Date.parse(run) - at) <= aroundMs);
      const used = await Promise.all(near.map((run) => markerOf(form, run, log)));
      if (used.some((marker) => named.has(marker))) return true;
    }
    return false;
  };
}

/**
 * Of a mystery shopper of touchpoints.yaml: an enquiry, by mail or through a form that names its visitor, or the mail that closes it.
 * @param shoppers their addresses
 * @param ours whose mailbox it is in
 */
export function isOfShopper(mail: MailFacts, shoppers: readonly string[], ours: OurMail): boolean {
  const theirs = ourMail(shoppers);
  const isAllTheirs = (people: readonly MailAddress[]): boolean =>
    people.length > 0 && people.every(({ address }) => isOurAddress(address, theirs));
  const visitor = formMessageOf(mail, ours)?.writer ?? null;
  return isAllTheirs(mail.from) || isAllTheirs(mail.replyTo) || (visitor !== null && isOurAddress(visitor, theirs));
}

function wordsOf({ from, replyTo, to, cc, subject, text }: MailFacts): string {
  const people = [...from, ...replyTo, ...to, ...cc].map(({ name, address }) => `${name ?? ''} ${address}`);
  return [...people, subject, text ?? ''].join(' ');
}
