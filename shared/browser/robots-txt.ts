/** One line of a robots.txt that concerns us. */
interface Rule {
  readonly allows: boolean;
  /** As it is compared: percent-encoded alike, `*` and a closing `$` with their meanings. */
  readonly pattern: string;
}

export type RobotsRules = readonly Rule[];

/** RFC 9309 has at least this much read. */
export const robotsLimitBytes = 500 * 1024;

const anybody = '*';

/**
 * The rules for one robot, as RFC 9309 has it: those of all groups that name it, or else of all groups for anybody.
 * @param robot its product token, lower case
 */
export function readRobots(text: string, robot: string): RobotsRules {
  const rules = new Map<string, Rule[]>();
  // Those of a group that matter here: it may name thousands of others, or one a thousand times.
  let agents = new Set<string>();
  let isNaming = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const { key, value } = partsOf(line);
    switch (key) {
      case 'user-agent': {
        if (!isNaming) agents = new Set();
        isNaming = true;
        const agent = tokenOf(value);
        if (agent !== robot && agent !== anybody) break;
        agents.add(agent);
        if (!rules.has(agent)) rules.set(agent, []);
        break;
      }
      case 'allow':
      case 'disallow':
        isNaming = false;
        // An empty rule forbids nothing.
        if (value === '') break;
        for (const agent of agents) {
          rules.get(agent)?.push({ allows: key === 'allow', pattern: encodedAlike(value) });
        }
        break;
      default: // Sitemaps and the like belong to no group and end none.
    }
  }
  return rules.get(robot) ?? rules.get(anybody) ?? [];
}

/** The line that keeps us from an address; null when none does. The longest pattern decides, and of two as long the one that allows. */
export function forbiddenBy(rules: RobotsRules, url: string): string | null {
  const { pathname, search } = new URL(url);
  if (pathname === '/robots.txt') return null;
  const path = encodedAlike(`${pathname}${search}`);
  const [first] = rules
    .filter(({ pattern }) => covers(pattern, path))
    .toSorted((a, b) => b.pattern.length - a.pattern.length || Number(b.allows) - Number(a.allows));
  return first === undefined || first.allows ? null : `Disallow: ${first.pattern}`;
}

/** `Key: value # comment`. Not by a regular expression: half a megabyte of blanks would keep one busy for minutes. */
function partsOf(line: string): { readonly key: string; readonly value: string } {
  const [written = ''] = line.split('#', 1);
  const colon = written.indexOf(':');
  if (colon < 0) return { key: '', value: '' };
  return { key: written.slice(0, colon).trim().toLowerCase(), value: written.slice(colon + 1).trim() };
}

/** "Touchlight/1" names Touchlight. */
function tokenOf(agent: string): string {
  return agent.startsWith(anybody) ? anybody : (/^[a-z_-]+/i.exec(agent)?.[0] ?? agent).toLowerCase();
}

/** Piece by piece and never back: a pattern of many stars must not take long. */
function covers(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [start = '', ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(start)) return false;
  if (pieces.length === 0) return !isWhole || path === start;
  const end = isWhole ? (pieces.pop() ?? '') : '';
  let at = start.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - end.length >= at && path.endsWith(end);
}

/** `/ä`, `/%c3%a4` and `/%C3%A4` are one path; so are `/a` and `/%61`. */
function encodedAlike(path: string): string {
  const encoded = path.toWellFormed().replaceAll(/[^\x21-\x7e]/gu, (sign) => encodeURIComponent(sign));
  return encoded.replaceAll(/%[0-9a-f]{2}/gi, (coded) => {
    const sign = String.fromCharCode(Number.parseInt(coded.slice(1), 16));
    return /[\w.~-]/.test(sign) ? sign : coded.toUpperCase();
  });
}
