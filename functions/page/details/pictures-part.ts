import { createElement as h, type ReactElement } from 'react';
import { z } from 'zod';
import { markWords } from '../../../shared/i18n/marks.ts';
import { contactMap } from '../../../shared/look/contact-map.ts';
import { markedPictures, type ShownPicture } from '../../../shared/look/marked-pictures.ts';
import type { Check } from '../../../shared/model/check.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import { type FoundContact, foundContactSchema } from '../../../shared/model/found.ts';
import { picturesOf } from '../../../shared/model/marked-picture.ts';
import type { Result } from '../../../shared/model/result.ts';
import { tolerant } from '../../../shared/model/tolerant.ts';
import type { PageFrame } from '../page-frame.ts';
import { evidencePath } from '../paths.ts';
import { checkName } from './check-facts.ts';

/** The last that is known of a check. */
export interface LastVisit {
  readonly check: Check;
  readonly result: Result;
}

/** A contact of a kind that only a later version knows is left out. */
const storedContacts = z.array(tolerant(foundContactSchema.nullable().catch(null)));
const isPicture = /^image\/(jpeg|png|webp)$/;

/** What the last visits saw: their screens, and where on them contacts and forms are. */
export function picturesPart(lastVisits: readonly LastVisit[], frame: PageFrame): ReactElement | null {
  const { digest, language } = frame;
  const screens = lastVisits.flatMap((visit) => screenOf(visit, frame) ?? []);
  const marked = lastVisits.flatMap(({ check, result }) => {
    const caption = captionOf({ check, result }, frame);
    const shown = markedPictures(markedOf(result), contactsOf(result), { caption, language });
    return shown.length === 0 ? [] : [h('div', { key: check.id }, ...shown)];
  });
  const contacts = contactMap(
    lastVisits.map(({ check, result }) => ({ check, contacts: contactsOf(result) })),
    digest,
  );
  if (screens.length === 0 && marked.length === 0 && contacts === null) return null;
  return h(
    'section',
    { key: 'pictures', 'aria-labelledby': 'pictures-title' },
    h('h2', { id: 'pictures-title' }, digest.full.screenshots),
    screens.length === 0 ? null : h('div', { className: 'pictures' }, ...screens),
    ...(marked.length === 0 ? [] : [h('h3', { key: 'marked' }, markWords[language].heading), ...marked]),
    ...(contacts === null ? [] : [h('h3', { key: 'contacts' }, digest.full.contacts), contacts]),
  );
}

function screenOf({ check, result }: LastVisit, frame: PageFrame): ReactElement | null {
  const marked = new Set(picturesOf(result.details).map(({ name }) => name));
  const picture = result.evidence.find(({ name, contentType }) => isPicture.test(contentType) && !marked.has(name));
  if (picture === undefined) return null;
  const caption = captionOf({ check, result }, frame);
  const address = evidencePath(picture.reference);
  return h(
    'figure',
    { key: check.id },
    h('a', { href: address }, h('img', { src: address, alt: caption, loading: 'lazy', decoding: 'async' })),
    h('figcaption', { className: 'mute' }, caption),
  );
}

function captionOf({ check, result }: LastVisit, frame: PageFrame): string {
  return [checkName(check.id, frame), frame.times.stamp(result.scheduledAt)].join(', ');
}

function markedOf({ details, evidence }: Result): ShownPicture[] {
  const fileOf = (name: string): Evidence | undefined =>
    evidence.find((each) => each.name === name && isPicture.test(each.contentType));
  return picturesOf(details).flatMap((picture) => {
    const file = fileOf(picture.name);
    return file === undefined ? [] : [{ ...picture, src: evidencePath(file.reference) }];
  });
}

function contactsOf({ details }: Result): FoundContact[] {
  const { data = [] } = storedContacts.safeParse(details['found']);
  return data.flatMap((contact) => contact ?? []);
}
