import type { Language } from '../../model/business.ts';
import { en } from './en.ts';
import type { AlertMessages } from './messages.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

export const alertMessages: Readonly<Record<Language, AlertMessages>> = { en, uk, ru };
