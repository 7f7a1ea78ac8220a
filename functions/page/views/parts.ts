import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { alertMessages } from '../../../shared/i18n/alerts.ts';
import { shapes } from '../../../shared/look/lights.ts';
import type { Acknowledgement } from '../../../shared/model/acknowledgement.ts';
import type { BoardEntry } from '../../../shared/model/board.ts';
import type { Maintenance } from '../../../shared/model/business.ts';
import type { Instant } from '../../../shared/model/instant.ts';
import type { Light, ShownLight } from '../../../shared/model/light.ts';
import type { PageFrame } from '../page-frame.ts';
import { evidencePath } from '../paths.ts';
import { countLights, note } from './wording.ts';

/** A light as shape and word, in its colour. */
export function chip(light: ShownLight, frame: PageFrame): ReactElement {
  return h('span', { className: `chip ${light ?? 'none'}` }, lightInWords(light, frame));
}

export function lightInWords(light: ShownLight, { digest, words }: PageFrame): string {
  return light === null ? `– ${words.nothingToCheck}` : `${shapes[light]} ${digest.light[light]}`;
}

/** Grey, with the light that was known last. */
export function lastKnownChip(light: Light, { language }: PageFrame): ReactElement {
  const { lastKnownLight, light: words } = alertMessages[language];
  return h('span', { className: 'chip unknown' }, `${shapes.unknown} ${lastKnownLight(words[light])}`);
}

/** A moment for people and for programs. */
export function time(at: Instant, says: string): ReactElement {
  return h('time', { dateTime: at }, says);
}

/** Who works on it, since when, and what they said. */
export function onIt({ acknowledgedAt, by, why }: Acknowledgement, { words, times }: PageFrame): ReactNode[] {
  const said = note(why);
  return [
    h('bdi', { key: 'by' }, by === undefined ? words.somebody : note(by)),
    ', ',
    time(acknowledgedAt, words.since(times.short(acknowledgedAt))),
    ...(said === '' ? [] : [': ', h('bdi', { key: 'why' }, said)]),
  ];
}

/** Of the window that holds or comes next. */
export function maintenanceLine(window: Maintenance, { words, times, now }: PageFrame): ReactElement {
  const { from, to, why, by } = window;
  const says =
    from <= now ? words.maintenance.now(times.short(to)) : words.maintenance.next(times.short(from), times.short(to));
  return h(
    'p',
    { key: 'maintenance', className: 'mute' },
    says,
    ...[why, by ?? ''].flatMap((text) => (note(text) === '' ? [] : [' ', h('bdi', { key: text }, note(text)), '.'])),
  );
}

const isPicture = /\.(?:jpe?g|png|webp)$/i;

/** The first picture of what was seen, linked to its full size; null where there is none. */
export function firstPicture(evidence: readonly string[], what: string, { words }: PageFrame): ReactElement | null {
  const picture = evidence.find((reference) => isPicture.test(reference));
  if (picture === undefined) return null;
  const address = evidencePath(picture);
  return h(
    'a',
    { className: 'seen', href: address },
    h('img', { src: address, alt: words.picture(what), loading: 'lazy', decoding: 'async' }),
  );
}

/** Pictures as pictures, everything else by its file's name. */
export function evidenceList(evidence: readonly string[], what: string, { words }: PageFrame): ReactElement[] {
  return evidence.map((reference) => {
    const address = evidencePath(reference);
    return isPicture.test(reference)
      ? h(
          'a',
          { key: reference, className: 'seen', href: address },
          h('img', { src: address, alt: words.picture(what), loading: 'lazy' }),
        )
      : h('p', { key: reference }, h('a', { href: address }, note(reference.split(/[\\/]/).at(-1) ?? '')));
  });
}

export function pair(label: string, value: ReactNode): ReactElement[] {
  return [h('dt', { key: `${label}-label` }, label), h('dd', { key: label }, value)];
}

const letters: Readonly<Record<string, Light>> = { g: 'green', y: 'yellow', r: 'red', u: 'unknown' };
const week = 7;

/** The last 7 days with their shapes, and the last 30 as bars; both read aloud as numbers of days. */
export function strips({ lights }: BoardEntry['strip'], frame: PageFrame): ReactElement | null {
  if (!/[gyru]/.test(lights)) return null;
  const days = [...lights];
  const parts = [days.slice(-week), ...(days.length > week ? [days] : [])];
  return h('div', { className: 'strips' }, ...parts.map((some) => strip(some, frame)));
}

function strip(days: readonly string[], frame: PageFrame): ReactElement {
  const { words } = frame;
  const isMonth = days.length > week;
  const count = (light: Light): number => days.filter((day) => letters[day] === light).length;
  const counts = { green: count('green'), yellow: count('yellow'), red: count('red'), unknown: count('unknown') };
  const length = words.strip.days(days.length);
  return h(
    'span',
    { key: days.length },
    h('span', { 'aria-hidden': true }, length),
    h(
      'span',
      {
        className: isMonth ? 'days month' : 'days',
        role: 'img',
        'aria-label': words.strip.summary(length, countLights(counts, frame, words.strip.lights) || words.strip.noDays),
      },
      ...days.map((day, n) => {
        const light = letters[day];
        const className = light === undefined ? 'n' : day;
        return h('i', { key: n, className }, isMonth ? null : light === undefined ? '–' : shapes[light]);
      }),
    ),
  );
}
