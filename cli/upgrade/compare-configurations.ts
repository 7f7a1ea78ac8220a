import { isGroup } from '../../shared/config/data-path.ts';

/** What another version makes of the same file. */
export interface Change {
  /** Ids of the checks or touchpoints that it is about; empty for what holds for the business. */
  readonly of: readonly string[];
  /** `thresholds.lcpMs.red`; empty where the whole check comes or goes. */
  readonly key: string;
  /** Absent where there was none. */
  readonly before?: unknown;
  /** Absent where there is none any more. */
  readonly after?: unknown;
}

/** What can be compared, by its owner's id (the business has none) and its key. */
type Owners = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/**
 * Compares two configurations, each with every default filled in. They are plain JSON here: another version has read one of
 * them, into a shape of its own.
 */
export function compareConfigurations(before: unknown, after: unknown): readonly Change[] {
  const [old, now] = [ownersOf(before), ownersOf(after)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((owner) =>
    compareOwner(owner, old.get(owner), now.get(owner)),
  );
  return together(changes);
}

function compareOwner(owner: string, old?: ReadonlyMap<string, unknown>, now?: ReadonlyMap<string, unknown>): Change[] {
  const of = owner === '' ? [] : [owner];
  if (old === undefined) return [{ of, key: '', after: now?.get('everyMinutes') ?? null }];
  if (now === undefined) return [{ of, key: '', before: old.get('everyMinutes') ?? null }];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)))
    .map((key) => ({
      of,
      key,
      ...(old.has(key) && { before: old.get(key) }),
      ...(now.has(key) && { after: now.get(key) }),
    }));
}

/** The same change of several checks is one. */
function together(changes: readonly Change[]): readonly Change[] {
  const groups = Map.groupBy(changes, ({ of, key, before, after }) =>
    JSON.stringify([of.length === 0 || key === '' ? of : null, key, before, after]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, of: group.flatMap(({ of }) => of) }];
  });
}

function ownersOf(configuration: unknown): Owners {
  const owners = new Map<string, ReadonlyMap<string, unknown>>();
  const { touchpoints, ...business } = isGroup(configuration) ? configuration : {};
  owners.set('', leavesOf(business));
  for (const touchpoint of groupsIn(touchpoints)) {
    const { checks, ...own } = touchpoint;
    owners.set(String(touchpoint['id']), leavesOf(own));
    for (const check of groupsIn(checks)) owners.set(String(check['id']), leavesOf(check));
  }
  return owners;
}

function groupsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isGroup) : [];
}

function leavesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(leaves(value, ''));
}

/** Lists are compared as a whole. */
function leaves(value: unknown, key: string): [key: string, value: unknown][] {
  if (!isGroup(value)) return [[key, value]];
  return Object.entries(value).flatMap(([name, each]) => leaves(each, key === '' ? name : `${key}.${name}`));
}
