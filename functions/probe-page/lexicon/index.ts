import { compile } from './compile.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pl } from './pl.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import type { Lexicon } from './word-lists.ts';

/** The languages of pages. */
export const languages: readonly Lexicon[] = [en, de, es, fr, pl, tr, ru, uk];

/** What is recognised on pages, in all their languages at once: most sites mix them. */
export const patterns = compile(languages);
