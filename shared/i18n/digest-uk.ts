import { platformNames } from '../model/social-platform.ts';
import type { DigestWords } from './digest-words.ts';
import { formatFor } from './format.ts';

const locale = 'uk-UA';
const alerts = { one: 'сповіщення', few: 'сповіщення', many: 'сповіщень', other: 'сповіщення' };
const customers = { one: 'клієнту', few: 'клієнтам', many: 'клієнтам', other: 'клієнта' };
const writers = {
  one: 'клієнту, що написав на пошту',
  few: 'клієнтам, що написали на пошту',
  many: 'клієнтам, що написали на пошту',
  other: 'клієнта, що написали на пошту',
};
const waiting = { one: 'клієнт', few: 'клієнти', many: 'клієнтів', other: 'клієнта' };
const touchpoints = { one: 'точка контакту', few: 'точки контакту', many: 'точок контакту', other: 'точки контакту' };

const { counted } = formatFor('uk');

function promised(waited: string | null, due: string | null, lead: string): string {
  const waits = waited === null ? 'звернення надійшло щойно або в неробочий час' : `чекає ${waited} робочого часу`;
  return due === null ? waits : `${waits}; ${lead} ${due}`;
}

export const uk: DigestWords = {
  language: 'uk',
  locale,
  light: { red: 'Червоне', yellow: 'Жовте', green: 'Зелене', unknown: 'Сіре' },
  lights: {
    red: { one: 'червона', few: 'червоні', many: 'червоних', other: 'червоної' },
    yellow: { one: 'жовта', few: 'жовті', many: 'жовтих', other: 'жовтої' },
    green: { one: 'зелена', few: 'зелені', many: 'зелених', other: 'зеленої' },
    unknown: { one: 'сіра', few: 'сірі', many: 'сірих', other: 'сірої' },
  },
  kind: {
    website: 'Сайт',
    phone: 'Телефон',
    shopper: 'Тестові звернення',
    survey: 'Опитування клієнтів',
    orders: 'Замовлення',
    scorecard: 'Оціночний лист',
    ...platformNames,
    'google-reviews': 'Відгуки Google',
    mailbox: 'Поштова скринька',
  },
  otherTrouble: {
    title: 'Щось не так',
    has: (at) => `щось${at} не так уже`,
    was: (at) => `щось${at} було не так`,
    todo: 'Перевірте самі, як клієнт.',
    gain: 'На одну причину піти від вас менше.',
  },
  figure: {
    answering: 'Сайт працював',
    phoneContentMs: 'Поява основного вмісту на телефоні',
    phoneCompleteMs: 'Повне завантаження на телефоні',
    desktopCompleteMs: 'Повне завантаження на комп’ютері',
    visitorsContentMs: 'Справжні відвідувачі: основний вміст на телефоні',
    visitorsResponseMs: 'Справжні відвідувачі: реакція на дотик',
    formWorks: 'Контактна форма працювала',
    messageArrivalMs: 'Час, за який зазвичай надходить її повідомлення',
    clicksToContact: 'Натискань до контакту',
    lighthouse: 'Оцінка Lighthouse',
    emptyChatMornings: 'Ранки без операторів у чаті',
    answeredInTime: 'Відповіли вчасно',
    firstResponseMinutes: 'Типовий час до першої відповіді',
    testEnquiryMinutes: 'Час до відповіді людини на тестове звернення',
    callsPickedUp: 'Частка дзвінків, на які відповіли',
    ringMs: 'Скільки зазвичай чекають на лінії',
    notCalledBack: 'Пропущено й не передзвонили',
    rating: 'Середня оцінка',
    promoterScore: 'Індекс лояльності NPS',
    repeatRate: 'Частка клієнтів, які купили знову',
  },
  role: {
    host: 'ваш хостинг-провайдер',
    developer: 'ваш веброзробник',
    answerer: 'той, хто відповідає клієнтам',
    operator: 'той, хто відповідає за Touchlight',
  },
  andMore: (count) => `і ще ${count}`,
  waited: (count, at, length) =>
    count === 1
      ? `1 клієнт${at} надто довго чекає на відповідь, уже ${length} робочого часу`
      : `надто довго чекають на відповідь${at} – ${count}, найдовше ${length} робочого часу`,
  mustAnswer: (count, at, deadline) =>
    count === 1
      ? `${deadline} треба відповісти ${counted(1, customers)}${at}`
      : `треба відповісти ${counted(count, customers)}${at}, першому – ${deadline}`,
  mustCallBack: (count, at, deadline) =>
    count === 1
      ? `${deadline} треба передзвонити ${counted(1, customers)}${at}`
      : `треба передзвонити ${counted(count, customers)}${at}, першому – ${deadline}`,
  until: (what, deadline) => `${what}, відповісти треба ${deadline}`,
  lasting: (what, length) => `${what} ${length}`,
  week: (number) => `Тиждень ${number}`,
  subject: {
    allGreen: (count) => (count === 1 ? 'Усе зелене' : `Усі ${count} зелені`),
    nothingToDo: 'цього тижня робити нічого не треба',
    overNow: (what) => `${what}, уже виправлено`,
    unseen: (name) => `${name} – не вдалося виміряти`,
    notAllMeasured: 'Виміряно не все',
    nothingMeasured: 'нічого не виміряно',
    nothingWatched: 'Поки що ні за чим не спостерігаємо',
  },
  headline: {
    worst: (what, since) => (since === null ? `Найгірше: ${what}.` : `Найгірше: ${what}, з ${since}.`),
    urgent: (what) => `Найтерміновіше: ${what}.`,
    lastKnown: (what, since) => `Останній відомий стан: ${what}. Не вимірюється з ${since}.`,
    over: (what) => `Усе знову працює. Протягом тижня ${what}.`,
    green: (what) => `Усе зелене. Протягом тижня ${what}.`,
    overUnseen: (what) => `Протягом тижня ${what}. Це вже виправлено, але виміряти вдалося не все.`,
    overAndNews: (what) => `Протягом тижня ${what}. Це вже виправлено, але зараз негаразд щось інше, дивіться нижче.`,
    news: 'Щойно щось перестало бути зеленим, дивіться нижче. Чи це надовго, покаже наступна перевірка.',
    allWell: 'Увесь тиждень усе було зеленим. Робити нічого не треба.',
    unseen: 'Проблем не виявлено, але виміряти вдалося не все. Там, де вимірювань немає, проблеми можливі.',
    nothingMeasured:
      'За цей тиждень Touchlight нічого не виміряв, тож стан невідомий. Зверніться до того, хто відповідає за Touchlight.',
    nothingWatched:
      'У конфігурації немає жодної точки контакту з перевіркою. Попросіть того, хто відповідає за Touchlight, додати її.',
  },
  note: {
    firstWeek: (since) => `Перший тиждень: спостерігаємо з ${since}, тож порівняти ще немає з чим.`,
    past: 'Це звіт за минулий тиждень: кольори показують, чим він закінчився, порад немає.',
    runningWeek: 'Тиждень ще триває: показники станом на зараз.',
  },
  heading: {
    actions: 'Що зробити насамперед',
    touchpoints: 'Точки контакту, спочатку найгірші',
    unseen: 'Не виміряно',
    overdue: 'Чекають на відповідь довше, ніж обіцяно',
    overdueCalls: 'Кому не передзвонили вчасно',
    figures: 'Показники',
    incidents: 'Що було не так',
    small: 'Про цей лист',
  },
  column: { what: 'Показник', thisWeek: 'Цей тиждень', lastWeek: 'Попередній' },
  noActions: 'Цього тижня нічого.',
  action: {
    why: 'Чому',
    gain: 'Що це дасть',
    who: 'Хто',
    by: 'До',
    answer: (count, name) => `${name}: дайте відповідь ${counted(count, customers)}`,
    answerAll: (count, names) => `${names}: дайте відповідь ${counted(count, customers)}`,
    answerMail: (count, which) => `Дайте відповідь ${counted(count, writers)}${which}`,
    callBack: (count, which) => `Передзвоніть ${counted(count, customers)}${which}`,
    callBackTodo: 'Передзвоніть зараз, спочатку тому, хто чекає найдовше, і вирішіть, хто передзвонюватиме завтра.',
    answerGain: 'Клієнти, яким відповіли швидко, частіше повертаються, а дрібні скарги не переростають у великі.',
    steady: (title, times) => `${title}: ${times} за тиждень`,
    steadyTodo: 'Щоразу все відновлювалося. Знайдіть причину, щоб це не повторювалося.',
    steadyGain: 'Клієнти щодня бачать ту саму якість.',
    see: (title, name) => `Відновіть вимірювання: «${title}» (${name})`,
    seeTodo: 'Touchlight зараз не може цього виміряти, тож стан невідомий.',
    seeGain: 'У наступному листі стан буде видно.',
    since: (moment) => `з ${moment}`,
    longestSince: (moment, count) => (count === 1 ? `чекає з ${moment}` : `найдовше чекають з ${moment}`),
    today: 'сьогодні',
    more: (count) => `Ще ${count} у списку нижче.`,
  },
  times: { one: 'раз', few: 'рази', many: 'разів', other: 'раза' },
  weekBefore: (light) => `Тиждень тому: ${light}`,
  noWeekBefore: 'Тиждень тому: не спостерігали',
  troubleFor: (length) => `Проблеми за тиждень: ${length}`,
  dueSoon: 'Комусь треба скоро відповісти',
  nothingSeen: 'Цього тижня не виміряно',
  noTrouble: 'Проблем не було',
  troubleOverWindow: 'Проблема за довший час',
  troubleAfter: 'Проблема почалася вже після цього тижня',
  troubleNow: 'Проблема щойно почалася',
  still: 'триває',
  lastKnown: (light, at) => `${light} під час останнього вимірювання, ${at}`,
  fromTo: (from, to) => `${from} – ${to}`,
  sinceMoment: (from) => `з ${from}`,
  noticed: (moment) => `помічено ${moment}`,
  gone: (moment) => `зникло ${moment}`,
  moreIncidents: (count) => `Ще ${count} у звіті (touchlight report).`,
  detail: 'Подробиці',
  ownWords: 'Подробиці (англійською)',
  notMeasured: 'не виміряно',
  overdueCall: (waited, due) => promised(waited, due, 'обіцяно передзвонити до'),
  missedCall: (caller, at) => `${caller} (пропущений дзвінок: ${at})`,
  overdue: (waited, due) => promised(waited, due, 'обіцяно до'),
  saidBy: (name, text) => `${name}: «${text}»`,
  answerHere: 'Відповісти',
  moreOverdue: (count) => `Ще ${counted(count, waiting)}`,
  unseen: {
    never: 'ще не вимірювали',
    now: (since) => `не вдається виміряти з ${since}`,
    silent: (since) => `не вимірюється з ${since}`,
    unjudged: 'поки не оцінюється',
    clockAhead: 'невідомо, бо останнє вимірювання датовано майбутнім часом',
    often: 'більшу частину тижня не вдавалося виміряти',
    missing: 'більшу частину тижня вимірювань не було',
    days: (days) => `не виміряно ${days}`,
  },
  rest: (count, green) =>
    green === count
      ? `І ще ${counted(count, touchpoints)}, ${count === 1 ? 'теж зелена' : 'усі зелені'}.`
      : `І ще ${counted(count, touchpoints)}, зелених серед них ${green}; у звіті є всі.`,
  runs: (count) => `Вимірів за тиждень: ${count}.`,
  cost: (dollars) => `Робота Touchlight коштує приблизно ${dollars} на місяць за цінами AWS.`,
  noise: (n) =>
    n === 0 ? 'За тиждень сповіщень не було.' : `За тиждень ви та ваші колеги отримали ${counted(n, alerts)}.`,
  loudest: (check, times) => `Найчастіше: «${check}», ${times}.`,
  report: 'Відкрити повний звіт',
  livePage: 'Подивитися, як зараз',
  noReaders:
    'Цей лист поки що нікому не надсилається. Щоб він надходив щотижня, додайте адреси в touchpoints.yaml: digest: { to: [owner@example.com] }.',
  whyThis: (business) => `Ви отримали цей лист, бо вашу адресу вказано в розділі «digest» конфігурації (${business}).`,
  stop: 'Щоб більше не отримувати, скажіть тому, хто відповідає за Touchlight, або надішліть у відповідь слово «unsubscribe».',
  someOf: (some, all) => `${some} з ${all}`,
  ofFive: (rating) => `${rating} з 5`,
  ofHundred: (score) => `${score} зі 100`,
  second: 'с',
  full: {
    title: 'Звіт Touchlight',
    trends: 'Динаміка за п’ять тижнів (p75: три з чотирьох вимірів були не гірші)',
    typicalTrends: 'Динаміка за п’ять тижнів',
    histories: 'Останні пів року за звітом Google про відвідувачів із Chrome (p75: у трьох із чотирьох було не гірше)',
    typical: 'зазвичай',
    waterfall: 'Найповільніші запити останнього візиту',
    screenshots: 'Що побачив останній візит',
    contacts: 'Контакти: де їх видно',
    request: 'Запит',
    type: 'Вид',
    size: 'Розмір',
    time: 'Час',
    contact: 'Контакт',
    mobile: 'Телефон',
    desktop: 'Комп’ютер',
    inView: 'видно одразу',
    coveredBy: 'закриває',
    unusable: 'не відкривається натисканням',
    notSeen: 'не видно',
    unfinished: 'не завершено',
    writtenAt: 'Створено',
    taps: {
      one: 'натискання, щоб побачити',
      few: 'натискання, щоб побачити',
      many: 'натискань, щоб побачити',
      other: 'натискання, щоб побачити',
    },
    latest: (date, value) => `Останнє, ${date}: ${value}.`,
    range: (low, high) => `Найменше ${low}, найбільше ${high}.`,
    bound: {
      'at-most': (value) => `Пунктир: зелене – не більше ${value}.`,
      'at-least': (value) => `Пунктир: зелене – щонайменше ${value}.`,
    },
    requestType: {
      Document: 'Сторінка',
      Stylesheet: 'Стилі',
      Image: 'Зображення',
      Media: 'Відео або звук',
      Font: 'Шрифт',
      Script: 'Скрипт',
      XHR: 'Дані',
      Fetch: 'Дані',
      Ping: 'Статистика',
      Other: 'Інше',
    },
  },
};
