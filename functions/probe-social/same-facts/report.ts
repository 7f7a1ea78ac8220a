import type { Comparison, Given } from '../../../shared/business-facts/compare.ts';
import type { Source, Stated } from '../../../shared/business-facts/facts.ts';
import { plain } from '../../../shared/business-facts/html-text.ts';
import type { PlatformCause } from '../../../shared/model/cause.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import {
  type FactDifference,
  type FactPlaces,
  type FactsAtPlaces,
  type SameFactsStatements,
  saySameFacts,
} from '../../../shared/probes/same-facts/statements.ts';
import { type Measured, measured, notApplicable, unknown } from '../../../shared/runtime/probe.ts';
import type { ApiFault } from '../api-fault.ts';

interface Read {
  readonly facts: readonly Stated[];
  readonly comparison: Comparison;
  /** Why a source could not be read. */
  readonly unread: readonly Statement[];
  readonly cause: PlatformCause;
  readonly remarks: readonly Statement[];
}

/** Named in the sentence; the others are only counted. */
const namedAtMost = 3;

/** A difference is one whatever else was not read; that there is none is only known once all was. */
export function report({ facts, comparison, unread, cause, remarks }: Read): Measured {
  const { differences, agreed, uncompared } = comparison;
  // A profile that was read and has none of these facts agrees with nobody.
  const sources = facts.filter(saysSomething).map(({ source }) => source);
  const places = placesOf(sources);
  const details = {
    places: sources.map(placeOf),
    agreed: agreed.map(({ fact, sources: who }) => ({ fact, places: who.map(placeOf) })),
    uncompared: uncompared.map(({ fact, sources: who }) => ({ fact, places: who.map(placeOf) })),
    differences: differences.map(written),
    unread: unread.map(({ id }) => id),
  };
  if (differences.length > 0) {
    const says = saySameFacts('same-facts/differ', {
      differences: differences.slice(0, namedAtMost).map(written),
      others: Math.max(0, differences.length - namedAtMost),
      remarks: [...unread, ...remarks],
    });
    return measured(says, { measurements: { differences: differences.length }, facts: { differences: says }, details });
  }
  if (unread.length > 0) return unknown(cause, saySameFacts('same-facts/unread', { unread, remarks }), { details });
  const [first, ...more] = byPlaces(agreed);
  if (first === undefined) return notApplicable(saySameFacts('same-facts/nothing', { places, remarks }), { details });
  const says = saySameFacts('same-facts/agree', { ...first, more, uncompared: byPlaces(uncompared), remarks });
  return measured(says, { measurements: { differences: 0 }, details });
}

/** Facts that the same places give, together. */
function byPlaces(given: readonly Given[]): FactsAtPlaces[] {
  const groups = Map.groupBy(given, ({ sources }) => JSON.stringify(placesOf(sources)));
  return [...groups.values()].map((group) => ({
    agreed: group.map(({ fact }) => fact),
    places: placesOf(group[0]?.sources ?? []),
  }));
}

function saysSomething({ names, phones, addresses, weeks, closed }: Stated): boolean {
  return names.length + phones.length + addresses.length + weeks.length > 0 || closed !== null;
}

function written({ fact, days, versions }: Comparison['differences'][number]): FactDifference {
  return {
    fact,
    days: days.join(''),
    versions: versions.map(({ values, sources }) => ({
      values: values.map((value) => plain(value, 160)),
      places: placesOf(sources),
    })),
  };
}

function placesOf(sources: readonly Source[]): FactPlaces {
  const pathsOf = (kind: Source['kind']): string[] =>
    sources.flatMap((each) => (each.kind === kind ? [each.path ?? '/'] : []));
  return {
    pages: pathsOf('page'),
    data: pathsOf('data'),
    others: (['google', 'facebook', 'file'] as const).filter((kind) => sources.some((each) => each.kind === kind)),
  };
}

function placeOf({ kind, path }: Source): string {
  return path === null ? kind : `${kind} ${path}`;
}

type Why = SameFactsStatements['same-facts/refused']['why'];

export function sayRefused({ kind, clue }: ApiFault, at: 'google' | 'facebook', secret: string | null): Statement {
  return saySameFacts('same-facts/refused', { kind: at, why: whyOf(kind), secret: secret ?? '', clue });
}

function whyOf(kind: PlatformCause): Why {
  switch (kind) {
    case 'auth':
      return 'access';
    case 'permission':
    case 'setup':
    case 'gone':
      return kind;
    case 'throttled':
    case 'quota':
      return 'quota';
    case 'transient':
    case 'wrong-answer':
    case 'endless':
    case 'refused':
      return 'later';
  }
}
