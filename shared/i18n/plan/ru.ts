import type { PlanWords } from './words.ts';

export const ru: PlanWords = {
  heading: 'Как продвигается план',
  fate: {
    still: 'Отмечено как сделанное, но проблема осталась',
    back: 'Было сделано, но проблема вернулась',
    overdue: 'Просрочено',
    due: 'Скоро срок',
    done: 'Сделано, проблемы больше нет',
    gone: 'Проблема прошла сама',
    unverified: 'Отмечено как сделанное, но с тех пор не измерено',
    new: 'Новое',
    taken: 'В работе',
    open: 'Пока никто не взялся',
    unmeasured: 'Не измерено, поэтому состояние неизвестно',
    dropped: 'Решили не делать, проблема остаётся',
  },
  own: { done: 'Сделано', dropped: 'Решили не делать' },
  until: (date) => `до ${date}`,
  steady: (name) => `${name}: выяснить, почему постоянно ломается`,
  see: (name) => `${name}: восстановить измерение`,
  said: (text) => `«${text}»`,
  more: (count) => `Ещё ${count} в отчёте.`,
  keep: 'Так держать',
  green: (name, since) => `${name}: каждый день зелёный с ${since}`,
  answers: (name, inTime, count, since) => `${name}: с ${since} вовремя получили ответ ${inTime} из ${count} клиентов`,
  rating: (name, change, now, since) => `${name}: рейтинг ${change} с ${since}, теперь ${now}`,
};
