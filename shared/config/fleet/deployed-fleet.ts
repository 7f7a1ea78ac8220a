import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, gzipSync } from 'node:zlib';
import type { Configuration, Touchpoint } from '../../model/business.ts';
import type { Check } from '../../model/check.ts';
import type { AgencyMail } from './agency-mail.ts';
import type { LeftOut } from './left-out.ts';
import type { FleetBusiness } from './read-fleet.ts';

/** A business as a deployed step knows it; its id is null where the stack watches one business and is no fleet. */
export type DeployedBusiness = Pick<FleetBusiness, 'id' | 'configuration'>;

/** What a fleet's functions work for. */
export interface DeployedFleet {
  readonly businesses: readonly DeployedBusiness[];
  /** Those that are paused, because their files could not be deployed. */
  readonly leftOut: readonly LeftOut[];
  /** Null where no mail of the agency's own is wanted. */
  readonly agency: AgencyMail | null;
}

/** Changes whenever a line means something else. */
const format = 2;

/** What many checks have in common, and is written once: a place in the list of pieces stands for it. */
const pieceNames = ['options', 'thresholds', 'policy', 'onlyWithin', 'hours'] as const;
type PieceName = (typeof pieceNames)[number];
type WrittenCheck = Omit<Check, PieceName> & { readonly [Name in PieceName]?: number };
type WrittenTouchpoint = Omit<Touchpoint, 'checks'> & { readonly checks: readonly WrittenCheck[] };
type Rest = Omit<Configuration, 'touchpoints'>;

/** One line of the file. A piece comes before the check that names it, and a business before its touchpoints. */
type Line<T> =
  | { readonly format: number }
  | { readonly agency: AgencyMail }
  | { readonly leftOut: LeftOut }
  | { readonly piece: object }
  | { readonly business: string | null; readonly rest: Rest }
  | { readonly touchpoint: T };

type BesideBusinesses = Partial<Pick<DeployedFleet, 'leftOut' | 'agency'>>;

/** A fleet as its functions read it: compact lines of JSON, compressed. 10,000 sites take about a megabyte. */
export function writeDeployedFleet(businesses: readonly DeployedBusiness[], beside: BesideBusinesses = {}): Buffer {
  return gzipSync(linesOfFleet(businesses, beside));
}

/** The same before it is compressed, which each version of Node does in its own way. */
export function linesOfFleet(
  businesses: readonly DeployedBusiness[],
  { leftOut = [], agency = null }: BesideBusinesses,
): string {
  const lines: string[] = [];
  const places = new Map<string, number>();
  const write = (line: Line<WrittenTouchpoint>): void => void lines.push(`${JSON.stringify(line)}\n`);
  const placeOf = (piece: object): number => {
    const text = JSON.stringify(piece);
    const place = places.get(text) ?? places.size;
    if (!places.has(text)) write({ piece });
    places.set(text, place);
    return place;
  };
  write({ format });
  if (agency !== null) write({ agency });
  for (const each of leftOut) write({ leftOut: each });
  for (const { id, configuration } of businesses) {
    const { touchpoints, ...rest } = configuration;
    write({ business: id, rest });
    for (const touchpoint of touchpoints) {
      const checks = touchpoint.checks.map((check) => written(check, placeOf));
      write({ touchpoint: { ...touchpoint, checks } });
    }
  }
  return lines.join('');
}

/** Names what was deployed: functions are given it, and read nothing else. */
export function hashOfFleet(file: Uint8Array): string {
  return createHash('sha256').update(file).digest('hex');
}

/**
 * Reads it at cold start. It was read and checked when it was written; that these are the same bytes, the hash says, so they are
 * not checked by their schema again, which takes three times as long as all the rest.
 * @throws Error when it is not what was deployed
 */
export async function readDeployedFleet(file: Uint8Array, hash: string): Promise<DeployedFleet> {
  const found = hashOfFleet(file);
  if (found !== hash) {
    throw new Error(
      `The fleet's configuration has the SHA-256 ${found}, and ${hash} was deployed: it was changed or cut short. Deploy the fleet again.`,
    );
  }
  const businesses: { readonly id: string | null; readonly configuration: Rest & { touchpoints: Touchpoint[] } }[] = [];
  const leftOut: LeftOut[] = [];
  const pieces: object[] = [];
  let agency: AgencyMail | null = null;
  for await (const text of linesOf(file)) {
    // As written above, which the hash has proved.
    const line = JSON.parse(text) as Line<Touchpoint>;
    if ('piece' in line) pieces.push(line.piece);
    else if ('touchpoint' in line)
      businesses.at(-1)?.configuration.touchpoints.push(readTouchpoint(line.touchpoint, pieces));
    else if ('business' in line)
      businesses.push({ id: line.business, configuration: { ...line.rest, touchpoints: [] } });
    else if ('agency' in line) agency = line.agency;
    else if ('leftOut' in line) leftOut.push(line.leftOut);
    else if (line.format !== format) {
      throw new Error(
        `The fleet's configuration has the format ${line.format}, and this version reads ${format}: the deployment is not complete yet.`,
      );
    }
  }
  return { businesses, leftOut, agency };
}

function written(check: Check, placeOf: (piece: object) => number): WrittenCheck {
  const { options, thresholds, policy, onlyWithin, hours, ...own } = check;
  return {
    ...own,
    ...{ options: placeOf(options), thresholds: placeOf(thresholds), policy: placeOf(policy) },
    ...(onlyWithin && { onlyWithin: placeOf(onlyWithin) }),
    ...(hours && { hours: placeOf(hours) }),
  };
}

/**
 * In place, and texts that are alike are kept once: a hundred thousand checks fit into the smallest functions.
 * @param touchpoint its checks name places of pieces, until the pieces are put there
 */
function readTouchpoint(touchpoint: Touchpoint, pieces: readonly object[]): Touchpoint {
  for (const check of touchpoint.checks) {
    if (check.touchpointId === touchpoint.id) Object.assign(check, { touchpointId: touchpoint.id });
    if (check.url === touchpoint.url) Object.assign(check, { url: touchpoint.url });
    for (const name of pieceNames) {
      const place: unknown = check[name];
      if (typeof place === 'number') Object.assign(check, { [name]: pieces[place] });
    }
  }
  return touchpoint;
}

/** Line by line: as a whole, the text would be in memory beside what is made of it. */
async function* linesOf(file: Uint8Array): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let unfinished = '';
  for await (const chunk of Readable.from([file]).pipe(createGunzip())) {
    const lines = (unfinished + decoder.write(chunk as Buffer)).split('\n');
    unfinished = lines.pop() ?? '';
    yield* lines;
  }
}
