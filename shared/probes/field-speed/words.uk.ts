import type { Device } from '../../model/device.ts';
import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { fieldSpeed } from './spec.ts';
import type { FieldSpeedStatements } from './statements.ts';

const on: Readonly<Record<Device, string>> = { mobile: 'на телефоні', desktop: 'на комп’ютері' };
const touch: Readonly<Record<Device, string>> = { mobile: 'дотик', desktop: 'клік' };
const nextTime = 'Touchlight запитає знову під час наступної перевірки.';

export const uk: ProbeWords<typeof fieldSpeed, FieldSpeedStatements> = {
  name: 'Швидкість у справжніх відвідувачів',
  good: 'у справжніх відвідувачів сторінки швидкі',
  bad: 'у справжніх відвідувачів сторінки повільні',
  measurement: {
    lcpMs: (value) => `кожен четвертий справжній відвідувач чекає на основний вміст довше ніж ${value}`,
    inpMs: (value) => `кожен четвертий справжній відвідувач чекає на реакцію на дотик або клік довше ніж ${value}`,
    cls: (value) => `у кожного четвертого справжнього відвідувача сторінка зсувається більше ніж на ${value}`,
  },
  says: {
    'field-speed/summary': ({ device, lcpMs, inpMs, cls, ttfbMs, ...visitors }, format) => {
      const { measured, number, list } = format;
      const had = [
        ...(lcpMs === null ? [] : [`основний вміст з’явився не пізніше ніж через ${measured(lcpMs, 'ms')}`]),
        ...(inpMs === null
          ? []
          : [`сторінка відреагувала на ${touch[device]} не пізніше ніж через ${measured(inpMs, 'ms')}`]),
        ...(cls === null ? [] : [`зсув сторінки не перевищив ${number(cls, 2)}`]),
      ];
      return [
        `${on[device]} у трьох із чотирьох справжніх відвідувачів ${list(had)}`,
        ...(ttfbMs === null ? [] : [`Сервер відповів їм не пізніше ніж через ${measured(ttfbMs, 'ms')}.`]),
        `Так було у відвідувачів із Chrome ${whenAndWhere(visitors, format)}.`,
        ...remarks(visitors, format),
      ];
    },
    'field-speed/visitors': ({ device, ...visitors }, format) => [
      `так було у відвідувачів із Chrome ${on[device]} ${whenAndWhere(visitors, format)}`,
      ...remarks(visitors, format),
    ],
    'field-speed/too-few': ({ device, page }, { quote }) => [
      `${page === null ? 'сайт мав' : `сайт і його сторінка ${quote(page)} мали`} ${on[device]} замало відвідувачів, щоб Google міг сказати, наскільки швидко все для них відкривалося`,
      'Це не вада сайту: Google показує дані лише про сайти, які багато хто відвідує в Chrome.',
    ],
    'field-speed/key-refused': ({ secret, clue }, { quote, clause }) => [
      `Google не приймає ключ API із секрету ${quote(secret)} (${clause(clue)})`,
      'Скопіюйте ключ із Google Cloud Console ще раз; де його знайти, написано в docs/field-speed.md.',
    ],
    'field-speed/key-restricted': ({ secret, clue }, { quote, clause }) => [
      `ключ API із секрету ${quote(secret)} не можна використовувати для Chrome UX Report (${clause(clue)})`,
      'У Google Cloud Console увімкніть Chrome UX Report API в проєкті цього ключа й перевірте, чи дозволяють обмеження ключа цей API та запити із сервера.',
    ],
    'field-speed/throttled': ({ clue }, { clause }) => [
      `Google поки що не приймає нових запитів із цим ключем API (${clause(clue)})`,
      nextTime,
      'Якщо це повторюється, створіть ключ в окремому проєкті Google Cloud: Google рахує запити всього проєкту разом.',
    ],
    'field-speed/no-key': () => 'у секреті не ключ API: ключ – це одне слово з латинських літер, цифр, крапок, - і _',
    'field-speed/setup': ({ why }, { clause }) =>
      `запитати в Google про справжніх відвідувачів не можна: ${clause(why)}`,
    'field-speed/not-asked': ({ why }, { clause }) => [
      `не вдалося дізнатися в Google, наскільки швидкий сайт для справжніх відвідувачів: ${clause(why)}`,
      nextTime,
    ],
  },
  trend: {
    lcpMs: 'Справжні відвідувачі: основний вміст',
    inpMs: 'Справжні відвідувачі: реакція на дії',
  },
  remedy:
    'Порівняйте з власним візитом Touchlight (page-load). Якщо повільно й там, зробіть те, що радить ця перевірка. Якщо повільно лише у справжніх відвідувачів, подивіться, що бачать вони й не бачить візит: старіші телефони, реклама, персональний вміст, інші сторінки. Це число охоплює 28 днів, тому покращується поступово.',
  trouble: {
    title: 'Сторінки повільні для справжніх відвідувачів',
    has: (at) => `у справжніх відвідувачів сторінки${at} повільні`,
    was: (at) => `у справжніх відвідувачів сторінки${at} були повільними`,
    todo: 'Попросіть веброзробника з’ясувати, що гальмує справжніх відвідувачів. Повністю покращення буде видно тут щонайбільше за 28 днів.',
    gain: 'Менше людей піде, не дочекавшись.',
  },
};

type Visitors = Omit<FieldSpeedStatements['field-speed/visitors'], 'device'>;

function whenAndWhere({ until, page, insteadOfPage }: Visitors, { date, quote }: Format): string {
  const where = page === null || insteadOfPage ? 'на всьому сайті' : `на сторінці ${quote(page)}`;
  return `за 28 днів до ${date(until)} ${where}`;
}

function remarks({ page, insteadOfPage, knownAs }: Visitors, { quote }: Format): string[] {
  return [
    ...(page !== null && insteadOfPage
      ? [
          `Сама сторінка ${quote(page)} мала замало відвідувачів, щоб Google міг щось сказати, тому це дані про весь сайт.`,
        ]
      : []),
    ...(knownAs === null ? [] : [`Google знає цей сайт як ${quote(knownAs)}.`]),
  ];
}
