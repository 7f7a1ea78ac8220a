import type { FactDifference, FactPlaces, OtherPlace } from './statements.ts';

/** Where something is to be corrected, and whether the file itself says what is right. */
interface ToCorrect {
  readonly kinds: ReadonlySet<'page' | 'data' | OtherPlace>;
  readonly isToldByFile: boolean;
}

/** Where the file gives the fact, what agrees with it is right. */
export function toCorrect(differences: readonly FactDifference[]): ToCorrect {
  const wrong = differences.map(({ versions }) => versions.filter(({ places }) => !places.others.includes('file')));
  const isToldByFile = differences.every(({ versions }, index) => versions.length !== wrong[index]?.length);
  return { kinds: new Set(wrong.flat().flatMap(({ places }) => kindsOf(places))), isToldByFile };
}

/** Where a fact is to be corrected; all that give it, where nothing says which of them is right. */
export function placesToCorrect({ versions }: FactDifference, isToldByFile: boolean): FactPlaces[] {
  return versions.map(({ places }) => places).filter(({ others }) => !isToldByFile || !others.includes('file'));
}

function kindsOf({ pages, data, others }: FactPlaces): ('page' | 'data' | OtherPlace)[] {
  return [...(pages.length > 0 ? (['page'] as const) : []), ...(data.length > 0 ? (['data'] as const) : []), ...others];
}
