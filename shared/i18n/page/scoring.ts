import type { Language } from '../../model/language.ts';

/** What the live page says around a scorecard that is filled in there; its questions speak the template's language. */
interface ScoringWords {
  /** Leads to the form. */
  readonly open: string;
  readonly intro: string;
  readonly save: string;
}

export const scoringWords: Readonly<Record<Language, ScoringWords>> = {
  en: {
    open: 'Fill in a scorecard',
    intro:
      'One form for each visit, call or message. Leave out what was not assessed. Where an answer is not the best one, say why.',
    save: 'Save the scorecard',
  },
  uk: {
    open: 'Заповнити форму оцінки',
    intro:
      'Одна форма на кожен візит, дзвінок чи лист. Чого не оцінювали, пропустіть. Де відповідь не найкраща, напишіть чому.',
    save: 'Зберегти',
  },
  ru: {
    open: 'Заполнить форму оценки',
    intro:
      'Одна форма на каждый визит, звонок или письмо. Что не оценивали, пропустите. Где ответ не лучший, напишите почему.',
    save: 'Сохранить',
  },
};
