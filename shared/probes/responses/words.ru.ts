import type { StatementFormat } from '../../model/format.ts';
import { isPhone, platformNames, type SocialKind } from '../../model/social-platform.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import { ruCalls } from './call-words.ru.ts';
import type { responses } from './spec.ts';
import type { Pause, ResponsesStatements, Wait } from './statements.ts';

const names = {
  ...platformNames,
  'google-reviews': 'Google',
  mailbox: 'почтовый сервер',
  'call-files': 'журнал звонков',
};
const placed = (platform: SocialKind): string => (platform === 'mailbox' ? 'почтовом ящике' : names[platform]);
const dative = (platform: SocialKind): string => (platform === 'mailbox' ? 'почтовому серверу' : names[platform]);
const unseen = 'До тех пор не видно, кто там ждёт ответа.';
const nextPoll = 'Touchlight спросит снова при следующем опросе.';

function when({ retryAt, timeZone }: Pause, { moment }: StatementFormat): string {
  if (retryAt === null) return 'позже';
  return timeZone === undefined
    ? `не раньше чем ${moment(retryAt, 'UTC')} UTC`
    : `не раньше чем ${moment(retryAt, timeZone)}`;
}

/** What to answer: a link leads to it, a mail is found by folder and subject, and a call by its time. */
function to(lead: string, { link, calledAt, mail }: Wait, timeZone: string, { at, moment }: StatementFormat): string {
  const what = mail === true ? `${lead}письмо в ` : link.includes('://') ? lead : ' в ';
  return calledAt === undefined ? at(what, link) : ` (пропущенный звонок: ${moment(calledAt, timeZone)})`;
}

function verb(wait: Wait | undefined): string {
  return wait?.calledAt === undefined ? 'ответить' : 'перезвонить';
}

function until(wait: Wait, timeZone: string, format: StatementFormat): string {
  const { dueAt } = wait;
  if (dueAt === null) return to(' ', wait, timeZone, format);
  return ` ${format.deadline(dueAt, timeZone)}${to(': ', wait, timeZone, format)}`;
}

function callers(waiting: number): string {
  return waiting === 0 ? 'никто не ждёт обратного звонка' : `ждут обратного звонка: ${waiting}`;
}

const lastMoment: TroubleWords = {
  title: 'Ответы в последний момент',
  has: (at) => `клиенты${at} ждут уже большую часть обещанного времени`,
  was: (at) => `клиенты${at} получили ответ лишь перед самым концом обещанного времени`,
  todo: 'Ответьте сейчас, сначала тому, кто ждёт дольше всех, и решите, кто отвечает завтра.',
  gain: 'Клиенты, которым ответили быстро, чаще возвращаются, а мелкие жалобы не перерастают в большие.',
};

