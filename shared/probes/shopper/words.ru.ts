import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { shopper } from './spec.ts';
import type { ShopperStatements } from './statements.ts';

const mark = (token: string): string =>
  `Есть ответ, который, похоже, написал автомат. Если его написал человек, исправьте: «touchlight shopper mark ${token} --human».`;

const dueSoon: TroubleWords = {
  title: 'Тестовое обращение ждёт ответа',
  has: (at) => `на тестовое обращение${at} человек ещё не ответил`,
  was: (at) => `на тестовое обращение${at} ответили лишь перед самым концом обещанного времени`,
  todo: 'Поищите тестовое обращение среди входящих и в спаме и ответьте на него, как обычному клиенту.',
  gain: 'Клиенты, которые вам пишут, получат ответ человека раньше, чем купят в другом месте.',
};

const answeredLate: TroubleWords = {
  title: 'На последнее тестовое обращение ответили с опозданием',
  has: (at) => `на последнее тестовое обращение${at} ответили с опозданием`,
  was: (at) => `на тестовое обращение${at} ответили с опозданием`,
  todo: 'Решите, кто отвечает на письма с завтрашнего дня, в том числе когда этого человека нет.',
  gain: 'Клиенты, которые вам пишут, получат ответ человека раньше, чем купят в другом месте.',
};

const returned: TroubleWords = {
  title: 'Письма к вам возвращаются недоставленными',
  has: (at) => `письма к вам${at} возвращаются недоставленными уже`,
  was: (at) => `письма к вам${at} возвращались недоставленными`,
  todo: 'Проверьте, существует ли ящик и не переполнен ли он, или обратитесь к тому, кто настраивает вашу почту.',
  gain: 'Клиенты снова смогут вам написать.',
};

