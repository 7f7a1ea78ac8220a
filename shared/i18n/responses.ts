import type { Language } from '../model/business.ts';
import type { Instant } from '../model/instant.ts';

export interface Wait {
  readonly link: string;
  /** Business minutes. */
  readonly waited: number;
  /** "Mon 09:30" in the business's zone; null when the business never opens. */
  readonly answerBy: string | null;
}

interface LongestWait extends Wait {
  /** How many more are in the same state. */
  readonly others: number;
}

interface ResponseWords {
  /** A moment as people in the business say it: "Mon 09:30". */
  readonly moment: (at: Instant, timeZone: string) => string;
  readonly overdue: (wait: LongestWait) => string;
  readonly waiting: (wait: LongestWait) => string;
  /** Somebody is about to wait too long. `others` are not among the `waits`. */
  readonly nudge: (waits: readonly Wait[], others: number) => string;
  readonly nobodyWaits: (platform: string) => string;
  readonly someWait: (platform: string, count: number) => string;
}

function hours(minutes: number, hour: string, minute: string): string {
  const whole = Math.round(minutes);
  const full = Math.floor(whole / 60);
  const rest = whole - full * 60;
  if (full === 0) return `${rest} ${minute}`;
  return rest === 0 ? `${full} ${hour}` : `${full} ${hour} ${rest} ${minute}`;
}

function each(waits: readonly Wait[], by: string): string {
  return waits.map(({ link, answerBy }) => (answerBy === null ? link : `${by} ${answerBy}: ${link}`)).join('; ');
}

function momentIn(locale: string) {
  // To make a format takes many times longer than to use it, and a poll names a moment for everybody who waits.
  const formats = new Map<string, Intl.DateTimeFormat>();
  const formatOf = (timeZone: string): Intl.DateTimeFormat => {
    const known = formats.get(timeZone);
    if (known !== undefined) return known;
    const format = new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
    return format;
  };
  return (at: Instant, timeZone: string): string => {
    const parts = formatOf(timeZone).formatToParts(Date.parse(at));
    const partOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
    return `${partOf('weekday')} ${partOf('hour')}:${partOf('minute')}`;
  };
}

const en: ResponseWords = {
  moment: momentIn('en-GB'),
  overdue: ({ link, waited, answerBy, others }) =>
    `No answer for ${hours(waited, 'h', 'min')} of business time to ${link}${answerBy === null ? '' : `, due by ${answerBy}`}${others > 0 ? `; ${others} more overdue` : ''}`,
  waiting: ({ link, answerBy, others }) =>
    `${answerBy === null ? 'Answer' : `Answer by ${answerBy}:`} ${link}${others > 0 ? ` (${others} more wait)` : ''}`,
  nudge: (waits, others) => `Answer ${each(waits, 'by')}${others > 0 ? ` (${others} more wait as long)` : ''}`,
  nobodyWaits: (platform) => `Nobody waits for an answer on ${platform}.`,
  someWait: (platform, count) =>
    count === 1 ? `One customer waits on ${platform}.` : `${count} customers wait on ${platform}.`,
};

const uk: ResponseWords = {
  moment: momentIn('uk-UA'),
  overdue: ({ link, waited, answerBy, others }) =>
    `Без відповіді ${hours(waited, 'год', 'хв')} робочого часу: ${link}${answerBy === null ? '' : `, строк був ${answerBy}`}${others > 0 ? `; прострочених ще ${others}` : ''}`,
  waiting: ({ link, answerBy, others }) =>
    `${answerBy === null ? 'Відповісти' : `Відповісти до ${answerBy}:`} ${link}${others > 0 ? ` (чекають ще ${others})` : ''}`,
  nudge: (waits, others) => `Відповісти ${each(waits, 'до')}${others > 0 ? ` (стільки ж чекають ще ${others})` : ''}`,
  nobodyWaits: (platform) => `Ніхто не чекає на відповідь у ${platform}.`,
  someWait: (platform, count) => `Чекають на відповідь у ${platform}: ${count}.`,
};

const ru: ResponseWords = {
  moment: momentIn('ru-RU'),
  overdue: ({ link, waited, answerBy, others }) =>
    `Без ответа ${hours(waited, 'ч', 'мин')} рабочего времени: ${link}${answerBy === null ? '' : `, срок был ${answerBy}`}${others > 0 ? `; просроченных ещё ${others}` : ''}`,
  waiting: ({ link, answerBy, others }) =>
    `${answerBy === null ? 'Ответить' : `Ответить до ${answerBy}:`} ${link}${others > 0 ? ` (ждут ещё ${others})` : ''}`,
  nudge: (waits, others) => `Ответить ${each(waits, 'до')}${others > 0 ? ` (столько же ждут ещё ${others})` : ''}`,
  nobodyWaits: (platform) => `Никто не ждёт ответа в ${platform}.`,
  someWait: (platform, count) => `Ждут ответа в ${platform}: ${count}.`,
};

export const responseWords: Readonly<Record<Language, ResponseWords>> = { en, uk, ru };
