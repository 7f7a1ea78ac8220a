import { createElement as h, type ReactElement } from 'react';
import type { DigestWords } from '../i18n/digest-words.ts';
import { formatFor } from '../i18n/format.ts';
import type { Device } from '../model/device.ts';
import { oneLine, shorten } from '../model/foreign-text.ts';
import type { FoundContact } from '../model/found.ts';
import { stackedPart as part } from './stacked-part.ts';

/** What a visit with one device found. */
interface ContactsOfVisit {
  readonly check: { readonly device: Device | null };
  readonly contacts: readonly FoundContact[];
}

/** Which contact a visitor meets where, on a phone and on a computer. */
export function contactMap(lastVisits: readonly ContactsOfVisit[], words: DigestWords): ReactElement | null {
  const on = (device: 'mobile' | 'desktop'): readonly FoundContact[] =>
    lastVisits.filter(({ check }) => check.device === device).flatMap(({ contacts }) => contacts);
  const [mobile, desktop] = [on('mobile'), on('desktop')];
  const all = Map.groupBy([...mobile, ...desktop], (contact) => `${contact.kind} ${contact.value}`);
  if (all.size === 0) return null;
  const { contact, mobile: phone, desktop: computer } = words.full;
  const table = part(
    'table',
    { className: 'stacked' },
    part(
      'thead',
      null,
      part('tr', null, ...[contact, phone, computer].map((head) => part('th', { key: head, scope: 'col' }, head))),
    ),
    part(
      'tbody',
      null,
      ...[...all].map(([key, seen]) =>
        part(
          'tr',
          { key },
          part('th', { scope: 'row', className: 'url' }, h('bdi', null, nameOf(seen[0]?.value ?? ''))),
          part(
            'td',
            { 'data-label': phone },
            howSeen(
              mobile.filter((one) => `${one.kind} ${one.value}` === key),
              words,
            ),
          ),
          part(
            'td',
            { 'data-label': computer },
            howSeen(
              desktop.filter((one) => `${one.kind} ${one.value}` === key),
              words,
            ),
          ),
        ),
      ),
    ),
  );
  return h('div', { className: 'wide', tabIndex: 0, role: 'region', 'aria-label': words.full.contacts }, table);
}

/** The nearest sighting speaks: fewest taps first. */
function howSeen(seen: readonly FoundContact[], words: DigestWords): string {
  const { notSeen, inView, coveredBy, unusable, taps } = words.full;
  const [nearest] = seen.toSorted((a, b) => a.clicks - b.clicks || Number(b.aboveFold) - Number(a.aboveFold));
  if (nearest === undefined) return `– ${notSeen}`;
  if (nearest.coveredBy !== null) return `⚠ ${coveredBy}: ${shorten(oneLine(nearest.coveredBy), 40)}`;
  if (!nearest.usable) return `⚠ ${unusable}`;
  return `● ${nearest.clicks === 0 ? inView : formatFor(words.language).counted(nearest.clicks, taps)}`;
}

/** As people write it: a phone has no room for "https://www." before every link. */
function nameOf(value: string): string {
  return shorten(oneLine(value).replace(/^https?:\/\/(www\.)?/, ''), 80);
}
