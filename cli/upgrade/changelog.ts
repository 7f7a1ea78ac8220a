import { isGroup } from '../../shared/config/data-path.ts';

/** One thing that a user notices, as CHANGELOG.md tells it. */
export interface Entry {
  /** Its heading: a version, or `Unreleased`. */
  readonly version: string;
  readonly text: string;
}

/** The entries of CHANGELOG.md, in its order: the newest version first. */
export function readChangelog(text: string): readonly Entry[] {
  return text.split(/^## /m).flatMap((section, index) => {
    const [version = '', ...lines] = section.split('\n');
    if (index === 0) return [];
    const items = lines.join('\n').split(/^- /m).slice(1);
    return items.map((item) => ({ version: version.trim(), text: item.replaceAll(/\s+/g, ' ').trim() }));
  });
}

/** Those that came after one version, up to and with another. */
export function entriesBetween(entries: readonly Entry[], from: string, to: string): readonly Entry[] {
  return entries.filter(({ version }) => isNewer(version, from) && !isNewer(version, to));
}

/** By the three numbers of semantic versioning; what is not a version is newer than none. */
export function isNewer(version: string, than: string): boolean {
  const [left, right] = [version, than].map((each) => /^(\d+)\.(\d+)\.(\d+)/.exec(each)?.slice(1).map(Number));
  if (left === undefined || right === undefined) return false;
  const differing = left.findIndex((number, index) => number !== right[index]);
  return differing !== -1 && (left[differing] ?? 0) > (right[differing] ?? 0);
}

/**
 * The words by which an entry concerns a file: its keys, the kinds of its touchpoints, and the checks that run.
 * @param data the file, parsed
 */
export function wordsOfFile(data: unknown, probes: readonly string[]): ReadonlySet<string> {
  return new Set([...keysAndKinds(data), ...probes]);
}

function keysAndKinds(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(keysAndKinds);
  if (!isGroup(data)) return [];
  const kind = data['kind'];
  return [
    ...(typeof kind === 'string' ? [kind] : []),
    ...Object.entries(data).flatMap(([key, value]) => [key, ...keysAndKinds(value)]),
  ];
}

/** Names of code stand in backticks; an entry may also begin with what it is about: "Mailbox, phone: ...". */
export function concerns({ text }: Entry, words: ReadonlySet<string>): boolean {
  const code = [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => name.split(/[^\w-]+/));
  const subjects =
    /^[^:.]{1,80}(?=: )/
      .exec(text)?.[0]
      .toLowerCase()
      .split(/[^\p{L}-]+/u) ?? [];
  return [...code, ...subjects].some((word) => words.has(word));
}
