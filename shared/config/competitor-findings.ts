import { valueAt } from './data-path.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';

/** What is wrong with competitors beside their values: nothing to compare them with, or the same site twice: Touchlight has promised each to come once an hour. */
export function competitorFindings(
  competitors: readonly unknown[],
  touchpoints: readonly unknown[],
): readonly Finding[] {
  if (competitors.length === 0) return [];
  const websites = touchpoints.filter((each) => valueAt(each, ['kind']) === 'website');
  if (touchpoints.length > 0 && websites.length === 0) {
    const message = 'are compared with a website, and this file has none; add a touchpoint of kind: website';
    return [{ path: ['competitors'], at: 'key', message }];
  }
  const own = new Set(websites.flatMap((each) => hostAt(each) ?? []));
  return competitors.flatMap((competitor, index) => [
    ...ownSite(competitor, index, own),
    ...saidBefore(competitors, index, 'url'),
    ...saidBefore(competitors, index, 'name'),
  ]);
}

function ownSite(competitor: unknown, index: number, own: ReadonlySet<string>): readonly Finding[] {
  const host = hostAt(competitor);
  if (host === null || !own.has(host)) return [];
  const message = `${shown(valueAt(competitor, ['url']))} is your own website; name another business's site`;
  return [{ path: ['competitors', index, 'url'], at: 'value', message }];
}

function saidBefore(competitors: readonly unknown[], index: number, key: 'name' | 'url'): readonly Finding[] {
  const same = sameness(competitors[index], key);
  const first = same === null ? index : competitors.findIndex((each) => sameness(each, key) === same);
  if (first === index) return [];
  const written = shown(valueAt(competitors[index], [key]));
  const isTwice = key === 'name' || addressOf(competitors[index]) === addressOf(competitors[first]);
  const is = isTwice ? `is competitors[${first}] already` : `is on the host of competitors[${first}], ${same}`;
  const message = `${written} ${is}; ${key === 'url' ? 'leave one out' : 'give each its own name'}`;
  return [{ path: ['competitors', index, key], at: 'value', message }];
}

function sameness(competitor: unknown, key: 'name' | 'url'): string | null {
  if (key === 'url') return hostAt(competitor);
  const name = valueAt(competitor, ['name']);
  return typeof name === 'string' && name.trim() !== '' ? name.trim().toLowerCase() : null;
}

function addressOf(competitor: unknown): string | null {
  const url = valueAt(competitor, ['url']);
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).href : null;
}

/** With its port: what runs at another one is another site. */
function hostAt(entry: unknown): string | null {
  const address = addressOf(entry);
  if (address === null) return null;
  const { hostname, port } = new URL(address);
  const host = hostname.replace(/^www\./, '').replace(/\.$/, '');
  return port === '' ? host : `${host}:${port}`;
}
