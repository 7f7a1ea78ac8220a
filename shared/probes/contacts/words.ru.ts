import type { StatementFormat } from '../../model/format.ts';
import type { Clearer, ShrunkBy } from '../../model/found.ts';
import type { ProbeWords } from '../probe-words.ts';
import { adviceOn, whyUnfinished } from '../unfinished-walk.ru.ts';
import { type SharedFault, sharedFaults } from './same-fault.ts';
import type { contacts } from './spec.ts';
import type { ContactsStatements, Cover, ExpectedKind, FaintContact, UnreadableContact } from './statements.ts';
import { viewportLine } from './viewport-line.ts';

export const ru: ProbeWords<typeof contacts, ContactsStatements> = {
  name: 'Контакты',
  good: 'контакты верны, их легко найти, ими легко воспользоваться',
  bad: 'контакты трудно найти или ими трудно воспользоваться',
  measurement: {
    clicksToContact: (value) => `нажатий до контакта: ${value}`,
    contactsFound: (value) => `способов связаться: ${value}`,
    phonesMissing: () => 'нет номера, по которому можно позвонить',
    phonesContradicting: () => 'номер на странице противоречит структурированным данным',
    contactsCovered: () => 'что-то закрывает контакты',
    contactsUnreadable: () => 'контакты трудно прочитать',
    phonesMiswritten: (value) => `номеров с лишним нулём после кода страны: ${value}`,
    contactsFaint: (value) => `контактов, контраст которых ниже, чем требует WCAG AA: ${value}`,
    contactsUnusable: (value) => `контактов, которые не открываются нажатием: ${value}`,
    phonesNotTappable: () => 'нажатие на номер с телефона не начинает звонок',
    emailLinksDead: () => 'адрес электронной почты выглядит как ссылка, но ничего не открывает',
    contactsMisdirected: () => 'ссылка показывает один контакт, а открывает другой',
    expectedMissing: () => 'на странице нет заданного контакта',
    expectedWrong: () => 'контакт на странице не тот, что задан',
  },
  says: {
    'contacts/found': ({ clicks, contacts, others }, { counted }) => {
      const taps = { one: 'нажатие', few: 'нажатия', many: 'нажатий', other: 'нажатия' };
      const more = others > 0 ? ` и ещё ${others}` : '';
      return [
        clicks === 0 ? 'ближайший контакт на самой странице' : `до ближайшего контакта ${counted(clicks, taps)}`,
        `Найдено: ${contacts.join(', ')}${more}.`,
      ];
    },
    'contacts/drawn': ({ phone, picture }, { quote }) => [
      `на самой странице ${phone} есть только на картинке (${quote(picture, 60)})`,
      'Добавьте номер текстом со ссылкой tel: номер на картинке нельзя ни набрать касанием, ни скопировать, а программы экранного доступа его не прочтут.',
    ],
    'contacts/none': ({ hasForm, samples = [], scrambled = [] }) => [
      `за два нажатия не добраться ни до номера телефона, ни до электронной почты, ни до мессенджера${hasForm ? '; есть только форма' : ''}${samples.length > 0 ? `; на странице остались только примеры из шаблона (${samples.join(', ')})` : ''}`,
      samples.length > 0
        ? 'Замените их своими номером и адресом.'
        : 'Покажите что-нибудь из этого на странице или добавьте ссылку на страницу контактов.',
      ...(scrambled.length > 0
        ? [
            `Вместо ${scrambled.join(', ')} посетители видят «[email protected]», потому что скрипт, который показывает адрес, не работает.`,
            'Попросите веб-разработчика вернуть этот скрипт или отключить сокрытие адресов в Cloudflare.',
          ]
        : []),
    ],
    'contacts/no-phone': () => [
      'номер телефона не найти и за два нажатия, так что позвонить нельзя',
      'Разместите номер вверху или внизу каждой страницы.',
    ],
    'contacts/contradiction': ({ shown, declared }, { list }) => [
      `на странице указано ${list(shown)}, а в её структурированных данных, которые читают поисковики и карты, указано ${list(declared)}`,
      'Укажите верный номер в обоих местах.',
    ],
    'contacts/covered': ({ cover, contacts, forGood = false }, format) => [
      `${nameCover(cover, format)} закрывает ${format.list(contacts)}: ${forGood ? 'убрать его невозможно, поэтому' : 'пока посетитель его не уберёт,'} ${contacts.length === 1 ? 'контакта не видно и нажать на него' : 'контактов не видно и нажать на них'} нельзя`,
      'Уменьшите его или перенесите туда, где нет контактов.',
    ],
    'contacts/unreadable': ({ contacts }, format) => {
      const [[what, advice] = ['', ''], ...rest] = sharedFaults(contacts).map((fault) => unreadable(fault, format));
      return [what, advice, ...rest.map(([clause, itsAdvice]) => `${clause}. ${itsAdvice}`)];
    },
    'contacts/faint': ({ contacts }, format) => {
      const [[what, advice] = ['', ''], ...rest] = sharedFaults(contacts).map((fault) => faint(fault, format));
      return [what, advice, ...rest.map(([clause, itsAdvice]) => `${clause}. ${itsAdvice}`)];
    },
    'contacts/unusable': ({ contacts }, { list }) => [
      `нажатие не открывает ${list(contacts)}`,
      'Номера телефона должны быть ссылками, которые начинаются с «tel:», а электронные адреса ссылками, которые начинаются с «mailto:».',
    ],
    'contacts/dead-email': ({ emails, onPhone }, { list }) => [
      `${list(emails)} ${emails.length === 1 ? 'выглядит как ссылка' : 'выглядят как ссылки'}, но после ${onPhone ? 'касания' : 'щелчка'} ничего не происходит`,
      `Попросите веб-разработчика сделать ${emails.length === 1 ? 'из этого адреса ссылку, которая начинается' : 'из этих адресов ссылки, которые начинаются'} с «mailto:».`,
    ],
    'contacts/not-tappable': ({ phones, elsewhere = false }, { list }) =>
      phones.length === 1
        ? [
            `номер ${list(phones)} на телефоне можно прочитать, но нажать и позвонить нельзя${elsewhere ? ' там, где его видят впервые (на другой странице можно)' : ''}`,
            'Попросите веб-разработчика сделать его ссылкой, которая начинается с «tel:».',
          ]
        : [
            `номера ${list(phones)} на телефоне можно прочитать, но нажать и позвонить нельзя${elsewhere ? ' там, где их видят впервые (на другой странице можно)' : ''}`,
            'Попросите веб-разработчика сделать их ссылками, которые начинаются с «tel:».',
          ],
    'contacts/miswritten': ({ phones }, { list, quote }) => [
      phones.length === 1
        ? `в номере ${list(phones.map(({ written }) => quote(written)))} после кода страны стоит лишний ноль, и дозвониться по нему обычно не удаётся`
        : `в номерах ${list(phones.map(({ written }) => quote(written)))} после кода страны стоит лишний ноль, и дозвониться по ним обычно не удаётся`,
      `Пишите ${list(phones.map(({ right }) => right))}.`,
    ],
    'contacts/misdirected': ({ contacts }) => [
      contacts.map(({ shown, opens }) => `на странице указано ${shown}, а нажатие открывает ${opens}`).join('; '),
      `Исправьте ${contacts.length === 1 ? 'ссылку' : 'ссылки'}, иначе клиенты попадут не к вам.`,
    ],
    'contacts/expected-missing': ({ contacts }, format) => [
      contacts.map(({ kind, wanted }) => `на сайте нигде нет ${ofKind[kind](wanted, format)}`).join('; '),
      whichIsRight,
    ],
    'contacts/expected-wrong': ({ contacts }, format) => [
      contacts
        .map(
          ({ kind, wanted, shown }) => `на сайте указано ${format.list(shown)} вместо ${ofKind[kind](wanted, format)}`,
        )
        .join('; '),
      whichIsRight,
    ],
    'contacts/unfinished': (walk, format) => [
      `ни номера телефона, ни электронной почты, ни мессенджера не найдено, но они могут быть: ${whyUnfinished(walk, format)}`,
      ...adviceOn(walk, format),
    ],
    'contacts/pictured': ({ picture }, { quote }) => [
      `в тексте сайта нет номера телефона, но он может быть на картинке (${quote(picture, 60)}), где Touchlight не смог его разобрать`,
      'Напишите номер текстом со ссылкой tel: номер на картинке нельзя ни набрать касанием, ни скопировать.',
    ],
  },
  trend: {
    clicksToContact: 'Нажатий до контакта',
  },
  remedy:
    'Откройте страницу с телефона и попробуйте воспользоваться контактом. Верните его, исправьте или уберите то, что его закрывает.',
  trouble: {
    title: 'Контакты неверны или ими трудно воспользоваться',
    has: (at) => `контакты${at} неверны или ими трудно воспользоваться уже`,
    was: (at) => `контакты${at} были неверны или ими было трудно воспользоваться`,
    todo: 'Откройте сайт с телефона и попробуйте позвонить. Верните контакт, исправьте его или уберите то, что его закрывает.',
    gain: 'Клиенты смогут позвонить или написать одним нажатием.',
  },
};

