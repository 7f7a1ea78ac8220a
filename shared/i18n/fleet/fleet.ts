import type { Language } from '../../model/language.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { FleetWords } from './words.ts';

export const fleetWords: Readonly<Record<Language, FleetWords>> = { en, uk, ru };
