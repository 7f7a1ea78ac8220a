import type { ProbeWords } from '../probe-words.ts';
import type { form } from './spec.ts';
import type { FormStatements } from './statements.ts';

export const uk: ProbeWords<typeof form, FormStatements> = {
  name: 'Контактна форма',
  good: 'форма зв’язку працює',
  bad: 'форма зв’язку не працює',
  measurement: {
    fieldsMissing: () => 'форма надсилає не все, що в неї вводять',
    confirmationMissing: () => 'після надсилання відвідувач не бачить підтвердження',
    endpointDoubtful: () => 'адреси, на яку надсилає форма, схоже, не існує',
    submitMs: (value) => `форма реагує через ${value}`,
  },
  says: {},
  trend: {
    submitMs: 'Форма реагує через',
  },
  remedy:
    'Заповніть форму самі. Якщо не працює, нехай перевірять її адресу та журнал помилок сервера: повідомлення клієнтів поки що губляться.',
  trouble: {
    title: 'Контактна форма не працює',
    has: (at) => `контактна форма${at} не працює`,
    was: (at) => `контактна форма${at} не працювала`,
    todo: 'Заповніть форму самі. Якщо не працює, нехай веброзробник перевірить, куди вона надсилає.',
    gain: 'Звернення знову надходитимуть: те, що клієнти пишуть зараз, губиться.',
  },
};
