import type { CallField } from '../../../shared/model/call-field.ts';
import type { Call } from '../calls/call.ts';
import type { NumberReader } from '../calls/numbers.ts';
import type { Columns } from './columns.ts';
import { readLength, readTime } from './times.ts';

/** How a call ended, as far as its record says it. */
type Ending = 'answered' | 'gave-up' | 'not-reached' | 'voicemail' | 'unknown';

const voicemail = /voice ?mail|голосов|автоответ|автовідпов/iu;
const gaveUp =
  /no[ _-]?answer|not[ _-]?answered|unanswered|missed|abandon|cancel|hang ?up|пропущ|не ?отвеч|не ?ответ|без ?ответ|без ?відпов|не ?відпов|не ?принят|не ?прийнят|отмен|скасов/iu;
const notReached = /busy|fail|congest|unavail|declin|reject|error|занят|зайнят|отклон|відхил|ошиб|помил/iu;
const answered =
  /answer|complet|success|connect|accept|^ok$|отвеч|ответ|відпов|принят|прийнят|успе|успі|состоял|відбу|разговор|розмов/iu;

function endingOf(status: string): Ending {
  if (voicemail.test(status)) return 'voicemail';
  if (gaveUp.test(status)) return 'gave-up';
  if (notReached.test(status)) return 'not-reached';
  return answered.test(status) ? 'answered' : 'unknown';
}

export interface RecordFrame {
  readonly columns: Columns;
  readonly numbers: NumberReader;
  readonly timeZone: string;
  /** When the call before it in its file began. */
  readonly lastAt: number | null;
  readonly now: number;
}

/** What a record is: a customer's call, none of a customer's, or what nobody can read, named by its column. */
export type Reading =
  | { readonly is: 'call'; readonly call: Call }
  | { readonly is: 'internal'; readonly at: number }
  | { readonly is: 'unreadable'; readonly field: CallField };

/** A record may be ahead of our clock by so much. */
const clockSkewMs = 86_400_000;

export function readRecord(record: readonly string[], frame: RecordFrame): Reading {
  const { columns, numbers, now } = frame;
  const value = (field: CallField): string => record[columns.get(field) ?? -1]?.trim() ?? '';
  const startedAt = startOf(value, frame);
  if (startedAt === null || startedAt > now + clockSkewMs) return { is: 'unreadable', field: 'time' };
  const side = sideOf(value, numbers);
  if (side === null) return { is: 'internal', at: startedAt };
  const talkMs = readLength(value('talk'));
  const totalMs = readLength(value('total'));
  const ending = endingOf(value('status'));
  if (ending === 'unknown' && talkMs === null) return { is: 'unreadable', field: 'status' };
  const isAnswered = isTalk(ending, talkMs) && isPerson(value, columns, side.incoming);
  // A total alone may mean the talk alone: then nobody knows for how long it rang.
  const wholeMs = totalMs === null || talkMs === null ? null : totalMs;
  const ringMs = readLength(value('ring')) ?? (wholeMs === null ? null : wholeMs - (talkMs ?? 0));
  const lastedMs = wholeMs ?? totalMs ?? (ringMs ?? 0) + (talkMs ?? 0);
  const wasHeard = ending === 'gave-up' || (ending === 'answered' && !voicemail.test(value('application')));
  return {
    is: 'call',
    call: {
      id: value('id') || null,
      ...side,
      startedAt,
      endedAt: startedAt + lastedMs,
      answeredAt: isAnswered ? startedAt + Math.max(0, ringMs ?? 0) : null,
      hungUp: ringMs !== null && wasHeard,
    },
  };
}

/** Where clocks are set back, Asterisk's id tells which of the two hours it was: it begins with the time in seconds. */
function startOf(value: (field: CallField) => string, { timeZone, lastAt }: RecordFrame): number | null {
  const text = [value('date'), value('time')].filter((part) => part !== '').join(' ');
  const seconds = /(?:^|-)(\d{10})\.\d+$/.exec(value('id'))?.[1];
  if (seconds !== undefined) return readTime(text, timeZone, { near: Number(seconds) * 1000 });
  return readTime(text, timeZone, lastAt === null ? {} : { after: lastAt });
}

type Side = Pick<Call, 'incoming' | 'customer'>;

const outwards = /^out|outgoing|outbound|исход|вихід/iu;
const inwards = /^in|incoming|inbound|входящ|вхідн/iu;

/** Who the customer is, and who called; null where both are ours. */
function sideOf(value: (field: CallField) => string, numbers: NumberReader): Side | null {
  const from = numbers.party(value('from'));
  const to = numbers.party(value('to'));
  const written = value('direction');
  const known = inwards.test(written) ? 'in' : outwards.test(written) ? 'out' : null;
  // Forwarded to a phone outside, both ends are strangers: a call that an extension began goes out.
  const direction = known ?? (from.is === 'ours' || isExtension(value('channel')) ? 'out' : 'in');
  if (direction === 'in') {
    if (from.is === 'withheld') return { incoming: true, customer: null };
    return from.is === 'customer' ? { incoming: true, customer: from.number } : null;
  }
  return to.is === 'customer' ? { incoming: false, customer: to.number } : null;
}

/** `PJSIP/101-00000a1b` */
function isExtension(channel: string): boolean {
  return /^[a-z]\w*\/\d{2,6}(?:-|@|$)/i.test(channel);
}

function isTalk(ending: Ending, talkMs: number | null): boolean {
  if (ending === 'answered') return talkMs === null || talkMs > 0;
  return ending === 'unknown' && talkMs !== null && talkMs > 0;
}

/** A menu, an announcement or a mailbox takes calls, too; then no phone of the exchange has taken part. */
function isPerson(value: (field: CallField) => string, columns: Columns, incoming: boolean): boolean {
  if (voicemail.test(value('application'))) return false;
  return !incoming || !columns.has('answeredBy') || value('answeredBy') !== '';
}
