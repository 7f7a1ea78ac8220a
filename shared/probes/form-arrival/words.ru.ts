import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { formArrival } from './spec.ts';
import type { FormArrivalStatements } from './statements.ts';

const minutes = { one: 'минуты', few: 'минут', many: 'минут', other: 'минуты' };
const days = { one: 'дня', few: 'дней', many: 'дней', other: 'дня' };
const unseen = 'До тех пор не видно, доходят ли сообщения из формы.';

const late: TroubleWords = {
  title: 'Сообщения из формы приходят с опозданием',
  has: (at) => `сообщения из формы${at} приходят с опозданием уже`,
  was: (at) => `сообщения из формы${at} приходили с опозданием`,
  todo: 'Спросите веб-разработчика, что задерживает сообщения из формы.',
  gain: 'Вы сможете ответить, пока клиенты ещё ждут вас.',
};

const inSpam: TroubleWords = {
  title: 'Сообщения из формы попадают в спам',
  has: (at) => `сообщения из формы${at} попадают в спам уже`,
  was: (at) => `сообщения из формы${at} попадали в спам`,
  todo: 'Загляните в папку со спамом и отметьте сообщения из формы как «не спам». Попросите веб-разработчика отправлять их с адреса вашего домена.',
  gain: 'Вы получите обращения, которые клиенты считают отправленными.',
};

