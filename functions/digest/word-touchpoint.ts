import type { Figure } from '../../shared/evaluation/week/figures.ts';
import type { MeasurementGap } from '../../shared/evaluation/week/measurement-gaps.ts';
import type { TouchpointWeek } from '../../shared/evaluation/week/of-touchpoint.ts';
import {
  hasNoLength,
  isAboutNudges,
  isMomentary,
  type Trouble,
  type TroubleSpan,
} from '../../shared/evaluation/week/troubles.ts';
import type { Naming } from '../../shared/i18n/name-touchpoints.ts';
import { stopped, wordFinding } from '../../shared/i18n/wording.ts';
import { shapes } from '../../shared/look/lights.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import type { Conversation } from '../../shared/model/conversation.ts';
import { oneLine, shorten } from '../../shared/model/foreign-text.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Light } from '../../shared/model/light.ts';
import { coversWindow, specOf } from '../../shared/probes/index.ts';
import type { Formats } from './formats.ts';
import { troubleWords } from './trouble-words.ts';
import { type FigureView, type LightView, nothing, type Pair, type TouchpointView, type TroubleView } from './view.ts';
import { overdueView } from './word-waiting.ts';

export interface TouchpointLimits {
  /** Of one kind of trouble. */
  readonly spans: number;
  readonly overdue: number;
}

const seenLimit = 160;
/** What differs in which place takes a few lines, and nobody can correct what is cut off. */
const detailLimit = 800;

/** @param listed who waits and is shown above already */
export function wordTouchpoint(
  touchpoint: TouchpointWeek,
  naming: Naming,
  formats: Formats,
  limits: TouchpointLimits,
  listed: ReadonlySet<Conversation> = new Set(),
): TouchpointView {
  const { words } = formats;
  const overdue = touchpoint.overdue.filter(({ conversation }) => !listed.has(conversation));
  const more = overdue.length - limits.overdue;
  return {
    name: naming.nameOf(touchpoint.id),
    light: lightView(touchpoint.light, formats),
    strip: touchpoint.strip.map(({ date, light }) => ({ ...lightView(light, formats), day: formats.weekday(date) })),
    summary: summaryOf(touchpoint, formats),
    columns: { what: words.column.what, now: words.column.thisWeek, before: words.column.lastWeek },
    figures: touchpoint.figures.map((figure) => figureView(figure, formats)),
    troubles: {
      heading: words.heading.incidents,
      // Who still waits in time is listed above, and nothing has gone wrong yet.
      items: touchpoint.troubles
        .filter((trouble) => !isAboutNudges(trouble))
        .map((trouble) => troubleView(trouble, formats, limits)),
    },
    overdue: {
      heading: touchpoint.kind === 'phone' ? words.heading.overdueCalls : words.heading.overdue,
      items: overdue.slice(0, limits.overdue).map((waiting) => overdueView(waiting, touchpoint.kind, formats)),
    },
    moreOverdue: more > 0 ? words.moreOverdue(more) : null,
  };
}

export function lightView(light: Light | null, { words }: Formats): LightView {
  if (light === null) return { light, word: words.notMeasured, shape: nothing };
  return { light, word: words.light[light], shape: shapes[light] };
}

function summaryOf(touchpoint: TouchpointWeek, { words, span, today }: Formats): string {
  const { light, worstBefore, badMs, runs, troubles, strip } = touchpoint;
  const before =
    worstBefore === null
      ? words.noWeekBefore
      : words.weekBefore(words.light[worstBefore].toLocaleLowerCase(words.locale));
  const isBad = light === 'red' || light === 'yellow';
  // What is only suspected yet, and what began when the week was over, are no trouble of its days.
  const isOver = today === null || today > (strip.at(-1)?.date ?? '');
  const bad = troubles.some(isAboutNudges)
    ? words.dueSoon
    : troubles.some(isMomentary)
      ? words.noTrouble
      : isOver
        ? words.troubleAfter
        : words.troubleNow;
  const isCovered = troubles.some(({ kind }) => coversWindow(kind));
  const quiet = runs === 0 ? words.nothingSeen : isCovered ? words.troubleOverWindow : isBad ? bad : words.noTrouble;
  return `${badMs === 0 ? quiet : words.troubleFor(span(badMs))}. ${before}.`;
}

function figureView({ id, now, before, bad, of }: Figure, { words, figure, change }: Formats): FigureView {
  const say = (value: number | null, days?: number): string => {
    if (value === null) return nothing;
    return days === undefined ? figure(id, value) : words.someOf(figure(id, value), figure(id, days));
  };
  // Of a rating the change is the news, and too small to be seen at a glance.
  const by = id === 'rating' && now !== null && before !== null ? Math.round((now - before) * 100) / 100 : 0;
  return {
    label: words.figure[id],
    now: by === 0 ? say(now, of?.now) : `${say(now)} (${change(by)})`,
    before: say(before, of?.before),
    bad,
  };
}

