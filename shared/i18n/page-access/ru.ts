import type { PageAccessWords } from './words.ts';

export const ru: PageAccessWords = {
  refused: 'Эта ссылка больше не действует.',
  howToGetIn: 'Откройте самое новое письмо от Touchlight и перейдите по ссылке из него.',
  signIn: 'Войти с учётной записью компании',
};
