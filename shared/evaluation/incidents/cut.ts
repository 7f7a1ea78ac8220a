import { shorten } from '../../model/foreign-text.ts';

const LONGEST = 240;

/** A sentence of at most 240 characters; a longer one ends in an ellipsis and never in half a character. */
export function cut(text: string): string {
  return shorten(text, LONGEST, '…');
}
