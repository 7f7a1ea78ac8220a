import { readFileSync } from 'node:fs';
import { readMail } from '../../../functions/probe-social/mail/read-mail.ts';
import type { FolderRole, MailFacts, MailKind, OurMail } from '../../../shared/evaluation/mail/mail-facts.ts';

/** The corpus is of mails to a coffee shop, and of answers that a shopper got from other businesses. */
export const ours: OurMail = { addresses: ['shopper@probe.example'], domains: ['coffeelab.example'] };

/**
 * `tuned` and `held-back` are halves of one set of ordinary mails, parted by chance; the second was first run when the rules were
 * done. `adversary` and its successors are relatives that nobody had imagined, `last` is machines without any mark of a machine,
 * `realistic` has the headers that mails have, and `to-many` is letters to many and to the press beside people who ask several
 * firms at once: each was written before the rules saw it, and mended kinds, not cases.
 */
export type Half =
  | 'tuned'
  | 'held-back'
  | 'adversary'
  | 'adversary-2'
  | 'adversary-3'
  | 'last'
  | 'realistic'
  | 'to-many';

export interface LabelledMail {
  readonly id: string;
  readonly label: MailKind;
  readonly mail: MailFacts;
}

const receivedAt = '2025-11-04T10:00:00.000Z';

/**
 * `== id label`, then the mail as it is sent; `@folder sent` says where it lies, and what every mail has is added where it is
 * missing.
 */
export async function labelledMails(half: Half): Promise<LabelledMail[]> {
  const blocks = readFileSync(`test/fixtures/mail/${half}.txt`, 'utf8').split(/^== /m).slice(1);
  return Promise.all(
    blocks.map(async (block) => {
      const [first = '', ...rest] = block.split('\n');
      const [id = '', label = ''] = first.split(' ');
      const folder = rest.find((line) => line.startsWith('@folder '))?.slice('@folder '.length) ?? 'inbox';
      const raw = rest.filter((line) => !line.startsWith('@folder ')).join('\n');
      const [head = ''] = raw.split('\n\n', 1);
      const missing = [
        ...(/^to:/im.test(head) ? [] : ['To: info@coffeelab.example']),
        ...(/^message-id:/im.test(head) ? [] : [`Message-ID: <${id}@corpus.example>`]),
        ...(/^content-type:/im.test(head) ? [] : ['Content-Type: text/plain; charset=utf-8']),
      ];
      const mail = await readMail(`${missing.join('\n')}\n${raw}`, { receivedAt, folder: folder as FolderRole });
      return { id, label: label as MailKind, mail };
    }),
  );
}

export interface Score {
  /** Of those judged human, the share that is. */
  readonly precision: number;
  /** Of the humans, the share that is found. */
  readonly recall: number;
  readonly misses: readonly string[];
}

/** How well humans are told from machines of every kind. */
export function scoreOf(
  judged: readonly { readonly id: string; readonly is: boolean; readonly seemed: boolean }[],
): Score {
  const found = judged.filter(({ is, seemed }) => is && seemed).length;
  return {
    precision: found / judged.filter(({ seemed }) => seemed).length,
    recall: found / judged.filter(({ is }) => is).length,
    misses: judged.filter(({ is, seemed }) => is !== seemed).map(({ id, is }) => `${id} (${is ? 'human' : 'machine'})`),
  };
}
