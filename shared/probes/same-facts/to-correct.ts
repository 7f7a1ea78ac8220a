import type { FactDifference, FactPlace } from './statements.ts';

/** Where something is to be corrected, and whether the file itself says what is right. */
interface ToCorrect {
  readonly kinds: ReadonlySet<FactPlace['kind']>;
  readonly isToldByFile: boolean;
}

/** Where the file gives the fact, what agrees with it is right. */
export function toCorrect(differences: readonly FactDifference[]): ToCorrect {
  const wrong = differences.map(({ versions }) =>
    versions.filter(({ places }) => !places.some(({ kind }) => kind === 'file')),
  );
  const kinds = wrong.flat().flatMap(({ places }) => places.map(({ kind }) => kind));
  const isToldByFile = differences.every(({ versions }, index) => versions.length !== wrong[index]?.length);
  return { kinds: new Set(kinds), isToldByFile };
}
