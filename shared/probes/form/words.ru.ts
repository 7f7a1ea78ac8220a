import type { Format, StatementFormat } from '../../model/format.ts';
import type { FoundForm } from '../../model/found.ts';
import type { ProbeWords } from '../probe-words.ts';
import { adviceOn, whyUnfinished } from '../unfinished-walk.ru.ts';
import type { form } from './spec.ts';
import type { FormStatements } from './statements.ts';

const purposeNames: Readonly<Record<FoundForm['purpose'], string>> = {
  contact: 'связь',
  booking: 'запись или бронирование',
  newsletter: 'подписка на рассылку',
  search: 'поиск',
  login: 'вход',
  comment: 'отзывы',
  order: 'заказ',
  other: 'что-то другое',
};
const seconds = { one: 'секунду', few: 'секунды', many: 'секунд', other: 'секунды' };
const connect = 'Попросите веб-разработчика настроить отправку.';

export const ru: ProbeWords<typeof form, FormStatements> = {
  name: 'Контактная форма',
  good: 'форма связи работает',
  bad: 'форма связи не работает',
  measurement: {
    fieldsMissing: () => 'форма отправляет не всё, что в неё вводят',
    confirmationMissing: () => 'после отправки посетитель не видит подтверждения',
    endpointDoubtful: () => 'адреса, на который отправляет форма, похоже, не существует',
    mailProgramNeeded: () => 'форме нужна почтовая программа посетителя',
    sentTwice: () => 'форма отправляет каждое сообщение дважды',
    submitMs: (value) => `форма отвечает через ${value}`,
  },
  says: {
    'form/none': ({ purposes }) => {
      const others = purposes.map((purpose) => purposeNames[purpose]).join(', ');
      return `не найдено формы, через которую клиент мог бы написать${others === '' ? '' : ` (у найденных форм другое назначение: ${others})`}`;
    },
    'form/missing': ({ page }) =>
      `на странице ${page} нет формы связи, хотя по настройкам (touchpoints.yaml) она там должна быть: её убрали или перенесли на другую страницу`,
    'form/vanished': () => [
      'сначала форма на странице была, а когда пришло время её заполнять, исчезла',
      'Больше покажет следующая проверка.',
    ],
    'form/rehearsed': ({ url, advice = [] }, { at, whole }) => [
      `форма отправляет то, что вводит посетитель${at(', на ', url)}; это была репетиция, так что ни одного сообщения не доставлено`,
      ...advice.map(whole),
    ],
    'form/many-required': ({ required }, { counted }) => [
      `посетитель должен заполнить ${counted(required, { one: 'поле', few: 'поля', many: 'полей', other: 'поля' })}, и на каждом лишнем поле кто-то бросит заполнять`,
      'Спрашивайте только то, без чего нельзя ответить.',
    ],
    'form/needless-email': ({ label }, { quote }) => [
      `форма обещает перезвонить, но требует ещё и электронную почту (${quote(label)})`,
      'Сделайте это поле необязательным или уберите его.',
    ],
    'form/number-displaced': ({ label, typed, left }, { quote }) => [
      `поле телефона (${quote(label)}) превращает ${typed} в ${left}: дописывает свои цифры в начале и отбрасывает последние`,
      'Покажите начало номера заранее или принимайте номер так, как его пишут люди.',
    ],
    'form/hands-over': ({ to, advice = [] }, { whole }) => [
      `форма передаёт сообщение ${to === 'mail' ? 'в почтовую программу' : 'в мессенджер'} самого посетителя`,
      ...advice.map(whole),
    ],
    'form/untried': (seen, format) => [
      `${seen.forms.length + seen.more === 1 ? 'есть ещё одна форма для клиентов, но она не проверена' : 'есть и другие формы для клиентов, но они не проверены'}: ${namesOf(seen, format)}`,
      howToTry(seen, format),
    ],
    'form/one-of-several': ({ page, says }, { whole }) => [
      `из проверенных форм не работает та, что на ${page}`,
      whole(says),
    ],
    'form/mail-program': () => [
      'сама форма ничего не отправляет: она открывает письмо в почтовой программе посетителя, а где её нет, как у тех, кто читает почту в браузере, ничего не отправляется',
      'Попросите веб-разработчика сделать так, чтобы сообщение отправлял сам сайт. А пока ваш электронный адрес должен стоять рядом с формой, чтобы его можно было скопировать.',
    ],
    'form/sent-twice': ({ url }, { at }) => [
      `одно нажатие кнопки дважды отправляет то же сообщение${at(' на ', url)}, так что каждое обращение, скорее всего, приходит к вам дважды`,
      'Спросите веб-разработчика, не подключён ли скрипт формы дважды и не отправляет ли её, кроме скрипта, ещё и сам браузер.',
    ],
    'form/sent-two-ways': ({ url, other }, { at }) => [
      `одно нажатие кнопки отправляет сообщение на два адреса сайта${at(': ', url)}${at(' и ', other)}`,
      'Если каждое обращение приходит к вам дважды, попросите веб-разработчика, чтобы форму отправлял либо скрипт, либо браузер, а не оба.',
    ],
    'form/placeholder-address': ({ url }, { at }) => [
      `никто не получает того, что отправляет форма: её адрес${at(' ', url)} остался из шаблона, настоящий так и не вписали`,
      'Попросите веб-разработчика указать его.',
    ],
    'form/endpoint-broken': ({ status, url }, { at }) => [
      `сообщения из формы теряются: адрес, на который она отправляет, отвечает ошибкой ${status}${at(' (', `${url})`)}`,
      'Попросите веб-разработчика проверить этот сервер и его журнал ошибок.',
    ],
    'form/endpoint-doubtful': ({ status, url }, { at }) => [
      `адрес, на который отправляет форма${at(' (', `${url})`)}, отвечает на запрос кодом ${status}: не найдено`,
      'Заполните форму один раз сами и посмотрите, придёт ли сообщение.',
    ],
    'form/fields-not-sent': ({ labels }, { list, quote }) => [
      `то, что вводят в ${labels.length === 1 ? 'поле' : 'поля'} ${list(labels.map((label) => quote(label, 80)))}, не отправляется, и никто этого не прочтёт`,
      'Возможно, в коде страницы потерялось имя поля.',
    ],
    'form/script-error': ({ message, page }, { quote, at }) => [
      `через форму${on(page, at)} никто не может написать: после нажатия кнопки ломается её скрипт, и ничего не отправляется`,
      `Ошибка для веб-разработчика: ${quote(message, 200)}.`,
    ],
    'form/captcha': (guard, format) => [
      `форму закрывает ${captchaOf(guard)}, поэтому проверить её до конца не удалось`,
      letInBy(guard, format),
    ],
    'form/captcha-missing': ({ url, status }, { at }) => [
      `через форму никто не может написать: она ждёт капчу, которая не появляется, потому что её скрипт отвечает HTTP ${status}${at(' (', `${url})`)}`,
      'Попросите веб-разработчика вернуть скрипт или убрать капчу.',
    ],
    'form/only-reloads': ({ page }, { at }) => [
      `через форму${on(page, at)} никто не может написать: кнопка только перезагружает страницу, а введённое не отправляется`,
      connect,
    ],
    'form/does-nothing': ({ page }, { at }) => [
      `через форму${on(page, at)} никто не может написать: кнопка не действует, ничего не отправляется, и посетителю ничего не сообщают`,
      connect,
    ],
    'form/sends-nothing': ({ thanks, page }, { quote, at }) => [
      `форма${on(page, at)} ${thanks === null ? 'очищает поля' : `пишет ${quote(thanks, 100)}`}, но из браузера посетителя ничего не уходит: теряется каждое сообщение`,
      connect,
    ],
    'form/no-button': () => [
      'не удалось найти кнопку, которой отправляют форму',
      'Если клиенты её видят, значит, она не помечена как кнопка, и те, кто пользуется клавиатурой или программой чтения с экрана, её тоже не находят.',
    ],
    'form/refuses': ({ says }, { quote }) => [
      `форма не принимает того, что мы ввели: ${quote(says)}`,
      'Если ей нужно что-то особенное, укажите это в разделе «fill» в touchpoints.yaml.',
    ],
    'form/refuses-field': (field, format) => [
      `форма не принимает того, что мы ввели в ${fieldOf(field, format)}`,
      'Укажите нужное значение в разделе «fill» в touchpoints.yaml.',
    ],
    'form/field-unfilled': ({ label }, { quote }) => [
      `Touchlight не смог заполнить поле ${quote(label, 80)}, а без него форма ничего не отправляет`,
      'Заполните форму сами, чтобы увидеть, работает ли она.',
    ],
    'form/field-closed': (field, format) => [
      `не удалось ничего ввести в ${fieldOf(field, format)}: поле чем-то закрыто или выключено, либо проверка не успела`,
      'Попробуйте сами.',
    ],
    'form/hidden-required': ({ label }, { quote }) => [
      `форму не может отправить никто: она требует заполнить поле${label === null ? '' : ` ${quote(label, 80)}`}, которого посетитель не видит, и браузер молча отказывает`,
      'Попросите веб-разработчика убрать это поле или сделать его необязательным.',
    ],
    'form/impossible-field': ({ label, misses }, { quote }) => [
      `форму не может отправить никто: ${label === null ? 'одно из обязательных полей' : `обязательное поле ${quote(label, 80)}`} ${misses === 'choice' ? 'не предлагает ни одного варианта на выбор' : 'не принимает никакого значения, потому что его ограничения противоречат друг другу'}`,
      misses === 'choice'
        ? 'Спросите веб-разработчика, откуда должны браться варианты.'
        : 'Попросите веб-разработчика проверить ограничения этого поля.',
    ],
    'form/switched-off': ({ page }, { at }) => [
      `через форму${on(page, at)} никто не может написать: все её поля выключены, и ввести ничего нельзя`,
      'Спросите веб-разработчика почему. Часто не загружается скрипт, который должен их включить.',
    ],
    'form/confirmed': ({ says, advice = [] }, { quote, whole }) => [
      `форма отправлена, сайт подтвердил: ${quote(says)}`,
      ...advice.map(whole),
    ],
    'form/unconfirmed': ({ expected }, format) => `форма отправлена, но на странице нет ${notSeen(expected, format)}`,
    'form/confirmation-missing': ({ expected }, format) => [
      `после отправки на странице нет ${notSeen(expected, format)}`,
      expected === null
        ? 'Посетители не знают, дошло ли их сообщение; если подтверждение всё-таки есть, укажите его слова в «confirmation» в touchpoints.yaml.'
        : 'Либо сообщение не принято, либо слова в «confirmation» в touchpoints.yaml уже не те, что на сайте.',
    ],
    'form/rejected': ({ status, says }, { quote }) => [
      `форма заполнена и отправлена, но сайт её отклонил${status === null ? '' : ` (код ${status})`}${says === null ? '' : `: ${quote(says)}`}`,
      'Попробуйте сами: если откажут и вам, значит, клиенты написать не могут.',
    ],
    'form/captcha-refuses': (guard, format) => [
      `форму закрывает ${captchaOf(guard)}, и она не пропустила нашу проверку`,
      letInBy(guard, format),
    ],
    'form/timeout': ({ patienceSeconds }, { counted }) => [
      `форма отправлена, но сервер не ответил за ${counted(patienceSeconds, seconds)}: клиенты не знают, дошло ли их сообщение`,
      'Попросите веб-разработчика проверить, что делает сервер, когда отправляют форму.',
    ],
    'form/unreachable': ({ host, why }, { clause }) => [
      `сообщения из формы теряются: ${host}, куда она их отправляет, недоступен (${clause(why)})`,
      'Попросите веб-разработчика проверить этот сервер.',
    ],
    'form/connection-broke': () => 'соединение оборвалось',
    'form/no-such-name': () => 'сервера с таким именем нет',
    'form/no-answer': () => 'нет ответа',
    'form/server-error': ({ status }) => [
      `сообщения из формы, скорее всего, теряются: сервер, который их принимает, отвечает ошибкой ${status}`,
      'Попросите веб-разработчика проверить журнал ошибок сервера.',
    ],
    'form/private-address': ({ url }, { at }) => [
      `сообщения из формы теряются: она отправляет их на адрес${at(' ', url)}, который существует только на компьютере самого посетителя или во внутренней сети`,
      'Попросите веб-разработчика указать публичный адрес сайта.',
    ],
    'form/leads-inside': ({ url, why }, { at, whole }) => [
      `форма отправляет сообщения на ${at('', url) || 'внутренний адрес'}, поэтому до конца она не проверена`,
      whole(why),
      'Если это имя ведёт туда же и у клиентов, написать они не могут: спросите веб-разработчика, верен ли адрес.',
    ],
    'form/sent-on-inside': ({ url, why }, { at, whole }) => [
      `форма отправлена, но дальше её сервер ведёт на ${at('', url) || 'внутренний адрес'}`,
      whole(why),
      'Если туда попадают и клиенты, они видят ошибку вместо подтверждения: заполните форму один раз сами.',
    ],
    'form/outside-hours': ({ at, timeZone }, { dateTime }) => [
      `тестовое сообщение не отправлено: это делается только в рабочее время, а ${at === null ? 'его в календаре нет' : `оно начнётся ${dateTime(at, timeZone)}`}`,
      'С «outsideHours: true» в touchpoints.yaml его можно отправлять в любое время.',
    ],
    'form/daily-limit': ({ maxPerDay, at, timeZone }, { dateTime }) => [
      `тестовое сообщение не отправлено: исчерпан лимит, ${maxPerDay} за 24 часа («maxPerDay» в touchpoints.yaml)`,
      `Следующее можно отправить ${dateTime(at, timeZone)}.`,
    ],
    'form/sent-before': ({ at, timeZone, marker }, { dateTime }) => [
      `тестовое сообщение (метка ${marker}) отправлено ${dateTime(at, timeZone)}, после чего проверка прервана, поэтому второй раз оно не отправляется`,
      'Дошло ли сообщение, неизвестно; покажет следующая проверка.',
    ],
    'form/not-for-enquiries': ({ purpose }) => [
      `назначение этой формы: ${purposeNames[purpose]}, а тайный покупатель пишет только через формы связи`,
      'Он ничего не бронирует, не заказывает и никуда не записывается. Укажите в touchpoints.yaml другую форму.',
    ],
    'form/takes-no-enquiry': ({ missing }) => [
      missing === 'message'
        ? 'в форме нет поля для сообщения, так что спросить через неё ничего нельзя'
        : 'форма не спрашивает адрес электронной почты, так что ответ до тайного покупателя не дошёл бы',
      'Укажите в touchpoints.yaml другую форму.',
    ],
    'form/too-late': () => 'очередь до формы дошла намного позже, чем было запланировано, поэтому ничего не отправлено',
    'form/unfinished': (walk, format) => [
      `формы связи не найдено, но она может быть: ${whyUnfinished(walk, format)}`,
      ...adviceOn(walk, format),
    ],
  },
  trend: {
    submitMs: 'Время ответа формы',
  },
  remedy:
    'Заполните форму сами. Если она не работает, попросите веб-разработчика проверить адрес, на который она отправляет, и журнал ошибок сервера. До тех пор сообщения клиентов теряются.',
  trouble: {
    title: 'Контактная форма не работает',
    has: (at) => `контактная форма${at} не работает`,
    was: (at) => `контактная форма${at} не работала`,
    todo: 'Заполните форму сами. Если она не работает, попросите веб-разработчика проверить, куда она отправляет.',
    gain: 'Обращения снова будут приходить: сейчас то, что пишут клиенты, теряется.',
  },
};

