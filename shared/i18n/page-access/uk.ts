import type { PageAccessWords } from './words.ts';

export const uk: PageAccessWords = {
  refused: 'Це посилання більше не діє.',
  howToGetIn: 'Відкрийте найновіший лист від Touchlight і перейдіть за посиланням у ньому.',
  signIn: 'Увійти з обліковим записом компанії',
};
