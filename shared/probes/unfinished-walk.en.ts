import type { Format } from '../model/format.ts';
import type { UnfinishedWalk } from '../model/unfinished-walk.ts';

/** Why there may be more than was found, as a clause. */
export function whyUnfinished({ why, name, ...walk }: UnfinishedWalk, { quote, counted }: Format): string {
  const named = name === null ? '' : ` (${quote(name, 60)})`;
  switch (why) {
    case 'budget': {
      const pages = counted(walk.pages, { one: 'page', other: 'pages' });
      const taps = counted(walk.taps, { one: 'tap', other: 'taps' });
      return `the search ended after ${pages}, ${taps} and ${counted(walk.seconds, { one: 'second', other: 'seconds' })}`;
    }
    case 'gate':
      return `visitors must answer a question before they see the page${named}, and Touchlight could not answer it`;
    case 'button':
      return `there is a button for it${named}, but Touchlight could not see what it opens`;
    case 'language':
      return `Touchlight cannot read the language of the site's menu${named}`;
    case 'frame':
      return `an embedded part of the page${named} did not load`;
    case 'service':
      return `the page embeds a form service${named}, but its form did not appear`;
    case 'element':
      return `Touchlight cannot see into a part of the page${named}`;
    case 'consent':
      return `it appears only to visitors who accept cookies${named}`;
    case 'picture':
      return `a picture${named} may show it, and Touchlight cannot read pictures`;
    case 'announced':
      return `the page says that it is loading${named}, but it did not appear while Touchlight waited`;
  }
}

/** What was left, and what to do. */
export function adviceOn({ why, left }: UnfinishedWalk, { list, quote }: Format): string[] {
  const rest = left.length === 0 ? [] : [`Not visited: ${list(left.slice(0, 4).map((way) => quote(way, 40)))}.`];
  return why === 'budget' ? rest : [...rest, 'Check the page yourself.'];
}
