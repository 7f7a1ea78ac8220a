import { type AlertNotice, isEnd, subjectOf } from '../../shared/evaluation/channels/decide-delivery.ts';
import { alertMessages } from '../../shared/i18n/alerts.ts';
import { channelWords } from '../../shared/i18n/channels/channels.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Alert } from '../../shared/model/alert.ts';
import type { Language } from '../../shared/model/business.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import { oneLine, shorten } from '../../shared/model/foreign-text.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Light } from '../../shared/model/light.ts';
import { coversWindow } from '../../shared/probes/index.ts';
import type { ChannelMessage } from './channel.ts';

export interface Reader {
  readonly business: string;
  readonly language: Language;
  readonly timeZone: string;
}

const marks: Readonly<Record<Light, string>> = { red: '🔴', yellow: '🟡', green: '🟢', unknown: '⚪' };
/** Longest piece of foreign text. */
const factLimit = 1500;

/** One notice of an alert, as people read it in a chat. */
export function messageOf(notice: AlertNotice, alert: Alert, { language, timeZone }: Reader): ChannelMessage {
  const { incident, light, reason, n, checkId, text, page } = notice;
  const { label, light: lightWords, remedyOfUnknown } = alertMessages[language];
  const words = channelWords[language];
  const ends = isEnd(notice);
  const since = notice.since ?? incident?.suspectedAt ?? notice.subjectAt;
  const isIll = !ends && incident !== null;
  const isNoticed = incident !== null && coversWindow(parseCheckId(checkId).probe);
  const facts: readonly (readonly [string, string] | null)[] = [
    [label.check, `${checkId} (${lightWords[light]})`],
    reason === 'nudge'
      ? null
      : [isNoticed ? label.noticed : label.since, formatFor(language).dateTime(since, timeZone)],
    ends && incident?.resolvedAt && !isNoticed ? [label.lasted, lasted(since, incident.resolvedAt, language)] : null,
    isIll ? [label.expected, incident.expected] : null,
    isIll && incident.actual !== incident.reason ? [label.actual, incident.actual] : null,
  ];
  return {
    subject: subjectOf(notice),
    id: `${subjectOf(notice)}#${notice.subjectAt}#${reason}#${n}`,
    ...{ checkId, touchpointId: alert.touchpointId, reason, light, isEnd: ends, createdAt: alert.createdAt },
    title: titleOf(light, alert.touchpointId, language),
    text: plain(text),
    facts: facts.flatMap((fact) => (fact === null ? [] : [[fact[0], plain(fact[1])] as const])),
    todo: { label: label.todo, text: plain(notice.todo ?? remedyOfUnknown) },
    button:
      page === undefined || isOnThisMachine(page)
        ? null
        : { label: ends ? words.historyButton : words.openButton, url: page },
    picture: incident?.evidence.find((reference) => /\.(png|jpe?g|webp)$/i.test(reference)) ?? null,
    cut: words.cut,
    data: { ...alert, light, reason, notices: [notice] },
  };
}

/** A message that nobody takes for an alert. @param token makes each test a new one */
export function testMessage(
  { business, language }: Reader,
  token: string,
  now: Instant,
  isOver: boolean,
): ChannelMessage {
  const { test, cut } = channelWords[language];
  const title = `🔔 ${test.title}: Touchlight`;
  const text = isOver ? test.over : test.text(oneLine(business));
  return {
    subject: `test#${token}`,
    id: `test#${token}#${isOver}`,
    ...{ checkId: 'touchlight/test', touchpointId: 'touchlight', reason: 'test', light: 'unknown' },
    ...{ isEnd: isOver, createdAt: now, title, text, facts: [], button: null, picture: null, cut },
    todo: { label: alertMessages[language].label.todo, text: test.todo },
    data: { version: 1, test: true, text },
  };
}

/** A page on loopback opens for nobody else, and its address holds a key. */
function isOnThisMachine(page: string): boolean {
  const { hostname } = new URL(page);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

function titleOf(light: Light, touchpointId: string, language: Language): string {
  return `${marks[light]} ${alertMessages[language].shout[light]} ${touchpointId}`;
}

function lasted(from: string, to: string, language: Language): string {
  return formatFor(language).duration(Math.max(0, Date.parse(to) - Date.parse(from)));
}

/** Cut before it is cleaned, too: a line may be a megabyte long. */
function plain(text: string): string {
  return shorten(oneLine(text.slice(0, 8 * factLimit)), factLimit);
}
