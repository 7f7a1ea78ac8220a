import { relateAddresses } from './addresses.ts';
import { type Fact, isOfWebsite, type Source, type Stated } from './facts.ts';
import { isCyrillic } from './folded.ts';
import { relateNames } from './names.ts';
import { hasExtension, relateToPhones, sharedPhones, writePhone } from './phones.ts';
import type { Relation } from './relation.ts';
import { canonical, relateDays, type Week, writeSpans } from './week.ts';

/** One value and the sources that give it. */
interface Version {
  /** Of hours, each shift; empty where there are none. */
  readonly values: readonly string[];
  readonly sources: readonly Source[];
}

interface Difference {
  readonly fact: Fact;
  /** Of hours: 0 is Monday; otherwise empty. */
  readonly days: readonly number[];
  readonly versions: readonly Version[];
}

/** A fact and some of the sources that give it. */
export interface Given {
  readonly fact: Fact;
  readonly sources: readonly Source[];
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Facts on which at least two sources agree and none differs, with those that agree. */
  readonly agreed: readonly Given[];
  /** Of these facts, the sources whose value cannot be compared, such as what may be a translation; of hours none, which are compared by day. */
  readonly uncompared: readonly Given[];
}

interface Claim<Value> {
  readonly source: Source;
  readonly value: Value;
}

/** What several sources say of one business, fact by fact. What cannot be compared is left out of the comparison. */
export function compareFacts(all: readonly Stated[]): Comparison {
  const several = hasBranches(all);
  const placed = several ? all.filter(({ source }) => !isOfWebsite(source)) : all;
  const givenNames = claims(all, 'names');
  const givenPhones = claims(all, 'phones').toSorted(
    (a, b) => b.value.length - a.value.length || Number(hasExtension(b.value)) - Number(hasExtension(a.value)),
  );
  const givenAddresses = claims(placed, 'addresses');
  const names = versionsOf(givenNames, toAny(relateSome(namesRelation(all))));
  const phones = versionsOf(givenPhones, relateToPhones);
  const addresses = versionsOf(givenAddresses, toAny(relateSome(relateAddresses)));
  const parts = [
    outcome('name', names, ([name = '']) => [name]),
    outcome('phone', phones, (numbers, others) => sharedPhones(numbers, others).map(writePhone).slice(0, 3)),
    outcome('address', addresses, ([address]) => (address === undefined ? [] : [address.written])),
    hoursOutcome(placed),
    closedOutcome(all),
  ];
  return {
    differences: parts.flatMap(({ differences }) => differences),
    agreed: parts.flatMap(({ fact, agreeing, differences }) =>
      agreeing.length > 0 && differences.length === 0 ? [{ fact, sources: agreeing }] : [],
    ),
    uncompared: [
      ...uncompared('name', givenNames, names),
      ...uncompared('phone', givenPhones, phones),
      ...uncompared('address', givenAddresses, addresses),
    ],
  };
}

/** Where at least two others agree, who is left out of them. */
function uncompared<Value>(
  fact: Fact,
  all: readonly Claim<Value>[],
  versions: readonly (readonly Claim<Value>[])[],
): Given[] {
  const [agreeing = [], ...others] = versions;
  const left = all.filter((claim) => !agreeing.includes(claim));
  if (agreeing.length < 2 || others.length > 0 || left.length === 0) return [];
  return [{ fact, sources: left.map(({ source }) => source) }];
}

/** A site that gives several addresses may be that of several branches: whose hours are whose, nobody can tell. */
function hasBranches(sources: readonly Stated[]): boolean {
  const ours = sources.filter(({ source }) => isOfWebsite(source));
  const hasTwo = (addresses: Stated['addresses'], isOther: (relation: Relation) => boolean): boolean =>
    addresses.some((a, index) => addresses.slice(index + 1).some((b) => isOther(relateAddresses(a, b))));
  const texts = ours.filter(({ source }) => source.kind === 'page').map(({ addresses }) => addresses);
  const all = ours.flatMap(({ addresses }) => addresses);
  // Two texts of one page that are not the same may be of two places.
  return hasTwo(all, (is) => is === 'different') || texts.some((some) => hasTwo(some, (is) => is !== 'same'));
}

type Listed = 'names' | 'phones' | 'addresses' | 'weeks';

function claims<Key extends Listed>(all: readonly Stated[], key: Key): Claim<Stated[Key]>[] {
  return all.flatMap((each) => (each[key].length === 0 ? [] : [{ source: each.source, value: each[key] }]));
}

