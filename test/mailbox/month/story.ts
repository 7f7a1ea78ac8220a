import type { Ending, Wait } from '../../social/support/story.ts';
import type { MailParts } from '../support/a-mail.ts';

/** What happens to the mailbox, in minutes after the story's beginning. `{n}` stands for the number of the copy. */
export type MailStep =
  | { readonly after: number; readonly puts: MailParts; readonly into: string }
  | { readonly after: number; readonly moves: string; readonly from: string; readonly to: string };

/** One customer's matter, known by the minute in which its conversation begins. */
interface Matter {
  readonly begins: number;
  /** How it stands on the last Sunday evening. */
  readonly ends: Ending;
  /** When somebody waits, read off the steps by hand. */
  readonly waits: readonly Wait[];
  /** From when on the last wait is seen: the mail was taken back from the trash. */
  readonly backAt?: number;
}

export interface MailStory {
  readonly name: string;
  /** Day and time in Kyiv, `10-05 10:00`, at which the first copy begins; the next ones a minute apart. */
  readonly begins: readonly string[];
  readonly copies: number;
  readonly steps: readonly MailStep[];
  /** None: what happens is no conversation. */
  readonly matters: readonly Matter[];
}

const mondays = ['10-05', '10-12', '10-19', '10-26', '11-02'] as const;

/** The same day and time of each of the five weeks: `Tue 09:10`. */
export function weekly(when: string, weeks: readonly number[] = [1, 2, 3, 4, 5]): string[] {
  const [day = '', time = ''] = when.split(' ');
  const later = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(day);
  return weeks.map((week) => {
    const date = new Date(`2026-${mondays[week - 1]}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + later);
    return `${date.toISOString().slice(5, 10)} ${time}`;
  });
}

const ours = 'Coffee Lab <info@coffeelab.example>';
const guest = 'Ann Kovalenko <guest{n}@mail.example>';

/** A customer's mail into the inbox. */
export const asks = (subject: string, text: string, more: Partial<MailParts> & { readonly after?: number } = {}) => {
  const { after = 0, ...parts } = more;
  return {
    after,
    into: 'INBOX',
    puts: { from: guest, subject: `${subject} N{n}`, id: 'q{n}@mail.example', text, ...parts },
  } as const satisfies MailStep;
};

/** What lies in the Sent folder, to the customer and as a reply unless told otherwise. */
export const answers = (after: number, subject: string, more: Partial<MailParts> = {}) =>
  ({
    after,
    into: 'Sent',
    puts: {
      from: ours,
      to: 'guest{n}@mail.example',
      subject: `Re: ${subject} N{n}`,
      id: `a${after}-{n}@coffeelab.example`,
      text: 'Yes, from 10 to 18.\r\n\r\nOn Mon, 5 Oct 2026 at 10:00, Ann wrote:\r\n> Are you open?',
      inReplyTo: 'q{n}@mail.example',
      references: ['q{n}@mail.example'],
      ...more,
    },
  }) as const satisfies MailStep;

/** A mail that names no other one: as CRMs and ticket systems send. */
export const sends = (after: number, subject: string, more: Partial<MailParts> = {}) => {
  const { inReplyTo, references, ...parts } = answers(after, subject).puts;
  return { after, into: 'Sent', puts: { ...parts, subject, id: `crm${after}-{n}@crm.example`, ...more } };
};

export const answered = (minutes: number, begins = 0, wait: Wait = [begins, begins + minutes]): Matter => ({
  begins,
  ends: { state: 'answered', reason: 'answered', minutes },
  waits: [wait],
});

export const needsNone = (reason: Ending['reason']): Matter => ({
  begins: 0,
  ends: { state: 'no-reply-needed', reason },
  waits: [],
});

export const forever: Matter = {
  begins: 0,
  ends: { state: 'waiting', reason: 'unanswered' },
  waits: [[0, null]],
};
