import type { AlertMessages, LineParts, NoticeKind } from '../../shared/i18n/alert-messages.ts';
import { alertMessages } from '../../shared/i18n/alerts.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { toAscii } from '../../shared/i18n/plain-text.ts';
import { seenFromOf } from '../../shared/i18n/regions/one-region.ts';
import { remedyFor } from '../../shared/i18n/remedies.ts';
import { asSentence, type Wording } from '../../shared/i18n/wording.ts';
import type { Alert } from '../../shared/model/alert.ts';
import type { Language, Touchpoint } from '../../shared/model/business.ts';
import { checkName, parseCheckId } from '../../shared/model/check-id.ts';
import { oneLine, shorten } from '../../shared/model/foreign-text.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Notice, Notification } from '../../shared/model/notification.ts';
import type { Owner } from '../../shared/model/owner.ts';
import type { ResponseTime } from '../../shared/model/response-time.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { coversWindow, stepOf } from '../../shared/probes/index.ts';
import { localDay } from './local-time.ts';
import { pathOf } from './page-path.ts';
import { incidentInWords, wordNotice } from './word-notice.ts';

export interface Reader {
  readonly language: Language;
  /** The business's; all times are shown in it. */
  readonly timeZone: string;
  /** For the owner of the one that an alert is about; absent where that is not wanted. */
  readonly touchpoints?: readonly Pick<Touchpoint, 'id' | 'owner'>[];
  /** The place of a piece of evidence in the account, by its reference; absent means that the reference is a path. */
  readonly evidenceAt?: (reference: string) => string;
  /** The address of a path of the live page, with which its reader is let in; absent where there is no page. */
  readonly pageAt?: (path: string) => string;
}

export interface Message {
  /** At most 100 ASCII characters on one line (SNS's limit), therefore always in English. */
  readonly subject: string;
  /** The body of a mail: what, since when, expected and actual, evidence, what to do. */
  readonly text: string;
  /** At most 140 characters. */
  readonly sms: string;
  /** The same as data, for machines (`alertSchema`, version 1). */
  readonly json: string;
}

const subjectLimit = 100;
const smsLimit = 140;
/** Longest piece of foreign text within a body. */
const factLimit = 400;

/** Kinds that describe an incident as it is. */
const illnesses: readonly NoticeKind[] = ['opened', 'worsened', 'reminder', 'escalated', 'last-known'];

export function renderNotification(notification: Notification, reader: Reader): Message {
  const messages = alertMessages[reader.language];
  return {
    subject: shortLine(notification, { ...reader, language: 'en' }, subjectLimit, (text) =>
      toAscii(text, reader.language),
    ),
    text: body(notification, reader, messages),
    sms: shortLine(notification, reader, smsLimit, (text) => text),
    json: JSON.stringify(toAlert(notification, reader)),
  };
}

/** `RED website: the contact form answers 500 since 09:40 (+2 more)`; what does not fit is taken from the fact. */
function shortLine(
  { touchpointId, notices, createdAt }: Notification,
  { timeZone, language }: Reader,
  limit: number,
  spell: (text: string) => string,
): string {
  const messages = alertMessages[language];
  const [worst, ...others] = notices;
  if (worst === undefined) throw new Error(`The notification about ${touchpointId} says nothing.`);
  const parts: LineParts = {
    ...{ fact: '', because: '' },
    check: checkName(worst.checkId),
    since: formatFor(language).shortMoment(sinceOf(worst), timeZone, createdAt),
    measured: formatFor(language).shortMoment(worst.measuredAt ?? sinceOf(worst), timeZone, createdAt),
    lasted: lastedOf(worst, language),
  };
  const kind = kindOf(worst);
  const lineOf =
    (coversWindow(probeOf(worst).probe) ? messages.lineOverWindow[kind] : undefined) ?? messages.line[kind];
  const line = (fact: string) => {
    const said = lineOf({ ...parts, fact, because: fact === '' ? '' : `: ${fact}` });
    const more = others.length === 0 ? '' : ` (+${others.length})`;
    return spell(oneLine(`${messages.shout[worst.light]} ${touchpointId}: ${said}`) + more);
  };
  const room = Math.max(0, limit - line('?').length + 1);
  return shorten(line(shorten(spell(oneLine(wordNotice(worst, language, createdAt).brief)), room)), limit);
}

