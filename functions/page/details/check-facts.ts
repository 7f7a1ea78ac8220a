import { createElement as h, type ReactElement } from 'react';
import type { LightNow } from '../../../shared/evaluation/incidents/light-at.ts';
import { alertMessages } from '../../../shared/i18n/alerts.ts';
import { detailWords } from '../../../shared/i18n/page/details.ts';
import type { Check } from '../../../shared/model/check.ts';
import { type CheckId, parseCheckId } from '../../../shared/model/check-id.ts';
import type { Instant } from '../../../shared/model/instant.ts';
import type { Status } from '../../../shared/model/status.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { PageFrame } from '../page-frame.ts';
import { time } from '../views/parts.ts';
import { note } from '../views/wording.ts';
import { foundInWords } from './found-in-words.ts';
import { everyInWords } from './intervals.ts';

export interface SeenCheck {
  readonly check: Check;
  readonly status: Status | undefined;
  readonly seen: LightNow;
}

/** "Loading speed, on a phone, /prices": without its touchpoint, on whose page it stands. */
export function checkName(checkId: CheckId, { naming, words }: PageFrame): string {
  const { probe, page, device } = parseCheckId(checkId);
  const where = [device === null ? [] : words.device[device], page === null ? [] : note(page)].flat();
  return [naming.checkName(probe), ...where].join(', ');
}

/** What was found last; then since when, how long ago, and how often. */
export function checkFacts({ check, status, seen }: SeenCheck, frame: PageFrame): ReactElement[] {
  const { words, times, language } = frame;
  const every = everyInWords(check.everyMinutes, language);
  if (status === undefined) {
    return [h('p', { key: 'every', className: 'mute' }, [words.grey.never, every].join(', '))];
  }
  const since = seen.lost === null ? words.since(times.short(status.lightSince)) : null;
  return [
    h('p', { key: 'found' }, h('bdi', null, whatWasFound({ check, status, seen }, frame))),
    h(
      'p',
      { key: 'every', className: 'mute' },
      since === null ? null : time(status.lightSince, since),
      since === null ? null : '; ',
      time(status.lastRunAt, measuredAge(status.lastRunAt, frame)),
      `; ${every}`,
    ),
  ];
}

/** "measured 3 minutes ago" */
export function measuredAge(at: Instant, { words, times, now }: PageFrame): string {
  const isNow = Date.parse(now) - Date.parse(at) < minuteMs;
  return isNow ? words.measuredNow : words.measuredAgo(times.lasted(at));
}

function whatWasFound({ check, status, seen }: SeenCheck & { readonly status: Status }, frame: PageFrame): string {
  const { language, times } = frame;
  const { silent, clockAhead } = detailWords[language];
  switch (seen.lost) {
    case 'clock-ahead':
      return clockAhead;
    case 'not-measured':
      return silent(times.short(status.lastRunAt), alertMessages[language].light[seen.lastKnown]);
    case 'never-measured':
    case 'removed':
    case null:
      return foundInWords(seen.light, status.lastFinding, check, frame);
  }
}
