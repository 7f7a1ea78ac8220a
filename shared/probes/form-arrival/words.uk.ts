import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { formArrival } from './spec.ts';
import type { FormArrivalStatements } from './statements.ts';

const minutes = { one: 'хвилини', few: 'хвилин', many: 'хвилин', other: 'хвилини' };
const days = { one: 'дня', few: 'днів', many: 'днів', other: 'дня' };
const unseen = 'Доти не видно, чи доходять повідомлення з форми.';

const late: TroubleWords = {
  title: 'Повідомлення з форми надходять із запізненням',
  has: (at) => `повідомлення з форми${at} надходять із запізненням вже`,
  was: (at) => `повідомлення з форми${at} надходили із запізненням`,
  todo: 'Запитайте веброзробника, що затримує повідомлення з форми.',
  gain: 'Ви зможете відповісти, поки клієнти ще чекають на вас.',
};

const inSpam: TroubleWords = {
  title: 'Повідомлення з форми потрапляють у спам',
  has: (at) => `повідомлення з форми${at} потрапляють у спам вже`,
  was: (at) => `повідомлення з форми${at} потрапляли у спам`,
  todo: 'Загляньте в теку зі спамом і позначте повідомлення з форми як «не спам». Попросіть веброзробника надсилати їх з адреси вашого домену.',
  gain: 'Ви отримаєте звернення, які клієнти вважають надісланими.',
};