const accessEnds: TroubleWords = {
  title: 'Доступ к обращениям клиентов скоро закончится',
  has: (at) => `доступ${at} скоро закончится`,
  was: (at) => `доступ${at} вот-вот должен был закончиться`,
  todo: 'Попросите того, кто отвечает за Touchlight, продлить доступ.',
  gain: 'Вы и дальше будете видеть, кто ждёт ответа.',
};

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
    ...ruCalls,
    'responses/overdue': (wait, format) => {
      const { waitedMinutes, dueAt, others, timeZone } = wait;
      const { measured, moment } = format;
      const without = wait.calledAt === undefined ? 'без ответа' : 'без обратного звонка';
      const due = dueAt === null ? '' : `, срок был ${moment(dueAt, timeZone)}`;
      const more = others > 0 ? `; просроченных ещё ${others}` : '';
      return `${without} ${measured(waitedMinutes, 'minutes')} рабочего времени${to(': ', wait, timeZone, format)}${due}${more}`;
    },
    'responses/waiting': (wait, format) => {
      const { others, timeZone } = wait;
      return `${verb(wait)}${until(wait, timeZone, format)}${others > 0 ? ` (ждут ещё ${others})` : ''}`;
    },
    'responses/nudge': ({ waits, others, timeZone }, format) => {
      const each = waits.map((wait) => until(wait, timeZone, format));
      return `${verb(waits[0])}${each.join(';')}${others > 0 ? ` (ждут ещё ${others})` : ''}`;
    },
    'responses/summary': ({ platform, waiting, blindSpots }, { whole }) => [
      isPhone(platform)
        ? callers(waiting)
        : waiting === 0
          ? `никто не ждёт ответа в ${placed(platform)}`
          : `ждут ответа в ${placed(platform)}: ${waiting}`,
      ...blindSpots.map(whole),
    ],
    'responses/still-reading': ({ platform }) =>
      `Touchlight ещё читает обращения за последние 90 дней в ${placed(platform)} и продолжит при следующем опросе`,
    'responses/http-status': ({ status }) => `HTTP ${status}`,
    'responses/error-code': ({ code, subcode }) => `код ${subcode === null ? code : `${code}/${subcode}`}`,
    'responses/error-word': ({ says }, { quote }) => quote(says),
    'responses/no-token-given': ({ by, says }, { quote }) => `ответ ${by}: ${quote(says)}`,
    'responses/foreign-token': () => 'это не собственный токен страницы',
    'responses/dead-token': () => 'токен больше не действует',
    'responses/not-there': ({ what }) => (what === 'channel' ? 'такого канала нет' : 'такого сообщества нет'),
    'responses/no-answer': ({ patienceMs }, { measured }) => `нет ответа в течение ${measured(patienceMs, 'ms')}`,
    'responses/no-connection': () => 'нет соединения',
    'responses/unreached': ({ server, why }) =>
      ({
        refused: `сервер ${server} не принимает соединений: правильный ли порт?`,
        'unknown-host': `хоста ${server.replace(/:\d+$/, '')} нет, или сейчас его не удаётся найти`,
        unencrypted: `сервер ${server} отвечает без шифрования, хотя этот порт для зашифрованных соединений: правильный ли порт?`,
      })[why],
    'responses/not-json': () => 'это не JSON',
    'responses/other-shape': ({ path }, { quote }) =>
      path === null ? 'неожиданное содержание' : `неожиданное значение ${quote(path)}`,
    'responses/other-item': () => 'неожиданный элемент пакета',
    'responses/bad-certificate': ({ says }) => `его сертификат недействителен: ${says}`,
    'responses/no-tls': () => 'на этом порту он не шифрует соединение; укажите порт 993',
    'responses/no-server': () => 'в touchpoints.yaml для этой точки контакта не указан почтовый сервер',
    'responses/no-inbox': () =>
      'письма для этого ящика принимает SES («source: inbound»), поэтому прочитать их можно только в AWS',
    'responses/no-mail-received': ({ where }) =>
      `в ${where} нет ни одного письма; проверьте, что копии почты отправляются на нужный адрес и что набор правил SES включён`,
    'responses/too-large': ({ limitMb }) => `ответ размером больше ${limitMb} МБ`,
    'responses/too-many-requests': () => 'запросов больше, чем разрешено одному опросу',
    'responses/same-page': () => 'снова та же страница',
    'responses/same-messages': () => 'снова те же сообщения',
    'responses/nothing-new': () => 'на страницах нет ничего нового',
    'responses/units-used': ({ units }, { number }) => `единиц с полуночи: ${number(units)}`,
    'responses/as-before': () => 'по предыдущему ответу',
    'responses/no-secret': () => 'в touchpoints.yaml для этой точки контакта не указан секрет',
    'responses/malformed-secret': () => 'секрет начинается с «{», но это не JSON-объект с текстовыми значениями',
    'responses/secret-lacks': ({ part }, { quote }) => `в секрете нет ${quote(part)}`,
    'responses/absent-secret': ({ name, variable, file }, { quote }) =>
      `на этой машине нет секрета ${quote(name)}; запишите его в переменную окружения ${variable} или в файл ${file}`,
    'responses/empty-secret': ({ name, file }, { quote }) => `секрет ${quote(name)} пуст; запишите его в файл ${file}`,
    'responses/unreadable-secret': ({ id, says }, { quote }) =>
      id === null
        ? `секрет не удалось прочитать: ${quote(says)}`
        : `секрет ${quote(id)} не удалось прочитать: ${quote(says)}; создайте его командой «aws secretsmanager create-secret --name ${id} --secret-string <токен>»`,
    'responses/binary-secret': ({ id }, { quote }) => `в секрете ${quote(id)} нет текста`,
    'responses/fixed-secret': () =>
      'токен меняется при продлении, а переменная окружения не может сохранить новый; положите секрет в файл в папке .touchlight/secrets',
    'responses/unkept-token': ({ id, says }, { quote }) =>
      `продлённый токен не удалось сохранить${id === null ? '' : ` в секрете ${quote(id)}`}: ${quote(says)}`,
    'responses/other-reader': () => 'сообщения этого бота получает другая программа или вебхук',
    'responses/no-business-account': () =>
      'бизнес-аккаунт не подключил бота («Настройки», «Telegram для бизнеса», «Чат-боты»), или ему с тех пор никто не писал',
    'responses/other-accounts': ({ isOwnConnected }) =>
      isOwnConnected
        ? 'этого бота подключил ещё и другой аккаунт Telegram; чаты того аккаунта не учитываются'
        : 'бота подключил не тот аккаунт Telegram, что указан в touchpoints.yaml, поэтому его чаты не учитываются; подключите бота из бизнес-аккаунта или исправьте в файле businessAccount (если канала нет – page)',
    'responses/auth': ({ platform, clue, secret }, { clause, quote }) => [
      platform === 'mailbox'
        ? `почтовый сервер не принимает данные для входа из секрета ${quote(secret)} (${clause(clue)})`
        : `${names[platform]} не принимает токен из секрета ${quote(secret)} (${clause(clue)})`,
      'Сохраните под этим именем новый; подробности покажет команда «touchlight secrets check».',
      unseen,
    ],
    'responses/permission': ({ platform, clue, secret }, { clause, quote }) => [
      platform === 'mailbox'
        ? `почтовый сервер не разрешает это читать пользователю из секрета ${quote(secret)} (${clause(clue)})`
        : `${names[platform]} не разрешает это читать с токеном из секрета ${quote(secret)} (${clause(clue)})`,
      platform === 'mailbox'
        ? 'Включите для ящика доступ по IMAP; как это сделать, описано в docs/platforms/mailbox.md.'
        : 'Дайте ему разрешения, перечисленные в docs/platforms.',
      unseen,
    ],
    'responses/gone': ({ platform, clue }, { clause }) => [
      platform === 'mailbox'
        ? `в почтовом ящике больше нет одной из его папок (${clause(clue)})`
        : `${names[platform]} не знает такой учётной записи (${clause(clue)})`,
      platform === 'mailbox'
        ? nextPoll
        : isPhone(platform)
          ? 'Проверьте учётную запись в его секрете.'
          : 'Проверьте «page» в touchpoints.yaml.',
      unseen,
    ],
    'responses/throttled': ({ platform, clue, ...pause }, format) => [
      `${names[platform]} просит подождать с запросами (${format.clause(clue)}); Touchlight спросит снова ${when(pause, format)}`,
      unseen,
    ],
    'responses/quota': ({ platform, clue, ...pause }, format) => [
      `лимит запросов к ${dative(platform)} исчерпан (${format.clause(clue)}); Touchlight спросит снова ${when(pause, format)}`,
      unseen,
    ],
    'responses/transient': ({ platform, clue }, { clause }) => [
      `${platform === 'mailbox' ? 'у почтового сервера' : `у ${names[platform]}`} сбой или нет ответа (${clause(clue)})`,
      nextPoll,
    ],
    'responses/wrong-answer': ({ platform, clue }, { clause }) => [
      platform === 'call-files'
        ? clause(clue)
        : `${names[platform]} отвечает не так, как обещает документация (${clause(clue)})`,
      platform === 'call-files' ? unseen : nextPoll,
    ],
    'responses/endless': ({ platform, clue }, { clause }) => [
      `${names[platform]} без конца повторяет одни и те же страницы (${clause(clue)})`,
      nextPoll,
    ],
    'responses/refused': ({ platform, clue }, { clause }) => [
      `${names[platform]} отклоняет запрос Touchlight (${clause(clue)})`,
      'Возможно, в имени учётной записи ошибка или эта версия Touchlight устарела для платформы.',
    ],
    'responses/setup': ({ platform, clue }, { clause }) => [
      platform === 'call-files' ? clause(clue) : `доступ к ${dative(platform)} настроен не до конца: ${clause(clue)}`,
      unseen,
    ],
    'responses/unreadable': ({ what, clue }, { clause }) =>
      `токен не разрешает читать ${what === 'comments-on-ads' ? 'комментарии под рекламой' : 'записи посетителей'} (${clause(clue)})`,
    'responses/messages-lost': ({ platform }) =>
      `${names[platform]} не опрашивали больше суток; написанное за это время могло потеряться`,
    'responses/mentions-skipped': ({ platform }) =>
      `новых упоминаний в ${names[platform]} больше, чем может прочитать один опрос; более старые пропущены`,
    'responses/replies-unread': ({ platform, threads }) =>
      `длинных обсуждений в ${names[platform]}, которые один опрос не дочитывает до конца: ${threads}; часть ответов в них не прочитана`,
    'responses/older-posts-unread': ({ platform, posts }) =>
      `за последние 90 дней в ${names[platform]} больше ${posts} публикаций; комментарии под более старыми не прочитаны`,
    'responses/likes-unseen': ({ platform }) =>
      `${names[platform]} не показывает отметки «нравится» по ключу API; сохраните доступ OAuth от имени канала или уберите likesAnswer`,
  },
  trend: {
    oldestWaitingMinutes: 'Самое долгое ожидание ответа',
    unanswered: 'Сколько клиентов ждут ответа',
    medianFirstResponseMinutes: 'Время до первого ответа',
    averageRating: 'Средняя оценка',
  },
  remedy:
    'Ответьте сейчас, сначала тому, кто ждёт дольше всех. Если сейчас ответить некому, договоритесь, кто сделает это в ближайшее время.',
  remedyOf: ({ params }) =>
    params['calledAt'] === undefined
      ? null
      : 'Перезвоните сейчас, сначала тому, кто ждёт дольше всех. Если сейчас звонить некому, договоритесь, кто сделает это в ближайшее время.',
  trouble: {
    title: 'Клиенты слишком долго ждут ответа',
    has: (at) => `клиенты${at} слишком долго ждут ответа, уже`,
    was: (at) => `клиенты${at} слишком долго ждали ответа,`,
    todo: 'Ответьте сейчас, сначала тому, кто ждёт дольше всех, и решите, кто отвечает завтра.',
    gain: 'Клиенты, которым ответили быстро, чаще возвращаются, а мелкие жалобы не перерастают в большие.',
  },
  troubleOf: (finding, light) => {
    const measurement = finding.kind === 'measurement' ? finding.id : null;
    if (measurement === 'tokenDaysLeft') return accessEnds;
    return measurement === 'oldestWaitingMinutes' && light === 'yellow' ? lastMoment : null;
  },
};
