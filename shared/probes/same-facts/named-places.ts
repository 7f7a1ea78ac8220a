import type { FactPlaces, OtherPlace } from './statements.ts';

interface PlaceNames {
  readonly page: (path: string) => string;
  readonly data: (path: string) => string;
  /** "its structured data", behind the one page that they are of, and behind several. */
  readonly ownData: { readonly one: string; readonly more: string };
}

/** The places in words. Structured data of just the pages that are named is theirs, and not named page by page again. */
export function namePlaces({ pages, data, others }: FactPlaces, names: PlaceNames): string[] {
  const isOwn = pages.length > 0 && pages.toSorted().join('\n') === data.toSorted().join('\n');
  const own = pages.length === 1 ? names.ownData.one : names.ownData.more;
  const brands: Readonly<Record<OtherPlace, string>> = {
    google: 'Google',
    facebook: 'Facebook',
    file: 'touchpoints.yaml',
  };
  return [
    ...pages.map((path) => names.page(path)),
    ...(isOwn ? [own] : data.map((path) => names.data(path))),
    ...others.map((place) => brands[place]),
  ];
}
