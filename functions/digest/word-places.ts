import type { PlaceRow } from '../../shared/evaluation/places/sheet.ts';
import type { TouchpointWeek } from '../../shared/evaluation/week/of-touchpoint.ts';
import { isAboutNudges } from '../../shared/evaluation/week/troubles.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Naming } from '../../shared/i18n/name-touchpoints.ts';
import { placeWords } from '../../shared/i18n/places/places.ts';
import type { PlaceWords } from '../../shared/i18n/places/words.ts';
import { asSentence, stopped } from '../../shared/i18n/wording.ts';
import type { Light } from '../../shared/model/light.ts';
import { places } from '../../shared/model/place.ts';
import type { Formats } from './formats.ts';
import { troubleWords } from './trouble-words.ts';
import { nothing, type PlacesView, type PlaceView } from './view.ts';
import { lightView, wordGap } from './word-touchpoint.ts';

/** Scorecards of one place. */
const assessorsShown = 3;

/** All six places of the audit: how those that are watched stand, and how the others can be. */
export function wordPlaces(
  rows: readonly PlaceRow<TouchpointWeek>[],
  isPresent: boolean,
  naming: Naming,
  formats: Formats,
): PlacesView {
  const words = placeWords[formats.language];
  const unwatched = places.filter((place) => rows.some((row) => row.place === place && row.touchpoints.length === 0));
  const names = unwatched.map((place) => words.place[place].toLocaleLowerCase(formats.words.locale));
  return {
    heading: words.heading,
    columns: words.column,
    rows: rows.map(({ place, touchpoints }) => ({
      name: words.place[place],
      ...(touchpoints.length === 0
        ? unwatchedView(place, words)
        : watchedView(touchpoints, { isPresent, naming, formats, words })),
    })),
    notYet: names.length === 0 ? null : words.notYet(names.join(', ')),
  };
}

function unwatchedView(place: PlaceRow<TouchpointWeek>['place'], words: PlaceWords): Omit<PlaceView, 'name'> {
  return {
    isWatched: false,
    light: { light: null, word: words.unwatched, shape: nothing },
    state: place === 'loyalty' ? null : words.begin[place],
    watchedBy: null,
    measured: null,
  };
}

interface Wording {
  readonly isPresent: boolean;
  readonly naming: Naming;
  readonly formats: Formats;
  readonly words: PlaceWords;
}

function watchedView(touchpoints: readonly TouchpointWeek[], wording: Wording): Omit<PlaceView, 'name'> {
  const { isPresent, formats, words } = wording;
  const [worst] = touchpoints;
  const watched = touchpoints.filter(({ isScored }) => !isScored);
  const scored = touchpoints.filter(({ isScored }) => isScored);
  const newest = watched
    .flatMap(({ measuredAt }) => measuredAt ?? [])
    .toSorted()
    .at(-1);
  return {
    isWatched: true,
    light: lightView(worst?.light ?? null, formats),
    state:
      worst === undefined || worst.light === 'green'
        ? null
        : stateOf(worst, worst.light, touchpoints.length > 1, wording),
    watchedBy: [watchersOf(watched, wording), ...assessorsOf(scored, wording)].filter((part) => part !== '').join('; '),
    measured: newest === undefined || !isPresent ? null : words.measured(formats.moment(newest)),
  };
}

/** "2 touchpoints: Facebook, YouTube" */
function watchersOf(touchpoints: readonly TouchpointWeek[], { naming, formats, words }: Wording): string {
  const names = naming.namesOf(touchpoints.map(({ id }) => id));
  const count = formatFor(formats.language).counted(touchpoints.length, words.touchpoints);
  return touchpoints.length > 1 ? `${count}: ${names}` : names;
}

/** "Scorecard shop-floor: 12 visits assessed, the latest Tue 17 Nov, 14:05" */
function assessorsOf(touchpoints: readonly TouchpointWeek[], { naming, formats, words }: Wording): string[] {
  const more = touchpoints.length - assessorsShown;
  const named = touchpoints.slice(0, assessorsShown).map(({ id, assessed }) => {
    if (assessed === null) return `${naming.nameOf(id)}: ${words.noVisits}`;
    const visits = formatFor(formats.language).counted(assessed.visits, words.visits);
    return `${naming.nameOf(id)}: ${words.newest(visits, formats.moment(assessed.newestAt))}`;
  });
  return [...named, ...(more > 0 ? [formats.words.andMore(more)] : [])];
}

/** What its light alone does not say. */
function stateOf(
  touchpoint: TouchpointWeek,
  light: Exclude<Light, 'green'>,
  isOneOfMany: boolean,
  { isPresent, naming, formats, words }: Wording,
): string | null {
  const [gap] = touchpoint.measurementGaps;
  const where = (mark: string): string => (isOneOfMany ? `${naming.nameOf(touchpoint.id)}${mark}` : '');
  switch (light) {
    case 'unknown':
      return `${where(', ')}${gap === undefined ? stopped(formats.words.notMeasured) : wordGap(gap, naming, formats)}`;
    case 'red':
    case 'yellow': {
      const open = touchpoint.troubles.find((trouble) => trouble.open !== null && trouble.seenUntil === null);
      if (open === undefined) return isPresent ? `${where(': ')}${words.checkedAgain}` : null;
      const { dueSoon } = formats.words;
      const says = isAboutNudges(open) ? dueSoon : troubleWords(open.kind, open.about, formats).title;
      return `${where(': ')}${asSentence(says)}`;
    }
  }
}
