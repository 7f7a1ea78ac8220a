import type { StatementFormat } from '../../model/format.ts';
import type { Clearer, ShrunkBy } from '../../model/found.ts';
import type { ProbeWords } from '../probe-words.ts';
import { adviceOn, whyUnfinished } from '../unfinished-walk.uk.ts';
import { type SharedFault, sharedFaults } from './same-fault.ts';
import type { contacts } from './spec.ts';
import type { ContactsStatements, Cover, ExpectedKind, FaintContact, UnreadableContact } from './statements.ts';
import { viewportLine } from './viewport-line.ts';

export const uk: ProbeWords<typeof contacts, ContactsStatements> = {
  name: 'Контакти',
  good: 'контакти правильні, їх легко знайти, ними легко скористатися',
  bad: 'контакти важко знайти або ними важко скористатися',
  measurement: {
    clicksToContact: (value) => `натискань до контакту: ${value}`,
    contactsFound: (value) => `способів зв’язатися: ${value}`,
    phonesMissing: () => 'немає номера, на який можна зателефонувати',
    phonesContradicting: () => 'номер на сторінці суперечить структурованим даним',
    contactsCovered: () => 'щось закриває контакти',
    contactsUnreadable: () => 'контакти важко прочитати',
    phonesMiswritten: (value) => `номерів із зайвим нулем після коду країни: ${value}`,
    contactsFaint: (value) => `контактів, контраст яких менший, ніж вимагає WCAG AA: ${value}`,
    contactsUnusable: (value) => `контактів, які не відкриваються натисканням: ${value}`,
    phonesNotTappable: () => 'натискання на номер із телефона не починає дзвінка',
    emailLinksDead: () => 'електронна адреса має вигляд посилання, але нічого не відкриває',
    contactsMisdirected: () => 'посилання показує один контакт, а відкриває інший',
    expectedMissing: () => 'на сторінці немає заданого контакту',
    expectedWrong: () => 'контакт на сторінці не той, що задано',
  },
  says: {
    'contacts/found': ({ clicks, contacts, others }, { counted }) => {
      const taps = { one: 'натискання', few: 'натискання', many: 'натискань', other: 'натискання' };
      const more = others > 0 ? ` і ще ${others}` : '';
      return [
        clicks === 0 ? 'найближчий контакт на самій сторінці' : `до найближчого контакту ${counted(clicks, taps)}`,
        `Знайдено: ${contacts.join(', ')}${more}.`,
      ];
    },
    'contacts/drawn': ({ phone, picture }, { quote }) => [
      `на самій сторінці ${phone} є лише на зображенні (${quote(picture, 60)})`,
      'Додайте номер текстом із посиланням tel:, адже номер на зображенні не можна ні набрати дотиком, ні скопіювати, а програми читання з екрана його не озвучать.',
    ],
    'contacts/none': ({ hasForm, samples = [], scrambled = [] }) => [
      `за два натискання не дістатися ні номера телефону, ні електронної адреси, ні месенджера${hasForm ? '; є лише форма' : ''}${samples.length > 0 ? `; на сторінці залишилися лише приклади із шаблону (${samples.join(', ')})` : ''}`,
      samples.length > 0
        ? 'Замініть їх своїм номером і адресою.'
        : 'Покажіть щось із цього на сторінці або додайте посилання на сторінку контактів.',
      ...(scrambled.length > 0
        ? [
            `Замість ${scrambled.join(', ')} відвідувачі бачать «[email protected]», бо скрипт, який показує адресу, не працює.`,
            'Попросіть веброзробника повернути цей скрипт або вимкнути приховування адрес у Cloudflare.',
          ]
        : []),
    ],
    'contacts/no-phone': () => [
      'номера телефону не знайти й за два натискання, тож зателефонувати не можна',
      'Розмістіть номер угорі або внизу кожної сторінки.',
    ],
    'contacts/contradiction': ({ shown, declared }, { list }) => [
      `на сторінці вказано ${list(shown)}, а в її структурованих даних, які читають пошукові системи й карти, вказано ${list(declared)}`,
      'Вкажіть правильний номер в обох місцях.',
    ],
    'contacts/covered': ({ cover, contacts, forGood = false }, format) => [
      `${nameCover(cover, format)} закриває ${format.list(contacts)}: ${forGood ? 'прибрати його неможливо, тому' : 'доки відвідувач його не прибере,'} ${contacts.length === 1 ? 'контакту не видно й натиснути на нього' : 'контактів не видно й натиснути на них'} не можна`,
      'Зменште його або перенесіть туди, де немає контактів.',
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
      `натискання не відкриває ${list(contacts)}`,
      'Номери телефону мають бути посиланнями, що починаються з «tel:», а електронні адреси посиланнями, що починаються з «mailto:».',
    ],
    'contacts/dead-email': ({ emails, onPhone }, { list }) => [
      `${list(emails)} ${emails.length === 1 ? 'має вигляд посилання' : 'мають вигляд посилань'}, але після ${onPhone ? 'дотику' : 'клацання'} нічого не відбувається`,
      `Попросіть веброзробника зробити ${emails.length === 1 ? 'з цієї адреси посилання, що починається' : 'з цих адрес посилання, що починаються'} з «mailto:».`,
    ],
    'contacts/not-tappable': ({ phones, elsewhere = false }, { list }) =>
      phones.length === 1
        ? [
            `номер ${list(phones)} на телефоні можна прочитати, але натиснути й зателефонувати не можна${elsewhere ? ' там, де його бачать уперше (на іншій сторінці можна)' : ''}`,
            'Попросіть веброзробника зробити його посиланням, що починається з «tel:».',
          ]
        : [
            `номери ${list(phones)} на телефоні можна прочитати, але натиснути й зателефонувати не можна${elsewhere ? ' там, де їх бачать уперше (на іншій сторінці можна)' : ''}`,
            'Попросіть веброзробника зробити їх посиланнями, що починаються з «tel:».',
          ],
    'contacts/miswritten': ({ phones }, { list, quote }) => [
      phones.length === 1
        ? `у номері ${list(phones.map(({ written }) => quote(written)))} після коду країни стоїть зайвий нуль, тож додзвонитися за ним зазвичай не вдається`
        : `у номерах ${list(phones.map(({ written }) => quote(written)))} після коду країни стоїть зайвий нуль, тож додзвонитися за ними зазвичай не вдається`,
      `Пишіть ${list(phones.map(({ right }) => right))}.`,
    ],
    'contacts/misdirected': ({ contacts }) => [
      contacts.map(({ shown, opens }) => `на сторінці вказано ${shown}, а натискання відкриває ${opens}`).join('; '),
      'Виправте посилання, інакше клієнти потраплять не до вас.',
    ],
    'contacts/expected-missing': ({ contacts }, format) => [
      contacts.map(({ kind, wanted }) => `на сайті ніде немає ${ofKind[kind](wanted, format)}`).join('; '),
      whichIsRight,
    ],
    'contacts/expected-wrong': ({ contacts }, format) => [
      contacts
        .map(
          ({ kind, wanted, shown }) => `на сайті вказано ${format.list(shown)} замість ${ofKind[kind](wanted, format)}`,
        )
        .join('; '),
      whichIsRight,
    ],
    'contacts/unfinished': (walk, format) => [
      `ні номера телефону, ні електронної адреси, ні месенджера не знайдено, але вони можуть бути: ${whyUnfinished(walk, format)}`,
      ...adviceOn(walk, format),
    ],
    'contacts/pictured': ({ picture }, { quote }) => [
      `у тексті сайту немає номера телефону, але він може бути на зображенні (${quote(picture, 60)}), де Touchlight не зміг його розібрати`,
      'Напишіть номер текстом із посиланням tel:, адже номер на зображенні не можна ні набрати дотиком, ні скопіювати.',
    ],
  },
  trend: {
    clicksToContact: 'Натискань до контакту',
  },
  remedy:
    'Відкрийте сторінку з телефона і спробуйте скористатися контактом. Поверніть його, виправте або приберіть те, що його закриває.',
  trouble: {
    title: 'Контакти неправильні або ними важко скористатися',
    has: (at) => `контакти${at} неправильні або ними важко скористатися вже`,
    was: (at) => `контакти${at} були неправильні або ними було важко скористатися`,
    todo: 'Відкрийте сайт із телефона і спробуйте зателефонувати. Поверніть контакт, виправте його або приберіть те, що його закриває.',
    gain: 'Клієнти зможуть зателефонувати чи написати одним натисканням.',
  },
};