function troubleView(trouble: Trouble, formats: Formats, limits: TouchpointLimits): TroubleView {
  const { words, span } = formats;
  const { kind, about, open, worst, since, badMs, spans, seenUntil, incidents } = trouble;
  const [longest] = incidents;
  const { title } = troubleWords(kind, about, formats);
  const listed = spans.length === 1 && open !== null ? [] : spans.slice(0, limits.spans);
  const more = spans.length - listed.length;
  const still = open === null || seenUntil === null ? words.still : lastKnown(open, seenUntil, formats);
  return {
    light: lightView(open !== null && seenUntil !== null ? 'unknown' : (open ?? worst), formats),
    title,
    length: [
      ...(hasNoLength(trouble) ? [] : [span(badMs)]),
      ...(open === null ? [] : [`${begun(kind, since, formats)} (${still})`]),
    ].join(', '),
    seen: longest === undefined || isLastMoment(trouble) ? [] : whatWasSeen(longest, title, formats),
    spans: [
      ...listed.map((one) => spanLine(one, kind, still, formats)),
      ...(more > 0 && listed.length > 0 ? [words.moreIncidents(more)] : []),
    ],
  };
}

/** Over, and the answer came in time: what was to be done then is of no interest any more. */
function isLastMoment({ kind, open, about: { finding } }: Trouble): boolean {
  return open === null && finding.kind === 'measurement' && specOf(kind)?.measurements[finding.id]?.nudges === true;
}

/** In the reader's language; what a page or a server said stays as it was said. */
function whatWasSeen({ finding, checkId }: Incident, title: string, { language, words, now }: Formats): Pair[] {
  const said = stopped(oneLine(wordFinding(finding, parseCheckId(checkId).probe, language, now ?? undefined).clause));
  const isNews = said.toLocaleLowerCase(words.locale) !== stopped(title).toLocaleLowerCase(words.locale);
  return said !== '' && isNews ? [{ label: words.detail, text: shorten(said, detailLimit) }] : [];
}

/** "red when last measured, Tue 17 Nov, 14:05" */
function lastKnown(light: Light, at: Instant, { words, moment }: Formats): string {
  return words.lastKnown(words.light[light].toLocaleLowerCase(words.locale), moment(at));
}

/** Since when it is so, or when that was noticed. */
function begun(kind: string, from: Instant, { words, moment }: Formats): string {
  return coversWindow(kind) ? words.noticed(moment(from)) : words.sinceMoment(moment(from));
}

function spanLine({ from, to }: TroubleSpan, kind: string, still: string, formats: Formats): string {
  const { words, moment, span } = formats;
  if (to === null) return `${begun(kind, from, formats)} (${still})`;
  if (coversWindow(kind)) return `${begun(kind, from, formats)}; ${words.gone(moment(to))}`;
  return `${words.fromTo(moment(from), moment(to))} (${span(Date.parse(to) - Date.parse(from))})`;
}

/** "Facebook, Answers to customers: could not be measured since ...: The token has expired." */
export function wordMeasurementGaps(
  { id, measurementGaps }: TouchpointWeek,
  naming: Naming,
  formats: Formats,
): string[] {
  return measurementGaps.map((spot) => `${naming.nameOf(id)}, ${wordGap(spot, naming, formats)}`);
}

/** "Answers to customers: could not be measured since ...: The token has expired." */
export function wordGap(spot: MeasurementGap, naming: Naming, formats: Formats): string {
  return `${naming.checkName(spot.probe)}: ${whyUnseen(spot, formats)}`;
}

function whyUnseen(
  { probe, how, since, finding, days }: MeasurementGap,
  { language, words, moment, dateList, now }: Formats,
): string {
  switch (how) {
    case 'never':
    case 'often':
    case 'missing':
      return `${words.unseen[how]}.`;
    case 'silent':
      return `${words.unseen.silent(since === null ? nothing : moment(since))}.`;
    case 'clock-ahead':
      return `${words.unseen.clockAhead}.`;
    case 'days':
      return `${words.unseen.days(dateList(days))}.`;
    case 'now':
    case 'unjudged': {
      const said = finding === null ? '' : wordFinding(finding, probe, language, now ?? undefined).clause;
      const seen = shorten(oneLine(said), seenLimit);
      const at = since === null ? nothing : moment(since);
      const grey = how === 'now' ? words.unseen.now(at) : words.unseen.unjudged;
      return stopped(seen === '' ? grey : `${grey}: ${seen}`);
    }
  }
}
