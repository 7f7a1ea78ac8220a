import { localDate } from '../../shared/evaluation/schedule/zone.ts';
import type { Action } from '../../shared/evaluation/week/actions.ts';
import { isAllMeasured, isMeasured } from '../../shared/evaluation/week/all-measured.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { hasNoLength, isAboutNudges, isMomentary } from '../../shared/evaluation/week/troubles.ts';
import type { Week } from '../../shared/evaluation/week/week.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { type Naming, nameTouchpoints } from '../../shared/i18n/name-touchpoints.ts';
import type { Language } from '../../shared/model/business.ts';
import { oneLine, shorten } from '../../shared/model/foreign-text.ts';
import { type Light, lightsWorstFirst } from '../../shared/model/light.ts';
import { coversWindow } from '../../shared/probes/index.ts';
import { type Formats, formatsFor } from './formats.ts';
import { ownTodo, troubleWords } from './trouble-words.ts';
import type { ActionView, DigestView } from './view.ts';
import { wordComparison } from './word-comparison.ts';
import { wordEnquiries } from './word-enquiries.ts';
import { wordPlaces } from './word-places.ts';
import { type PlanLimits, takenOf, wordPlan } from './word-plan.ts';
import { smallPrint } from './word-small-print.ts';
import { themeAction, wordThemes } from './word-themes.ts';
import { type TouchpointLimits, wordMeasurementGaps, wordTouchpoint } from './word-touchpoint.ts';
import { longestWait, worstInWords } from './word-worst.ts';

/** How much is written in full. */
interface Limits extends TouchpointLimits {
  /** Of all touchpoints together. */
  readonly waiting: number;
  readonly touchpoints: number;
  readonly unseen: number;
  readonly plan: PlanLimits;
  /** Of each side. */
  readonly themes: number;
}

/** Three things are what people do. */
const actionsShown = 3;
/** Of owners, in one action. */
const namesShown = 3;
const subjectLimit = 120;

export interface Wording {
  readonly language: Language;
  /** Where the whole report can be read; null where no way is configured. */
  readonly reportUrl: string | null;
  /** The live page, with a link that lets this reader in; absent or null where there is none. */
  readonly pageUrl?: string | null;
  readonly limits: Limits;
}

/** The week in the owner's words. */
export function wordWeek(summary: WeekSummary, { language, reportUrl, pageUrl = null, limits }: Wording): DigestView {
  const formats = formatsFor(language, summary.timeZone, summary.now);
  const { words } = formats;
  const naming = nameTouchpoints(summary.touchpoints, formats);
  const { touchpoints, actions, enquiries, week, runs } = summary;
  const some = touchpoints.slice(0, limits.touchpoints);
  const others = touchpoints.slice(limits.touchpoints);
  const gaps = runs === 0 ? [] : touchpoints.flatMap((each) => wordMeasurementGaps(each, naming, formats));
  const left = actions.length - actionsShown;
  const listed = new Set(enquiries?.waiting.slice(0, limits.waiting).map(({ waiting }) => waiting.conversation));
  return {
    language,
    subject: shorten(oneLine(subjectOf(summary, naming, formats)), subjectLimit),
    business: oneLine(summary.business),
    period: `${weekName(week, formats)}, ${formats.dates(week.days[0]?.date ?? '', week.days[6]?.date ?? '')}`,
    verdict: verdictOf(summary, formats),
    light: isAllGreen(summary) && !isAllMeasured(summary) ? 'unknown' : worstLight(summary),
    headline: headlineOf(summary, naming, formats),
    notes: notesOf(summary, formats),
    enquiries: enquiries === null ? null : wordEnquiries(enquiries, naming, formats, limits.waiting),
    actions: {
      heading: words.heading.actions,
      items: actions.slice(0, actionsShown).map((action) => wordAction(action, summary, naming, formats)),
    },
    noActions: summary.present && actions.length === 0 && isAllWell(summary) ? words.noActions : null,
    moreActions: left > 0 ? words.action.more(left) : null,
    plan: wordPlan(summary, naming, formats, limits.plan),
    themes: summary.themes === null ? null : wordThemes(summary.themes, naming, formats, limits.themes),
    places: wordPlaces(summary.places, summary.present, naming, formats),
    comparison: summary.comparison === null ? null : wordComparison(summary.comparison, formats),
    touchpoints: {
      heading: words.heading.touchpoints,
      items: some.map((touchpoint) => wordTouchpoint(touchpoint, naming, formats, limits, listed)),
    },
    rest:
      others.length === 0 ? null : words.rest(others.length, others.filter(({ light }) => light === 'green').length),
    unseen: {
      heading: words.heading.unseen,
      items: [
        ...gaps.slice(0, limits.unseen),
        ...(gaps.length > limits.unseen ? [`… +${gaps.length - limits.unseen}`] : []),
      ],
    },
    small: smallPrint(summary, naming, formats),
    page: pageUrl === null ? null : { text: words.livePage, url: pageUrl },
    report: reportUrl === null ? null : { text: words.report, url: reportUrl },
  };
}

