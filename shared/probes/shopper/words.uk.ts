import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { shopper } from './spec.ts';
import type { ShopperStatements } from './statements.ts';

const mark = (token: string): string =>
  `Є відповідь, яку, схоже, написав автомат. Якщо її написала людина, виправте: «touchlight shopper mark ${token} --human».`;

const dueSoon: TroubleWords = {
  title: 'Тестове звернення чекає на відповідь',
  has: (at) => `на тестове звернення${at} людина ще не відповіла`,
  was: (at) => `на тестове звернення${at} відповіли лише перед самим кінцем обіцяного часу`,
  todo: 'Пошукайте тестове звернення серед вхідних і у спамі й дайте на нього відповідь, як звичайному клієнтові.',
  gain: 'Клієнти, які вам пишуть, отримають відповідь людини раніше, ніж куплять деінде.',
};

const answeredLate: TroubleWords = {
  title: 'На останнє тестове звернення відповіли із запізненням',
  has: (at) => `на останнє тестове звернення${at} відповіли із запізненням`,
  was: (at) => `на тестове звернення${at} відповіли із запізненням`,
  todo: 'Вирішіть, хто відповідатиме на листи з завтрашнього дня, зокрема коли цієї людини немає.',
  gain: 'Клієнти, які вам пишуть, отримають відповідь людини раніше, ніж куплять деінде.',
};

const returned: TroubleWords = {
  title: 'Листи до вас повертаються недоставленими',
  has: (at) => `листи до вас${at} повертаються недоставленими вже`,
  was: (at) => `листи до вас${at} поверталися недоставленими`,
  todo: 'Перевірте, чи існує скринька і чи вона не переповнена, або зверніться до того, хто налаштовує вашу пошту.',
  gain: 'Клієнти знову зможуть написати вам.',
};

