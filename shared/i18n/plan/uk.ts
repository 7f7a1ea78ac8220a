import { formatFor } from '../format.ts';
import type { PlanWords } from './words.ts';

const { counted } = formatFor('uk');
/** Of how many: behind "із". */
const customers = { one: 'клієнта', few: 'клієнтів', many: 'клієнтів', other: 'клієнта' };

export const uk: PlanWords = {
  heading: 'Як просувається план',
  fate: {
    still: 'Позначено як зроблене, але проблема лишилася',
    back: 'Було зроблено, але проблема повернулася',
    overdue: 'Прострочено',
    due: 'Строк наближається',
    done: 'Зроблено, проблеми більше немає',
    gone: 'Проблема зникла (без позначки «зроблено»)',
    unverified: 'Позначено як зроблене, але відтоді не вимірювалося',
    new: 'Нове',
    taken: 'У роботі',
    open: 'Ще ніхто не взявся',
    unmeasured: 'Не виміряно, тож стан невідомий',
    dropped: 'Вирішили не робити, проблема лишається',
  },
  own: { done: 'Зроблено', dropped: 'Вирішили не робити' },
  until: (date) => `до ${date}`,
  steady: (name) => `${name}: з’ясувати, чому збої повторюються`,
  see: (name) => `${name}: відновити вимірювання`,
  said: (text) => `«${text}»`,
  more: (count) => `Ще ${count} у звіті.`,
  form: {
    act: 'Узяти в роботу, призначити строк або закрити',
    who: 'Хто робить',
    until: 'До якого дня',
    note: 'Що саме зробити',
    take: 'Зберегти',
    whatWasDone: 'Що зроблено',
    done: 'Зроблено',
    whyNot: 'Чому не варто робити',
    drop: 'Не робити',
    reopen: 'Відкрити знову',
  },
  nothing: 'Робити нічого не треба.',
  keep: 'Так тримати',
  green: (name, since) => `${name}: з ${since} щодня зелене світло`,
  answers: (name, inTime, count, since) =>
    `${name}: з ${since} вчасну відповідь отримали ${inTime} із ${counted(count, customers)}`,
  rating: (name, change, now, since) => `${name}: з ${since} рейтинг змінився на ${change}, тепер він ${now}`,
};
