import { aboveQuote } from './above-quote.ts';
import type { MailAddress, MailFacts, OurMail } from './mail-facts.ts';
import { lines, plain, sentences } from './patterns.ts';

/** Mail programs, forms and shops write from such addresses; what matters is who stands behind them. */
const robotNames =
  /^(?:(?:.*[-._+])?(?:no-?_?\.?reply|do-?_?not-?_?reply|nepasrepondre|ne-pas-repondre|nie-?odpowiadaj|noresponder|nicht-?antworten)(?:[-._+\d].*)?|(?:.*[-._])?(?:notifications?|notify|reminders?|confirmations?|receipts?|tracking|powiadom\w+|\w*bestaetigung|mailer|alerts?|robot|bounces?|automat(?:ed|ic)?|system|daemon)(?:[-._+\d].*)?|wordpress|www-data|webform|apache|nobody|root|mailer-daemon|post_?master|jira|zapier|quarantine|dmarc[-\w]*|voicemail|scanner|scan|fax|printer|copier|cron|backup)$/;

const formHosts =
  /(?:^|[.@])(?:tilda\.(?:ws|cc)|tildacdn\.\w+|jimdo\.com|wix(?:forms)?\.com|squarespace\.(?:com|info)|weebly\.com|typeform\.com|jotform\.com|formspree\.io|getform\.(?:io|org)|webflow\.com|formsubmit\.co|wufoo\.com|cognitoforms\.com)$/;

/** Where people choose their addresses themselves: "noreply.nora" is somebody called Nora. */
const freeMail =
  /@(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|gmx|web|ukr|i|meta|mail|bk|list|inbox|yandex|ya|rambler|wp|o2|onet|libero|orange|free|laposte|proton|protonmail)\.(?:com|net|de|at|ch|ua|ru|pl|it|fr|es|co\.uk|me)$/;

export function isRobotAddress(address: string): boolean {
  if (freeMail.test(address) && !/^(?:mailer-daemon|postmaster|no-?reply)@/.test(address)) return false;
  return robotNames.test(address.slice(0, Math.max(0, address.indexOf('@'))));
}

/** Where only letters to many come from, by its address or by the name that it gives itself. */
export function isBulkSender({ name, address }: MailAddress): boolean {
  const isCalledSo = name !== null && /(?<!\p{L})(?:e?-?newsletter|розсилка|рассылка|rundbrief)(?!\p{L})/iu.test(name);
  return isCalledSo || isBulkAddress(address);
}

function isBulkAddress(address: string): boolean {
  return /^(?:[^@]*[-._])?(?:newsletters?|mailings?|mailinglist|digest|subscri\w+|announce)(?:[-._+\d][^@]*)?@|@(?:[\w-]+\.)*(?:newsletters?|news|mailings?|lists?|alerts?|email|em\d*|e)\.[\w-]+\.\w+$/.test(
    address,
  );
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** An address of the business, with or without a plus part, or anybody at its domains. */
export function isOurAddress(address: string, ours: OurMail): boolean {
  const bare = address.replace(/\+[^@]*(?=@)/, '');
  const domain = domainOf(address);
  return (
    ours.addresses.includes(address) ||
    ours.addresses.includes(bare) ||
    ours.domains.some((each) => domain === each || domain.endsWith(`.${each}`))
  );
}

/** All senders are ours: a mail with two senders, one of them foreign, is foreign. What lies in Sent is ours under any address. */
export function isFromUs({ from, folder }: MailFacts, ours: OurMail): boolean {
  if (folder === 'sent') return true;
  return from.length > 0 && from.every(({ address }) => isOurAddress(address, ours));
}

/** What a form of the website printed: at least two labelled lines, of which one says who writes. */
interface FormText {
  readonly address: string | null;
}

function formTextOf(text: string): FormText | null {
  // A forwarded mail and the block above a quote have labelled lines, too.
  const all = aboveQuote(text).split('\n');
  const who = all.filter((line) => lines.formWho.test(line));
  const what = all.filter((line) => lines.formWhat.test(line));
  if (who.length === 0 || who.length + what.length < 2) return null;
  const address = who.join(' ').match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/);
  return { address: address?.[0].toLowerCase() ?? null };
}

/** What the visitor wrote: without the lines that say who it is, and without the label before the message. */
export function formWords(text: string): string {
  const all = aboveQuote(text).split('\n');
  const said = all.filter((line) => !lines.formWho.test(line)).map((line) => line.replace(lines.formWhat, ''));
  return said.join('\n').trim();
}

export interface FormMessage {
  /** The visitor's address, where the mail names one. */
  readonly writer: string | null;
  /** Shown by the addresses alone, without the text. */
  readonly byHeaders: boolean;
}

/**
 * A message of a visitor that the website, or the service behind its form, sends for him: from an address that writes by itself,
 * with the visitor in Reply-To or in labelled lines. Null where it is none.
 */
export function formMessageOf(mail: MailFacts, ours: OurMail): FormMessage | null {
  const sender = mail.from[0]?.address ?? '';
  const isService = formHosts.test(domainOf(sender)) || isRobotAddress(sender);
  const isSentByMachine = isService || isFromUs(mail, ours);
  if (!isSentByMachine || mail.folder === 'sent') return null;
  const replyTo = mail.replyTo.find(
    ({ address }) => address !== sender && !isOurAddress(address, ours) && !isRobotAddress(address),
  );
  const isOwnDomain = domainOf(replyTo?.address ?? '') === domainOf(sender);
  const text = mail.text === null ? null : formTextOf(mail.text);
  const says = mail.text !== null && sentences.formSent.test(plain(mail.text));
  const named = text?.address ?? null;
  if (named !== null && isOurAddress(named, ours) && replyTo === undefined) return null;
  if (replyTo !== undefined && !isOwnDomain && (mail.text === null || text !== null || says || isFromUs(mail, ours)))
    return { writer: replyTo.address, byHeaders: isFromUs(mail, ours) };
  if (text !== null && (named !== null || formHosts.test(domainOf(sender)))) return { writer: named, byHeaders: false };
  return null;
}

/** Our own message comes back: "a copy of what you have sent us". */
export function isCopyOfOurForm(mail: MailFacts, ours: OurMail): boolean {
  const named = mail.text === null ? null : (formTextOf(mail.text)?.address ?? null);
  return named !== null && isOurAddress(named, ours) && !isFromUs(mail, ours);
}

/** Who is to be answered: the visitor behind a form, whom Reply-To names, or the sender; null where it is us or nobody. */
export function writerOf(mail: MailFacts, ours: OurMail): MailAddress | null {
  const form = formMessageOf(mail, ours);
  if (form !== null) {
    const named = mail.replyTo.find(({ address }) => address === form.writer);
    return form.writer === null ? null : (named ?? { name: null, address: form.writer });
  }
  return [...mail.replyTo, ...mail.from].find(({ address }) => address !== '' && !isOurAddress(address, ours)) ?? null;
}
