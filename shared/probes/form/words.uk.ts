import type { Format, StatementFormat } from '../../model/format.ts';
import type { FoundForm } from '../../model/found.ts';
import type { ProbeWords } from '../probe-words.ts';
import { adviceOn, whyUnfinished } from '../unfinished-walk.uk.ts';
import type { form } from './spec.ts';
import type { FormStatements } from './statements.ts';

const purposeNames: Readonly<Record<FoundForm['purpose'], string>> = {
  contact: 'зв’язок',
  booking: 'запис або бронювання',
  newsletter: 'підписка на розсилку',
  search: 'пошук',
  login: 'вхід',
  comment: 'відгуки',
  order: 'замовлення',
  other: 'щось інше',
};
const seconds = { one: 'секунду', few: 'секунди', many: 'секунд', other: 'секунди' };
const connect = 'Попросіть веброзробника налаштувати надсилання.';

export const uk: ProbeWords<typeof form, FormStatements> = {
  name: 'Контактна форма',
  good: 'форма зв’язку працює',
  bad: 'форма зв’язку не працює',
  measurement: {
    fieldsMissing: () => 'форма надсилає не все, що в неї вводять',
    confirmationMissing: () => 'після надсилання відвідувач не бачить підтвердження',
    endpointDoubtful: () => 'адреси, на яку надсилає форма, схоже, не існує',
    mailProgramNeeded: () => 'форма потребує поштової програми відвідувача',
    sentTwice: () => 'форма надсилає кожне повідомлення двічі',
    submitMs: (value) => `форма відповідає через ${value}`,
  },
  says: {
    'form/none': ({ purposes }) => {
      const others = purposes.map((purpose) => purposeNames[purpose]).join(', ');
      return `не знайдено форми, через яку клієнт міг би написати${others === '' ? '' : ` (знайдені форми мають інше призначення: ${others})`}`;
    },
    'form/missing': ({ page }) =>
      `на сторінці ${page} немає форми зв’язку, хоча за налаштуваннями (touchpoints.yaml) вона там має бути: її прибрали або перенесли на іншу сторінку`,
    'form/vanished': () => [
      'спочатку форма на сторінці була, а коли настав час її заповнювати, зникла',
      'Більше покаже наступна перевірка.',
    ],
    'form/rehearsed': ({ url, advice = [] }, { at, whole }) => [
      `форма надсилає те, що вводить відвідувач${at(', на ', url)}; це була репетиція, тож жодного повідомлення не доставлено`,
      ...advice.map(whole),
    ],
    'form/many-required': ({ required }, { counted }) => [
      `відвідувач мусить заповнити ${counted(required, { one: 'поле', few: 'поля', many: 'полів', other: 'поля' })}, а через кожне зайве поле хтось не допише`,
      'Питайте лише те, без чого не можна відповісти.',
    ],
    'form/needless-email': ({ label }, { quote }) => [
      `форма обіцяє зателефонувати, але вимагає ще й електронну адресу (${quote(label)})`,
      'Зробіть це поле необов’язковим або приберіть.',
    ],
    'form/number-displaced': ({ label, typed, left }, { quote }) => [
      `поле телефону (${quote(label)}) робить із ${typed} номер ${left}: дописує свої цифри на початку й відкидає останні`,
      'Показуйте початок номера заздалегідь або приймайте номер так, як його пишуть люди.',
    ],
    'form/hands-over': ({ to, advice = [] }, { whole }) => [
      `форма передає повідомлення ${to === 'mail' ? 'в поштову програму' : 'в месенджер'} самого відвідувача`,
      ...advice.map(whole),
    ],
    'form/untried': (seen, format) => [
      `${seen.forms.length + seen.more === 1 ? 'є ще одна форма для клієнтів, але її не перевірено' : 'є й інші форми для клієнтів, але їх не перевірено'}: ${namesOf(seen, format)}`,
      howToTry(seen, format),
    ],
    'form/one-of-several': ({ page, says }, { whole }) => [
      `з перевірених форм не працює та, що на ${page}`,
      whole(says),
    ],
    'form/mail-program': () => [
      'сама форма нічого не надсилає: вона відкриває лист у поштовій програмі відвідувача, а де такої програми немає, як у тих, хто читає пошту в браузері, нічого не надсилається',
      'Попросіть веброзробника зробити так, щоб повідомлення надсилав сам сайт. А поки що ваша електронна адреса має стояти біля форми, щоб її можна було скопіювати.',
    ],
    'form/sent-twice': ({ url }, { at }) => [
      `одне натискання кнопки двічі надсилає те саме повідомлення${at(' на ', url)}, тож кожне звернення, мабуть, приходить до вас двічі`,
      'Запитайте веброзробника, чи не підключено скрипт форми двічі і чи не надсилає її, крім скрипта, ще й сам браузер.',
    ],
    'form/sent-two-ways': ({ url, other }, { at }) => [
      `одне натискання кнопки надсилає повідомлення на дві адреси сайту${at(': ', url)}${at(' і ', other)}`,
      'Якщо кожне звернення приходить до вас двічі, попросіть веброзробника, щоб форму надсилав або скрипт, або браузер, а не обидва.',
    ],
    'form/placeholder-address': ({ url }, { at }) => [
      `ніхто не отримує того, що надсилає форма: її адреса${at(' ', url)} лишилася із шаблону, справжньої так і не вписали`,
      'Попросіть веброзробника вказати її.',
    ],
    'form/endpoint-broken': ({ status, url }, { at }) => [
      `повідомлення з форми губляться: адреса, на яку вона надсилає, відповідає помилкою ${status}${at(' (', `${url})`)}`,
      'Попросіть веброзробника перевірити цей сервер і його журнал помилок.',
    ],
    'form/endpoint-doubtful': ({ status, url }, { at }) => [
      `адреса, на яку надсилає форма${at(' (', `${url})`)}, відповідає на запит кодом ${status}: не знайдено`,
      'Заповніть форму один раз самі й подивіться, чи прийде повідомлення.',
    ],
    'form/fields-not-sent': ({ labels }, { list, quote }) => [
      `те, що вводять у ${labels.length === 1 ? 'поле' : 'поля'} ${list(labels.map((label) => quote(label, 80)))}, не надсилається, тож ніхто цього не прочитає`,
      'Можливо, в коді сторінки загубилася назва поля.',
    ],
    'form/script-error': ({ message, page }, { quote, at }) => [
      `через форму${on(page, at)} ніхто не може написати: після натискання кнопки ламається її скрипт, і нічого не надсилається`,
      `Помилка для веброзробника: ${quote(message, 200)}.`,
    ],
    'form/captcha': (guard, format) => [
      `форму закриває ${captchaOf(guard)}, тож перевірити її до кінця не вдалося`,
      letInBy(guard, format),
    ],
    'form/captcha-missing': ({ url, status }, { at }) => [
      `через форму ніхто не може написати: вона чекає на капчу, яка не з’являється, бо її скрипт відповідає HTTP ${status}${at(' (', `${url})`)}`,
      'Попросіть веброзробника повернути скрипт або прибрати капчу.',
    ],
    'form/only-reloads': ({ page }, { at }) => [
      `через форму${on(page, at)} ніхто не може написати: кнопка лише перезавантажує сторінку, а введене не надсилається`,
      connect,
    ],
    'form/does-nothing': ({ page }, { at }) => [
      `через форму${on(page, at)} ніхто не може написати: кнопка не діє, нічого не надсилається, і відвідувачеві нічого не повідомляють`,
      connect,
    ],
    'form/sends-nothing': ({ thanks, page }, { quote, at }) => [
      `форма${on(page, at)} ${thanks === null ? 'очищає поля' : `пише ${quote(thanks, 100)}`}, але з браузера відвідувача нічого не надсилається: губиться кожне повідомлення`,
      connect,
    ],
    'form/no-button': () => [
      'не вдалося знайти кнопку, якою надсилають форму',
      'Якщо клієнти її бачать, то вона не позначена як кнопка, і ті, хто користується клавіатурою або програмою зчитування з екрана, її теж не знаходять.',
    ],
    'form/asks-first': () => [
      'перш ніж щось надіслати, форма просить у свого сервера те, чого не дасть ніхто інший, а репетиція такий запит не випускає',
      'Надішліть повідомлення самі або вкажіть «mode: submit», щоб форму перевіряли по-справжньому.',
    ],
    'form/refuses': ({ says }, { quote }) => [
      `форма не приймає того, що ми ввели: ${quote(says)}`,
      'Якщо їй потрібне щось особливе, вкажіть це в розділі «fill» у touchpoints.yaml.',
    ],
    'form/refuses-field': (field, format) => [
      `форма не приймає того, що ми ввели в ${fieldOf(field, format)}`,
      'Вкажіть потрібне значення в розділі «fill» у touchpoints.yaml.',
    ],
    'form/field-unfilled': ({ label }, { quote }) => [
      `Touchlight не зміг заповнити поле ${quote(label, 80)}, а без нього форма нічого не надсилає`,
      'Заповніть форму самі, щоб побачити, чи вона працює.',
    ],
    'form/field-closed': (field, format) => [
      `не вдалося нічого ввести в ${fieldOf(field, format)}: поле чимось закрите чи вимкнене, або перевірка не встигла`,
      'Спробуйте самі.',
    ],
    'form/hidden-required': ({ label }, { quote }) => [
      `форму не може надіслати ніхто: вона вимагає заповнити поле${label === null ? '' : ` ${quote(label, 80)}`}, якого відвідувач не бачить, і браузер мовчки відмовляє`,
      'Попросіть веброзробника прибрати це поле або зробити його необов’язковим.',
    ],
    'form/impossible-field': ({ label, misses }, { quote }) => [
      `форму не може надіслати ніхто: ${label === null ? 'одне з обов’язкових полів' : `обов’язкове поле ${quote(label, 80)}`} ${misses === 'choice' ? 'не пропонує жодного варіанта на вибір' : 'не приймає жодного значення, бо його обмеження суперечать одне одному'}`,
      misses === 'choice'
        ? 'Спитайте веброзробника, звідки мають братися варіанти.'
        : 'Попросіть веброзробника перевірити обмеження цього поля.',
    ],
    'form/switched-off': ({ page }, { at }) => [
      `через форму${on(page, at)} ніхто не може написати: усі її поля вимкнені, тож нічого не можна ввести`,
      'Спитайте веброзробника чому. Часто не завантажується скрипт, який мав би їх увімкнути.',
    ],
    'form/confirmed': ({ says, advice = [] }, { quote, whole }) => [
      `форму надіслано, сайт підтвердив: ${quote(says)}`,
      ...advice.map(whole),
    ],
    'form/unconfirmed': ({ expected }, format) => `форму надіслано, але на сторінці немає ${notSeen(expected, format)}`,
    'form/confirmation-missing': ({ expected }, format) => [
      `після надсилання на сторінці немає ${notSeen(expected, format)}`,
      expected === null
        ? 'Відвідувачі не знають, чи дійшло їхнє повідомлення; якщо підтвердження все-таки є, вкажіть його слова в «confirmation» у touchpoints.yaml.'
        : 'Або повідомлення не прийнято, або слова в «confirmation» у touchpoints.yaml вже не ті, що на сайті.',
    ],
    'form/rejected': ({ status, says }, { quote }) => [
      `форму заповнено й надіслано, але сайт її відхилив${status === null ? '' : ` (код ${status})`}${says === null ? '' : `: ${quote(says)}`}`,
      'Спробуйте самі: якщо відмовлять і вам, то клієнти написати не можуть.',
    ],
    'form/captcha-refuses': (guard, format) => [
      `форму закриває ${captchaOf(guard)}, і вона не пропустила нашої перевірки`,
      letInBy(guard, format),
    ],
    'form/timeout': ({ patienceSeconds }, { counted }) => [
      `форму надіслано, але сервер не відповів за ${counted(patienceSeconds, seconds)}: клієнти не знають, чи дійшло їхнє повідомлення`,
      'Попросіть веброзробника перевірити, що робить сервер, коли надсилають форму.',
    ],
    'form/unreachable': ({ host, why }, { clause }) => [
      `повідомлення з форми губляться: ${host}, куди вона їх надсилає, недоступний (${clause(why)})`,
      'Попросіть веброзробника перевірити цей сервер.',
    ],
    'form/connection-broke': () => 'з’єднання обірвалося',
    'form/no-such-name': () => 'сервера з таким іменем немає',
    'form/no-answer': () => 'немає відповіді',
    'form/server-error': ({ status }) => [
      `повідомлення з форми, мабуть, губляться: сервер, який їх приймає, відповідає помилкою ${status}`,
      'Попросіть веброзробника перевірити журнал помилок сервера.',
    ],
    'form/private-address': ({ url }, { at }) => [
      `повідомлення з форми губляться: вона надсилає їх на адресу${at(' ', url)}, яка існує лише на комп’ютері самого відвідувача або у внутрішній мережі`,
      'Попросіть веброзробника вказати публічну адресу сайту.',
    ],
    'form/leads-inside': ({ url, why }, { at, whole }) => [
      `форма надсилає повідомлення на ${at('', url) || 'внутрішню адресу'}, тож до кінця її не перевірено`,
      whole(why),
      'Якщо це ім’я веде туди ж і в клієнтів, написати вони не можуть: запитайте веброзробника, чи правильна адреса.',
    ],
    'form/sent-on-inside': ({ url, why }, { at, whole }) => [
      `форму надіслано, але далі її сервер веде на ${at('', url) || 'внутрішню адресу'}`,
      whole(why),
      'Якщо туди потрапляють і клієнти, вони бачать помилку замість підтвердження: заповніть форму один раз самі.',
    ],
    'form/outside-hours': ({ at, timeZone }, { dateTime }) => [
      `тестове повідомлення не надіслано: це робиться лише в робочий час, а ${at === null ? 'його в календарі немає' : `він почнеться ${dateTime(at, timeZone)}`}`,
      'З «outsideHours: true» у touchpoints.yaml його можна надсилати будь-коли.',
    ],
    'form/daily-limit': ({ maxPerDay, at, timeZone }, { dateTime }) => [
      `тестове повідомлення не надіслано: вичерпано ліміт, ${maxPerDay} за 24 години («maxPerDay» у touchpoints.yaml)`,
      `Наступне можна надіслати ${dateTime(at, timeZone)}.`,
    ],
    'form/sent-before': ({ at, timeZone, marker }, { dateTime }) => [
      `тестове повідомлення (позначка ${marker}) надіслано ${dateTime(at, timeZone)}, після чого перевірку перервано, тож удруге воно не надсилається`,
      'Чи дійшло повідомлення, невідомо; покаже наступна перевірка.',
    ],
    'form/not-for-enquiries': ({ purpose }) => [
      `призначення цієї форми: ${purposeNames[purpose]}, а таємний покупець пише лише через форми зв’язку`,
      'Він нічого не бронює, не замовляє й нікуди не записується. Вкажіть у touchpoints.yaml іншу форму.',
    ],
    'form/takes-no-enquiry': ({ missing }) => [
      missing === 'message'
        ? 'у формі немає поля для повідомлення, тож запитати через неї нічого не можна'
        : 'форма не питає електронної адреси, тож відповідь до таємного покупця не дійшла б',
      'Вкажіть у touchpoints.yaml іншу форму.',
    ],
    'form/too-late': () => 'до форми дійшла черга набагато пізніше, ніж було заплановано, тож нічого не надіслано',
    'form/unfinished': (walk, format) => [
      `форми зв’язку не знайдено, але вона може бути: ${whyUnfinished(walk, format)}`,
      ...adviceOn(walk, format),
    ],
  },
  trend: {
    submitMs: 'Час відповіді форми',
  },
  remedy:
    'Заповніть форму самі. Якщо вона не працює, попросіть веброзробника перевірити адресу, на яку вона надсилає, і журнал помилок сервера. Доти повідомлення клієнтів губляться.',
  trouble: {
    title: 'Контактна форма не працює',
    has: (at) => `контактна форма${at} не працює`,
    was: (at) => `контактна форма${at} не працювала`,
    todo: 'Заповніть форму самі. Якщо вона не працює, попросіть веброзробника перевірити, куди вона надсилає.',
    gain: 'Звернення знову надходитимуть: зараз те, що пишуть клієнти, губиться.',
  },
};

