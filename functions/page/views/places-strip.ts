import { createElement as h, type ReactElement } from 'react';
import { placementOf } from '../../../shared/evaluation/places/place-of.ts';
import { type PlaceRow, sheetOf } from '../../../shared/evaluation/places/sheet.ts';
import { placeWords } from '../../../shared/i18n/places/places.ts';
import { shapes } from '../../../shared/look/lights.ts';
import type { PageFrame } from '../page-frame.ts';
import { touchpointPath } from '../paths.ts';
import type { Overview } from '../read-overview.ts';
import { live } from './layout.ts';

/** All six places of the audit, each with its worst light; those that nobody watches have a dash. */
export function placesStrip(rows: Overview['rows'], frame: PageFrame): ReactElement {
  const { heading } = placeWords[frame.language];
  const placed = rows.map(({ touchpoint, light }) => ({
    id: touchpoint.id,
    place: placementOf(touchpoint).place,
    light,
  }));
  return h(
    'section',
    { key: 'places', 'aria-label': heading, ...live('places') },
    h('ul', { className: 'places' }, ...sheetOf(placed).map((row) => cell(row, frame))),
  );
}

function cell(
  { place, light, touchpoints: [worst] }: PlaceRow<{ readonly id: string }>,
  { language, digest, words: { nothingToCheck } }: PageFrame,
): ReactElement {
  const words = placeWords[language];
  const shape = light === null ? '–' : shapes[light];
  const says = worst === undefined ? words.unwatched : light === null ? nothingToCheck : digest.light[light];
  const name = words.place[place];
  return h(
    'li',
    { key: place },
    h('span', { className: light ?? 'none', title: says }, shape, h('span', { className: 'unseen' }, ` ${says}`)),
    worst === undefined ? h('span', { className: 'mute' }, name) : h('a', { href: touchpointPath(worst.id) }, name),
  );
}
