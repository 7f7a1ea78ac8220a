import type { Visit } from '../../../shared/browser/visit.ts';
import type { Device } from '../../../shared/model/device.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import type { FoundContact } from '../../../shared/model/found.ts';
import { saySite } from '../../../shared/model/site-statements.ts';
import type { UnfinishedWalk } from '../../../shared/model/unfinished-walk.ts';
import { contacts as spec } from '../../../shared/probes/contacts/spec.ts';
import { sayContacts } from '../../../shared/probes/contacts/statements.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { failed, type Measured, measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { landingFault } from '../landing-fault.ts';
import { spokenLanguage } from '../lexicon/spoken-language.ts';
import { pageOf } from '../walking/contact-links.ts';
import { rankedPages } from '../walking/ranked-pages.ts';
import { knowsContactWords, unfinished, unreadLanguage } from '../walking/unfinished.ts';
import {
  coverOf,
  type Faults,
  statementsOfAbsences,
  statementsOfFaults,
  type UselessContacts,
  valuesOf,
} from './advice.ts';
import type { CountryHints } from './countries.ts';
import { phoneContradiction } from './declared-phones.ts';
import { hasTrunkZero } from './dialling.ts';
import { withDrawn } from './drawn-numbers.ts';
import { findEmails } from './emails.ts';
import { compareWithTruth } from './expectations.ts';
import { isDirect, usesAfter } from './merge.ts';
import { withPictures } from './pictures.ts';
import { createStopReader } from './stop-reader.ts';
import { type Stop, type Tour, tour } from './tour.ts';

/** The rest is counted. */
const mostNamed = 4;

/**
 * Which contacts a visitor sees and can use, on the page and at most two clicks from it, and how far away the nearest is.
 * A number in a picture counts only where it is configured or also written on the site. It cannot see whether anybody answers.
 */
export const contacts: Probe<typeof spec, Visit> = {
  spec,
  async measure(visit, { signal, options, progress, pictures }) {
    const fault = landingFault(visit);
    if (fault !== null) return fault;
    await withinDeadline(visit.unthrottle(), signal);
    progress('looking for contacts');
    const reader = createStopReader(visit.device, options);
    const found = (sofar: readonly Stop[]) => reader.read(sofar).found.some(isDirect);
    const isWritten = (sofar: readonly Stop[]) => {
      const { found: seen, hints } = reader.read(sofar);
      return seen.some(isDirect) && compareWithTruth(seen, options.expect, hints).missing.length === 0;
    };
    const toured = await tour(visit, { found, isWritten, spotsOf: pictures ? reader.spotsOf : null }, signal);
    const { found: written, hints, useless } = reader.read(toured.stops);
    const all = withDrawn(written, toured.drawn, { url: visit.page.url(), expect: options.expect, hints });
    return withPictures(concluded(toured, { found: all, hints, useless }, options, visit.device), toured.pictures, all);
  },
};

function concluded(
  toured: Tour,
  { found: all, ...read }: Omit<Reading, 'gap'>,
  options: Options,
  device: Device,
): Measured {
  const { wall, isLocked } = toured;
  // Nobody gets below the first screen, except by a link.
  const reachable = isLocked ? all.filter(({ aboveFold, clicks }) => aboveFold || clicks > 0) : all;
  if (isLocked && !reachable.some(isDirect) && all.some(isDirect))
    return failed('page-covered', saySite('site/locked', {}), { details: { found: all, walk: toured.walk } });
  // Of a page that nobody gets to, only what stands on its cover counts; on one that a style sheet draws stands nothing.
  const isDrawn = /::(before|after)$/.test(wall?.selector ?? '');
  const found = wall === null ? all : all.filter(({ coveredBy }) => coveredBy === null && !isDrawn);
  if (wall !== null && !found.some(isDirect)) {
    return failed('page-covered', saySite('site/covered', wall), { details: { found: all, walk: toured.walk } });
  }
  const direct = found.filter(isDirect);
  const isShutAway = ({ coveredBy }: FoundContact): boolean =>
    coveredBy !== null && toured.shutCovers.includes(coveredBy);
  const cover = direct.every(isShutAway) ? coverOf(direct) : null;
  if (cover !== null) {
    const says = sayContacts('contacts/covered', { cover, contacts: valuesOf(direct), forGood: true });
    return failed('page-covered', says, { details: { found, walk: toured.walk } });
  }
  const gap = found.some(isDirect) ? null : gapOf(toured);
  if (gap !== null && !found.some(({ kind }) => kind === 'form')) {
    const details = { found, walk: toured.walk };
    return unknown('walk-unfinished', sayContacts('contacts/unfinished', gap), { details });
  }
  const { missing } = compareWithTruth(found, options.expect, read.hints);
  const [picture] = found.some(({ kind }) => kind === 'phone') ? [] : picturesOf(toured);
  if (picture !== undefined && missing.some(({ kind }) => kind === 'phone')) {
    const details = { found, walk: toured.walk };
    return unknown('walk-unfinished', sayContacts('contacts/pictured', { picture }), { details });
  }
  return judged(toured, { found, gap, ...read }, options, device);
}

type Options = Parameters<typeof contacts.measure>[1]['options'];

interface Reading {
  readonly found: readonly FoundContact[];
  readonly hints: CountryHints;
  readonly useless: UselessContacts;
  readonly gap: UnfinishedWalk | null;
}

