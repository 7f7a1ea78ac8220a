import type { EnquiryChannel, Zone } from '../../model/enquiry.ts';
import type { PluralForms } from '../../model/format.ts';

/** What the weekly mail and the report say of customers who wrote or called. Numbers come as "9 customers" or "at least 9 customers". */
export interface EnquiryWords {
  readonly locale: string;
  readonly heading: string;
  readonly customers: PluralForms;
  readonly channel: Readonly<Record<EnquiryChannel, string>>;
  readonly zone: Readonly<Record<Zone, string>>;
  /** Instead of `zone.red`, where reviews are among them. */
  readonly redReviews: string;
  readonly column: Readonly<Record<'channel' | 'customers' | 'inTime' | 'wait', string>>;
  readonly wrote: (customers: string) => string;
  readonly nobody: string;
  /** Nobody was seen, and not everything was looked at. */
  readonly nobodySeen: string;
  readonly atLeast: (what: string) => string;
  readonly wait: (length: string) => string;
  readonly fromBefore: (count: number) => string;
  readonly partly: (names: string) => string;
  readonly wholly: (names: string) => string;
  /** No mailbox is read that its messages may come to. */
  readonly formUnread: string;
  readonly old: string;
  readonly waiting: string;
  /** Who waits and may still be answered in time. */
  readonly inTime: string;
  readonly more: (count: number) => string;
  /** Read aloud instead of the bar. */
  readonly bar: string;
}
