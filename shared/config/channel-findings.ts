import { channelKinds } from '../model/channel.ts';
import { isGroup, type Path, valueAt } from './data-path.ts';
import { channelId } from './expand-channels.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

interface Written {
  readonly kind: (typeof channelKinds)[number];
  readonly path: Path;
  readonly channel: Readonly<Record<string, unknown>>;
}

/** What channels and the rest of the file have wrong together. @param ids of the touchpoints */
export function channelFindings(data: unknown, ids: readonly string[]): readonly Finding[] {
  const channels = channelKinds.flatMap((kind): Written[] => {
    const path: Path = ['alerts', kind];
    const written = valueAt(data, path);
    const all = Array.isArray(written)
      ? written.map((each, n) => [each, [...path, n]] as const)
      : [[written, path] as const];
    return all.flatMap(([channel, place]) => (isGroup(channel) ? [{ kind, path: place, channel }] : []));
  });
  return [
    ...sameNames(channels),
    ...channels.flatMap((each) => unknownTouchpoints(each, ids)),
    ...channels.flatMap(addressFindings),
    ...channels.flatMap(unencryptedApis),
  ];
}

function sameNames(channels: readonly Written[]): readonly Finding[] {
  const firstAt = new Map<string, Path>();
  return channels.flatMap(({ kind, path, channel: { name } }): Finding[] => {
    if (name !== undefined && typeof name !== 'string') return [];
    const id = channelId(kind, name);
    const first = firstAt.get(id);
    if (first === undefined) {
      firstAt.set(id, path);
      return [];
    }
    const which = `${kind}[${first.at(-1)}]`;
    return name === undefined
      ? [
          {
            path: [...path, 'name'],
            at: 'key',
            message: `is missing; ${which} has none either: give one of the two a name, such as name: office`,
          },
        ]
      : [
          {
            path: [...path, 'name'],
            at: 'value',
            message: `${shown(name)} is already the name of ${which}; give each its own`,
          },
        ];
  });
}

function unknownTouchpoints({ path, channel }: Written, ids: readonly string[]): readonly Finding[] {
  const { touchpoints } = channel;
  if (!Array.isArray(touchpoints) || ids.length === 0) return [];
  return touchpoints.flatMap((id, index): Finding[] => {
    if (typeof id !== 'string' || ids.includes(id)) return [];
    const meant = nearestWord(id, ids);
    const remedy = meant === null ? `write ${anyOf(ids)}` : didYouMean(id, meant);
    return [
      {
        path: [...path, 'touchpoints', index],
        at: 'value',
        message: `${shown(id)} is not a touchpoint in this file; ${remedy}`,
      },
    ];
  });
}

function addressFindings({ kind, path, channel: { url, urlSecret } }: Written): readonly Finding[] {
  if (kind !== 'webhook') return [];
  if (url === undefined && urlSecret === undefined) {
    const message = 'is missing; for example: url: https://hooks.example.com/touchlight';
    return [{ path: [...path, 'url'], at: 'key', message, missing: true }];
  }
  if (url === undefined || urlSecret === undefined) return [];
  const message = 'names a second address; leave out either url or urlSecret';
  return [{ path: [...path, 'urlSecret'], at: 'key', message }];
}

/** A token and a link with which somebody may act travel there. */
function unencryptedApis({ path, channel: { api } }: Written): readonly Finding[] {
  const url = typeof api === 'string' ? URL.parse(api) : null;
  if (url === null || url.protocol !== 'http:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) return [];
  return [{ path: [...path, 'api'], at: 'value', message: `${shown(api)} is not encrypted; write https://` }];
}