/** Where one place has the name in Cyrillic, two in Latin letters may be its spelling and its translation. */
function namesRelation(all: readonly Stated[]): typeof relateNames {
  const isTranslated = all.some(({ names }) => names.some(isCyrillic));
  return (a, b) => {
    const relation = relateNames(a, b);
    return relation === 'different' && isTranslated && !isCyrillic(a) ? 'unclear' : relation;
  };
}

/** A source with several values agrees with who has one of them; otherwise nobody can tell which one is meant. */
function relateSome<Value>(relate: (a: Value, b: Value) => Relation) {
  return (ours: readonly Value[], theirs: readonly Value[]): Relation => {
    const relations = ours.flatMap((a) => theirs.map((b) => relate(a, b)));
    if (relations.includes('same')) return 'same';
    return relations.length === 1 ? (relations[0] ?? 'unclear') : 'unclear';
  };
}

/** How a claim is to all that are already known to be the same. */
type RelateToAll<Value> = (value: Value, version: readonly Value[]) => Relation;

/** Claims that are the same, together. One that cannot be compared with any of them, or is the same as two that differ, is left out. */
function versionsOf<Value>(all: readonly Claim<Value>[], relate: RelateToAll<Value>): Claim<Value>[][] {
  const versions: Claim<Value>[][] = [];
  for (const claim of all) {
    const relations = versions.map((claims) =>
      relate(
        claim.value,
        claims.map(({ value }) => value),
      ),
    );
    const [same, ...more] = versions.filter((_, index) => relations[index] === 'same');
    if (same !== undefined && more.length === 0) same.push(claim);
    else if (relations.every((relation) => relation === 'different')) versions.push([claim]);
  }
  return versions;
}

/** The same as one of those that are the same, or different from one of them: what the others leave unclear, that one says. */
function toAny<Value>(relate: (a: Value, b: Value) => Relation): RelateToAll<Value> {
  return (value, version) => {
    const relations = version.map((each) => relate(each, value));
    if (relations.includes('same')) return 'same';
    return relations.includes('different') ? 'different' : 'unclear';
  };
}

interface Outcome {
  readonly fact: Fact;
  /** Empty where fewer than two agree. */
  readonly agreeing: readonly Source[];
  readonly differences: readonly Difference[];
}

function outcome<Value>(
  fact: Fact,
  versions: readonly (readonly Claim<Value>[])[],
  write: (value: Value, others: readonly Value[]) => readonly string[],
): Outcome {
  const valuesOf = ([first, ...others]: readonly Value[]) => (first === undefined ? [] : write(first, others));
  const written = versions.map(
    (claims): Version => ({
      values: valuesOf(claims.map(({ value }) => value)),
      sources: claims.map(({ source }) => source),
    }),
  );
  const [first, ...others] = written;
  return {
    fact,
    agreeing: first !== undefined && others.length === 0 && first.sources.length > 1 ? first.sources : [],
    differences: versions.length > 1 ? [{ fact, days: [], versions: written }] : [],
  };
}

function hoursOutcome(all: readonly Stated[]): Outcome {
  const given = claims(
    all.filter(({ closed }) => closed === null),
    'weeks',
  ).map(({ source, value }) => ({ source, value: value.map(canonical) }));
  const byDay = [0, 1, 2, 3, 4, 5, 6].map((day) => {
    const known = given.filter(({ value }) => value.some((week) => week[day]));
    const versions = versionsOf(known, toAny(relateSome((a: Week, b: Week) => relateDays(a, b, day))));
    return outcome('hours', versions, ([week]) => writeSpans(week?.[day] ?? []));
  });
  const differences = byDay.flatMap((each, day) =>
    each.differences.map((difference) => ({ ...difference, days: [day] })),
  );
  const agreeing = new Set(byDay.flatMap(({ agreeing: some }) => some));
  // In the order in which the sources were read, whatever day each gives first.
  const inOrder = given.map(({ source }) => source).filter((source) => agreeing.has(source));
  return { fact: 'hours', agreeing: inOrder, differences: together(differences) };
}

/** Days on which the same sources say the same are one difference. */
function together(differences: readonly Difference[]): Difference[] {
  const groups = Map.groupBy(differences, ({ versions }) => JSON.stringify(versions));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, days: group.flatMap(({ days }) => days) }];
  });
}

/** Who says that the business is closed contradicts all who give its hours. */
function closedOutcome(all: readonly Stated[]): Outcome {
  const open = all.filter(({ closed, weeks }) => closed === null && weeks.length > 0).map(({ source }) => source);
  const differences = all.flatMap(({ closed, source }): Difference[] => {
    if (closed === null || open.length === 0) return [];
    const versions = [
      { values: [closed], sources: [source] },
      { values: [], sources: open },
    ];
    return [{ fact: 'closed', days: [], versions }];
  });
  return { fact: 'closed', agreeing: [], differences };
}