function judged(toured: Tour, { found, hints, useless, gap }: Reading, { expect }: Options, device: Device): Measured {
  const { stops, walk } = toured;
  const { missing, wrong } = compareWithTruth(found, expect, hints);
  const direct = found.filter(isDirect);
  const phones = found.filter(({ kind }) => kind === 'phone');
  const data = stops.flatMap(({ screen }) => screen.structuredData);
  const contradiction = phoneContradiction(
    phones.map(({ value }) => value),
    data,
    hints,
  );
  // Where the file names the contacts that should be there, it alone decides whether a phone number belongs to them.
  const mayBeDrawn = phones.length === 0 && picturesOf(toured).length > 0;
  const asksForPhone = Object.keys(expect).length === 0 && gap === null && !mayBeDrawn;
  const clicks = direct.length === 0 ? null : Math.min(...direct.map((contact) => contact.clicks));
  const faults = faultsOf(direct, toured.dead, device);
  return measured(describe(found, clicks, useless), {
    measurements: {
      ...(clicks === null ? {} : { clicksToContact: clicks }),
      contactsFound: direct.length + (found.some(({ kind }) => kind === 'form') ? 1 : 0),
      ...(asksForPhone ? { phonesMissing: phones.length === 0 ? 1 : 0 } : {}),
      phonesContradicting: contradiction === null ? 0 : 1,
      contactsCovered: faults.covered.length,
      contactsUnreadable: faults.unreadable.length,
      contactsFaint: faults.faint.length,
      contactsUnusable: faults.unusable.length,
      phonesNotTappable: faults.untappable.length,
      emailLinksDead: faults.dead.length,
      phonesMiswritten: faults.miswritten.length,
      contactsMisdirected: faults.misdirected.length,
      expectedMissing: missing.length,
      expectedWrong: wrong.length,
    },
    facts: {
      ...statementsOfFaults(faults, device),
      ...statementsOfAbsences({ found, missing, wrong, contradiction, useless }),
    },
    details: { found, walk, language: languageOf(stops) },
  });
}

function faultsOf(direct: readonly FoundContact[], pressed: readonly string[], device: Device): Faults {
  const phones = direct.filter(({ kind }) => kind === 'phone');
  // A messenger is known by its colour and its sign; a number and an address must be read.
  const toRead = direct.filter(({ kind }) => kind !== 'messenger');
  return {
    covered: direct.filter(({ coveredBy }) => coveredBy !== null),
    unreadable: toRead.filter(({ readable }) => readable === false),
    faint: toRead.filter(({ readable, clearer = null }) => readable === true && clearer !== null),
    unusable: direct.filter(({ usable }) => !usable),
    dead: deadEmails(direct, pressed),
    untappable: device === 'mobile' ? untappable(phones) : [],
    miswritten: phones.filter((phone) => usesAfter(phone) !== phone.clicks && hasTrunkZero(phone.text, phone.value)),
    misdirected: direct.filter(({ opensInstead }) => typeof opensInstead === 'string'),
  };
}

/** Addresses that look as if a click wrote to them, where no place does. */
function deadEmails(direct: readonly FoundContact[], pressed: readonly string[]): readonly FoundContact[] {
  const shown = new Set(pressed.flatMap((label) => findEmails(label).map(({ value }) => value)));
  return direct.filter(
    (contact) => contact.kind === 'email' && shown.has(contact.value) && usesAfter(contact) === null,
  );
}

/** The numbers that a visitor meets first, where none of them is called by a tap: one that is, some pages away, is no help to him. */
function untappable(phones: readonly FoundContact[]): readonly FoundContact[] {
  const nearest = Math.min(...phones.map(({ clicks }) => clicks));
  const near = phones.filter(({ clicks }) => clicks === nearest);
  return near.every((phone) => usesAfter(phone) !== nearest) ? near : [];
}

/** Why contacts may be there that the walk has not found; null when it has seen all that promises one. */
function gapOf(toured: Tour): UnfinishedWalk | null {
  const { stops, walk, isGateShut, unkept } = toured;
  if (isGateShut) return unfinished(walk, 'gate');
  if (walk.endedByBudget) return unfinished(walk, 'budget');
  const [button] = unkept;
  if (button !== undefined) return unfinished(walk, 'button', button);
  const { language = '', text = '' } = stops.at(-1)?.screen ?? {};
  const unread = unreadLanguage(language, text);
  if (unread !== null && !(knowsContactWords(language) && isWalkedOut(stops)))
    return unfinished(walk, 'language', unread.name);
  const [picture] = picturesOf(toured);
  return picture === undefined ? null : unfinished(walk, 'picture', picture);
}

/** Every page that the pages seen lead to has been seen, too. */
function isWalkedOut(stops: readonly Stop[]): boolean {
  const seen = new Set(stops.map(({ screen }) => pageOf(screen.url)));
  return stops.every(({ screen }) => rankedPages(screen, 'contacts').every((page) => !page.seen || seen.has(page.url)));
}

/** On which a contact may be drawn. */
function picturesOf({ stops }: Tour): readonly string[] {
  return stops.flatMap(({ screen }) => screen.tellingPictures);
}

/** In which the page under test is written. */
function languageOf([landed]: readonly Stop[]): string {
  return landed === undefined ? '' : spokenLanguage(landed.screen.text, landed.screen.language);
}

function describe(found: readonly FoundContact[], clicks: number | null, useless: UselessContacts): Statement {
  if (clicks === null)
    return sayContacts('contacts/none', { hasForm: found.some(({ kind }) => kind === 'form'), ...useless });
  const near = found.filter((contact) => isDirect(contact) && contact.clicks === clicks);
  const picture = near.every(({ drawnOn = null }) => drawnOn !== null) ? (near[0]?.drawnOn ?? null) : null;
  if (near[0] !== undefined && picture !== null)
    return sayContacts('contacts/drawn', { phone: near[0].value, picture });
  const values = found.filter(isDirect).map(({ value }) => value);
  const contacts = values.slice(0, mostNamed);
  return sayContacts('contacts/found', { clicks, contacts, others: values.length - contacts.length });
}
