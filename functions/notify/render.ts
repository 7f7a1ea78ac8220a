import type { AlertMessages, LineParts, NoticeKind } from '../../shared/i18n/alert-messages.ts';
import { alertMessages } from '../../shared/i18n/alerts.ts';
import { oneLine, shorten, toAscii } from '../../shared/i18n/plain-text.ts';
import { counted, duration } from '../../shared/i18n/plural.ts';
import type { Language } from '../../shared/model/business.ts';
import { checkName, parseCheckId } from '../../shared/model/check-id.ts';
import type { Notice, Notification } from '../../shared/model/notification.ts';
import { probeSpecs } from '../../shared/model/probes/index.ts';
import { localDay, localMoment } from './local-time.ts';

export interface Reader {
  readonly language: Language;
  /** The business's; all times are told in it. */
  readonly timeZone: string;
}

export interface Message {
  /** At most 100 ASCII characters on one line (SNS's limit), therefore always in English. */
  readonly subject: string;
  /** The body of a mail: what, since when, expected and actual, evidence, what to do. */
  readonly text: string;
  /** At most 140 characters. */
  readonly sms: string;
  /** The notification itself, for machines (`notificationSchema`, version 1). */
  readonly json: string;
}

const subjectLimit = 100;
const smsLimit = 140;
/** Longest piece of foreign text within a body. */
const factLimit = 400;

export function renderNotification(notification: Notification, reader: Reader): Message {
  const messages = alertMessages[reader.language];
  return {
    subject: shortLine(notification, reader, alertMessages.en, subjectLimit, toAscii),
    text: body(notification, reader, messages),
    sms: shortLine(notification, reader, messages, smsLimit, (text) => text),
    json: JSON.stringify(notification),
  };
}

/** `RED website: the contact form answers 500 since 09:40 (+2 more)`; what does not fit is taken from the fact. */
function shortLine(
  { touchpointId, notices, createdAt }: Notification,
  { timeZone }: Reader,
  messages: AlertMessages,
  limit: number,
  spell: (text: string) => string,
): string {
  const [worst, ...others] = notices;
  if (worst === undefined) throw new Error(`The notification about ${touchpointId} says nothing.`);
  const parts: LineParts = {
    fact: '',
    check: checkName(worst.checkId),
    since: localMoment(sinceOf(worst), createdAt, timeZone, messages.locale),
    lasted: lastedOf(worst, messages),
  };
  const line = (fact: string) =>
    spell(
      oneLine(`${messages.shout[worst.light]} ${touchpointId}: ${messages.line[kindOf(worst)]({ ...parts, fact })}`) +
        (others.length === 0 ? '' : ` (+${others.length})`),
    );
  const room = Math.max(0, limit - line('?').length + 1);
  return shorten(line(shorten(spell(briefFact(worst)), room)), limit);
}

function body(notification: Notification, reader: Reader, messages: AlertMessages): string {
  const { touchpointId, light, notices } = notification;
  const heading =
    notices.length === 1
      ? `${messages.shout[light]} ${touchpointId}`
      : `${messages.shout[light]} ${touchpointId}: ${counted(messages.locale, notices.length, messages.severalNotices)}, ${messages.worstFirst}`;
  return `${[heading, ...notices.map((notice) => paragraph(notice, reader, messages))].join('\n\n')}\n`;
}

function paragraph(notice: Notice, { timeZone }: Reader, messages: AlertMessages): string {
  const { incident, light, text, checkId } = notice;
  const { label } = messages;
  const kind = kindOf(notice);
  const isGoingOn = kind !== 'resolved' && kind !== 'removed' && kind !== 'stable' && kind !== 'sighted';
  const isIllness = incident !== null && (kind === 'opened' || kind === 'worsened' || kind === 'reminder');
  const { step, probe } = probeOf(notice);
  const lines: (readonly [string, string] | null)[] = [
    [label.check, `${checkId} (${messages.light[light]})`],
    isGoingOn ? [label.since, localDay(sinceOf(notice), timeZone, messages.locale)] : null,
    kind === 'resolved' && incident !== null ? [label.lasted, lastedOf(notice, messages)] : null,
    isIllness ? [label.expected, incident.expected] : null,
    isIllness && incident.actual !== incident.reason ? [label.actual, incident.actual] : null,
    ...(incident?.evidence ?? []).map((reference) => [label.evidence, reference] as const),
    [label.todo, messages.remedyOf[kind] ?? messages.remedy[probe] ?? messages.remedy.other],
    [label.measuredBy, `functions/${step}/probes/${probe}.ts`],
    [label.runbook, `docs/runbook.md#probe-${probe}, #reason-${notice.reason}`],
  ];
  const happened = messages.happened[kind];
  return [
    shorten(oneLine(happened === undefined ? text : `${happened}: ${withoutLead(notice)}`), factLimit),
    ...lines.flatMap((line) => (line === null ? [] : [`${line[0]}: ${shorten(oneLine(line[1]), factLimit)}`])),
  ].join('\n');
}

function kindOf({ reason, light, incident }: Notice): NoticeKind {
  if (reason !== 'resolved') return reason;
  if (incident === null) return 'stable';
  return light === 'unknown' ? 'removed' : 'resolved';
}

/** Since when it has been so: an incident since its first bad run, blindness and flapping since they began. */
function sinceOf({ reason, incident, subjectAt }: Notice): string {
  return reason === 'blind' || reason === 'flapping' ? subjectAt : (incident?.suspectedAt ?? subjectAt);
}

function lastedOf({ incident, subjectAt }: Notice, messages: AlertMessages): string {
  const from = Date.parse(incident?.suspectedAt ?? subjectAt);
  const to = Date.parse(incident?.resolvedAt ?? incident?.suspectedAt ?? subjectAt);
  return duration(messages.locale, to - from, messages.duration);
}

/** The planner's sentence from the fact on: "It got worse: ..." is said in the reader's language instead. */
function withoutLead({ text, incident }: Notice): string {
  const fact = incident === null ? -1 : text.indexOf(incident.reason);
  return fact === -1 ? text : text.slice(fact);
}

/** What was seen, as it reads on behind a colon: without what was expected, a leading capital or a full stop. */
function briefFact({ incident, text }: Notice): string {
  const sentence = oneLine(incident?.reason ?? text)
    .replaceAll(/ \((expected [^)]*|https?:\/\/[^)]*)\)/g, '')
    // An address fills a subject line and says nothing there; the body has it.
    .replaceAll(/( (to|at|of))? ?https?:\/\/[^\s,;]+/g, '')
    .trim();
  return sentence.replace(/\.$/, '').replace(/^(The|A|An|No|Nothing)\b/, (word) => word.toLowerCase());
}

function probeOf({ checkId }: Notice): { readonly step: string; readonly probe: string } {
  const { probe } = parseCheckId(checkId);
  return { probe, step: probeSpecs[probe]?.step ?? 'probe-page' };
}
