import type { LowStars } from '../lexicon.ts';

export const lowStars: LowStars = { upToThree: {}, upToTwo: {} };
