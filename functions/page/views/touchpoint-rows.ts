import { createElement as h, type ReactElement } from 'react';
import type { BoardRow } from '../../../shared/evaluation/board/board-now.ts';
import { alertMessages } from '../../../shared/i18n/alerts.ts';
import { formatFor } from '../../../shared/i18n/format.ts';
import { asSentence } from '../../../shared/i18n/wording.ts';
import type { BoardEntry } from '../../../shared/model/board.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { PageFrame } from '../page-frame.ts';
import { touchpointPath } from '../paths.ts';
import { live } from './layout.ts';
import { chip, lightInWords, maintenanceLine, strips } from './parts.ts';
import { countLights, wordFound } from './wording.ts';

/** So many are shown with all that is known; of more, only what is wrong. */
const inFull = 40;

/** All touchpoints, worst first: a few in full, of many the bad ones, and the others as links. */
export function touchpointsSection(rows: readonly BoardRow[], frame: PageFrame): ReactElement {
  const { words } = frame;
  const isBad = ({ light }: BoardRow): boolean => light !== 'green' && light !== null;
  const full = rows.length <= inFull ? rows : rows.filter(isBad).slice(0, inFull);
  const others = rows.slice(full.length);
  return h(
    'section',
    { 'aria-labelledby': 'touchpoints-title' },
    h('h2', { id: 'touchpoints-title' }, words.heading.touchpoints),
    h('ul', { className: 'rows', 'data-list': 'touchpoints' }, ...full.map((row) => touchpointRow(row, frame))),
    others.length === 0 ? null : compactList(others, frame),
  );
}

function touchpointRow(row: BoardRow, frame: PageFrame): ReactElement {
  const { touchpoint, entry, light } = row;
  return h(
    'li',
    { key: touchpoint.id, ...live(`touchpoint ${touchpoint.id}`) },
    h(
      'div',
      { className: 'title' },
      h('h3', null, h('a', { href: touchpointPath(touchpoint.id) }, frame.naming.nameOf(touchpoint.id))),
      chip(light, frame),
    ),
    line(reasonInWords(row, frame)),
    line(stateInWords(row, frame), 'mute'),
    entry?.maintenance ? maintenanceLine(entry.maintenance, frame) : null,
    entry === null ? null : strips(entry.strip, frame),
  );
}

/** "measured 3 minutes ago, since 09:40; 8 checks: 1 red, 7 green" */
function stateInWords({ entry, whyGrey }: BoardRow, frame: PageFrame): string | null {
  const { words, times, language } = frame;
  if (entry === null || whyGrey === 'never' || whyGrey === 'not-updated') return null;
  const { checks, measuredAt, since } = entry;
  const count = checks.green + checks.yellow + checks.red + checks.unknown;
  const parts = [
    measuredAt === null || whyGrey === 'silent' ? null : measuredInWords(measuredAt, frame),
    since === null || whyGrey === 'silent' ? null : words.since(times.short(since)),
  ].flatMap((part) => part ?? []);
  const lights =
    count === 0 ? [] : [`${formatFor(language).counted(count, words.checks)}: ${countLights(checks, frame)}`];
  return [...(parts.length === 0 ? [] : [parts.join(', ')]), ...lights].join('; ');
}

/** What its light alone does not say. */
function reasonInWords({ entry, light, whyGrey }: BoardRow, frame: PageFrame): string | null {
  if (entry === null) return frame.words.grey.never;
  if (whyGrey !== null) return greyInWords(entry, whyGrey, frame);
  const isUnexplained = (light === 'red' || light === 'yellow') && entry.openCount === 0;
  return isUnexplained ? frame.words.checkedAgain : null;
}

function line(says: string | null, className?: string): ReactElement | null {
  return says === null ? null : h('p', { className }, h('bdi', null, asSentence(says)));
}

function measuredInWords(measuredAt: string, { words, times, now }: PageFrame): string {
  const isNow = Date.parse(now) - Date.parse(measuredAt) < minuteMs;
  return isNow ? words.measuredNow : words.measuredAgo(times.lasted(measuredAt));
}

function greyInWords(entry: BoardEntry, why: NonNullable<BoardRow['whyGrey']>, frame: PageFrame): string {
  const { words, times, language } = frame;
  const { light, grey, readAt, measuredAt, checks } = entry;
  const lightThen = light === null ? '–' : alertMessages[language].light[light];
  switch (why) {
    case 'never':
      return words.grey.never;
    case 'not-updated':
      return words.grey.notUpdated(times.short(readAt), lightThen);
    case 'silent':
      return words.grey.silent(times.short(measuredAt ?? readAt), light === 'unknown' ? null : lightThen);
    case 'unmeasured': {
      const finding = grey?.finding ?? null;
      if (grey !== undefined && finding !== null) {
        return words.grey.unmeasured(wordFound(finding, grey.checkId, frame).brief);
      }
      return words.grey.someUnmeasured(formatFor(language).counted(checks.unknown, words.checks));
    }
  }
}

/** Names alone, each behind its light's shape and word. */
function compactList(rows: readonly BoardRow[], frame: PageFrame): ReactElement {
  const { naming } = frame;
  const groups = [...Map.groupBy(rows, ({ light }) => light)];
  return h(
    'div',
    live('other-touchpoints'),
    ...groups.map(([light, some]) =>
      h(
        'div',
        { key: light },
        h('h3', null, `${lightInWords(light, frame)} (${some.length})`),
        h(
          'ul',
          { className: 'many' },
          ...some.map(({ touchpoint: { id } }) =>
            h('li', { key: id }, h('a', { href: touchpointPath(id) }, naming.nameOf(id))),
          ),
        ),
      ),
    ),
  );
}
