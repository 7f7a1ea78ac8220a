import { formatFor } from '../format.ts';
import type { PlanWords } from './words.ts';

const { counted } = formatFor('ru');
/** Of how many: behind "из". */
const customers = { one: 'клиента', few: 'клиентов', many: 'клиентов', other: 'клиента' };

export const ru: PlanWords = {
  heading: 'Как продвигается план',
  fate: {
    still: 'Отмечено как сделанное, но проблема осталась',
    back: 'Было сделано, но проблема вернулась',
    overdue: 'Просрочено',
    due: 'Скоро срок',
    done: 'Сделано, проблемы больше нет',
    gone: 'Проблема исчезла (без отметки «сделано»)',
    unverified: 'Отмечено как сделанное, но с тех пор не измерялось',
    new: 'Новое',
    taken: 'В работе',
    open: 'Пока никто не взялся',
    unmeasured: 'Не измерено, поэтому состояние неизвестно',
    dropped: 'Решили не делать, проблема остаётся',
  },
  own: { done: 'Сделано', dropped: 'Решили не делать' },
  until: (date) => `до ${date}`,
  steady: (name) => `${name}: выяснить, почему сбои повторяются`,
  see: (name) => `${name}: восстановить измерение`,
  said: (text) => `«${text}»`,
  more: (count) => `Ещё ${count} в отчёте.`,
  form: {
    act: 'Взять в работу, назначить срок или закрыть',
    who: 'Кто делает',
    until: 'До какого дня',
    note: 'Что именно сделать',
    take: 'Сохранить',
    whatWasDone: 'Что сделано',
    done: 'Сделано',
    whyNot: 'Почему не стоит делать',
    drop: 'Не делать',
    reopen: 'Открыть снова',
  },
  nothing: 'Делать ничего не нужно.',
  keep: 'Так держать',
  green: (name, since) => `${name}: с ${since} каждый день зелёный свет`,
  answers: (name, inTime, count, since) =>
    `${name}: с ${since} вовремя получили ответ ${inTime} из ${counted(count, customers)}`,
  rating: (name, change, now, since) => `${name}: с ${since} рейтинг изменился на ${change}, теперь он ${now}`,
};
