import type { Language } from '../../model/business.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { ChannelWords } from './words.ts';

export const channelWords: Readonly<Record<Language, ChannelWords>> = { en, uk, ru };