export const uk: ProbeWords<typeof formArrival, FormArrivalStatements> = {
  name: 'Лист із форми у скриньці',
  good: 'повідомлення з форми доходять до поштової скриньки',
  bad: 'повідомлення з форми не потрапляють вчасно до вхідних',
  measurement: {
    arrivalMs: (value) => `повідомлення з форми надходить через ${value}`,
    inSpam: () => 'повідомлення з форми потрапляють у спам',
  },
  says: {
    'form-arrival/arrived': ({ sentAt, timeZone, arrivalMs, folder, copies }, { moment, measured, quote }) => [
      `повідомлення, надіслане через форму ${moment(sentAt, timeZone)}, надійшло ${arrivalMs < 1000 ? 'за мить' : `через ${measured(arrivalMs, 'ms')}`}`,
      ...(folder === null ? [] : [`Воно лежить не у вхідних, а в теці ${quote(folder, 80)}.`]),
      ...(copies > 1 ? [`У вхідних його копій: ${copies}, тож клієнтам можуть відповісти двічі.`] : []),
    ],
    'form-arrival/answered': ({ sentAt, timeZone }, { moment }) => [
      `повідомлення, надіслане через форму ${moment(sentAt, timeZone)}, надійшло: на нього відповіли або його переслали`,
      'Самого листа у скриньці вже немає, тому скільки він ішов, невідомо.',
    ],
    'form-arrival/in-spam': ({ sentAt, timeZone, folder }, { moment, quote }) => [
      `повідомлення, надіслане через форму ${moment(sentAt, timeZone)}, лежить у спамі (${quote(folder, 80)}), де клієнтів ніхто не шукає`,
      'Позначте його «не спам» і попросіть веброзробника надсилати листи з адреси вашого домену, налаштувавши SPF і DKIM.',
    ],
    'form-arrival/marked-as-spam': ({ sentAt, timeZone }, { moment }) => [
      `повідомлення, надіслане через форму ${moment(sentAt, timeZone)}, надійшло, але Amazon SES вважає його спамом`,
      'Перевірте, чи не потрапляє воно у спам і в самій скриньці, і попросіть веброзробника надсилати листи з адреси вашого домену, налаштувавши SPF і DKIM.',
    ],
    'form-arrival/late': ({ sentAt, timeZone, withinMinutes }, { moment, counted }) => [
      `його надіслано ${moment(sentAt, timeZone)}, а мало б надійти щонайпізніше за ${counted(withinMinutes, { one: 'хвилину', few: 'хвилини', many: 'хвилин', other: 'хвилини' })}`,
      'Запитайте веброзробника, що затримує листи: черга пошти на сайті чи поштовий сервер, який змушує незнайомих відправників чекати.',
    ],
    'form-arrival/never': ({ sentAt, timeZone, confirmed, withinMinutes, mailbox }, { moment, counted }) => [
      `${confirmed ? 'форма дякує, але повідомлення ніхто не отримує' : 'форму надіслано, але повідомлення ніхто не отримує'}: надіслане ${moment(sentAt, timeZone)} не надійшло до ${mailbox} протягом ${counted(withinMinutes, minutes)}, навіть у спам`,
      'Клієнтів, які пишуть зараз, ви втрачаєте. Запитайте веброзробника, куди форма надсилає повідомлення, і попросіть переглянути журнал пошти на сайті.',
    ],
    'form-arrival/under-way': ({ sentAt, until, timeZone }, { moment }) =>
      `перше повідомлення з форми (надіслане ${moment(sentAt, timeZone)}) ще в дорозі; граничний час: ${moment(until, timeZone)}`,
    'form-arrival/nothing-sent': ({ days: count }, { counted }) => [
      `протягом ${counted(count, days)} через форму не надіслано жодного повідомлення, тож стежити нема за чим`,
      'Наступне надішле перевірка «form» у робочий час, як зазначено в touchpoints.yaml.',
    ],
    'form-arrival/unfinished': ({ sentAt, timeZone }, { moment }) => [
      `перевірку форми перервано ${moment(sentAt, timeZone)}, саме під час надсилання, і повідомлення не надійшло`,
      'Чи було його надіслано, невідомо. Покаже наступна перевірка форми.',
    ],
    'form-arrival/not-accepted': ({ sentAt, timeZone, why }, { moment, clause }) => [
      `повідомлення не надійшло, бо форму не вдалося надіслати ${moment(sentAt, timeZone)}: ${clause(why)}`,
      'Спочатку полагодьте форму.',
    ],
    'form-arrival/still-reading': ({ mailbox }) => [
      `час для повідомлення минув, але відтоді скриньку ${mailbox} ще не прочитано до кінця`,
      'Читання продовжить наступна перевірка.',
    ],
    'form-arrival/no-spam-folder': ({ sentAt, timeZone, mailbox }, { moment }) => [
      `повідомлення, надісланого через форму ${moment(sentAt, timeZone)}, немає в жодній теці, яку показує ${mailbox}, але теки спаму поштовий сервер не показує, тож воно може бути там`,
      'Перегляньте спам самі й зробіть цю теку видимою для програм IMAP у налаштуваннях скриньки.',
    ],
    'form-arrival/emptied': ({ sentAt, timeZone, mailbox }, { moment }) => [
      `вхідні в ${mailbox} порожні, хоча листи надходили: їх забирає інша програма, можливо, разом із повідомленням, яке форма надіслала ${moment(sentAt, timeZone)}`,
      'Налаштуйте цю програму так, щоб вона залишала листи на сервері (POP3), або надсилайте копії до скриньки, яку читає лише Touchlight.',
    ],
    'form-arrival/too-early': ({ sentAt, receivedAt, timeZone }, { moment }) => [
      `лист із позначкою повідомлення є, але за даними поштового сервера він надійшов ${moment(receivedAt, timeZone)}, ще до того, як його надіслала форма (${moment(sentAt, timeZone)})`,
      'Або годинник поштового сервера йде неправильно, або цей лист написав хтось інший. Порівняйте самі.',
    ],
    'form-arrival/unreadable': ({ mailbox, why, secret }, { clause, quote }) => [
      secret === null
        ? `скриньку ${mailbox} не вдалося прочитати (${clause(why)})`
        : `поштовий сервер не приймає для ${mailbox} дані для входу із секрету ${quote(secret)} (${clause(why)})`,
      ...(secret === null ? [] : ['Подробиці покаже команда «touchlight secrets check».']),
      unseen,
    ],
    'form-arrival/no-list': () =>
      'тут не записується, що справді надсилають форми, тож простежити за повідомленням не можна',
  },
  trend: {
    arrivalMs: 'Час, за який надходить лист із форми',
  },
  remedy:
    'Заповніть форму самі й пошукайте своє повідомлення у вхідних і в спамі. Якщо його там немає, запитайте веброзробника, куди форма надсилає повідомлення. Доти клієнти, які пишуть, не отримують відповіді.',
  remedyOf: ({ id }) => {
    if (id === 'form-arrival/in-spam' || id === 'form-arrival/marked-as-spam') return inSpam.todo;
    return id === 'form-arrival/late' ? late.todo : null;
  },
  trouble: {
    title: 'Повідомлення з форми до вас не доходять',
    has: (at) => `повідомлення з форми${at} не потрапляють до вхідних`,
    was: (at) => `повідомлення з форми${at} не потрапляли до вхідних`,
    todo: 'Заповніть форму самі й пошукайте своє повідомлення у вхідних і в спамі. Якщо його немає, запитайте веброзробника, куди форма надсилає повідомлення.',
    gain: 'Ви отримаєте звернення, які клієнти вважають надісланими.',
  },
  troubleOf: (finding, light) => {
    if (finding.kind !== 'measurement' || light !== 'yellow') return null;
    return finding.id === 'arrivalMs' ? late : finding.id === 'inSpam' ? inSpam : null;
  },
};