/** "Week 47" */
function weekName({ id }: Week, { words }: Formats): string {
  return words.week(Number(id.slice(-2)));
}

function isAllGreen({ lights, touchpoints }: WeekSummary): boolean {
  return touchpoints.length > 0 && lights.green === touchpoints.length;
}

/** Green now, and nothing unknown about the week. */
function isAllWell(summary: WeekSummary): boolean {
  return isAllGreen(summary) && isAllMeasured(summary);
}

function worstLight({ lights }: WeekSummary): Light {
  return lightsWorstFirst.find((light) => lights[light] > 0) ?? 'unknown';
}

/** "2 red, 1 yellow", "All 4 green" */
function verdictOf(summary: WeekSummary, { words }: Formats): string {
  const { lights, touchpoints } = summary;
  if (touchpoints.length === 0) return words.subject.nothingWatched;
  if (isAllWell(summary)) return words.subject.allGreen(touchpoints.length);
  if (isAllGreen(summary)) return words.subject.notAllMeasured;
  return countsOf(lights, ['red', 'yellow', 'unknown', 'green'], words);
}

function countsOf(lights: WeekSummary['lights'], which: readonly Light[], words: Formats['words']): string {
  return which
    .filter((light) => lights[light] > 0)
    .map((light) => formatFor(words.language).counted(lights[light], words.lights[light]))
    .join(', ');
}

/** The verdict, and behind it the one thing to know. */
function subjectOf(summary: WeekSummary, naming: Naming, formats: Formats): string {
  const { words } = formats;
  const { touchpoints, lights, runs, week, worst } = summary;
  if (touchpoints.length === 0) return words.subject.nothingWatched;
  if (runs === 0) return `${weekName(week, formats)}: ${words.subject.nothingMeasured}`;
  const phrase = worstInWords(summary, naming, formats);
  if (isAllGreen(summary) && !isAllMeasured(summary)) {
    const unmeasured = touchpoints.filter((each) => !isMeasured(each)).map(({ id }) => id);
    return `${words.subject.notAllMeasured}: ${naming.namesOf(unmeasured)}`;
  }
  if (isAllGreen(summary)) {
    const isFixed = worst !== null && !isMomentary(worst.trouble);
    const after = phrase === null ? words.subject.nothingToDo : isFixed ? words.subject.overNow(phrase) : phrase;
    return `${words.subject.allGreen(touchpoints.length)}: ${after}`;
  }
  const bad = countsOf(lights, ['red', 'yellow', 'unknown'], words);
  const gaps = touchpoints.find(({ light }) => light === 'unknown');
  const isOver = worst?.trouble.open === null || worst?.trouble.seenUntil !== null;
  const unwell = touchpoints.filter(({ light }) => light === 'red' || light === 'yellow').map(({ id }) => id);
  // What is bad now is too new to be a trouble, so its place is all that is known.
  if (unwell.length > 0 && (worst === null || worst.trouble.open === null)) return `${bad}: ${naming.namesOf(unwell)}`;
  if (phrase === null || (isOver && unwell.length === 0)) {
    return gaps === undefined ? bad : `${bad}: ${words.subject.unseen(naming.nameOf(gaps.id))}`;
  }
  return `${bad}: ${phrase}`;
}

/** The one thing to know of a week, for a reader of another language than its business's, who sees nothing else of it. */
export function wordHeadline(summary: WeekSummary, language: Language): string {
  const formats = formatsFor(language, summary.timeZone, summary.now);
  const naming = nameTouchpoints(summary.touchpoints, formats);
  return isVague(summary) ? `${subjectOf(summary, naming, formats)}.` : headlineOf(summary, naming, formats);
}

/** Nothing is known to be wrong but what is too new to be a trouble, or not measured: the headline leaves its place to the rest of the mail. */
function isVague(summary: WeekSummary): boolean {
  const { runs, worst } = summary;
  return runs > 0 && !isAllWell(summary) && (worst === null || worst.trouble.open === null);
}

function headlineOf(summary: WeekSummary, naming: Naming, formats: Formats): string {
  const { headline } = formats.words;
  const { touchpoints, runs, lights, worst } = summary;
  if (touchpoints.length === 0) return headline.nothingWatched;
  if (runs === 0) return headline.nothingMeasured;
  const what = worstInWords(summary, naming, formats);
  if (worst !== null && what !== null && worst.trouble.open !== null) {
    const { seenUntil } = worst.trouble;
    if (seenUntil !== null) return headline.lastKnown(what, formats.moment(seenUntil));
    if (isAboutNudges(worst.trouble)) return headline.urgent(what);
    const since = longestWait(summary)?.conversation.waitingSince ?? worst.trouble.since;
    return headline.worst(what, hasNoLength(worst.trouble) ? null : formats.moment(since));
  }
  if (lights.red + lights.yellow > 0) return what === null ? headline.news : headline.overAndNews(what);
  if (lights.unknown > 0 || !isAllMeasured(summary)) return what === null ? headline.unseen : headline.overUnseen(what);
  if (worst === null || what === null) return headline.allWell;
  return isMomentary(worst.trouble) ? headline.green(what) : headline.over(what);
}