/** Of what: "нет номера телефона", "вместо номера телефона". */
const ofKind: Readonly<Record<ExpectedKind, (wanted: string, format: StatementFormat) => string>> = {
  phone: (wanted) => `номера телефона ${wanted}`,
  email: (wanted) => `адреса почты ${wanted}`,
  whatsapp: (wanted) => `номера WhatsApp ${wanted}`,
  telegram: (wanted, { quote }) => `имени ${quote(wanted)} в Telegram`,
  viber: (wanted) => `номера Viber ${wanted}`,
  messenger: (wanted, { quote }) => `имени ${quote(wanted)} в Messenger`,
};

const whichIsRight = 'Исправьте сайт или, если контакты изменились, ожидаемые контакты в touchpoints.yaml.';

function nameCover(cover: Cover, { quote }: StatementFormat): string {
  return cover.what === 'cookie-banner' ? 'баннер о cookie' : `другой элемент страницы (${quote(cover.selector)})`;
}

function unreadable(
  { contacts, fault, sizes }: SharedFault<UnreadableContact>,
  { number, counted, list }: StatementFormat,
): [what: string, advice: string] {
  const which = `${list(contacts)} трудно прочитать:`;
  if (fault.why !== 'pale') {
    const pixels = { one: 'пиксель', few: 'пикселя', many: 'пикселей', other: 'пикселя' };
    const high = `${sizes.length === 1 ? 'всего' : 'местами всего'} ${counted(Math.min(...sizes), pixels)}`;
    const size = `${which} на телефоне буквы высотой ${high}`;
    if (fault.why === 'small') return [size, 'Сделайте их не меньше 12, а лучше 16 пикселей.'];
    const [because, advice] = shrinking[fault.shrunkBy];
    return [`${size}, ${because}`, advice];
  }
  const ratio = `${list(sizes.map((size) => number(size, 2)))} к 1`;
  return [
    `${which} цвет слишком мало отличается от фона (контраст ${ratio}, а нужно 4,5 к 1)`,
    adviceOnContrast(fault),
  ];
}

