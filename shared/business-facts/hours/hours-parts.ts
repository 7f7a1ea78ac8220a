import type { Token } from './hours-tokens.ts';

/** Is a day open or closed for a part of it whose hours nobody says? "Sat mornings", "closed on Wednesday afternoons". */
export function isPartlyOpen(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind }, index) => {
    if (kind !== 'part') return false;
    const sides = [tokens.slice(0, index).reverse(), tokens.slice(index + 1)];
    const isSaid = sides.some((side) => firstOther(side, ['days', 'to', 'part']) === 'time');
    return !isSaid || sides.some((side) => firstOther(side, ['days', 'to', 'part', 'and']) === 'closed');
  });
}

function firstOther(tokens: readonly Token[], skipped: readonly Token['kind'][]): Token['kind'] | undefined {
  return tokens.find(({ kind }) => !skipped.includes(kind))?.kind;
}
