import { isGroup, type Path, valueAt } from './data-path.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';

/** SNS compares a message with 150 values of one filter policy at most. */
const mostOwned = 100;

/** What of acknowledging, escalating and owning does not go together. */
export function escalationFindings(data: unknown, touchpoints: readonly unknown[]): readonly Finding[] {
  const promises = promisesIn(data, touchpoints);
  return [
    ...promises.flatMap(({ path, value }) => lightFindings(path, value)),
    ...togetherFindings(
      valueAt(data, ['alerts', 'then']),
      promises.filter(({ value }) => value !== 'never'),
    ),
    ...repeatedFindings(valueAt(data, ['alerts', 'then'])),
    ...ownedFindings(touchpoints),
  ];
}

interface Promised {
  readonly path: Path;
  readonly value: unknown;
}

/** Every `acknowledge` of the file: of all checks, and of single ones. */
function promisesIn(data: unknown, touchpoints: readonly unknown[]): Promised[] {
  const places: Path[] = [
    ['alerts'],
    ...touchpoints.flatMap((touchpoint, index) => {
      const checks = valueAt(touchpoint, ['checks']);
      return isGroup(checks) ? Object.keys(checks).map((key) => ['touchpoints', index, 'checks', key]) : [];
    }),
  ];
  return places.flatMap((place) => {
    const path = [...place, 'acknowledge'];
    const value = valueAt(data, path);
    return value === undefined || value === null ? [] : [{ path, value }];
  });
}

function lightFindings(path: Path, value: unknown): readonly Finding[] {
  if (!isGroup(value) || Object.keys(value).some((key) => key !== 'in')) return [];
  return [{ path, at: 'key', message: 'names no light; write for example: acknowledge: { red: 30m, yellow: 4h }' }];
}

/** Each of the two is nothing without the other. */
function togetherFindings(then: unknown, [promised]: readonly Promised[]): readonly Finding[] {
  const isNamed = then !== undefined && [then].flat().length > 0;
  if (isNamed && promised === undefined) {
    const message =
      'needs acknowledge, which says how soon somebody must acknowledge an alert; add for example acknowledge: 30m, or leave then out';
    return [{ path: ['alerts', 'then'], at: 'key', message }];
  }
  if (!isNamed && promised !== undefined) {
    const message =
      'needs alerts.then, which says who is alerted when nobody has acknowledged in time; add for example then: [chief@example.com], or leave acknowledge out';
    return [{ path: promised.path, at: 'key', message }];
  }
  return [];
}

function repeatedFindings(then: unknown): readonly Finding[] {
  if (!Array.isArray(then)) return [];
  const simple = then.map((each) => (typeof each === 'string' ? each.toLowerCase() : each));
  return simple.flatMap((each, index) => {
    if (typeof each !== 'string' || simple.indexOf(each) === index) return [];
    const message = `${shown(String(then[index]))} is in the list already; remove one`;
    return [{ path: ['alerts', 'then', index], at: 'value' as const, message }];
  });
}

function ownedFindings(touchpoints: readonly unknown[]): readonly Finding[] {
  const owned = touchpoints.flatMap((touchpoint, index) => {
    const owner = valueAt(touchpoint, ['owner']);
    const email = isGroup(owner) ? owner['email'] : owner;
    return typeof email === 'string' && email.includes('@') ? [{ email: email.toLowerCase(), index }] : [];
  });
  return [...Map.groupBy(owned, ({ email }) => email).values()].flatMap((all) => {
    const first = all[mostOwned];
    if (first === undefined) return [];
    const message = `${shown(first.email)} owns ${all.length} touchpoints, above the limit of ${mostOwned} that a subscription can be filtered by; add the address to alerts.email, which gets everything, and write only a name here`;
    return [{ path: ['touchpoints', first.index, 'owner'], at: 'value' as const, message }];
  });
}