const shrinking: Readonly<Record<ShrunkBy, readonly [because: string, advice: string]>> = {
  'no-viewport': [
    'потому что на странице нет метатега viewport и телефон уменьшает её целиком',
    `Попросите веб-разработчика сделать страницы пригодными для телефона: добавить в <head> строку «${viewportLine}» и вёрстку не шире экрана.`,
  ],
  'own-viewport': [
    'потому что метатег viewport не задаёт ширину экрана телефона и тот уменьшает всю страницу',
    `Попросите веб-разработчика заменить этот тег на «${viewportLine}» и сделать вёрстку не шире экрана телефона.`,
  ],
  'wide-page': [
    'потому что что-то на странице шире экрана и телефон уменьшает её целиком',
    'Попросите веб-разработчика уместить всё в ширину экрана телефона.',
  ],
};

function faint(
  { contacts, fault, sizes }: SharedFault<FaintContact>,
  { number, list }: StatementFormat,
): [what: string, advice: string] {
  const ratio = `${list(sizes.map((size) => number(size, 2)))} к 1`;
  return [
    `${list(contacts)} можно прочитать, но контраст с фоном ${ratio}, а стандарт доступности WCAG AA требует 4,5 к 1`,
    adviceOnContrast(fault),
  ];
}

const onContrast: Readonly<Record<Clearer, string>> = {
  'lighter-text': 'Сделайте буквы светлее.',
  'darker-text': 'Сделайте буквы темнее.',
  'darker-background': 'Сделайте фон темнее или возьмите для букв тёмный цвет.',
};

function adviceOnContrast({ clearer }: FaintContact): string {
  return clearer === undefined ? 'Сделайте буквы темнее или фон светлее, либо наоборот.' : onContrast[clearer];
}
