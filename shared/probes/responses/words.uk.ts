import type { StatementFormat } from '../../model/format.ts';
import { isPhone, platformNames, type SocialKind } from '../../model/social-platform.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import { ukCalls } from './call-words.uk.ts';
import type { responses } from './spec.ts';
import type { Pause, ResponsesStatements, Wait } from './statements.ts';

const names = {
  ...platformNames,
  'google-reviews': 'Google',
  mailbox: 'поштовий сервер',
  'call-files': 'журнал дзвінків',
};
const placed = (platform: SocialKind): string => (platform === 'mailbox' ? 'поштовій скриньці' : names[platform]);
const genitive = (platform: SocialKind): string => (platform === 'mailbox' ? 'поштового сервера' : names[platform]);
const unseen = 'Доти не видно, хто там чекає на відповідь.';
const nextPoll = 'Touchlight запитає знову під час наступного опитування.';

function when({ retryAt, timeZone }: Pause, { moment }: StatementFormat): string {
  if (retryAt === null) return 'пізніше';
  return timeZone === undefined
    ? `не раніше ніж ${moment(retryAt, 'UTC')} UTC`
    : `не раніше ніж ${moment(retryAt, timeZone)}`;
}

/** What to answer: a link leads to it, a mail is found by folder and subject, and a call by its time. */
function to(lead: string, { link, calledAt, mail }: Wait, timeZone: string, { at, moment }: StatementFormat): string {
  const what = mail === true ? `${lead}лист у ` : link.includes('://') ? lead : ' у ';
  return calledAt === undefined ? at(what, link) : ` (пропущений дзвінок: ${moment(calledAt, timeZone)})`;
}

function verb(wait: Wait | undefined): string {
  return wait?.calledAt === undefined ? 'відповісти' : 'передзвонити';
}

function until(wait: Wait, timeZone: string, format: StatementFormat): string {
  const { dueAt } = wait;
  if (dueAt === null) return to(' ', wait, timeZone, format);
  return ` ${format.deadline(dueAt, timeZone)}${to(': ', wait, timeZone, format)}`;
}

function callers(waiting: number): string {
  return waiting === 0 ? 'ніхто не чекає на дзвінок у відповідь' : `чекають на дзвінок у відповідь: ${waiting}`;
}

const lastMoment: TroubleWords = {
  title: 'Відповіді в останню мить',
  has: (at) => `клієнти${at} чекають уже більшу частину обіцяного часу`,
  was: (at) => `клієнти${at} отримали відповідь лише перед самим кінцем обіцяного часу`,
  todo: 'Дайте відповідь зараз, спочатку тому, хто чекає найдовше, і вирішіть, хто відповідатиме завтра.',
  gain: 'Клієнти, яким відповіли швидко, частіше повертаються, а дрібні скарги не переростають у великі.',
};

const accessEnds: TroubleWords = {
  title: 'Доступ до звернень клієнтів скоро закінчиться',
  has: (at) => `доступ${at} скоро закінчиться`,
  was: (at) => `доступ${at} мав от-от закінчитися`,
  todo: 'Попросіть того, хто відповідає за Touchlight, поновити доступ.',
  gain: 'Ви й далі бачитимете, хто чекає на відповідь.',
};

