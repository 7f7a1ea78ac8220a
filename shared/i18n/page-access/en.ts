import type { PageAccessWords } from './words.ts';

export const en: PageAccessWords = {
  title: 'Sign in',
  refused: 'This link is not valid any more.',
  howToGetIn: 'Open the newest mail from Touchlight and use the link in it.',
  readersMayNot: 'You may read this page but not change anything. An operator can: use the link from an alert.',
  notFromHere: 'This request did not come from this page, so nothing was changed. Open the page and try again.',
  signIn: 'Sign in with your company account',
};
