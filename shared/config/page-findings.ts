import { channelKinds } from '../model/channel.ts';
import { pageKeySecret } from '../model/stack-names.ts';
import { fieldSpeed } from '../probes/field-speed/spec.ts';
import { isGroup, type Path, valueAt } from './data-path.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

/** What the live page has wrong that no single value shows. */
export function livePageFindings(data: unknown, ids: readonly string[]): readonly Finding[] {
  return [
    ...publicFindings(data, ids),
    ...addressFindings(data, ['page', 'url'], 'sessions and links would travel unencrypted'),
    ...addressFindings(data, ['page', 'signIn', 'issuer'], 'who signs in there could be anybody'),
    ...nobodyFindings(data),
    ...reservedFindings(data),
  ];
}

function publicFindings(data: unknown, ids: readonly string[]): readonly Finding[] {
  const listed = valueAt(data, ['page', 'public']);
  if (!Array.isArray(listed) || ids.length === 0) return [];
  return listed.flatMap((id: unknown, index): readonly Finding[] => {
    if (typeof id !== 'string' || id === '' || ids.includes(id)) return [];
    const near = nearestWord(id, ids);
    const remedy = near === null ? `write ${anyOf(ids)}` : didYouMean(id, near);
    const message = `${shown(id)} is not a touchpoint in this file; ${remedy}`;
    return [{ path: ['page', 'public', index], at: 'value', message }];
  });
}

/** Whether it is an address at all is another question. */
function addressFindings(data: unknown, path: Path, risk: string): readonly Finding[] {
  const address = valueAt(data, path);
  if (typeof address !== 'string' || !/^http:/i.test(address)) return [];
  return [{ path, at: 'value', message: `${shown(address)} must begin with https://, because ${risk}` }];
}

/** Sign-in that lets nobody in. */
function nobodyFindings(data: unknown): readonly Finding[] {
  const signIn = valueAt(data, ['page', 'signIn']);
  if (!isGroup(signIn) || signIn['operators'] !== undefined || signIn['readers'] !== undefined) return [];
  const message = 'lets nobody in; name operators or readers, for example: operators: [olena@example.com]';
  return [{ path: ['page', 'signIn'], at: 'key', message }];
}

/** Of a secret that somebody else would read, or write over. */
function reservedFindings(data: unknown): readonly Finding[] {
  const touchpoints = valueAt(data, ['touchpoints']);
  const paths = [
    ...(Array.isArray(touchpoints)
      ? touchpoints.flatMap((_, n) => [
          ['touchpoints', n, 'secret'],
          ['touchpoints', n, 'smtpSecret'],
          ['touchpoints', n, 'checks', fieldSpeed.id, 'secret'],
        ])
      : []),
    ['page', 'signIn', 'secret'],
    ...channelKinds.flatMap((kind) => channelSecrets(data, ['alerts', kind])),
  ];
  const message = `"${pageKeySecret}" is the secret with which links to the live page are signed; choose another name`;
  return paths.flatMap((path): readonly Finding[] =>
    valueAt(data, path) === pageKeySecret ? [{ path, at: 'value', message }] : [],
  );
}

/** Of one channel of a kind, or of several. */
function channelSecrets(data: unknown, path: Path): readonly Path[] {
  const written = valueAt(data, path);
  const places = Array.isArray(written) ? written.map((_, n): Path => [...path, n]) : [path];
  return places.flatMap((place): Path[] => [
    [...place, 'secret'],
    [...place, 'urlSecret'],
  ]);
}