function body(notification: Notification, reader: Reader, messages: AlertMessages): string {
  const { touchpointId, light, notices, createdAt } = notification;
  const heading =
    notices.length === 1
      ? `${messages.shout[light]} ${touchpointId}`
      : `${messages.shout[light]} ${touchpointId}: ${formatFor(reader.language).counted(notices.length, messages.severalNotices)}, ${messages.worstFirst}`;
  const owner = ownerOf(touchpointId, reader);
  const head = owner === undefined ? heading : `${heading}\n${messages.label.owner}: ${ownerInWords(owner)}`;
  return `${[head, ...notices.map((notice) => paragraph(notice, createdAt, reader, messages))].join('\n\n')}\n`;
}

function ownerOf(touchpointId: string, { touchpoints = [] }: Reader): Owner | undefined {
  return touchpoints.find(({ id }) => id === touchpointId)?.owner;
}

/** "Olena, olena@coffeelab.example" */
function ownerInWords({ name, email }: Owner): string {
  return shorten(oneLine(email === null || email === name ? name : `${name}, ${email}`), factLimit);
}

function paragraph(
  notice: Notice,
  now: Instant,
  { timeZone, language, evidenceAt, pageAt }: Reader,
  messages: AlertMessages,
): string {
  const { incident, measuredAt = null } = notice;
  const fact = wordNotice(notice, language, now);
  const { label } = messages;
  const kind = kindOf(notice);
  const isIllness = incident !== null && illnesses.includes(kind);
  const seenFrom = isIllness ? seenFromOf(incident, language) : null;
  const isGoingOn = isIllness || kind === 'blind' || kind === 'flapping';
  const { step, probe } = probeOf(notice);
  const isNoticed = isIllness && coversWindow(probe);
  const placeOf = (reference: string): string =>
    evidenceAt === undefined ? reference : `${evidenceAt(reference)} (${messages.needsAccess})`;
  const lines: (readonly [string, string] | null)[] = [
    [label.check, checkInWords(notice, messages)],
    measuredAt === null ? null : [label.measured, localDay(measuredAt, timeZone, messages.locale)],
    isGoingOn ? [isNoticed ? label.noticed : label.since, localDay(sinceOf(notice), timeZone, messages.locale)] : null,
    kind === 'resolved' && incident !== null && !coversWindow(probe)
      ? [label.lasted, lastedOf(notice, language)]
      : null,
    isIllness && fact.expected !== null ? [label.expected, fact.expected] : null,
    isIllness && fact.actual !== null ? [label.actual, fact.actual] : null,
    seenFrom === null ? null : [label.regions, seenFrom],
    ...(incident?.evidence ?? []).map((reference) => [label.evidence, placeOf(reference)] as const),
    [label.todo, todoOf(notice, language)],
    [label.measuredBy, `functions/${step}/${probe}/probe.ts`],
    [label.runbook, `docs/runbook.md#probe-${probe}, #reason-${notice.reason}`],
  ];
  // Not shortened: half an address leads nowhere.
  const page = pageAt && `${isGoingOn ? label.openOrAcknowledge : label.open}: ${pageAt(pathOf(notice))}`;
  return [
    shorten(oneLine(opening(notice, fact, language)), factLimit),
    ...lines.flatMap((line) => (line === null ? [] : [`${line[0]}: ${shorten(oneLine(line[1]), factLimit)}`])),
    ...(page === undefined ? [] : [page]),
  ].join('\n');
}

/** What to do. */
function todoOf(notice: Notice, language: Language): string {
  const messages = alertMessages[language];
  return messages.remedyOf[kindOf(notice)] ?? remedyFor(notice, language) ?? messages.remedyOfUnknown;
}

/** "website/form (red)", or "website/form (grey, last known red)" */
function checkInWords(notice: Notice, { light: words, lastKnownLight }: AlertMessages): string {
  const { checkId, light, incident } = notice;
  const isLastKnown = kindOf(notice) === 'last-known' && incident !== null;
  return `${checkId} (${isLastKnown ? lastKnownLight(words[incident.light]) : words[light]})`;
}

/** What happened, in a line. */
export function whatHappened(notice: Notice, language: Language, now: Instant): string {
  return opening(notice, wordNotice(notice, language, now), language);
}

