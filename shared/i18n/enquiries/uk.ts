import { formatFor } from '../format.ts';
import type { EnquiryWords } from './words.ts';

const { counted } = formatFor('uk');
const waiting = {
  one: 'клієнт із попередніх тижнів',
  few: 'клієнти з попередніх тижнів',
  many: 'клієнтів із попередніх тижнів',
  other: 'клієнта з попередніх тижнів',
};
const customers = { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' };

export const uk: EnquiryWords = {
  locale: 'uk-UA',
  heading: 'Клієнти, які писали чи дзвонили',
  customers,
  channel: {
    form: 'Форма на сайті',
    mail: 'Пошта',
    phone: 'Телефон',
    message: 'Приватні повідомлення',
    comment: 'Коментарі',
    review: 'Відгуки',
  },
  // Behind any number of customers: 1, 3 or 21.
  zone: {
    red: 'без відповіді довше, ніж обіцяно',
    yellow: 'з відповіддю пізніше, ніж обіцяно',
    unknown: 'невідомо, чи була відповідь',
    waiting: 'без відповіді, але час іще є',
    green: 'з відповіддю вчасно',
  },
  redReviews: 'без відповіді довше, ніж обіцяно, або з поганим відгуком без відповіді',
  column: { channel: 'Канал', customers: 'Усього', inTime: 'Вчасно', wait: 'Очікування' },
  wrote: (customers) => `Цього тижня на відповідь чекали: ${customers}.`,
  nobody: 'Цього тижня ніхто не потребував відповіді.',
  nobodySeen: 'Звернень, що потребують відповіді, не видно, але прочитати вдалося не всі канали.',
  atLeast: (what) => `не менше ніж ${what}`,
  wait: (length) => `Зазвичай на відповідь чекали ${length} робочого часу.`,
  fromBefore: (count) => `Досі чекають: ${counted(count, waiting)}.`,
  partly: (names) => `Їх може бути більше. Не вдалося прочитати повністю: ${names}.`,
  wholly: (names) => `Не пораховано, бо не вдалося прочитати: ${names}.`,
  formUnread: 'Форма на сайті: невідомо, бо Touchlight не читає пошту.',
  old: 'Їх може бути більше: відповіді з початку цього тижня вже не зберігаються.',
  waiting: 'Хто чекає зараз (спочатку ті, хто найдовше)',
  inTime: 'Хто чекає, і ще можна встигнути (спочатку найтерміновіші)',
  more: (count) => `і ще ${counted(count, customers)}`,
  bar: 'Клієнти цього тижня',
};
