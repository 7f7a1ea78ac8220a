import { coffeeLab } from '../demo-business/business.ts';
import { type FolderName, type Letter, MailFolders } from './mailbox/folders.ts';

export const mailPassword = 'demo-mail-password';

const hour = 3_600_000;
const day = 24 * hour;

/** Maria and a visitor of the website wait for days; one customer has been answered in time, one late; the rest needs no answer. */
export function coffeeLabMail(now: number): MailFolders {
  const folders = new MailFolders(now);
  const today = Math.floor(now / day) * day;
  /** By days before today and hours of UTC: the same mails at each start of one day. */
  const at = (daysAgo: number, hours: number): number => today - daysAgo * day + hours * hour;
  const put = (folder: FolderName, name: string, letter: Omit<Letter, 'id' | 'to'> & Partial<Letter>): void => {
    folders.put(folder, { id: `${name}@demo.coffeelab.example`, to: coffeeLab.email, ...letter });
  };
  const us = `${coffeeLab.name} <${coffeeLab.email}>`;
  put('INBOX', 'wholesale', {
    ...{ from: 'Maria Shevchenko <maria@bistro.example>', at: at(5, 8.3) },
    subject: 'Wholesale prices for a restaurant',
    text: 'Good morning,\n\nwe open a bistro in May and look for a roastery. Could you send us your wholesale prices for 30 kg a month?\n\nMaria',
  });
  put('INBOX', 'grind', {
    ...{ from: 'Taras Lysenko <taras@mail.example>', at: at(3, 7.2) },
    subject: 'Order 4711',
    text: 'Hello, can I still change my order to beans instead of ground coffee?',
  });
  put('Sent', 'grind-answer', {
    ...{ from: us, to: 'taras@mail.example', at: at(3, 8), inReplyTo: 'grind@demo.coffeelab.example' },
    subject: 'Re: Order 4711',
    text: 'Hello Taras,\n\nof course, we have changed it. It leaves today.\n\nOlena, Coffee Lab',
  });
  put('INBOX', 'invoice', {
    ...{ from: 'Oksana Bilyk <oksana@office.example>', at: at(6, 8) },
    subject: 'Invoice for October',
    text: 'Hello, we have not received the invoice for October. Could you send it once more?',
  });
  put('Sent', 'invoice-answer', {
    ...{ from: us, to: 'oksana@office.example', at: at(3, 9), inReplyTo: 'invoice@demo.coffeelab.example' },
    subject: 'Re: Invoice for October',
    text: 'Hello Oksana,\n\nhere it is, and sorry for the delay.\n\nOlena, Coffee Lab',
  });
  put('INBOX', 'form', {
    ...{ from: `Website <form@coffeelab.example>`, replyTo: 'Dmytro Kravets <dmytro@mail.example>', at: at(4, 9) },
    subject: 'Message from the website',
    text: 'Name: Dmytro Kravets\nEmail: dmytro@mail.example\nMessage: Do you deliver to Lviv on Saturdays?',
  });
  put('INBOX', 'newsletter', {
    ...{ from: 'Green Beans Weekly <news@greenbeans.example>', at: at(2, 6) },
    subject: 'This week: three new lots from Ethiopia',
    text: 'Read all about our new lots.',
    headers: { 'List-Unsubscribe': '<https://greenbeans.example/unsubscribe>', Precedence: 'bulk' },
  });
  put('INBOX', 'absence', {
    ...{ from: 'Oksana Bilyk <oksana@office.example>', at: at(3, 9.05) },
    subject: 'Automatic reply: Invoice for October',
    text: 'I am out of the office until Monday.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  return folders;
}
