import { type ChatVendorId, chatVendors } from '../../model/chat-vendor.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { chatQuestion } from './spec.ts';
import type { ChatQuestionStatements } from './statements.ts';

const nameOf = (vendor: ChatVendorId): string => `чат ${chatVendors[vendor]}`;

const mark = (token: string): string =>
  `Відповідь надійшла за кілька секунд: так зазвичай відповідають програми. Якщо відповіла людина, виправте це командою «touchlight shopper mark ${token} --human».`;

const noted = (token: string): string =>
  `Якщо людина відповіла в чаті, укажіть час відповіді: «touchlight shopper mark ${token} --human --at <час>».`;

const dueSoon: TroubleWords = {
  title: 'Запитання в чаті чекає на відповідь',
  has: (at) => `на запитання в чаті${at} людина ще не відповіла`,
  was: (at) => `на запитання в чаті${at} відповіли лише перед самим кінцем обіцяного часу`,
  todo: 'Знайдіть тестове запитання серед розмов вашого чату й дайте на нього відповідь, як звичайному клієнтові.',
  gain: 'Відвідувачі, які питають у чаті, отримають відповідь людини раніше, ніж куплять деінде.',
};

const answeredLate: TroubleWords = {
  title: 'На останнє запитання в чаті відповіли із запізненням',
  has: (at) => `на останнє запитання в чаті${at} відповіли із запізненням`,
  was: (at) => `на запитання в чаті${at} відповіли із запізненням`,
  todo: 'Домовтеся, хто й коли чергує в чаті та хто відповідає на те, що надійшло, поки нікого не було.',
  gain: 'Відвідувачі, які питають у чаті, отримають відповідь людини раніше, ніж куплять деінде.',
};

const nobodyCame: TroubleWords = {
  title: 'Чат показує, що хтось є на зв’язку, але ніхто не відповідає',
  has: (at) => `чат${at} показує, що хтось є на зв’язку, але за дві хвилини людина не відповіла`,
  was: (at) => `чат${at} показував, що хтось є на зв’язку, але за дві хвилини людина не відповіла`,
  todo: 'Переводьте чат у режим «не в мережі», коли нікому відповісти одразу, або домовтеся, хто й коли відповідає в чаті.',
  gain: 'Відвідувачі, які питають у чаті, отримають відповідь, перш ніж піти.',
};

const yellowTroubles: Readonly<Record<string, TroubleWords>> = {
  ...{ nobodyCame, waitingMinutes: dueSoon, firstResponseMinutes: answeredLate },
};

