import { themesOf } from '../../../shared/evaluation/themes/themes-of.ts';
import { lexiconReader } from '../../../shared/model/theme-model.ts';
import type { TextToRead, ThemeReader } from '../../../shared/ports/theme-reader.ts';

/** Reads by lists of words: here, at once, and for nothing. */
export const lexicon = {
  id: lexiconReader,
  read: async ({ text, rating }: TextToRead) => ({ isRead: true, mentions: themesOf(text, rating) }),
} as const satisfies ThemeReader;
