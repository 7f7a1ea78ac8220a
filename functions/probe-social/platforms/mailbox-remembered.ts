import { z } from 'zod';
import { type NoReplyReason, noReplyReasonSchema } from '../../../shared/model/conversation.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';

/**
 * - `customer`: somebody from outside wrote it;
 * - `ours`: an answer; `machine`: a program of ours wrote it, which answers nobody;
 * - `aside`: among colleagues, or a forward to somebody else.
 */
const voices = ['customer', 'ours', 'machine', 'aside'] as const;
export type Voice = (typeof voices)[number];

/** A mail as it is remembered: enough to see whether it was answered, and no word and no address of it. */
export interface Remembered {
  readonly key: string;
  /** How other mails refer to it; empty where they cannot. */
  readonly id: string;
  /** The id of the mail that it answers; empty where it answers none. */
  readonly parent: string;
  readonly thread: string;
  /** Epoch milliseconds, by the clock of the folder it came into. */
  readonly at: number;
  readonly voice: Voice;
  /** A visitor of the website wrote it into a form. */
  readonly viaForm: boolean;
  /** Of a customer, or whom our answer is for, where that is needed to find its thread; empty where nobody knows. */
  readonly author: string;
  /** The subject with whom it is shared: finds a thread where a mail names none. */
  readonly matter: string;
  readonly noReply: NoReplyReason | 'deleted' | null;
  /** `UID:folder` of a mail whose text was not read; it is, once it is known to matter. */
  readonly unread: string | null;
}

/** Behind the voice of a mail that a form sent. */
const formMark = '/form';

/** One text for each mail, because thousands of them share one item of the table (400 KB). */
const packedSchema = z
  .string()
  .transform((text) => {
    const fields = text.split(' ');
    // A folder's name may have spaces in it.
    return [...fields.slice(0, 9), fields.slice(9).join(' ')];
  })
  .pipe(
    z.tuple([
      z.string(),
      z.string(),
      z.string(),
      z.string(),
      z.string().regex(/^\d+$/).transform(Number),
      z
        .string()
        .transform((text) => text.split(formMark))
        .pipe(z.tuple([z.enum(voices)], z.string())),
      z.string(),
      z.string(),
      z.union([noReplyReasonSchema, z.literal('deleted'), z.literal('').transform(() => null)]),
      z.string().transform((text) => (text === '' ? null : text)),
    ]),
  )
  .transform(([key, id, parent, thread, seconds, voices, author, matter, noReply, unread]): Remembered => {
    const [voice, mark] = voices;
    const viaForm = mark !== undefined;
    return { key, id, parent, thread, at: seconds * 1000, voice, viaForm, author, matter, noReply, unread };
  });
export const rememberedSchema = z.array(packedSchema);

export function pack(mail: Remembered): string {
  const { key, id, parent, thread, at, voice, viaForm, author, matter, noReply, unread } = mail;
  const said = viaForm ? `${voice}${formMark}` : voice;
  return [key, id, parent, thread, at / 1000, said, author, matter, noReply ?? '', unread ?? ''].join(' ');
}

/**
 * A thread in the order in which it was written. Clocks differ, and an answer is never older than what it answers: it then counts
 * as written a minute later, because what comes at once is a machine's.
 */
export function inOrder(mails: readonly Remembered[]): readonly Remembered[] {
  const questions = new Map(mails.flatMap((each) => (each.voice === 'customer' ? [[each.id, each.at] as const] : [])));
  const timed = mails.map((each) => {
    const askedAt = each.voice === 'customer' ? undefined : questions.get(each.parent);
    return askedAt === undefined || each.at >= askedAt ? each : { ...each, at: askedAt + minuteMs };
  });
  return timed.toSorted((a, b) => a.at - b.at);
}

/** Customers' mails that no answer of ours followed. */
export function openIn(mails: readonly Remembered[]): readonly Remembered[] {
  const ordered = inOrder(mails);
  const answered = ordered.findLastIndex(({ voice }) => voice === 'ours');
  return ordered.slice(answered + 1).filter(({ voice, noReply }) => voice === 'customer' && noReply === null);
}
