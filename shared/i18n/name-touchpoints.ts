import type { Language, Touchpoint, TouchpointKind } from '../model/business.ts';
import { ownId } from '../model/check-id.ts';
import { wordsOf } from '../probes/words.ts';
import type { DigestWords } from './digest-words.ts';

/** How touchpoints are called in mails and on pages. */
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
  readonly kindOf: (ids: readonly string[]) => TouchpointKind | null;
  readonly isOnly: (id: string) => boolean;
  readonly checkName: (probe: string) => string;
}

interface Named extends Pick<Touchpoint, 'id' | 'kind'> {
  /** What it is called by itself, where its kind does not say. */
  readonly title?: string;
}

/** By kind, as everybody calls them, or by a title of their own; by id only where that leaves a doubt. */
export function nameTouchpoints(
  touchpoints: readonly Named[],
  { words, language }: { readonly words: Pick<DigestWords, 'kind' | 'andMore'>; readonly language: Language },
): Naming {
  const kinds = new Map(touchpoints.map(({ id, kind }) => [id, kind]));
  const labelOf = ({ kind, title }: Named): string => title ?? words.kind[kind];
  const labels = new Map(touchpoints.map((each) => [each.id, labelOf(each)]));
  const ofLabel = Map.groupBy(touchpoints, labelOf);
  const isAlone = (id: string): boolean => ofLabel.get(labels.get(id) ?? '')?.length === 1;
  const nameOf = (id: string): string => {
    const label = labels.get(id);
    if (label === undefined) return id;
    return isAlone(id) || ownId(id) === kinds.get(id) ? label : `${label} ${ownId(id)}`;
  };
  const isOnly = (id: string): boolean => kinds.get(id) === 'website' && isAlone(id);
  return {
    nameOf,
    namesOf: (ids) => {
      const names = ids.slice(0, 3).map(nameOf).join(', ');
      return ids.length > 3 ? `${names} ${words.andMore(ids.length - 3)}` : names;
    },
    whichOf: (ids) => (ids.every(isAlone) ? '' : ` (${ids.map(ownId).join(', ')})`),
    kindOf: (ids) => {
      const [kind = null, ...others] = new Set(ids.map((id) => kinds.get(id) ?? null));
      return others.length === 0 ? kind : null;
    },
    isOnly,
    suffixOf: (id) => (isOnly(id) ? '' : ` (${kinds.get(id) === 'website' ? ownId(id) : nameOf(id)})`),
    checkName: (probe) => wordsOf(probe, language)?.name ?? probe,
  };
}
