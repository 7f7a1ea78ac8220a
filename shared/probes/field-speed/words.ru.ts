import type { Device } from '../../model/device.ts';
import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { fieldSpeed } from './spec.ts';
import type { FieldSpeedStatements } from './statements.ts';

const on: Readonly<Record<Device, string>> = { mobile: 'на телефоне', desktop: 'на компьютере' };
const touch: Readonly<Record<Device, string>> = { mobile: 'касание', desktop: 'клик' };
const nextTime = 'Touchlight спросит снова при следующей проверке.';

export const ru: ProbeWords<typeof fieldSpeed, FieldSpeedStatements> = {
  name: 'Скорость у реальных посетителей',
  good: 'у реальных посетителей страницы быстрые',
  bad: 'у реальных посетителей страницы медленные',
  measurement: {
    lcpMs: (value) => `каждый четвёртый реальный посетитель ждёт основное содержимое дольше ${value}`,
    inpMs: (value) => `каждый четвёртый реальный посетитель ждёт отклика на касание или клик дольше ${value}`,
    cls: (value) => `у каждого четвёртого реального посетителя страница сдвигается больше чем на ${value}`,
  },
  says: {
    'field-speed/summary': ({ device, lcpMs, inpMs, cls, ttfbMs, ...visitors }, format) => {
      const { measured, number, list } = format;
      const had = [
        ...(lcpMs === null ? [] : [`основное содержимое появилось не позже чем через ${measured(lcpMs, 'ms')}`]),
        ...(inpMs === null
          ? []
          : [`страница откликнулась на ${touch[device]} не позже чем через ${measured(inpMs, 'ms')}`]),
        ...(cls === null ? [] : [`сдвиг страницы не превысил ${number(cls, 2)}`]),
      ];
      return [
        `${on[device]} у троих из четырёх реальных посетителей ${list(had)}`,
        ...(ttfbMs === null ? [] : [`Сервер ответил им не позже чем через ${measured(ttfbMs, 'ms')}.`]),
        `Так было у посетителей с Chrome ${whenAndWhere(visitors, format)}.`,
        ...remarks(visitors, format),
      ];
    },
    'field-speed/visitors': ({ device, ...visitors }, format) => [
      `так было у посетителей с Chrome ${on[device]} ${whenAndWhere(visitors, format)}`,
      ...remarks(visitors, format),
    ],
    'field-speed/too-few': ({ device, page }, { quote }) => [
      `у сайта${page === null ? '' : ` и его страницы ${quote(page)}`} ${on[device]} слишком мало посетителей, чтобы Google мог сказать, насколько быстро всё для них открывалось`,
      'Это не недостаток сайта: Google показывает данные только о сайтах, которые многие посещают в Chrome.',
    ],
    'field-speed/key-refused': ({ secret, clue }, { quote, clause }) => [
      `Google не принимает ключ API из секрета ${quote(secret)} (${clause(clue)})`,
      'Скопируйте ключ из Google Cloud Console ещё раз; где его найти, написано в docs/field-speed.md.',
    ],
    'field-speed/key-restricted': ({ secret, clue }, { quote, clause }) => [
      `ключ API из секрета ${quote(secret)} нельзя использовать для Chrome UX Report (${clause(clue)})`,
      'В Google Cloud Console включите Chrome UX Report API в проекте этого ключа и проверьте, разрешают ли ограничения ключа этот API и запросы с сервера.',
    ],
    'field-speed/throttled': ({ clue }, { clause }) => [
      `Google пока не принимает новых запросов с этим ключом API (${clause(clue)})`,
      nextTime,
      'Если это повторяется, создайте ключ в отдельном проекте Google Cloud: Google считает запросы всего проекта вместе.',
    ],
    'field-speed/no-key': () => 'в секрете не ключ API: ключ – это одно слово из латинских букв, цифр, точек, - и _',
    'field-speed/setup': ({ why }, { clause }) => `спросить у Google о реальных посетителях нельзя: ${clause(why)}`,
    'field-speed/not-asked': ({ why }, { clause }) => [
      `не удалось узнать у Google, насколько быстрый сайт для реальных посетителей: ${clause(why)}`,
      nextTime,
    ],
  },
  trend: {
    lcpMs: 'Реальные посетители: основное содержимое',
    inpMs: 'Реальные посетители: отклик на действия',
  },
  remedy:
    'Сравните с собственным визитом Touchlight (page-load). Если медленно и там, сделайте то, что советует эта проверка. Если медленно только у реальных посетителей, посмотрите, что видят они и не видит визит: старые телефоны, реклама, персональное содержимое, другие страницы. Это число охватывает 28 дней, поэтому улучшается постепенно.',
  trouble: {
    title: 'Страницы медленные для реальных посетителей',
    has: (at) => `у реальных посетителей страницы${at} медленные`,
    was: (at) => `у реальных посетителей страницы${at} были медленными`,
    todo: 'Попросите веб-разработчика выяснить, что тормозит реальных посетителей. Полностью улучшение будет видно здесь не позднее чем через 28 дней.',
    gain: 'Меньше людей уйдёт, не дождавшись.',
  },
};

type Visitors = Omit<FieldSpeedStatements['field-speed/visitors'], 'device'>;

function whenAndWhere({ until, page, insteadOfPage }: Visitors, { date, quote }: Format): string {
  const where = page === null || insteadOfPage ? 'на всём сайте' : `на странице ${quote(page)}`;
  return `за 28 дней до ${date(until)} ${where}`;
}

function remarks({ page, insteadOfPage, knownAs }: Visitors, { quote }: Format): string[] {
  return [
    ...(page !== null && insteadOfPage
      ? [
          `У самой страницы ${quote(page)} слишком мало посетителей, чтобы Google мог что-то сказать, поэтому это данные обо всём сайте.`,
        ]
      : []),
    ...(knownAs === null ? [] : [`Google знает этот сайт как ${quote(knownAs)}.`]),
  ];
}