/** Of what: "немає номера телефону", "замість номера телефону". */
const ofKind: Readonly<Record<ExpectedKind, (wanted: string, format: StatementFormat) => string>> = {
  phone: (wanted) => `номера телефону ${wanted}`,
  email: (wanted) => `електронної адреси ${wanted}`,
  whatsapp: (wanted) => `номера WhatsApp ${wanted}`,
  telegram: (wanted, { quote }) => `імені ${quote(wanted)} в Telegram`,
  viber: (wanted) => `номера Viber ${wanted}`,
  messenger: (wanted, { quote }) => `імені ${quote(wanted)} в Messenger`,
};

const whichIsRight = 'Виправте сайт або, якщо контакти змінилися, очікувані контакти в touchpoints.yaml.';

function nameCover(cover: Cover, { quote }: StatementFormat): string {
  return cover.what === 'cookie-banner' ? 'банер про cookie' : `інший елемент сторінки (${quote(cover.selector)})`;
}

function unreadable(
  { contacts, fault, sizes }: SharedFault<UnreadableContact>,
  { number, counted, list }: StatementFormat,
): [what: string, advice: string] {
  const which = `${list(contacts)} важко прочитати:`;
  if (fault.why !== 'pale') {
    const pixels = { one: 'піксель', few: 'пікселі', many: 'пікселів', other: 'пікселя' };
    const high = `${sizes.length === 1 ? 'лише' : 'подекуди лише'} ${counted(Math.min(...sizes), pixels)}`;
    const size = `${which} на телефоні літери заввишки ${high}`;
    if (fault.why === 'small') return [size, 'Зробіть їх щонайменше 12, а краще 16 пікселів.'];
    const [because, advice] = shrinking[fault.shrunkBy];
    return [`${size}, ${because}`, advice];
  }
  const ratio = `${list(sizes.map((size) => number(size, 2)))} до 1`;
  return [
    `${which} колір надто мало відрізняється від тла (контраст ${ratio}, а потрібно 4,5 до 1)`,
    adviceOnContrast(fault),
  ];
}