export const ru: ProbeWords<typeof shopper, ShopperStatements> = {
  name: 'Тестовое обращение',
  good: 'на тестовые обращения вовремя отвечает человек',
  bad: 'тестовые обращения слишком долго ждут ответа человека',
  measurement: {
    overdue: () => 'на тестовое обращение никто вовремя не ответил',
    waitingMinutes: (value) => `тестовое обращение ждёт ответа человека уже ${value} рабочего времени`,
    firstResponseMinutes: (value) => `на последнее тестовое обращение человек ответил через ${value} рабочего времени`,
  },
  says: {
    'shopper/answered': ({ token, sentAt, timeZone, responseMinutes, confidence }, { moment, measured }) => [
      `на тестовое обращение ${token} (${moment(sentAt, timeZone)}) человек ответил через ${measured(responseMinutes, 'minutes')} рабочего времени`,
      ...(confidence === 'sure'
        ? []
        : [
            `Похоже, что ответ написал человек. Если это был автомат, исправьте: «touchlight shopper mark ${token} --automatic»`,
          ]),
    ],
    'shopper/late': ({ token, sentAt, timeZone, slaMinutes }, { moment, measured }) =>
      `${token}, отправлено ${moment(sentAt, timeZone)}; обещано отвечать за ${measured(slaMinutes, 'minutes')}`,
    'shopper/waiting': ({ token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false }, { moment }) => [
      `тестовое обращение ${token} на ${to} (${moment(sentAt, timeZone)}) ждёт ответа${dueAt === null ? '' : `; срок: ${moment(dueAt, timeZone)}`}`,
      ...(acknowledged && !perhapsHuman ? ['Пока ответил только автомат, значит, письмо дошло.'] : []),
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'shopper/nudge': ({ token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false }, { moment }) => [
      `на тестовое обращение ${token}, отправленное на ${to} ${moment(sentAt, timeZone)}, человек ещё не ответил${dueAt === null ? '' : `; срок: ${moment(dueAt, timeZone)}`}`,
      acknowledged
        ? 'Автомат подтвердил получение. Ответьте, как обычному клиенту.'
        : 'Ответьте, как обычному клиенту. Если письма нет среди входящих, поищите в спаме.',
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'shopper/unanswered': (
      { token, sentAt, timeZone, to, slaMinutes, acknowledged, perhapsHuman = false },
      { moment, measured },
    ) => [
      `на тестовое обращение ${token}, отправленное на ${to} ${moment(sentAt, timeZone)}, никто не ответил за ${measured(slaMinutes, 'minutes')} рабочего времени`,
      acknowledged
        ? 'Автомат подтвердил получение, значит, письмо дошло. Клиент до сих пор ждал бы.'
        : 'Даже автомат не подтвердил получение: поищите письмо среди входящих и в спаме. Клиент до сих пор ждал бы.',
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'shopper/undeliverable': ({ token, sentAt, timeZone, to }, { moment }) => [
      `письма на ${to} возвращаются недоставленными: тестовое обращение ${token}, отправленное ${moment(sentAt, timeZone)}, вернулось`,
      'То же самое видят клиенты, которые пишут на этот адрес. Проверьте, существует ли ящик и не переполнен ли он.',
    ],
    'shopper/unclear': ({ token, sentAt, timeZone }, { moment }) => [
      `отправка тестового обращения ${token} прервалась ${moment(sentAt, timeZone)}, поэтому оно могло и не дойти`,
      'Второй раз оно не отправляется, чтобы не прийти дважды. Следующее будет по плану.',
    ],
    'shopper/not-asked-yet': ({ at, timeZone }, { moment }) =>
      at === null
        ? 'тестовые обращения не отправляются, потому что не указано ни одного рабочего часа'
        : `тестовых обращений ещё не было; первое будет отправлено ${moment(at, timeZone)}`,
    'shopper/inconclusive': ({ token, sentAt, timeZone }, { moment }) =>
      `тестовое обращение ${token} (${moment(sentAt, timeZone)}) закрыто слишком рано, чтобы делать вывод: ответ на него исправили позже`,
    'shopper/not-sent': ({ why, secret, server }, { clause, quote }) => [
      secret === null
        ? `не удалось отправить тестовое обращение через ${server} (${clause(why)})`
        : `${server} не принимает данные для входа из секрета ${quote(secret)} (${clause(why)}), поэтому тестовое обращение не отправлено`,
      'Touchlight попробует ещё раз в рабочее время.',
    ],
    'shopper/under-way': ({ token, to }) =>
      `тестовое обращение ${token} сейчас отправляется через форму на ${to}; что из этого вышло, покажет следующая проверка`,
    'shopper/form-not-sent': ({ to, why }, { clause }) => [
      `не удалось отправить тестовое обращение через форму на ${to} (${why === null ? 'страницу вовремя не посетили' : clause(why)})`,
      'Ничего не отправлено. Touchlight попробует ещё раз не раньше чем через сутки.',
    ],
    'shopper/form-unclear': ({ token, to, sentAt, timeZone, why }, { moment, clause }) => [
      `форма на ${to} не подтвердила тестовое обращение ${token} (${moment(sentAt, timeZone)}), поэтому оно могло и не дойти: ${why === null ? 'посещение прервалось' : clause(why)}`,
      'Второй раз оно не отправляется, чтобы не прийти дважды. Ответ на него засчитается.',
    ],
    'shopper/no-browser': () =>
      'здесь нет браузера, который отправил бы форму, поэтому тестовые обращения не отправляются',
    'shopper/unreadable': ({ address, why, secret }, { clause, quote }) => [
      secret === null
        ? `не удалось прочитать ящик тайного покупателя ${address} (${clause(why)})`
        : `почтовый сервер не принимает данные для входа из секрета ${quote(secret)} для ${address} (${clause(why)})`,
      'Подробнее покажет команда «touchlight secrets check». До тех пор неизвестно, отвечают ли на тестовые обращения, и новые не отправляются.',
    ],
    'shopper/cannot-send': ({ why, secret, server }, { clause, quote }) => [
      secret === null
        ? `отправлять письма через ${server} не удаётся (${clause(why)})`
        : `${server} не принимает данные для входа из секрета ${quote(secret)} (${clause(why)})`,
      'До тех пор тестовые обращения не отправляются.',
    ],
    'shopper/cannot-read': ({ address, why, secret }, { clause, quote }) => [
      secret === null
        ? `ящик тайного покупателя ${address} не удаётся прочитать (${clause(why)})`
        : `почтовый сервер не принимает данные для входа из секрета ${quote(secret)} для ${address} (${clause(why)})`,
      'До тех пор тестовые обращения не отправляются.',
    ],
    'shopper/still-reading': ({ address }) => [
      `время на ответ истекло, но ящик ${address} с тех пор ещё не дочитан до конца`,
      'Следующий запуск продолжит.',
    ],
    'shopper/no-smtp': () => 'в touchpoints.yaml не указан сервер, через который эта точка отправляет письма',
    'shopper/smtp-reply': ({ code }) => `ответ ${code}`,
    'shopper/no-store': () => 'здесь негде записывать тестовые обращения, поэтому они не отправляются',
  },
  trend: {
    firstResponseMinutes: 'Время до ответа человека на тестовое обращение',
  },
  remedy:
    'Найдите тестовое обращение среди входящих или в спаме и ответьте на него, как обычному клиенту. После этого Touchlight напишет, что это был тест и письмо можно удалить. Команда «touchlight shopper list» показывает каждое обращение с его меткой.',
  remedyOf: ({ id }) => (id === 'shopper/undeliverable' ? returned.todo : null),
  trouble: {
    title: 'Обращения по почте слишком долго ждут',
    has: (at) => `тестовое обращение${at} слишком долго ждёт ответа человека`,
    was: (at) => `тестовое обращение${at} слишком долго ждало ответа человека`,
    todo: 'Поищите тестовое обращение среди входящих и в спаме, ответьте на него и решите, кто отвечает на письма с завтрашнего дня.',
    gain: 'Клиенты, которые вам пишут, получат ответ человека раньше, чем купят в другом месте.',
  },
  troubleOf: (finding, light) => {
    if (finding.kind === 'cause') return finding.cause === 'undeliverable' ? returned : null;
    if (light !== 'yellow') return null;
    return finding.id === 'waitingMinutes' ? dueSoon : finding.id === 'firstResponseMinutes' ? answeredLate : null;
  },
};