function namesOf({ forms, more }: FormStatements['form/untried'], { quote, list }: StatementFormat): string {
  const named = forms.map(({ title, page }) => `${title === null ? 'форма' : quote(title, 60)} на ${page}`);
  return list([...named, ...(more > 0 ? [`ещё ${more}`] : [])]);
}

function howToTry({ forms, more }: FormStatements['form/untried'], { quote, list }: StatementFormat): string {
  const one = forms.length + more === 1;
  const keys = list(forms.flatMap(({ key }) => (key === null ? [] : quote(key, 100))));
  const sample = quote('form:/#callback');
  return keys === ''
    ? `Чтобы проверять и ${one ? 'её' : 'их'}, дайте каждой форме свой id и впишите её в touchpoints.yaml по странице и id, например ${sample}.`
    : `Чтобы проверять и ${one ? 'её' : 'их'}, добавьте ${keys} к проверкам сайта в touchpoints.yaml.`;
}

function on(page: string | undefined, at: StatementFormat['at']): string {
  return page === undefined ? '' : at(' на странице ', page);
}

function captchaOf({ captcha }: FormStatements['form/captcha']): string {
  return captcha === null ? 'капча' : `капча (${captcha})`;
}

function letInBy({ userAgent, testKey }: FormStatements['form/captcha'], { quote }: Format): string {
  const key = testKey === null ? '' : `, или дайте им тестовый ключ ${testKey}`;
  return `Чтобы форму можно было проверить, не показывайте капчу посетителям, у которых User-Agent содержит ${quote(userAgent)}${key}.`;
}

function fieldOf({ label, says }: FormStatements['form/refuses-field'], { quote }: Format): string {
  return `${label === null ? 'одно из полей' : `поле ${quote(label, 80)}`}${says === null ? '' : ` (браузер пишет: ${quote(says)})`}`;
}

function notSeen(expected: string | null, { quote }: Format): string {
  return expected === null ? 'ничего похожего на подтверждение' : `слов ${quote(expected)}`;
}