const shrinking: Readonly<Record<ShrunkBy, readonly [because: string, advice: string]>> = {
  'no-viewport': [
    'бо на сторінці немає метатегу viewport і телефон зменшує її всю',
    `Попросіть веброзробника зробити сторінки придатними для телефона: додати до <head> рядок «${viewportLine}» і верстку, не ширшу за екран.`,
  ],
  'own-viewport': [
    'бо метатег viewport не задає ширину екрана телефона і той зменшує всю сторінку',
    `Попросіть веброзробника замінити цей тег на «${viewportLine}» і зробити верстку не ширшою за екран телефона.`,
  ],
  'wide-page': [
    'бо щось на сторінці ширше за екран і телефон зменшує її всю',
    'Попросіть веброзробника вмістити все в ширину екрана телефона.',
  ],
};

function faint(
  { contacts, fault, sizes }: SharedFault<FaintContact>,
  { number, list }: StatementFormat,
): [what: string, advice: string] {
  const ratio = `${list(sizes.map((size) => number(size, 2)))} до 1`;
  return [
    `${list(contacts)} можна прочитати, але контраст із тлом ${ratio}, а стандарт доступності WCAG AA вимагає 4,5 до 1`,
    adviceOnContrast(fault),
  ];
}

const onContrast: Readonly<Record<Clearer, string>> = {
  'lighter-text': 'Зробіть літери світлішими.',
  'darker-text': 'Зробіть літери темнішими.',
  'darker-background': 'Зробіть тло темнішим або візьміть для літер темний колір.',
};

function adviceOnContrast({ clearer }: FaintContact): string {
  return clearer === undefined ? 'Зробіть літери темнішими або тло світлішим, чи навпаки.' : onContrast[clearer];
}
