import { randomInt } from 'node:crypto';
import type { Language } from '../../../../shared/model/business.ts';
import type { TestEnquiry } from '../../../../shared/model/test-enquiry.ts';
import { liveChat } from '../../../../shared/probes/live-chat/spec.ts';
import type { ShopperOptions as Options } from '../../../../shared/probes/shopper/spec.ts';
import { en } from './en.ts';
import type { Letter, LetterWords } from './letter-words.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

const wordsOf: Readonly<Record<Language, LetterWords>> = { en, uk, ru };

/** Crockford's letters without vowels, so that it is never a word and survives being read aloud. */
const alphabet = '0123456789BCDFGHJKMNPQRSTVWXYZ';
const tokenLength = 7;

/** Random, and not made of anything that somebody could know. */
export function newToken(): string {
  return `TL-${Array.from({ length: tokenLength }, () => alphabet[randomInt(alphabet.length)]).join('')}`;
}

type Choice = Pick<TestEnquiry, 'scenario'> & Letter;

/** What is written next: one text after the other, so that no two enquiries in a row are alike. @param sent how many were sent */
export function nextLetter({ language, scenarios, texts, form }: Options, sent: number): Choice {
  if (form?.probe === liveChat.id) {
    const { subject, questions } = wordsOf[language].chat;
    return { scenario: 'chat', subject, text: questions[sent % 2 === 0 ? 0 : 1] };
  }
  const own = texts.map((each): Choice => ({ scenario: 'own', ...each }));
  const { letters } = wordsOf[language];
  const ready = scenarios.flatMap((scenario): Choice[] => {
    const pair = letters[scenario];
    return [{ scenario, ...pair[Math.floor(sent / (own.length + scenarios.length)) % 2 === 0 ? 0 : 1] }];
  });
  const all = [...own, ...ready];
  const chosen = all[sent % all.length];
  if (chosen === undefined) throw new Error('The shopper has no text to write.');
  return chosen;
}

/** Who writes. */
export function signerOf({ name, language, blind }: Options): string {
  return name ?? (blind ? wordsOf[language].signer : 'Touchlight');
}

/** The enquiry as it is sent: openly as a test, unless the owner has agreed to a blind one. In a chat it is one line, because Enter sends it. */
export function enquiryLetter({ scenario, subject, text }: Choice, token: string, options: Options): Letter {
  const { language, blind, business } = options;
  if (scenario === 'chat') {
    const { chat, markedSubject } = wordsOf[language];
    return { subject: markedSubject(subject, token), text: `${text} ${chat.mark(token, business)}` };
  }
  const signed = `${text}\n\n${signerOf(options)}`;
  if (blind) return { subject, text: signed };
  const { mark, markedSubject } = wordsOf[language];
  return { subject: markedSubject(subject, token), text: `${signed}\n\n--------\n${mark(token, business)}` };
}

/** Thanks, says that it was a test, and asks to delete it. */
export function closingLetter(
  { subject, token, sentAt }: Pick<TestEnquiry, 'subject' | 'token' | 'sentAt'>,
  why: 'answered' | 'expired',
  { language, business, calendar }: Options,
): Letter {
  const format = new Intl.DateTimeFormat({ en: 'en-GB', uk: 'uk-UA', ru: 'ru-RU' }[language], {
    timeZone: calendar.timeZone,
    day: 'numeric',
    month: 'long',
  });
  const text = wordsOf[language].closing[why]({ token, business, date: format.format(new Date(sentAt)) });
  return { subject: `Re: ${subject}`, text: `${text}\n\nTouchlight` };
}
