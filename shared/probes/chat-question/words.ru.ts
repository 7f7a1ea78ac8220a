import { type ChatVendorId, chatVendors } from '../../model/chat-vendor.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { chatQuestion } from './spec.ts';
import type { ChatQuestionStatements } from './statements.ts';

const nameOf = (vendor: ChatVendorId): string => `чат ${chatVendors[vendor]}`;

const mark = (token: string): string =>
  `Ответ пришёл через несколько секунд: так обычно отвечают программы. Если ответил человек, исправьте это командой «touchlight shopper mark ${token} --human».`;

const noted = (token: string): string =>
  `Если человек ответил в чате, укажите время ответа: «touchlight shopper mark ${token} --human --at <время>».`;

const dueSoon: TroubleWords = {
  title: 'Вопрос в чате ждёт ответа',
  has: (at) => `на вопрос в чате${at} человек ещё не ответил`,
  was: (at) => `на вопрос в чате${at} ответили лишь перед самым концом обещанного времени`,
  todo: 'Найдите тестовый вопрос среди диалогов вашего чата и ответьте на него, как обычному клиенту.',
  gain: 'Посетители, которые спрашивают в чате, получат ответ человека раньше, чем купят в другом месте.',
};

const answeredLate: TroubleWords = {
  title: 'На последний вопрос в чате ответили с опозданием',
  has: (at) => `на последний вопрос в чате${at} ответили с опозданием`,
  was: (at) => `на вопрос в чате${at} ответили с опозданием`,
  todo: 'Решите, кто и когда дежурит в чате и кто отвечает на то, что пришло, пока никого не было.',
  gain: 'Посетители, которые спрашивают в чате, получат ответ человека раньше, чем купят в другом месте.',
};

const nobodyCame: TroubleWords = {
  title: 'Чат показывает, что кто-то есть на связи, но никто не отвечает',
  has: (at) => `чат${at} показывает, что кто-то есть на связи, но за две минуты человек не ответил`,
  was: (at) => `чат${at} показывал, что кто-то есть на связи, но за две минуты человек не ответил`,
  todo: 'Переводите чат в режим «не в сети», когда сразу ответить некому, или решите, кто и когда отвечает в чате.',
  gain: 'Посетители, которые спрашивают в чате, получат ответ раньше, чем уйдут.',
};

const yellowTroubles: Readonly<Record<string, TroubleWords>> = {
  ...{ nobodyCame, waitingMinutes: dueSoon, firstResponseMinutes: answeredLate },
};

