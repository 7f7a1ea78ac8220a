import { createHash } from 'node:crypto';
import type { NamesReaders } from '../../model/fleet-readers.ts';
import { anyDay } from '../fingerprint.ts';
import { type AgencyMail, agencyMail } from './agency-mail.ts';
import { linesOfFleet } from './deployed-fleet.ts';
import { type FleetFolder, readFleetFolder } from './fleet-folder.ts';
import { type LeftOut, leftOut } from './left-out.ts';
import { pageLanguageStillNamed, readersStillNamed } from './still-named.ts';
import { type StackBusiness, withoutUnsupported } from './without-unsupported.ts';

/** What one stack is deployed from: what a folder holds, without what a stack cannot watch. */
export interface FleetToDeploy {
  readonly businesses: readonly StackBusiness[];
  /** Those that are paused, because their files are broken or ask for what a fleet's stack cannot do. */
  readonly leftOut: readonly LeftOut[];
  /** Whom those still name to be alerted. */
  readonly stillNamed: readonly NamesReaders[];
  /** What a fleet's stack cannot do, as sentences. */
  readonly unsupportedNotes: readonly string[];
  /** The agency's own mail, and what a person should know about its time; null where none is sent. */
  readonly own: { readonly mail: AgencyMail; readonly note: string | null } | null;
}

interface When {
  /** `2026-11-22` */
  readonly today: string;
  /** Somebody hears of all businesses. */
  readonly isAnnounced: boolean;
}

/** Where agency.yaml is broken, the businesses are deployed without the agency's mail. */
export function fleetToDeploy({ businesses: read, broken, agency }: FleetFolder, when: When): FleetToDeploy {
  const { businesses, notes, unsupported } = withoutUnsupported(read);
  const zones = businesses.map(({ configuration }) => configuration.timeZone);
  return {
    businesses,
    leftOut: [
      ...broken.map(({ id, sources, ...rest }) =>
        leftOut(id, { ...rest, pageLanguage: pageLanguageStillNamed(sources) }),
      ),
      ...unsupported,
    ],
    stillNamed: [
      ...broken.flatMap(({ id, sources }) => sources.map((source) => readersStillNamed(id, source))),
      ...read
        .filter(({ id }) => unsupported.some((each) => each.id === id))
        .map(({ id, configuration: own }) => ({ id: id ?? '', configuration: own })),
    ],
    unsupportedNotes: notes,
    own: agencyMail(agency, { ...when, zones }),
  };
}

/**
 * A few characters that differ when something else of the folder would be deployed, as `fingerprintOf` has them for one file: whatever the day,
 * the version of Node and what is said beside the folder on the command line.
 * @throws Error when the folder cannot be read; callers have read it before
 */
export function fingerprintOfFleet(folder: string): string {
  const reading = readFleetFolder(folder, anyDay);
  if ('problem' in reading)
    throw new Error(`${folder} was changed while it was read: it ${reading.problem}. Try again.`);
  const {
    businesses,
    leftOut: missing,
    stillNamed,
    own,
  } = fleetToDeploy(reading, { today: anyDay, isAnnounced: false });
  // A fault may name files as the folder was called, so that there are any is all that counts.
  const unnamed = missing.map((each) => ({ ...each, firstFault: '' }));
  return createHash('sha256')
    .update(linesOfFleet(businesses, { leftOut: unnamed, agency: own?.mail ?? null }))
    .update(JSON.stringify(stillNamed))
    .digest('hex')
    .slice(0, 16);
}
