import type { PageAccessWords } from './words.ts';

export const en: PageAccessWords = {
  refused: 'This link is not valid any more.',
  howToGetIn: 'Open the newest mail from Touchlight and use the link in it.',
  signIn: 'Sign in with your company account',
};