export const ru: ProbeWords<typeof chatQuestion, ChatQuestionStatements> = {
  name: 'Вопрос в чате',
  good: 'на вопросы в чате вовремя отвечает человек',
  bad: 'вопросы в чате слишком долго ждут ответа человека',
  measurement: {
    overdue: () => 'на вопрос в чате никто вовремя не ответил',
    nobodyCame: () => 'чат показывал, что кто-то есть на связи, но за две минуты никто не ответил',
    waitingMinutes: (value) => `вопрос в чате ждёт ответа человека уже ${value} рабочего времени`,
    firstResponseMinutes: (value) => `на последний вопрос в чате человек ответил через ${value} рабочего времени`,
  },
  says: {
    'chat-question/answered': ({ token, sentAt, timeZone, responseMinutes, via, confidence }, { moment, measured }) => [
      `на тестовый вопрос ${token} (${moment(sentAt, timeZone)}) человек ответил ${via === 'chat' ? 'в чате' : 'письмом'} через ${measured(responseMinutes, 'minutes')} рабочего времени`,
      ...(confidence === 'sure'
        ? []
        : [
            `Похоже, что ответил человек. Если это была программа, исправьте это командой «touchlight shopper mark ${token} --automatic».`,
          ]),
    ],
    'chat-question/late': ({ token, sentAt, timeZone, slaMinutes }, { moment, measured }) =>
      `${token}, задан ${moment(sentAt, timeZone)}; обещано отвечать за ${measured(slaMinutes, 'minutes')}`,
    'chat-question/waiting': (
      { token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false },
      { moment },
    ) => [
      `тестовый вопрос ${token} в чате на ${to} (${moment(sentAt, timeZone)}) ждёт ответа${dueAt === null ? '' : `; срок: ${moment(dueAt, timeZone)}`}`,
      ...(acknowledged && !perhapsHuman ? ['Пока ответила только программа.'] : []),
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'chat-question/nudge': ({ token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false }, { moment }) => [
      `на тестовый вопрос ${token}, заданный в чате на ${to} ${moment(sentAt, timeZone)}, человек ещё не ответил${dueAt === null ? '' : `; срок: ${moment(dueAt, timeZone)}`}`,
      `${acknowledged ? 'Ответила только программа. ' : ''}Ответьте в чате, как обычному клиенту.`,
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'chat-question/unanswered': ({ token, sentAt, timeZone, to, slaMinutes, acknowledged }, { moment, measured }) => [
      `на тестовый вопрос ${token}, заданный в чате на ${to} ${moment(sentAt, timeZone)}, человек не ответил за ${measured(slaMinutes, 'minutes')} рабочего времени`,
      `${acknowledged ? 'Ответила только программа. ' : ''}Чат обещал ответ по электронной почте, но его нет.`,
      noted(token),
    ],
    'chat-question/nobody-came': ({ token, sentAt, timeZone, to, acknowledged }, { moment }) => [
      `чат на ${to} показывал, что кто-то есть на связи, но на тестовый вопрос ${token} (${moment(sentAt, timeZone)}) за две минуты ${acknowledged ? 'ответила только программа' : 'никто не ответил'}`,
      'Дольше мало кто ждёт. Письма с тех пор не было, а более позднего ответа в самом чате не видно.',
      noted(token),
    ],
    'chat-question/unseen': ({ token, sentAt, timeZone, to, acknowledged }, { moment }) => [
      `неизвестно, ответил ли человек на тестовый вопрос ${token}, заданный в чате на ${to} ${moment(sentAt, timeZone)}`,
      `За две минуты, пока Touchlight следил за чатом, ${acknowledged ? 'ответила только программа' : 'никто не ответил'}. Письма с тех пор не было, а более позднего ответа в самом чате не видно.`,
      noted(token),
    ],
    'chat-question/cannot-tell': ({ token, sentAt, timeZone, slaMinutes }, { moment, measured }) => [
      `за ${measured(slaMinutes, 'minutes')} рабочего времени единственный ответ на тестовый вопрос ${token} (${moment(sentAt, timeZone)}) пришёл через несколько секунд, поэтому неизвестно, кто его написал: человек или программа`,
      `Посмотрите на него в чате, а затем выполните «touchlight shopper mark ${token} --human» или «--automatic».`,
    ],
    'chat-question/not-asked-yet': ({ at, timeZone }, { moment }) =>
      at === null
        ? 'в чате ничего не спрашивают, потому что не указано ни одного рабочего часа'
        : `в чате ещё ничего не спрашивали; первый вопрос будет задан ${moment(at, timeZone)}`,
    'chat-question/under-way': ({ token, to }) =>
      `тестовый вопрос ${token} сейчас задаётся в чате на ${to}; что из этого вышло, покажет следующая проверка`,
    'chat-question/not-asked': ({ to, why }, { clause }) => [
      `не удалось задать вопрос в чате на ${to} (${why === null ? 'страницу вовремя не посетили' : clause(why)})`,
      'Ничего не отправлено. Touchlight попробует ещё раз не раньше чем через сутки.',
    ],
    'chat-question/unclear': ({ token, to, sentAt, timeZone, why }, { moment, clause }) => [
      `тестовый вопрос ${token} в чате на ${to} (${moment(sentAt, timeZone)}) мог и не дойти: ${why === null ? 'посещение прервалось' : clause(why)}`,
      'Второй раз он не задаётся, чтобы он не пришёл дважды. Ответ на него засчитается.',
    ],
    'chat-question/sent': ({ vendor }) => `вопрос задан (${nameOf(vendor)})`,
    'chat-question/unaskable': ({ vendor }) => [
      `${nameOf(vendor)} не позволяет программам надёжно узнать, дошёл ли вопрос и кто на него отвечает`,
      'Уберите «ask» из touchpoints.yaml: есть ли чат на сайте, будет проверяться и дальше.',
    ],
    'chat-question/nobody-there': ({ vendor }) => `${nameOf(vendor)} показывал, что никого нет на связи`,
    'chat-question/nowhere-to-write': ({ vendor }) =>
      `в окне чата ${chatVendors[vendor]} негде писать или сначала нужно указать больше, чем имя и электронный адрес`,
    'chat-question/unheard': ({ vendor }) =>
      `в чате ${chatVendors[vendor]} нет вызовов, через которые Touchlight увидел бы ответ`,
    'chat-question/unconfirmed': ({ vendor }) => `${nameOf(vendor)} не подтвердил, что вопрос отправлен`,
    'chat-question/outside-hours': ({ at, timeZone }, { dateTime }) =>
      `вопросы задаются только в рабочее время: ${at === null ? 'оно не указано' : `оно начнётся ${dateTime(at, timeZone)}`}`,
    'chat-question/asked-today': ({ at, timeZone }, { dateTime }) =>
      `за сутки бывает не больше одного посещения с вопросом; следующее возможно ${dateTime(at, timeZone)}`,
    'chat-question/asked-before': ({ at, timeZone }, { dateTime }) =>
      `этот запуск задал вопрос ${dateTime(at, timeZone)}, а потом прервался, поэтому второй раз вопрос не задаётся`,
    'chat-question/too-late': () => 'страницу посетили слишком поздно, поэтому ничего не отправлено',
  },
  trend: {
    firstResponseMinutes: 'Время до ответа человека на вопрос в чате',
  },
  remedy:
    'Найдите тестовый вопрос среди диалогов вашего чата и ответьте на него, как обычному клиенту. Команда «touchlight shopper list» показывает каждый вопрос с его меткой.',
  remedyOf: () => null,
  trouble: {
    title: 'Вопросы в чате слишком долго ждут',
    has: (at) => `вопрос в чате${at} слишком долго ждёт ответа человека`,
    was: (at) => `вопрос в чате${at} слишком долго ждал ответа человека`,
    todo: 'Найдите тестовый вопрос среди диалогов вашего чата, ответьте на него и решите, кто и когда дежурит в чате.',
    gain: 'Посетители, которые спрашивают в чате, получат ответ человека раньше, чем купят в другом месте.',
  },
  troubleOf: (finding, light) => {
    if (finding.kind === 'cause' || light !== 'yellow') return null;
    return yellowTroubles[finding.id] ?? null;
  },
};
