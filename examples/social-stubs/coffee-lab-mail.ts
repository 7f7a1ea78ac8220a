import { coffeeLab } from '../demo-business/business.ts';
import { type FolderName, type Letter, MailFolders } from './mailbox/folders.ts';

export const mailPassword = 'demo-mail-password';

const hour = 3_600_000;
const day = 24 * hour;
const formSender = 'Coffee Lab website <form@coffeelab.example>';
const us = `${coffeeLab.name} <${coffeeLab.email}>`;

interface DemoLetter extends Omit<Letter, 'id' | 'to' | 'at'> {
  /** The same at each start, so that a mail is the same mail. */
  readonly name: string;
  readonly folder: FolderName;
  readonly to?: string;
  readonly daysAgo: number;
  /** Of UTC. */
  readonly hours: number;
}

/** Maria and a visitor of the website wait for days; one customer was answered in time, one late; the rest needs no answer. */
const letters: readonly DemoLetter[] = [
  {
    ...{ name: 'wholesale', folder: 'INBOX', daysAgo: 5, hours: 8.3 },
    from: 'Maria Shevchenko <maria@bistro.example>',
    subject: 'Wholesale prices for a restaurant',
    text: 'Good morning,\n\nwe are opening a bistro. Could you send us your wholesale prices for 30 kg a month?\n\nMaria',
  },
  {
    ...{ name: 'grind', folder: 'INBOX', daysAgo: 3, hours: 7.2 },
    from: 'Taras Lysenko <taras@mail.example>',
    subject: 'Order 4711',
    text: 'Hello, can I still change my order to beans instead of ground coffee?',
  },
  {
    ...{ name: 'grind-answer', folder: 'Sent', daysAgo: 3, hours: 8 },
    ...{ from: us, to: 'taras@mail.example', inReplyTo: 'grind' },
    subject: 'Re: Order 4711',
    text: 'Hello Taras,\n\nof course, we have changed it. It leaves today.\n\nOlena, Coffee Lab',
  },
  {
    ...{ name: 'invoice', folder: 'INBOX', daysAgo: 6, hours: 8 },
    from: 'Oksana Bilyk <oksana@office.example>',
    subject: 'Invoice for October',
    text: 'Hello, we have not received the invoice for October. Could you send it once more?',
  },
  {
    ...{ name: 'invoice-answer', folder: 'Sent', daysAgo: 3, hours: 9 },
    ...{ from: us, to: 'oksana@office.example', inReplyTo: 'invoice' },
    subject: 'Re: Invoice for October',
    text: 'Hello Oksana,\n\nhere it is, and sorry for the delay.\n\nOlena, Coffee Lab',
  },
  {
    ...{ name: 'form', folder: 'INBOX', daysAgo: 4, hours: 9 },
    from: formSender,
    replyTo: 'Dmytro Kravets <dmytro@mail.example>',
    subject: 'Message from the website',
    text: 'Name: Dmytro Kravets\nEmail: dmytro@mail.example\nMessage: Do you deliver to Lviv on Saturdays?',
  },
  {
    ...{ name: 'newsletter', folder: 'INBOX', daysAgo: 2, hours: 6 },
    from: 'Green Beans Weekly <news@greenbeans.example>',
    subject: 'This week: three new lots from Ethiopia',
    text: 'Read all about our new lots.',
    headers: { 'List-Unsubscribe': '<https://greenbeans.example/unsubscribe>', Precedence: 'bulk' },
  },
  {
    ...{ name: 'absence', folder: 'INBOX', daysAgo: 3, hours: 9.05 },
    from: 'Oksana Bilyk <oksana@office.example>',
    subject: 'Automatic reply: Invoice for October',
    text: 'I am out of the office until Monday.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  },
];

/** Coffee Lab's mailbox as it has filled up to now: the same mails at each start of one day. */
export function coffeeLabMail(now: number): MailFolders {
  const folders = new MailFolders(now);
  const today = Math.floor(now / day) * day;
  for (const { name, folder, daysAgo, hours, inReplyTo, to = coffeeLab.email, ...rest } of letters) {
    folders.put(folder, {
      ...rest,
      to,
      id: idOf(name),
      at: today - daysAgo * day + hours * hour,
      ...(inReplyTo !== undefined && { inReplyTo: idOf(inReplyTo) }),
    });
  }
  return folders;
}

/** What a visitor writes into the website's form. */
export interface FormMessage {
  readonly name: string;
  readonly email: string;
  readonly message: string;
}

/** As the website's server mails it. */
export function formLetter({ name, email, message }: FormMessage, at: number): Letter {
  return {
    id: idOf(`form-${at}`),
    from: formSender,
    to: coffeeLab.email,
    replyTo: `${name} <${email}>`,
    subject: 'Message from the website',
    text: `Name: ${name}\nEmail: ${email}\nMessage: ${message}`,
    at,
  };
}

function idOf(name: string): string {
  return `${name}@demo.coffeelab.example`;
}
