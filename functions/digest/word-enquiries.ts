import type {
  ChannelWeek,
  EnquiryWeek,
  TypicalWait,
  WaitingCustomer,
} from '../../shared/evaluation/week/enquiry-week.ts';
import { enquiryWords } from '../../shared/i18n/enquiries/enquiries.ts';
import type { EnquiryWords } from '../../shared/i18n/enquiries/words.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Naming } from '../../shared/i18n/name-touchpoints.ts';
import type { Zone } from '../../shared/model/enquiry.ts';
import type { Formats } from './formats.ts';
import { type EnquiriesView, nothing, type OverdueView, type WaitingView, type ZoneView, zoneShapes } from './view.ts';
import { overdueView } from './word-waiting.ts';

/** The traffic light first, then what is not decided. */
const zonesShown: readonly Zone[] = ['red', 'yellow', 'green', 'waiting', 'unknown'];

/** Who wrote or called in the week. @param shown so many of those who wait */
export function wordEnquiries(week: EnquiryWeek, naming: Naming, formats: Formats, shown: number): EnquiriesView {
  const words = enquiryWords[formats.language];
  const { waiting, inTime, channels, wait } = week;
  const list = (heading: string, customers: readonly WaitingCustomer[]): WaitingView => ({
    heading,
    items: customers.slice(0, shown).map((each) => waitingView(each, naming, formats)),
    more: customers.length > shown ? words.more(customers.length - shown) : null,
  });
  return {
    heading: words.heading,
    lead: leadOf(week, words, formats),
    wait: wait === null ? null : words.wait(waitOf(wait, words, formats)),
    bar: words.bar,
    zones: zonesOf(week, words),
    mayBeMore: mayBeMore(week),
    columns: words.column,
    channels: channels.map((channel) => ({
      channel: words.channel[channel.channel],
      customers: String(channel.customers),
      inTime: String(channel.zones.green),
      wait: channel.wait === null ? nothing : waitOf(channel.wait, words, formats),
    })),
    notes: notesOf(week, words, naming),
    waiting: [list(words.waiting, waiting), list(words.inTime, inTime)].filter(({ items }) => items.length > 0),
  };
}

function mayBeMore({ unseen: { partly, wholly, form, old } }: EnquiryWeek): boolean {
  return partly.length > 0 || wholly.length > 0 || form || old;
}

function leadOf(week: EnquiryWeek, words: EnquiryWords, { language }: Formats): string {
  const { customers } = week;
  if (customers === 0) return mayBeMore(week) ? words.nobodySeen : words.nobody;
  const counted = formatFor(language).counted(customers, words.customers);
  return capital(words.wrote(mayBeMore(week) ? words.atLeast(counted) : counted), words);
}

function capital(sentence: string, { locale }: { readonly locale: string }): string {
  return `${sentence.charAt(0).toLocaleUpperCase(locale)}${sentence.slice(1)}`;
}

function waitOf({ minutes, atLeast }: TypicalWait, words: EnquiryWords, { measured }: Formats): string {
  const length = measured(minutes, 'minutes');
  return atLeast ? words.atLeast(length) : length;
}

function zonesOf({ zones, channels }: EnquiryWeek, words: EnquiryWords): ZoneView[] {
  const withReviews = channels.some(({ channel, zones: { red } }: ChannelWeek) => channel === 'review' && red > 0);
  return zonesShown
    .filter((zone) => zones[zone] > 0)
    .map((zone) => ({
      zone,
      shape: zoneShapes[zone],
      count: zones[zone],
      says: zone === 'red' && withReviews ? words.redReviews : words.zone[zone],
    }));
}

function notesOf({ unseen, fromBefore }: EnquiryWeek, words: EnquiryWords, naming: Naming): string[] {
  const { partly, wholly, form, old } = unseen;
  return [
    ...(fromBefore > 0 ? [words.fromBefore(fromBefore)] : []),
    ...(wholly.length > 0 ? [words.wholly(naming.namesOf(wholly))] : []),
    ...(partly.length > 0 ? [words.partly(naming.namesOf(partly))] : []),
    ...(form ? [words.formUnread] : []),
    ...(old ? [words.old] : []),
  ];
}

function waitingView({ touchpointId, kind, waiting }: WaitingCustomer, naming: Naming, formats: Formats): OverdueView {
  const view = overdueView(waiting, kind, formats);
  return { ...view, who: `${naming.nameOf(touchpointId)} · ${view.who}` };
}