function namesOf({ forms, more }: FormStatements['form/untried'], { quote, list }: StatementFormat): string {
  const named = forms.map(({ title, page }) => `${title === null ? 'форма' : quote(title, 60)} на ${page}`);
  return list([...named, ...(more > 0 ? [`ще ${more}`] : [])]);
}

function howToTry({ forms, more }: FormStatements['form/untried'], { quote, list }: StatementFormat): string {
  const one = forms.length + more === 1;
  const keys = list(forms.flatMap(({ key }) => (key === null ? [] : quote(key, 100))));
  const sample = quote('form:/#callback');
  return keys === ''
    ? `Щоб перевіряти й ${one ? 'її' : 'їх'}, дайте кожній формі власний id і впишіть її в touchpoints.yaml за сторінкою та id, наприклад ${sample}.`
    : `Щоб перевіряти й ${one ? 'її' : 'їх'}, додайте ${keys} до перевірок сайту в touchpoints.yaml.`;
}

function on(page: string | undefined, at: StatementFormat['at']): string {
  return page === undefined ? '' : at(' на сторінці ', page);
}

function captchaOf({ captcha }: FormStatements['form/captcha']): string {
  return captcha === null ? 'капча' : `капча (${captcha})`;
}

function letInBy({ userAgent, testKey }: FormStatements['form/captcha'], { quote }: Format): string {
  const key = testKey === null ? '' : `, або дайте їм тестовий ключ ${testKey}`;
  return `Щоб форму можна було перевірити, не показуйте капчі відвідувачам, у яких User-Agent містить ${quote(userAgent)}${key}.`;
}

function fieldOf({ label, says }: FormStatements['form/refuses-field'], { quote }: Format): string {
  return `${label === null ? 'одне з полів' : `поле ${quote(label, 80)}`}${says === null ? '' : ` (браузер пише: ${quote(says)})`}`;
}

function notSeen(expected: string | null, { quote }: Format): string {
  return expected === null ? 'нічого схожого на підтвердження' : `слів ${quote(expected)}`;
}
