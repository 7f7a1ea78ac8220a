import type { Language } from '../model/business.ts';
import type { PluralForms } from '../model/format.ts';
import type { FoundForm } from '../model/found.ts';
import { formatFor } from './format.ts';

interface FormWords {
  readonly purposes: Readonly<Record<FoundForm['purpose'], string>>;
  readonly fields: PluralForms;
  readonly on: (page: string) => string;
  readonly captcha: string;
}

const words: Readonly<Record<Language, FormWords>> = {
  en: {
    purposes: {
      contact: 'Contact form',
      booking: 'Booking form',
      newsletter: 'Newsletter sign-up',
      search: 'Search',
      login: 'Login',
      comment: 'Comment form',
      order: 'Order form',
      other: 'Other form',
    },
    fields: { one: 'field', other: 'fields' },
    on: (page) => `on ${page}`,
    captcha: 'with a captcha',
  },
  uk: {
    purposes: {
      contact: 'Форма зв’язку',
      booking: 'Форма бронювання',
      newsletter: 'Підписка на розсилку',
      search: 'Пошук',
      login: 'Вхід',
      comment: 'Форма для відгуків',
      order: 'Форма замовлення',
      other: 'Інша форма',
    },
    fields: { one: 'поле', few: 'поля', many: 'полів', other: 'поля' },
    on: (page) => `на сторінці ${page}`,
    captcha: 'з капчею',
  },
  ru: {
    purposes: {
      contact: 'Форма связи',
      booking: 'Форма бронирования',
      newsletter: 'Подписка на рассылку',
      search: 'Поиск',
      login: 'Вход',
      comment: 'Форма для отзывов',
      order: 'Форма заказа',
      other: 'Другая форма',
    },
    fields: { one: 'поле', few: 'поля', many: 'полей', other: 'поля' },
    on: (page) => `на странице ${page}`,
    captcha: 'с капчей',
  },
};

/** "Contact form “Write to us” on /contact: 4 fields, with a captcha" */
export function wordFoundForm(
  { purpose, title, page, anchor, fields, captcha }: FoundForm,
  language: Language,
): string {
  const { purposes, fields: field, on, captcha: guarded } = words[language];
  const { quote, counted } = formatFor(language);
  const there = URL.parse(page);
  const place = there === null ? page : `${there.pathname}${anchor === null ? there.hash : `#${anchor}`}`;
  const named = title === null ? '' : ` ${quote(title)}`;
  const guard = captcha === 'none' ? '' : `, ${guarded}`;
  return `${purposes[purpose]}${named} ${on(place)}: ${counted(fields.length, field)}${guard}`;
}