/** Null where it was watched before, or is not measured yet. */
export function wordFirstWeek(
  { watchedSince, runs }: Pick<WeekSummary, 'watchedSince' | 'runs'>,
  { words, date }: Formats,
): string | null {
  return watchedSince === null || runs === 0 ? null : words.note.firstWeek(date(watchedSince));
}

function notesOf(summary: WeekSummary, formats: Formats): string[] {
  const { present, week, now } = summary;
  const { words } = formats;
  const notes: string[] = [];
  if (!present) notes.push(words.note.past);
  if (now < week.to) notes.push(words.note.runningWeek);
  const firstWeek = wordFirstWeek(summary, formats);
  return firstWeek === null ? notes : [...notes, firstWeek];
}

function wordAction(action: Action, summary: WeekSummary, naming: Naming, formats: Formats): ActionView {
  const { words, day, moment } = formats;
  const today = localDate(Date.parse(summary.now), summary.timeZone);
  const taken = takenOf(action, summary);
  const until = taken?.until ?? action.by;
  const byDay = until === today ? `${words.action.today} (${day(until)})` : day(until);
  const by = action.dueAt === null || action.dueAt < summary.now ? byDay : moment(action.dueAt);
  const { what, todo, gain } = sentencesOf(action, naming, formats);
  const sinceWords = action.kind === 'answer' ? words.action.longestSince : words.action.since;
  const joint = action.kind === 'answer' ? ', ' : ' ';
  const isNoticed = action.kind !== 'see' && coversWindow(action.probe);
  const since = action.since === null || isNoticed ? '' : `${joint}${sinceWords(moment(action.since), action.count)}`;
  return {
    light: action.light,
    what,
    todo,
    pairs: [
      { label: words.action.why, text: `${words.light[action.light]}${since}` },
      { label: words.action.gain, text: gain },
      { label: words.action.who, text: taken?.by ?? whoDoes(action, summary, words) },
      { label: words.action.by, text: by },
    ],
  };
}

/** The owners, where the file names any; what is wrong with Touchlight itself stays with the person who runs it. */
function whoDoes({ touchpointIds, role }: Action, { touchpoints }: WeekSummary, words: Formats['words']): string {
  if (role === 'operator') return words.role[role];
  const owners = touchpointIds.map((id) => touchpoints.find((each) => each.id === id)?.owner);
  const names = [...new Set(owners.map((owner) => (owner === undefined ? words.role[role] : oneLine(owner))))];
  const others = names.length - namesShown;
  return [names.slice(0, namesShown).join(', '), ...(others > 0 ? [words.andMore(others)] : [])].join(' ');
}

/** A call is called back, a mail is answered, and elsewhere customers are answered where they wrote. */
function answerOf(
  ids: readonly string[],
  count: number,
  naming: Naming,
  formats: Formats,
): Pick<ActionSentences, 'what' | 'todo'> {
  const { action } = formats.words;
  const { todo } = troubleWords('responses', null, formats);
  const which = naming.whichOf(ids);
  if (naming.kindOf(ids) === 'phone') return { what: action.callBack(count, which), todo: action.callBackTodo };
  if (naming.kindOf(ids) === 'mailbox') return { what: action.answerMail(count, which), todo };
  const isMixed = ids.some((id) => ['mailbox', 'phone'].includes(naming.kindOf([id]) ?? ''));
  const name = naming.namesOf(ids);
  return { what: isMixed ? action.answerAll(count, name) : action.answer(count, name), todo };
}

interface ActionSentences {
  readonly what: string;
  readonly todo: string;
  readonly gain: string;
}

function sentencesOf(wanted: Action, naming: Naming, formats: Formats): ActionSentences {
  const { kind, probe, about, touchpointIds, count, theme } = wanted;
  const { action, times } = formats.words;
  if (theme !== undefined) return themeAction(theme, formats);
  const { title, todo, gain } = troubleWords(probe, about, formats);
  const name = naming.namesOf(touchpointIds);
  const where = touchpointIds.every(naming.isOnly) ? title : `${title} (${name})`;
  switch (kind) {
    case 'repair':
    case 'theme':
      return { what: where, todo: ownTodo(wanted, formats) ?? todo, gain };
    case 'answer':
      return { ...answerOf(touchpointIds, count, naming, formats), gain: action.answerGain };
    case 'steady':
      return {
        what: action.steady(where, formatFor(formats.language).counted(count, times)),
        todo: action.steadyTodo,
        gain: action.steadyGain,
      };
    case 'see':
      return { what: action.see(naming.checkName(probe), name), todo: action.seeTodo, gain: action.seeGain };
  }
}