export const uk: ProbeWords<typeof responses, ResponsesStatements> = {
  name: 'Відповіді клієнтам',
  good: 'клієнти вчасно отримують відповідь',
  bad: 'клієнти надто довго чекають на відповідь',
  measurement: {
    overdue: (value) => `клієнтів, які чекають довше, ніж обіцяно: ${value}`,
    oldestWaitingMinutes: (value) => `найдовше очікування відповіді: ${value}`,
    tokenDaysLeft: (value) => `до кінця доступу до платформи: ${value}`,
  },
  says: {
    ...ukCalls,
    'responses/overdue': (wait, format) => {
      const { waitedMinutes, dueAt, others, timeZone } = wait;
      const { measured, moment } = format;
      const without = wait.calledAt === undefined ? 'без відповіді' : 'без дзвінка у відповідь';
      const due = dueAt === null ? '' : `, строк був ${moment(dueAt, timeZone)}`;
      const more = others > 0 ? `; прострочених ще ${others}` : '';
      return `${without} ${measured(waitedMinutes, 'minutes')} робочого часу${to(': ', wait, timeZone, format)}${due}${more}`;
    },
    'responses/waiting': (wait, format) => {
      const { others, timeZone } = wait;
      return `${verb(wait)}${until(wait, timeZone, format)}${others > 0 ? ` (чекають ще ${others})` : ''}`;
    },
    'responses/nudge': ({ waits, others, timeZone }, format) => {
      const each = waits.map((wait) => until(wait, timeZone, format));
      return `${verb(waits[0])}${each.join(';')}${others > 0 ? ` (чекають ще ${others})` : ''}`;
    },
    'responses/summary': ({ platform, waiting, blindSpots }, { whole }) => [
      isPhone(platform)
        ? callers(waiting)
        : waiting === 0
          ? `ніхто не чекає на відповідь у ${placed(platform)}`
          : `чекають на відповідь у ${placed(platform)}: ${waiting}`,
      ...blindSpots.map(whole),
    ],
    'responses/still-reading': ({ platform }) =>
      `Touchlight ще читає звернення за останні 90 днів у ${placed(platform)} і продовжить під час наступного опитування`,
    'responses/http-status': ({ status }) => `HTTP ${status}`,
    'responses/error-code': ({ code, subcode }) => `код ${subcode === null ? code : `${code}/${subcode}`}`,
    'responses/error-word': ({ says }, { quote }) => quote(says),
    'responses/no-token-given': ({ by, says }, { quote }) => `відповідь ${by}: ${quote(says)}`,
    'responses/foreign-token': () => 'це не власний токен сторінки',
    'responses/dead-token': () => 'токен уже недійсний',
    'responses/not-there': ({ what }) => (what === 'channel' ? 'такого каналу немає' : 'такої спільноти немає'),
    'responses/no-answer': ({ patienceMs }, { measured }) => `немає відповіді впродовж ${measured(patienceMs, 'ms')}`,
    'responses/no-connection': () => 'немає з’єднання',
    'responses/unreached': ({ server, why }) =>
      ({
        refused: `сервер ${server} відхиляє з’єднання: чи правильний порт?`,
        'unknown-host': `хоста ${server.replace(/:\d+$/, '')} немає або його зараз не вдається знайти`,
        unencrypted: `сервер ${server} відповідає без шифрування, хоча цей порт для зашифрованих з’єднань: чи правильний порт?`,
      })[why],
    'responses/not-json': () => 'це не JSON',
    'responses/other-shape': ({ path }, { quote }) =>
      path === null ? 'неочікуваний вміст' : `неочікуване значення ${quote(path)}`,
    'responses/other-item': () => 'неочікуваний елемент пакета',
    'responses/bad-certificate': ({ says }) => `його сертифікат недійсний: ${says}`,
    'responses/no-tls': () => 'на цьому порту він не шифрує з’єднання; скористайтеся портом 993',
    'responses/no-server': () => 'у touchpoints.yaml для цієї точки контакту не вказано поштового сервера',
    'responses/no-inbox': () =>
      'листи для цієї скриньки приймає SES («source: inbound»), тож прочитати їх можна лише в AWS',
    'responses/no-mail-received': ({ where }) =>
      `у ${where} немає жодного листа; перевірте, чи надсилаються копії пошти на потрібну адресу та чи ввімкнено набір правил SES`,
    'responses/too-large': ({ limitMb }) => `відповідь завбільшки понад ${limitMb} МБ`,
    'responses/too-many-requests': () => 'запитів більше, ніж дозволено одному опитуванню',
    'responses/same-page': () => 'знову та сама сторінка',
    'responses/same-messages': () => 'знову ті самі повідомлення',
    'responses/nothing-new': () => 'на сторінках немає нічого нового',
    'responses/units-used': ({ units }, { number }) => `одиниць з опівночі: ${number(units)}`,
    'responses/as-before': () => 'за попередньою відповіддю',
    'responses/no-secret': () => 'у touchpoints.yaml для цієї точки контакту не вказано секрету',
    'responses/malformed-secret': () => 'секрет починається з «{», але це не JSON-об’єкт із текстовими значеннями',
    'responses/secret-lacks': ({ part }, { quote }) => `у секреті немає ${quote(part)}`,
    'responses/absent-secret': ({ name, variable, file }, { quote }) =>
      `на цій машині немає секрету ${quote(name)}; запишіть його у змінну середовища ${variable} або у файл ${file}`,
    'responses/empty-secret': ({ name, file }, { quote }) =>
      `секрет ${quote(name)} порожній; запишіть його у файл ${file}`,
    'responses/unreadable-secret': ({ id, says }, { quote }) =>
      id === null
        ? `секрет не вдалося прочитати: ${quote(says)}`
        : `секрет ${quote(id)} не вдалося прочитати: ${quote(says)}; створіть його командою «aws secretsmanager create-secret --name ${id} --secret-string <токен>»`,
    'responses/binary-secret': ({ id }, { quote }) => `у секреті ${quote(id)} немає тексту`,
    'responses/fixed-secret': () =>
      'токен змінюється, коли його поновлюють, а змінна середовища не може зберегти нового; покладіть секрет у файл у теці .touchlight/secrets',
    'responses/unkept-token': ({ id, says }, { quote }) =>
      `поновлений токен не вдалося зберегти${id === null ? '' : ` в секреті ${quote(id)}`}: ${quote(says)}`,
    'responses/other-reader': () => 'повідомлення цього бота отримує інша програма або вебхук',
    'responses/no-business-account': () =>
      'бізнес-акаунт не підключив бота («Налаштування», «Telegram для бізнесу», «Чат-боти»), або йому відтоді ніхто не писав',
    'responses/other-accounts': ({ isOwnConnected }) =>
      isOwnConnected
        ? 'цього бота підключив ще й інший акаунт Telegram; чати того акаунта не враховуються'
        : 'бота підключив не той акаунт Telegram, що вказаний у touchpoints.yaml, тому його чати не враховуються; підключіть бота з бізнес-акаунта або виправте у файлі businessAccount (якщо каналу немає – page)',
    'responses/auth': ({ platform, clue, secret }, { clause, quote }) => [
      platform === 'mailbox'
        ? `поштовий сервер не приймає дані для входу із секрету ${quote(secret)} (${clause(clue)})`
        : `${names[platform]} не приймає токен із секрету ${quote(secret)} (${clause(clue)})`,
      'Збережіть під цим ім’ям новий; подробиці покаже команда «touchlight secrets check».',
      unseen,
    ],
    'responses/permission': ({ platform, clue, secret }, { clause, quote }) => [
      platform === 'mailbox'
        ? `поштовий сервер не дозволяє це читати користувачеві із секрету ${quote(secret)} (${clause(clue)})`
        : `${names[platform]} не дозволяє це читати з токеном із секрету ${quote(secret)} (${clause(clue)})`,
      platform === 'mailbox'
        ? 'Увімкніть для скриньки доступ IMAP; як саме, описано в docs/platforms/mailbox.md.'
        : 'Надайте йому дозволи, перелічені в docs/platforms.',
      unseen,
    ],
    'responses/gone': ({ platform, clue }, { clause }) => [
      platform === 'mailbox'
        ? `у поштовій скриньці більше немає однієї з її тек (${clause(clue)})`
        : `${names[platform]} не знає такого облікового запису (${clause(clue)})`,
      platform === 'mailbox'
        ? nextPoll
        : isPhone(platform)
          ? 'Перевірте обліковий запис у його секреті.'
          : 'Перевірте «page» у touchpoints.yaml.',
      unseen,
    ],
    'responses/throttled': ({ platform, clue, ...pause }, format) => [
      `${names[platform]} просить зачекати із запитами (${format.clause(clue)}); Touchlight запитає знову ${when(pause, format)}`,
      unseen,
    ],
    'responses/quota': ({ platform, clue, ...pause }, format) => [
      `ліміт запитів до ${genitive(platform)} вичерпано (${format.clause(clue)}); Touchlight запитає знову ${when(pause, format)}`,
      unseen,
    ],
    'responses/transient': ({ platform, clue }, { clause }) => [
      `у ${genitive(platform)} збій або немає відповіді (${clause(clue)})`,
      nextPoll,
    ],
    'responses/wrong-answer': ({ platform, clue }, { clause }) => [
      platform === 'call-files'
        ? clause(clue)
        : `${names[platform]} відповідає не так, як обіцяє документація (${clause(clue)})`,
      platform === 'call-files' ? unseen : nextPoll,
    ],
    'responses/endless': ({ platform, clue }, { clause }) => [
      `${names[platform]} без кінця повторює ті самі сторінки (${clause(clue)})`,
      nextPoll,
    ],
    'responses/refused': ({ platform, clue }, { clause }) => [
      `${names[platform]} відхиляє запит Touchlight (${clause(clue)})`,
      'Можливо, в імені облікового запису помилка або ця версія Touchlight застаріла для платформи.',
    ],
    'responses/setup': ({ platform, clue }, { clause }) => [
      platform === 'call-files'
        ? clause(clue)
        : `доступ до ${genitive(platform)} налаштовано не до кінця: ${clause(clue)}`,
      unseen,
    ],
    'responses/unreadable': ({ what, clue }, { clause }) =>
      `токен не дозволяє читати ${what === 'comments-on-ads' ? 'коментарі під рекламою' : 'дописи відвідувачів'} (${clause(clue)})`,
    'responses/messages-lost': ({ platform }) =>
      `${names[platform]} не опитували понад добу; написане за цей час могло загубитися`,
    'responses/mentions-skipped': ({ platform }) =>
      `нових згадок у ${names[platform]} більше, ніж може прочитати одне опитування; давніші пропущено`,
    'responses/replies-unread': ({ platform, threads }) =>
      `довгих обговорень у ${names[platform]}, яких одне опитування не дочитує до кінця: ${threads}; частину відповідей у них не прочитано`,
    'responses/older-posts-unread': ({ platform, posts }) =>
      `за останні 90 днів у ${names[platform]} більше ніж ${posts} дописів; коментарі під давнішими не прочитано`,
    'responses/likes-unseen': ({ platform }) =>
      `${names[platform]} не показує вподобань за ключем API; збережіть доступ OAuth від імені каналу або приберіть likesAnswer`,
  },
  trend: {
    oldestWaitingMinutes: 'Найдовше очікування відповіді',
    unanswered: 'Скільки клієнтів чекають на відповідь',
    medianFirstResponseMinutes: 'Час до першої відповіді',
    averageRating: 'Середня оцінка',
  },
  remedy:
    'Дайте відповідь зараз, спочатку тому, хто чекає найдовше. Якщо зараз нікому відповісти, домовтеся, хто зробить це найближчим часом.',
  remedyOf: ({ params }) =>
    params['calledAt'] === undefined
      ? null
      : 'Передзвоніть зараз, спочатку тому, хто чекає найдовше. Якщо зараз нікому дзвонити, домовтеся, хто зробить це найближчим часом.',
  trouble: {
    title: 'Клієнти надто довго чекають на відповідь',
    has: (at) => `клієнти${at} надто довго чекають на відповідь, вже`,
    was: (at) => `клієнти${at} надто довго чекали на відповідь,`,
    todo: 'Дайте відповідь зараз, спочатку тому, хто чекає найдовше, і вирішіть, хто відповідатиме завтра.',
    gain: 'Клієнти, яким відповіли швидко, частіше повертаються, а дрібні скарги не переростають у великі.',
  },
  troubleOf: (finding, light) => {
    const measurement = finding.kind === 'measurement' ? finding.id : null;
    if (measurement === 'tokenDaysLeft') return accessEnds;
    return measurement === 'oldestWaitingMinutes' && light === 'yellow' ? lastMoment : null;
  },
};
