import type { PlanWords } from './words.ts';

export const uk: PlanWords = {
  heading: 'Як просувається план',
  fate: {
    still: 'Позначено як зроблене, але проблема лишилася',
    back: 'Було зроблено, але проблема повернулася',
    overdue: 'Прострочено',
    due: 'Скоро строк',
    done: 'Зроблено, проблеми більше немає',
    gone: 'Проблема минула сама',
    unverified: 'Позначено як зроблене, але відтоді не виміряно',
    new: 'Нове',
    taken: 'У роботі',
    open: 'Ще ніхто не взявся',
    unmeasured: 'Не виміряно, тож стан невідомий',
    dropped: 'Вирішили не робити, проблема лишається',
  },
  own: { done: 'Зроблено', dropped: 'Вирішили не робити' },
  until: (date) => `до ${date}`,
  steady: (name) => `${name}: з’ясувати, чому постійно ламається`,
  see: (name) => `${name}: відновити вимірювання`,
  said: (text) => `«${text}»`,
  more: (count) => `Ще ${count} у звіті.`,
  keep: 'Так тримати',
  green: (name, since) => `${name}: щодня зелене з ${since}`,
  answers: (name, inTime, count, since) =>
    `${name}: з ${since} вчасну відповідь отримали ${inTime} із ${count} клієнтів`,
  rating: (name, change, now, since) => `${name}: рейтинг ${change} з ${since}, тепер ${now}`,
};
