import type { TouchpointWeek } from '../../shared/evaluation/week/of-touchpoint.ts';
import { wordsOf } from '../../shared/probes/words.ts';
import type { Formats } from './formats.ts';

/** How touchpoints are called in the mail. */
export interface Naming {
  /** "Website", or "Website shop" where there are several. */
  readonly nameOf: (id: string) => string;
  /** "Website shop-1, Website shop-4, Website shop-7 and 7 more" */
  readonly namesOf: (ids: readonly string[]) => string;
  /** Behind a noun that says what it is: "" or " (shop)"; " (Facebook)" where the noun does not say. */
  readonly suffixOf: (id: string) => string;
  /** Needs no name: it is the only website, so "the contact form" is enough. */
  /** " (sales, support)" where others of their kind exist; otherwise empty. */
  readonly whichOf: (ids: readonly string[]) => string;
  /** Null where they are of several kinds. */
  readonly kindOf: (ids: readonly string[]) => TouchpointWeek['kind'] | null;
  readonly isOnly: (id: string) => boolean;
  readonly checkName: (probe: string) => string;
}

/** By kind, as everybody calls them; by id only where that leaves a doubt. */
export function nameTouchpoints(
  touchpoints: readonly Pick<TouchpointWeek, 'id' | 'kind'>[],
  { words, language }: Pick<Formats, 'words' | 'language'>,
): Naming {
  const kinds = new Map(touchpoints.map(({ id, kind }) => [id, kind]));
  const isAlone = (id: string): boolean => touchpoints.filter(({ kind }) => kind === kinds.get(id)).length === 1;
  const nameOf = (id: string): string => {
    const kind = kinds.get(id);
    if (kind === undefined) return id;
    return isAlone(id) || id === kind ? words.kind[kind] : `${words.kind[kind]} ${id}`;
  };
  const isOnly = (id: string): boolean => kinds.get(id) === 'website' && isAlone(id);
  return {
    nameOf,
    namesOf: (ids) => {
      const names = ids.slice(0, 3).map(nameOf).join(', ');
      return ids.length > 3 ? `${names} ${words.andMore(ids.length - 3)}` : names;
    },
    whichOf: (ids) => (ids.every(isAlone) ? '' : ` (${ids.join(', ')})`),
    kindOf: (ids) => {
      const [kind = null, ...others] = new Set(ids.map((id) => kinds.get(id) ?? null));
      return others.length === 0 ? kind : null;
    },
    isOnly,
    suffixOf: (id) => (isOnly(id) ? '' : ` (${kinds.get(id) === 'website' ? id : nameOf(id)})`),
    checkName: (probe) => wordsOf(probe, language)?.name ?? probe,
  };
}
