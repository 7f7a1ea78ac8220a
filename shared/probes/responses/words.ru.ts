import type { ProbeWords } from '../probe-words.ts';
import type { responses } from './spec.ts';
import type { ResponsesStatements } from './statements.ts';

export const ru: ProbeWords<typeof responses, ResponsesStatements> = {
  name: 'Ответы клиентам',
  good: 'клиенты вовремя получают ответ',
  bad: 'клиенты слишком долго ждут ответа',
  measurement: {
    overdue: (value) => `клиентов, которые ждут дольше обещанного: ${value}`,
    oldestWaitingMinutes: (value) => `самое долгое ожидание ответа: ${value}`,
    tokenDaysLeft: (value) => `до конца доступа к платформе: ${value}`,
  },
  says: {
    'responses/overdue': ({ link, waitedMinutes, dueAt, others, timeZone }, { measured, moment, at }) => {
      const due = dueAt === null ? '' : `, срок был ${moment(dueAt, timeZone)}`;
      const more = others > 0 ? `; просроченных ещё ${others}` : '';
      return `без ответа ${measured(waitedMinutes, 'minutes')} рабочего времени${at(': ', link)}${due}${more}`;
    },
    'responses/waiting': ({ link, dueAt, others, timeZone }, { moment, at }) =>
      `ответить${dueAt === null ? at(' ', link) : ` до ${moment(dueAt, timeZone)}${at(': ', link)}`}${others > 0 ? ` (ждут ещё ${others})` : ''}`,
    'responses/nudge': ({ waits, others, timeZone }, { moment, at }) => {
      const each = waits.map(({ link, dueAt }) =>
        dueAt === null ? at(' ', link) : ` до ${moment(dueAt, timeZone)}${at(': ', link)}`,
      );
      return `ответить${each.join(';')}${others > 0 ? ` (столько же ждут ещё ${others})` : ''}`;
    },
    'responses/summary': ({ platform, waiting, blindSpots }, { whole }) => [
      waiting === 0 ? `никто не ждёт ответа в ${platform}` : `ждут ответа в ${platform}: ${waiting}`,
      ...blindSpots.map(whole),
    ],
    'responses/still-reading': ({ platform }) =>
      `Touchlight ещё читает последние 90 дней в ${platform} и продолжит при следующем опросе`,
  },
  trend: {
    oldestWaitingMinutes: 'Самое долгое ожидание ответа',
    unanswered: 'Сколько клиентов ждут ответа',
    medianFirstResponseMinutes: 'Время до первого ответа',
    averageRating: 'Средняя оценка',
  },
  remedy: 'Ответьте сейчас, сначала тому, кто ждёт дольше всех. Если никого нет, решите, кто ответит завтра.',
  trouble: {
    title: 'Клиенты слишком долго ждут ответа',
    has: (at) => `клиенты${at} слишком долго ждут ответа, уже`,
    was: (at) => `клиенты${at} слишком долго ждали ответа,`,
    todo: 'Ответьте сейчас, сначала тому, кто ждёт дольше всех, и решите, кто отвечает завтра.',
    gain: 'Клиенты, которым ответили вовремя, возвращаются; жалобы остаются мелкими.',
  },
};