/** The same, as the first line of a paragraph. */
function opening(notice: Notice, { clause, brief }: Wording, language: Language): string {
  const messages = alertMessages[language];
  const kind = kindOf(notice);
  const lead = messages.happened[kind];
  // What is over needs no address and no advice.
  const fact = kind === 'resolved' || kind === 'removed' ? brief : clause;
  const { changes, alsoAffected, overdue } = notice;
  // First, so that no long fact takes its place.
  const first = overdue === undefined ? [] : [messages.notAcknowledged(overdueInWords(overdue, language))];
  const more = [
    changes === undefined ? null : messages.keepsChanging(changes),
    alsoAffected === undefined ? null : messages.alsoAffected(alsoAffected),
  ].flatMap((text) => text ?? []);
  return [
    ...first,
    asSentence([lead, fact].filter((text) => text !== undefined && text !== '').join(': ')),
    ...more,
  ].join(' ');
}

function overdueInWords({ minutes, inBusinessHours }: ResponseTime, language: Language): string {
  const time = formatFor(language).duration(minutes * minuteMs);
  return inBusinessHours ? alertMessages[language].ofBusinessTime(time) : time;
}

function kindOf(notice: Notice): NoticeKind {
  const { reason, light, incident } = notice;
  switch (reason) {
    case 'blind':
      return kindOfUnmeasurable(notice);
    case 'sighted':
      if (light === 'unknown') return 'dropped';
      return light === 'green' ? 'sighted' : 'found-ill';
    case 'resolved':
      if (incident === null) return light === 'unknown' ? 'dropped' : 'stable';
      return incident.state === 'resolved' ? 'resolved' : 'removed';
    case 'opened':
    case 'worsened':
    case 'reminder':
    case 'escalated':
      return light === 'unknown' ? 'last-known' : reason;
    case 'flapping':
    case 'nudge':
      return reason;
  }
}

/** Its runs see nothing, or there are none. */
function kindOfUnmeasurable({ measuredAt, blindness }: Notice): NoticeKind {
  if (measuredAt === undefined) return 'blind';
  if (measuredAt === null) return 'never-measured';
  return blindness?.cause === 'clock-ahead' ? 'clock-ahead' : 'silent';
}

/** Since when it has been so: an incident since its first bad run, blindness and flapping since they began. */
function sinceOf({ reason, incident, subjectAt }: Notice): string {
  if (reason === 'blind' || reason === 'flapping' || incident === null) return subjectAt;
  // A promise was broken when it ended, not when the next poll saw it.
  const endedAt = promiseEnd(incident);
  return endedAt !== null && endedAt < incident.suspectedAt ? endedAt : incident.suspectedAt;
}

function promiseEnd({ finding, light }: Incident): string | null {
  const because = finding.kind === 'measurement' && light === 'red' ? finding.because : undefined;
  const dueAt = because?.params['dueAt'];
  return typeof dueAt === 'string' ? dueAt : null;
}

function lastedOf({ incident, subjectAt }: Notice, language: Language): string {
  const from = Date.parse(incident?.suspectedAt ?? subjectAt);
  const to = Date.parse(incident?.resolvedAt ?? incident?.suspectedAt ?? subjectAt);
  return formatFor(language).duration(to - from);
}

/** Data and sentences side by side: other systems show the one and decide by the other. */
function toAlert({ notices, ...notification }: Notification, reader: Reader): Alert {
  const { language, pageAt } = reader;
  const owner = ownerOf(notification.touchpointId, reader);
  return {
    version: 1,
    ...notification,
    ...(owner !== undefined && { owner }),
    notices: notices.map(({ says: _, incident, blindness, ...notice }, index) => {
      const whole = notices[index] ?? { ...notice, incident };
      const wording = wordNotice(whole, language, notification.createdAt);
      const text = opening(whole, wording, language);
      // A check that does not run has found nothing: that it does not run is the reason.
      const reason = wording.sentence === '' ? text : wording.sentence;
      return {
        ...notice,
        text,
        since: sinceOf(whole),
        todo: todoOf(whole, language),
        incident:
          incident === null ? null : { ...incident, ...incidentInWords(incident, language, notification.createdAt) },
        ...(blindness !== undefined && { blindness: { cause: blindness.cause, reason } }),
        ...(pageAt && { page: pageAt(pathOf(whole)) }),
      };
    }),
  };
}

function probeOf({ checkId }: Notice): { readonly step: string; readonly probe: string } {
  const { probe } = parseCheckId(checkId);
  return { probe, step: stepOf(probe) ?? 'probe-page' };
}
