import type { TranslatedProbeWords } from '../probe-words.ts';
import type { responses } from './spec.ts';

export const ru: TranslatedProbeWords<typeof responses> = {
  name: 'Ответы клиентам',
  good: 'клиенты вовремя получают ответ',
  bad: 'клиенты слишком долго ждут ответа',
  measurement: {
    overdue: (value) => `клиентов, которые ждут дольше обещанного: ${value}`,
    oldestWaitingMinutes: (value) => `самое долгое ожидание ответа: ${value}`,
    tokenDaysLeft: (value) => `до конца доступа к платформе: ${value}`,
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