export const uk: ProbeWords<typeof shopper, ShopperStatements> = {
  name: 'Тестове звернення',
  good: 'на тестові звернення вчасно відповідає людина',
  bad: 'тестові звернення надто довго чекають на відповідь людини',
  measurement: {
    overdue: () => 'на тестове звернення ніхто вчасно не відповів',
    waitingMinutes: (value) => `тестове звернення чекає на відповідь людини вже ${value} робочого часу`,
    firstResponseMinutes: (value) => `на останнє тестове звернення людина відповіла через ${value} робочого часу`,
  },
  says: {
    'shopper/answered': ({ token, sentAt, timeZone, responseMinutes, confidence }, { moment, measured }) => [
      `на тестове звернення ${token} (${moment(sentAt, timeZone)}) людина відповіла через ${measured(responseMinutes, 'minutes')} робочого часу`,
      ...(confidence === 'sure'
        ? []
        : [
            `Схоже, що відповідь написала людина. Якщо це був автомат, виправте: «touchlight shopper mark ${token} --automatic»`,
          ]),
    ],
    'shopper/late': ({ token, sentAt, timeZone, slaMinutes }, { moment, measured }) =>
      `${token}, надіслано ${moment(sentAt, timeZone)}; обіцяно відповідати за ${measured(slaMinutes, 'minutes')}`,
    'shopper/waiting': ({ token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false }, { moment }) => [
      `тестове звернення ${token} на ${to} (${moment(sentAt, timeZone)}) чекає на відповідь${dueAt === null ? '' : `; термін: ${moment(dueAt, timeZone)}`}`,
      ...(acknowledged && !perhapsHuman ? ['Поки що відповів лише автомат, отже, лист дійшов.'] : []),
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'shopper/nudge': ({ token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false }, { moment }) => [
      `на тестове звернення ${token}, надіслане на ${to} ${moment(sentAt, timeZone)}, людина ще не відповіла${dueAt === null ? '' : `; термін: ${moment(dueAt, timeZone)}`}`,
      acknowledged
        ? 'Автомат підтвердив отримання. Дайте відповідь, як звичайному клієнтові.'
        : 'Дайте відповідь, як звичайному клієнтові. Якщо листа немає серед вхідних, пошукайте у спамі.',
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'shopper/unanswered': (
      { token, sentAt, timeZone, to, slaMinutes, acknowledged, perhapsHuman = false },
      { moment, measured },
    ) => [
      `на тестове звернення ${token}, надіслане на ${to} ${moment(sentAt, timeZone)}, ніхто не відповів за ${measured(slaMinutes, 'minutes')} робочого часу`,
      acknowledged
        ? 'Автомат підтвердив отримання, отже, лист дійшов. Клієнт і досі чекав би.'
        : 'Навіть автомат не підтвердив отримання: пошукайте лист серед вхідних і у спамі. Клієнт і досі чекав би.',
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'shopper/undeliverable': ({ token, sentAt, timeZone, to }, { moment }) => [
      `листи на ${to} повертаються недоставленими: тестове звернення ${token}, надіслане ${moment(sentAt, timeZone)}, повернулося`,
      'Те саме бачать клієнти, які пишуть на цю адресу. Перевірте, чи існує скринька і чи вона не переповнена.',
    ],
    'shopper/unclear': ({ token, sentAt, timeZone }, { moment }) => [
      `надсилання тестового звернення ${token} перервалося ${moment(sentAt, timeZone)}, тож воно могло й не дійти`,
      'Удруге його не надсилають, щоб воно не прийшло двічі. Наступне буде за планом.',
    ],
    'shopper/not-asked-yet': ({ at, timeZone }, { moment }) =>
      at === null
        ? 'тестові звернення не надсилаються, бо не вказано жодної робочої години'
        : `тестових звернень ще не було; перше буде надіслано ${moment(at, timeZone)}`,
    'shopper/inconclusive': ({ token, sentAt, timeZone }, { moment }) =>
      `тестове звернення ${token} (${moment(sentAt, timeZone)}) закрито зарано, щоб робити висновок: відповідь на нього виправили пізніше`,
    'shopper/not-sent': ({ why, secret, server }, { clause, quote }) => [
      secret === null
        ? `не вдалося надіслати тестове звернення через ${server} (${clause(why)})`
        : `${server} не приймає дані для входу із секрету ${quote(secret)} (${clause(why)}), тож тестове звернення не надіслано`,
      'Touchlight спробує ще раз у робочий час.',
    ],
    'shopper/under-way': ({ token, to }) =>
      `тестове звернення ${token} саме надсилається через форму на ${to}; що з того вийшло, покаже наступна перевірка`,
    'shopper/form-not-sent': ({ to, why }, { clause }) => [
      `не вдалося надіслати тестове звернення через форму на ${to} (${why === null ? 'сторінку вчасно не відвідано' : clause(why)})`,
      'Нічого не надіслано. Touchlight спробує ще раз щонайраніше за добу.',
    ],
    'shopper/form-unclear': ({ token, to, sentAt, timeZone, why }, { moment, clause }) => [
      `форма на ${to} не підтвердила тестового звернення ${token} (${moment(sentAt, timeZone)}), тож воно могло й не надійти: ${why === null ? 'відвідування перервалося' : clause(why)}`,
      'Удруге воно не надсилається, бо могло б надійти двічі. Відповідь на нього зарахується.',
    ],
    'shopper/no-browser': () => 'тут немає браузера, який надіслав би форму, тож тестові звернення не надсилаються',
    'shopper/unreadable': ({ address, why, secret }, { clause, quote }) => [
      secret === null
        ? `не вдалося прочитати скриньку таємного покупця ${address} (${clause(why)})`
        : `поштовий сервер не приймає дані для входу із секрету ${quote(secret)} для ${address} (${clause(why)})`,
      'Докладніше покаже команда «touchlight secrets check». Доти невідомо, чи відповідають на тестові звернення, і нові не надсилаються.',
    ],
    'shopper/cannot-send': ({ why, secret, server }, { clause, quote }) => [
      secret === null
        ? `надсилати листи через ${server} не вдається (${clause(why)})`
        : `${server} не приймає дані для входу із секрету ${quote(secret)} (${clause(why)})`,
      'Доти тестові звернення не надсилаються.',
    ],
    'shopper/cannot-read': ({ address, why, secret }, { clause, quote }) => [
      secret === null
        ? `скриньку таємного покупця ${address} не вдається прочитати (${clause(why)})`
        : `поштовий сервер не приймає дані для входу із секрету ${quote(secret)} для ${address} (${clause(why)})`,
      'Доти тестові звернення не надсилаються.',
    ],
    'shopper/still-reading': ({ address }) => [
      `час на відповідь минув, але скриньку ${address} відтоді ще не дочитано до кінця`,
      'Наступний запуск продовжить.',
    ],
    'shopper/no-smtp': () => 'у touchpoints.yaml не вказано сервера, через який ця точка надсилає листи',
    'shopper/smtp-reply': ({ code }) => `відповідь ${code}`,
    'shopper/no-store': () => 'тут ніде записувати тестові звернення, тому вони не надсилаються',
  },
  trend: {
    firstResponseMinutes: 'Час до відповіді людини на тестове звернення',
  },
  remedy:
    'Знайдіть тестове звернення серед вхідних або у спамі й дайте на нього відповідь, як звичайному клієнтові. Після цього Touchlight напише, що це був тест і лист можна видалити. Команда «touchlight shopper list» показує кожне звернення з його позначкою.',
  remedyOf: ({ id }) => (id === 'shopper/undeliverable' ? returned.todo : null),
  trouble: {
    title: 'Звернення поштою надто довго чекають',
    has: (at) => `тестове звернення${at} надто довго чекає на відповідь людини`,
    was: (at) => `тестове звернення${at} надто довго чекало на відповідь людини`,
    todo: 'Пошукайте тестове звернення серед вхідних і у спамі, дайте на нього відповідь і вирішіть, хто відповідатиме на листи з завтрашнього дня.',
    gain: 'Клієнти, які вам пишуть, отримають відповідь людини раніше, ніж куплять деінде.',
  },
  troubleOf: (finding, light) => {
    if (finding.kind === 'cause') return finding.cause === 'undeliverable' ? returned : null;
    if (light !== 'yellow') return null;
    return finding.id === 'waitingMinutes' ? dueSoon : finding.id === 'firstResponseMinutes' ? answeredLate : null;
  },
};
