import { formatFor } from '../format.ts';
import type { EnquiryWords } from './words.ts';

const { counted } = formatFor('en');
const waiting = { one: 'customer from an earlier week is', other: 'customers from earlier weeks are' };
const customers = { one: 'customer', other: 'customers' };
const more = { one: 'more customer', other: 'more customers' };

export const en: EnquiryWords = {
  locale: 'en-GB',
  heading: 'Customers who wrote or called',
  customers,
  channel: {
    form: 'Website form',
    mail: 'Email',
    phone: 'Phone',
    message: 'Private messages',
    comment: 'Comments',
    review: 'Reviews',
  },
  zone: {
    red: 'waiting longer than promised',
    yellow: 'answered late',
    unknown: 'outcome unknown',
    waiting: 'waiting, still in time',
    green: 'answered in time',
  },
  redReviews: 'waiting longer than promised, or a bad review without a reply',
  column: { channel: 'Channel', customers: 'Customers', inTime: 'In time', wait: 'Typical wait' },
  wrote: (customers) => `${customers} needed an answer this week.`,
  nobody: 'No customer needed an answer this week.',
  nobodySeen: 'No customer was seen who needed an answer, but not every channel could be read.',
  atLeast: (what) => `at least ${what}`,
  wait: (length) => `Typical wait for an answer: ${length} of business time.`,
  fromBefore: (count) => `${counted(count, waiting)} still waiting.`,
  partly: (names) => `There may be more: ${names} could not be read completely.`,
  wholly: (names) => `Not counted, because it could not be read: ${names}.`,
  formUnread: 'Website form: unknown, because Touchlight reads no mailbox.',
  old: 'There may be more: answers from the beginning of this week are no longer stored.',
  waiting: 'Waiting now, longest wait first',
  inTime: 'Waiting now, still in time, most urgent first',
  more: (count) => counted(count, more),
  bar: 'Customers this week',
};