export const ru: ProbeWords<typeof formArrival, FormArrivalStatements> = {
  name: 'Письмо из формы в ящике',
  good: 'сообщения из формы доходят до почтового ящика',
  bad: 'сообщения из формы не попадают вовремя во входящие',
  measurement: {
    arrivalMs: (value) => `сообщение из формы приходит через ${value}`,
    inSpam: () => 'сообщения из формы попадают в спам',
  },
  says: {
    'form-arrival/arrived': ({ sentAt, timeZone, arrivalMs, folder, copies }, { moment, measured, quote }) => [
      `сообщение, отправленное через форму ${moment(sentAt, timeZone)}, пришло ${arrivalMs < 1000 ? 'сразу' : `через ${measured(arrivalMs, 'ms')}`}`,
      ...(folder === null ? [] : [`Оно лежит не во входящих, а в папке ${quote(folder, 80)}.`]),
      ...(copies > 1 ? [`Во входящих его копий: ${copies}, и клиентам могут ответить дважды.`] : []),
    ],
    'form-arrival/answered': ({ sentAt, timeZone }, { moment }) => [
      `сообщение, отправленное через форму ${moment(sentAt, timeZone)}, пришло: на него ответили или его переслали`,
      'Самого письма в ящике уже нет, поэтому сколько оно шло, неизвестно.',
    ],
    'form-arrival/in-spam': ({ sentAt, timeZone, folder }, { moment, quote }) => [
      `сообщение, отправленное через форму ${moment(sentAt, timeZone)}, лежит в спаме (${quote(folder, 80)}), где клиентов никто не ищет`,
      'Отметьте его «не спам» и попросите веб-разработчика отправлять письма с адреса вашего домена, настроив SPF и DKIM.',
    ],
    'form-arrival/marked-as-spam': ({ sentAt, timeZone }, { moment }) => [
      `сообщение, отправленное через форму ${moment(sentAt, timeZone)}, дошло, но Amazon SES считает его спамом`,
      'Проверьте, не попадает ли оно в спам и в самом ящике, и попросите веб-разработчика отправлять письма с адреса вашего домена, настроив SPF и DKIM.',
    ],
    'form-arrival/late': ({ sentAt, timeZone, withinMinutes }, { moment, counted }) => [
      `оно отправлено ${moment(sentAt, timeZone)}, а должно было прийти самое позднее через ${counted(withinMinutes, { one: 'минуту', few: 'минуты', many: 'минут', other: 'минуты' })}`,
      'Спросите веб-разработчика, что задерживает письма: очередь почты на сайте или почтовый сервер, который заставляет незнакомых отправителей ждать.',
    ],
    'form-arrival/never': ({ sentAt, timeZone, confirmed, withinMinutes, mailbox }, { moment, counted }) => [
      `${confirmed ? 'форма благодарит, но сообщение никто не получает' : 'форма отправлена, но сообщение никто не получает'}: отправленное ${moment(sentAt, timeZone)} не пришло в ${mailbox} в течение ${counted(withinMinutes, minutes)}, даже в спам`,
      'Клиентов, которые пишут сейчас, вы теряете. Спросите веб-разработчика, куда форма отправляет сообщения, и попросите посмотреть журнал почты на сайте.',
    ],
    'form-arrival/under-way': ({ sentAt, until, timeZone }, { moment }) =>
      `первое сообщение из формы (отправлено ${moment(sentAt, timeZone)}) ещё в пути; крайний срок: ${moment(until, timeZone)}`,
    'form-arrival/nothing-sent': ({ days: count }, { counted }) => [
      `в течение ${counted(count, days)} через форму не отправлено ни одного сообщения, так что следить не за чем`,
      'Следующее отправит проверка «form» в рабочее время, как указано в touchpoints.yaml.',
    ],
    'form-arrival/unfinished': ({ sentAt, timeZone }, { moment }) => [
      `проверка формы прервана ${moment(sentAt, timeZone)}, как раз во время отправки, и сообщение не пришло`,
      'Было ли оно отправлено, неизвестно. Покажет следующая проверка формы.',
    ],
    'form-arrival/not-accepted': ({ sentAt, timeZone, why }, { moment, clause }) => [
      `сообщение не пришло, потому что форму не удалось отправить ${moment(sentAt, timeZone)}: ${clause(why)}`,
      'Сначала почините форму.',
    ],
    'form-arrival/still-reading': ({ mailbox }) => [
      `время для сообщения вышло, но с тех пор ящик ${mailbox} ещё не прочитан до конца`,
      'Чтение продолжит следующая проверка.',
    ],
    'form-arrival/no-spam-folder': ({ sentAt, timeZone, mailbox }, { moment }) => [
      `сообщения, отправленного через форму ${moment(sentAt, timeZone)}, нет ни в одной папке, которую показывает ${mailbox}, но папку спама почтовый сервер не показывает, и оно может быть там`,
      'Посмотрите в спам сами и сделайте эту папку видимой для программ IMAP в настройках ящика.',
    ],
    'form-arrival/emptied': ({ sentAt, timeZone, mailbox }, { moment }) => [
      `входящие в ${mailbox} пусты, хотя письма приходили: их забирает другая программа, возможно, вместе с сообщением, которое форма отправила ${moment(sentAt, timeZone)}`,
      'Настройте эту программу так, чтобы она оставляла письма на сервере (POP3), или отправляйте копии в ящик, который читает только Touchlight.',
    ],
    'form-arrival/too-early': ({ sentAt, receivedAt, timeZone }, { moment }) => [
      `письмо с меткой сообщения есть, но по данным почтового сервера оно пришло ${moment(receivedAt, timeZone)}, ещё до того, как его отправила форма (${moment(sentAt, timeZone)})`,
      'Либо часы почтового сервера идут неверно, либо это письмо написал кто-то другой. Сравните сами.',
    ],
    'form-arrival/unreadable': ({ mailbox, why, secret }, { clause, quote }) => [
      secret === null
        ? `ящик ${mailbox} не удалось прочитать (${clause(why)})`
        : `почтовый сервер не принимает для ${mailbox} данные для входа из секрета ${quote(secret)} (${clause(why)})`,
      ...(secret === null ? [] : ['Подробности покажет команда «touchlight secrets check».']),
      unseen,
    ],
    'form-arrival/no-list': () =>
      'здесь не записывается, что действительно отправляют формы, и проследить за сообщением нельзя',
  },
  trend: {
    arrivalMs: 'Время, за которое приходит письмо из формы',
  },
  remedy:
    'Заполните форму сами и поищите своё сообщение во входящих и в спаме. Если его там нет, спросите веб-разработчика, куда форма отправляет сообщения. До тех пор клиенты, которые пишут, не получают ответа.',
  remedyOf: ({ id }) => {
    if (id === 'form-arrival/in-spam' || id === 'form-arrival/marked-as-spam') return inSpam.todo;
    return id === 'form-arrival/late' ? late.todo : null;
  },
  trouble: {
    title: 'Сообщения из формы до вас не доходят',
    has: (at) => `сообщения из формы${at} не попадают во входящие`,
    was: (at) => `сообщения из формы${at} не попадали во входящие`,
    todo: 'Заполните форму сами и поищите своё сообщение во входящих и в спаме. Если его нет, спросите веб-разработчика, куда форма отправляет сообщения.',
    gain: 'Вы получите обращения, которые клиенты считают отправленными.',
  },
  troubleOf: (finding, light) => {
    if (finding.kind !== 'measurement' || light !== 'yellow') return null;
    return finding.id === 'arrivalMs' ? late : finding.id === 'inSpam' ? inSpam : null;
  },
};
