import { counted } from '../../../counted.ts';

const most = 5;

/** `coffee-lab, bakery`; of many the first five, and how many more. */
export function businessesNamed(ids: Iterable<string>): string {
  const all = [...new Set(ids)];
  const [named, more] = [all.slice(0, most), all.length - most];
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

export function countedBusinesses(count: number): string {
  return counted(count, 'business', 'businesses');
}