export const uk: ProbeWords<typeof chatQuestion, ChatQuestionStatements> = {
  name: 'Запитання в чаті',
  good: 'на запитання в чаті вчасно відповідає людина',
  bad: 'запитання в чаті надто довго чекають на відповідь людини',
  measurement: {
    overdue: () => 'на запитання в чаті ніхто вчасно не відповів',
    nobodyCame: () => 'чат показував, що хтось є на зв’язку, але за дві хвилини ніхто не відповів',
    waitingMinutes: (value) => `запитання в чаті чекає на відповідь людини вже ${value} робочого часу`,
    firstResponseMinutes: (value) => `на останнє запитання в чаті людина відповіла через ${value} робочого часу`,
  },
  says: {
    'chat-question/answered': ({ token, sentAt, timeZone, responseMinutes, via, confidence }, { moment, measured }) => [
      `на тестове запитання ${token} (${moment(sentAt, timeZone)}) людина відповіла ${via === 'chat' ? 'в чаті' : 'листом'} через ${measured(responseMinutes, 'minutes')} робочого часу`,
      ...(confidence === 'sure'
        ? []
        : [
            `Схоже, що відповіла людина. Якщо це була програма, виправте це командою «touchlight shopper mark ${token} --automatic».`,
          ]),
    ],
    'chat-question/late': ({ token, sentAt, timeZone, slaMinutes }, { moment, measured }) =>
      `${token}, поставлено ${moment(sentAt, timeZone)}; обіцяно відповідати за ${measured(slaMinutes, 'minutes')}`,
    'chat-question/waiting': (
      { token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false },
      { moment },
    ) => [
      `тестове запитання ${token} у чаті на ${to} (${moment(sentAt, timeZone)}) чекає на відповідь${dueAt === null ? '' : `; термін: ${moment(dueAt, timeZone)}`}`,
      ...(acknowledged && !perhapsHuman ? ['Поки що відповіла лише програма.'] : []),
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'chat-question/nudge': ({ token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false }, { moment }) => [
      `на тестове запитання ${token}, поставлене в чаті на ${to} ${moment(sentAt, timeZone)}, людина ще не відповіла${dueAt === null ? '' : `; термін: ${moment(dueAt, timeZone)}`}`,
      `${acknowledged ? 'Відповіла лише програма. ' : ''}Дайте відповідь у чаті, як звичайному клієнтові.`,
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'chat-question/unanswered': ({ token, sentAt, timeZone, to, slaMinutes, acknowledged }, { moment, measured }) => [
      `на тестове запитання ${token}, поставлене в чаті на ${to} ${moment(sentAt, timeZone)}, людина не відповіла за ${measured(slaMinutes, 'minutes')} робочого часу`,
      `${acknowledged ? 'Відповіла лише програма. ' : ''}Чат обіцяв відповідь електронною поштою, але її немає.`,
      noted(token),
    ],
    'chat-question/nobody-came': ({ token, sentAt, timeZone, to, acknowledged }, { moment }) => [
      `чат на ${to} показував, що хтось є на зв’язку, але на тестове запитання ${token} (${moment(sentAt, timeZone)}) за дві хвилини ${acknowledged ? 'відповіла лише програма' : 'ніхто не відповів'}`,
      'Довше мало хто чекає. Листа відтоді не було, а пізнішої відповіді в самому чаті не видно.',
      noted(token),
    ],
    'chat-question/unseen': ({ token, sentAt, timeZone, to, acknowledged }, { moment }) => [
      `невідомо, чи відповіла людина на тестове запитання ${token}, поставлене в чаті на ${to} ${moment(sentAt, timeZone)}`,
      `За дві хвилини, поки Touchlight стежив за чатом, ${acknowledged ? 'відповіла лише програма' : 'ніхто не відповів'}. Листа відтоді не було, а пізнішої відповіді в самому чаті не видно.`,
      noted(token),
    ],
    'chat-question/cannot-tell': ({ token, sentAt, timeZone, slaMinutes }, { moment, measured }) => [
      `за ${measured(slaMinutes, 'minutes')} робочого часу єдина відповідь на тестове запитання ${token} (${moment(sentAt, timeZone)}) надійшла за кілька секунд, тож невідомо, хто її написав: людина чи програма`,
      `Перегляньте її в чаті, а тоді виконайте «touchlight shopper mark ${token} --human» або «--automatic».`,
    ],
    'chat-question/not-asked-yet': ({ at, timeZone }, { moment }) =>
      at === null
        ? 'у чаті нічого не питають, бо не вказано жодної робочої години'
        : `у чаті ще нічого не питали; перше запитання поставлять ${moment(at, timeZone)}`,
    'chat-question/under-way': ({ token, to }) =>
      `тестове запитання ${token} саме ставлять у чаті на ${to}; що з того вийшло, покаже наступна перевірка`,
    'chat-question/not-asked': ({ to, why }, { clause }) => [
      `не вдалося поставити запитання в чаті на ${to} (${why === null ? 'сторінку вчасно не відвідано' : clause(why)})`,
      'Нічого не надіслано. Touchlight спробує ще раз щонайраніше за добу.',
    ],
    'chat-question/unclear': ({ token, to, sentAt, timeZone, why }, { moment, clause }) => [
      `тестове запитання ${token} у чаті на ${to} (${moment(sentAt, timeZone)}) могло й не надійти: ${why === null ? 'відвідування перервалося' : clause(why)}`,
      'Удруге його не ставлять, бо воно могло б надійти двічі. Відповідь на нього зарахується.',
    ],
    'chat-question/sent': ({ vendor }) => `запитання поставлено (${nameOf(vendor)})`,
    'chat-question/unaskable': ({ vendor }) => [
      `${nameOf(vendor)} не дозволяє програмам надійно дізнатися, чи надійшло запитання і хто на нього відповідає`,
      'Приберіть «ask» із touchpoints.yaml: чи є чат на сайті, перевірятиметься й надалі.',
    ],
    'chat-question/nobody-there': ({ vendor }) => `${nameOf(vendor)} показував, що нікого немає на зв’язку`,
    'chat-question/nowhere-to-write': ({ vendor }) =>
      `у вікні чату ${chatVendors[vendor]} немає де писати або спершу треба вказати більше, ніж ім’я та електронну адресу`,
    'chat-question/unheard': ({ vendor }) =>
      `у чаті ${chatVendors[vendor]} немає викликів, через які Touchlight побачив би відповідь`,
    'chat-question/unconfirmed': ({ vendor }) => `${nameOf(vendor)} не підтвердив, що запитання надіслано`,
    'chat-question/outside-hours': ({ at, timeZone }, { dateTime }) =>
      `запитання ставлять лише в робочий час: ${at === null ? 'його не вказано' : `він почнеться ${dateTime(at, timeZone)}`}`,
    'chat-question/asked-today': ({ at, timeZone }, { dateTime }) =>
      `за добу буває щонайбільше одне відвідування із запитанням; наступне можливе ${dateTime(at, timeZone)}`,
    'chat-question/asked-before': ({ at, timeZone }, { dateTime }) =>
      `цей запуск поставив запитання ${dateTime(at, timeZone)}, а потім перервався, тож удруге воно не ставиться`,
    'chat-question/too-late': () => 'сторінку відвідано надто пізно, тож нічого не надіслано',
  },
  trend: {
    firstResponseMinutes: 'Час до відповіді людини на запитання в чаті',
  },
  remedy:
    'Знайдіть тестове запитання серед розмов вашого чату й дайте на нього відповідь, як звичайному клієнтові. Команда «touchlight shopper list» показує кожне запитання з його позначкою.',
  remedyOf: () => null,
  trouble: {
    title: 'Запитання в чаті надто довго чекають',
    has: (at) => `запитання в чаті${at} надто довго чекає на відповідь людини`,
    was: (at) => `запитання в чаті${at} надто довго чекало на відповідь людини`,
    todo: 'Знайдіть тестове запитання серед розмов вашого чату, дайте на нього відповідь і домовтеся, хто й коли чергує в чаті.',
    gain: 'Відвідувачі, які питають у чаті, отримають відповідь людини раніше, ніж куплять деінде.',
  },
  troubleOf: (finding, light) => {
    if (finding.kind === 'cause' || light !== 'yellow') return null;
    return yellowTroubles[finding.id] ?? null;
  },
};
