import type { Language } from '../model/business.ts';
import type { MarkKind, MarkState } from '../model/marked-picture.ts';

/** What is said of pictures on which contacts and forms are marked. */
export interface MarkWords {
  readonly heading: string;
  readonly kind: Readonly<Record<MarkKind, string>>;
  readonly state: Readonly<Record<MarkState, string>>;
  /** For who cannot see the picture. */
  readonly picture: (page: string, marks: number) => string;
  readonly noMarks: string;
  /** Heads what was found and is on none of the pictures. */
  readonly elsewhere: string;
  /** Met on this very page, after a press or a scroll. */
  readonly samePage: string;
  readonly audit: {
    readonly title: string;
    readonly visitedAt: string;
    readonly nothingToCheck: string;
    /** Heads the measurements by their technical names. */
    readonly figures: string;
  };
}

const en: MarkWords = {
  heading: 'Contacts and forms, marked where they were seen',
  kind: { phone: 'Phone', email: 'Email', messenger: 'Messenger', social: 'Social page', form: 'Form' },
  state: {
    usable: 'works',
    plain: 'can be read; a tap opens nothing',
    limited: 'works for some visitors only',
    faulty: 'opens something else or fails',
    unseen: 'covered or hard to read',
    untested: 'seen, not tested',
  },
  picture: (page, marks) => `Screenshot of ${page}. Marked and listed below: ${marks}.`,
  noMarks: 'No contact or form in this picture.',
  elsewhere: 'Found, but not in these pictures',
  samePage: 'on this page, after scrolling or a tap',
  audit: {
    title: 'Touchlight audit',
    visitedAt: 'Visited on',
    nothingToCheck: 'nothing to check',
    figures: 'Figures for your developer',
  },
};

const uk: MarkWords = {
  heading: 'Контакти й форми, позначені там, де їх видно',
  kind: { phone: 'Телефон', email: 'Пошта', messenger: 'Месенджер', social: 'Сторінка в соцмережі', form: 'Форма' },
  state: {
    usable: 'працює',
    plain: 'можна прочитати, але натискання нічого не відкриває',
    limited: 'працює не в усіх відвідувачів',
    faulty: 'відкриває щось інше або не працює',
    unseen: 'закрито або важко прочитати',
    untested: 'видно, але не перевірено',
  },
  picture: (page, marks) => `Знімок сторінки ${page}. Позначок: ${marks}, їх перелік нижче.`,
  noMarks: 'На цьому знімку немає ні контактів, ні форм.',
  elsewhere: 'Знайдено, але на знімках цього немає',
  samePage: 'на цій же сторінці, після прокручування або натискання',
  audit: {
    title: 'Перевірка Touchlight',
    visitedAt: 'Час візиту',
    nothingToCheck: 'нема чого перевіряти',
    figures: 'Показники для веброзробника',
  },
};

const ru: MarkWords = {
  heading: 'Контакты и формы, отмеченные там, где их видно',
  kind: { phone: 'Телефон', email: 'Почта', messenger: 'Мессенджер', social: 'Страница в соцсети', form: 'Форма' },
  state: {
    usable: 'работает',
    plain: 'можно прочитать, но нажатие ничего не открывает',
    limited: 'работает не у всех посетителей',
    faulty: 'открывает что-то другое или не работает',
    unseen: 'закрыто или трудно прочитать',
    untested: 'видно, но не проверено',
  },
  picture: (page, marks) => `Снимок страницы ${page}. Отметок: ${marks}, их список ниже.`,
  noMarks: 'На этом снимке нет ни контактов, ни форм.',
  elsewhere: 'Найдено, но на снимках этого нет',
  samePage: 'на этой же странице, после прокрутки или нажатия',
  audit: {
    title: 'Проверка Touchlight',
    visitedAt: 'Время визита',
    nothingToCheck: 'проверять нечего',
    figures: 'Показатели для веб-разработчика',
  },
};

export const markWords: Readonly<Record<Language, MarkWords>> = { en, uk, ru };
