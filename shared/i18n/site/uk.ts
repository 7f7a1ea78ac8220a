import type { StatementFormat, Texts } from '../../model/format.ts';
import type { SiteStatements } from '../../model/site-statements.ts';
import { meanings, placeholders, recipes } from './answers-uk.ts';

/** "протягом однієї секунди", "протягом 20 секунд" */
const seconds = { one: 'секунди', few: 'секунд', many: 'секунд', other: 'секунди' };
const checkServer = 'Попросіть хостинг-провайдера перевірити вебсервер.';
const isItUp = 'Запитайте хостинг-провайдера, чи працює сервер.';

/** The page's address; where there is no room for it, everybody knows which site is meant. */
const page = (url: string, { at }: StatementFormat): string => at('', url) || 'сайт';

/** A code of a program, where there is one. */
const beside = (code: string | null): string => (code === null ? '' : ` (${code})`);

const refusals: Readonly<Record<SiteStatements['site/turned-away']['why'], string>> = {
  forbidden: 'не пускає Touchlight',
  'too-many-requests': 'вважає, що запитів забагато, і поки що не пускає Touchlight',
  'script-first': 'пускає лише того, хто спершу виконає скрипт, як це роблять браузери',
  'robot-check': 'спершу просить підтвердити, що відвідувач не робот',
};

export const uk: Texts<SiteStatements> = {
  'site/no-such-host': ({ host }) => [
    `адреси ${host} не існує: DNS її не знає`,
    'Перевірте, чи правильно її написано, а тоді чи не закінчилася реєстрація домену і чи є для нього запис у DNS.',
  ],
  'site/lookup-failed': ({ host }) =>
    `не вдалося знайти ${host} у DNS: машина, що вимірює, не має зв’язку із сервером імен, тож про сайт нічого не відомо`,
  'site/no-network': ({ host }) => `у машини, що вимірює, немає мережі, тож про ${host} нічого не відомо`,
  'site/refused': ({ host }) => [
    `${host} не приймає з’єднання: вебсервер там не працює`,
    'Попросіть хостинг-провайдера запустити його.',
  ],
  'site/no-route': ({ host, code }) => [`${host} недосяжний: мережа не знає до нього шляху${beside(code)}`, isItUp],
  'site/timed-out': ({ host, afterMs }, { counted }) => [
    afterMs === null
      ? `${host} не відповідає: час очікування з’єднання вичерпано`
      : `${host} не відповідає протягом ${counted(Math.round(afterMs / 1000), seconds)}`,
    isItUp,
  ],
  'site/broken-off': ({ host, code }) => [
    `${host} обриває з’єднання і нічого не відповідає${beside(code)}`,
    checkServer,
  ],
  'site/not-http': ({ host, code }) => [`${host} порушує протокол HTTP у своїй відповіді${beside(code)}`, checkServer],
  'site/headers-too-big': ({ host }) => [
    `${host} надсилає більше заголовків, ніж приймають браузери: замість сторінки вони показують помилку`,
    'Зазвичай якась програма ставить забагато файлів cookie: попросіть веброзробника їх прибрати.',
  ],
  'site/error-without-page': ({ host }) => [
    `${host} повертає помилку без сторінки`,
    'Попросіть веброзробника знайти причину в журналі помилок сайту.',
  ],
  'site/redirect-loop': ({ host }) => [
    `${host} переспрямовує по колу: сторінка так і не відкривається`,
    'Попросіть веброзробника виправити переспрямування.',
  ],
  'site/certificate-refused': ({ host, code }) => [
    `браузер не приймає сертифіката ${host}${beside(code)}: відвідувачі бачать попередження про небезпеку замість сторінки`,
    'Попросіть хостинг-провайдера поставити дійсний сертифікат; що не так із теперішнім, каже перевірка «availability».',
  ],
  'site/no-https': ({ host }) => [
    `${host} не підтримує https, хоча адреса його вимагає: відвідувачі бачать помилку замість сторінки`,
    'Попросіть хостинг-провайдера увімкнути https.',
  ],
  'site/handshake': ({ host, code }) => [
    `${host} і браузер не можуть домовитися про зашифроване з’єднання${beside(code)}: відвідувачі бачать помилку замість сторінки`,
    'Попросіть хостинг-провайдера перевірити налаштування https.',
  ],
  'site/no-proper-answer': ({ host, code }) => [
    `${host} не відповідає як слід (${code ?? 'з’єднання обірвалося'})`,
    checkServer,
  ],
  'site/dead-end': ({ from, to, why }, { whole }) => [`${from} веде на ${to}, а там сторінки немає`, whole(why)],
  'site/private-address': ({ host, addresses }, { list }) => [
    addresses.length === 0
      ? `адреса ${host} не з відкритого інтернету`
      : `${host} веде на ${list(addresses)}, а ${addresses.length === 1 ? 'ця адреса' : 'ці адреси'} не з відкритого інтернету`,
    'Touchlight в AWS відвідує лише загальнодоступні адреси.',
  ],
  'site/detour': ({ from, to, why }, { at, whole }) => [
    `${from} веде на ${at('', to) || 'адресу не з відкритого інтернету'}`,
    whole(why),
    'Якщо туди потрапляють і клієнти, сторінки вони не бачать: відкрийте сайт у своєму браузері.',
  ],
  'site/no-page': ({ url }, format) => `${page(url, format)} не відкрив жодної сторінки`,
  'site/not-a-page': ({ url, contentType }, { at, quote }) => [
    `за адресою${at(' ', url)} не вебсторінка, а ${contentType === null ? 'файл для завантаження' : quote(contentType)}: дивитися немає на що`,
    'Якщо там має бути сторінка, зверніться до веброзробника; якщо ні, вкажіть у конфігурації адресу сторінки.',
  ],
  'site/restless': ({ host }) => [
    `сторінка ${host} раз у раз перезавантажується: прочитати її неможливо`,
    'Попросіть веброзробника знайти скрипт або налаштування, через які це стається.',
  ],
  'site/frozen': ({ host }) => [
    `сторінка ${host} зависає: скрипт так завантажує браузер, що вона не реагує ні на прокручування, ні на натискання`,
    'Попросіть веброзробника знайти й прибрати цей скрипт.',
  ],
  'site/silent': ({ host }) => [
    `${host} починає відповідати, але сторінки не надсилає: відвідувачі чекають марно`,
    checkServer,
  ],
  'site/meddling': ({ host }) => [
    `скрипт на сторінці ${host} підміняє функції самого браузера, тож Touchlight не може її прочитати; відвідувачі, можливо, бачать її як слід`,
    'Попросіть веброзробника прибрати цей скрипт.',
  ],
  'site/crashed': ({ host }) => [
    `сторінка ${host} спричинила збій браузера: найімовірніше, їй треба більше пам’яті, ніж є в телефоні, або її елементи надто глибоко вкладені`,
    'Попросіть веброзробника перевірити, чи немає на ній завеликих зображень і скриптів, які без кінця щось додають.',
  ],
  'site/covered': ({ what, selector, says }, { quote }) =>
    what === 'inert'
      ? [
          `скрипт вимкнув майже всю сторінку (${quote(selector, 80)}): її видно, але вона не реагує ні на дотики, ні на клавіші`,
          'Попросіть веброзробника прибирати атрибут «inert», коли закривається меню чи вікно, для якого він був потрібен.',
        ]
      : [
          `${covers[what]}${says === null ? '' : ` (${quote(says, 80)})`}: відвідувачі не можуть ні прочитати, ні натиснути нічого на сторінці`,
          `Попросіть веброзробника прибрати цей шар (${quote(selector, 80)}) або дати змогу його закрити.`,
        ],
  'site/locked': () => [
    'сторінка не прокручується: відвідувачі бачать лише перший екран',
    'Попросіть розробника увімкнути прокручування; вікно, яке його вимикає, має вмикати його, коли закривається.',
  ],
  'site/bot-wall': ({ vendor, url, status, userAgent }, { at }) => [
    `захист від ботів ${vendor} не пускає Touchlight${at(' на ', url)} (HTTP ${status}); клієнти, можливо, заходять без перешкод`,
    `Щоб сайт можна було виміряти: ${recipes[vendor](userAgent)}`,
  ],
  'site/turned-away': ({ url, status, why, userAgent }, format) => [
    `${page(url, format)} ${refusals[why]} (HTTP ${status})`,
    `Відкрийте сайт у своєму браузері. Якщо він відкривається, попросіть хостинг-провайдера дозволити в брандмауері User-Agent «${userAgent}»; якщо ні, туди не потрапляє ніхто: нехай вони перевірять права доступу.`,
  ],
  'site/legal-reasons': ({ url, status }, format) => [
    `${page(url, format)} із правових причин не відкривається там, де працює Touchlight (HTTP ${status})`,
    'Запустіть Touchlight у країні ваших клієнтів.',
  ],
  'site/placeholder': ({ url, status, shows, words = null }, { at, quote }) => [
    `замість вашого сайту${at(' за адресою ', url)} показано ${placeholders[shows].what} (HTTP ${status})`,
    ...(words === null ? [] : [`Там написано: ${quote(words)}.`]),
    placeholders[shows].todo,
  ],
  'site/empty-answer': ({ url, status }, format) => [
    `${page(url, format)} відповідає HTTP ${status}, але сторінка порожня`,
    'Попросіть веброзробника з’ясувати, чому.',
  ],
  'site/robots-forbid': ({ host, rule }, { quote }) =>
    `robots.txt на ${host} просить роботів не заходити (${quote(rule, 80)}), тому Touchlight туди не заходить`,
  'site/robots-unread': ({ host, status }) =>
    `не вдалося прочитати robots.txt на ${host}${status === null ? '' : ` (${status})`}, тому Touchlight туди не заходить`,
  'site/robots-silent': ({ host }) => `${host} не відповідає`,
  'site/http-error': ({ url, status, meaning }, format) => [
    `${page(url, format)} замість сторінки відповідає HTTP ${status}: ${meanings[meaning].what}`,
    meanings[meaning].todo,
  ],
};

const covers: Readonly<Record<Exclude<SiteStatements['site/covered']['what'], 'inert'>, string>> = {
  preloader: 'усю сторінку закриває заставка завантаження, яка не зникає',
  password: 'усю сторінку закриває запит пароля',
  notice: 'усю сторінку закриває оголошення',
  window: 'усю сторінку закриває вікно, якого не можна закрити',
};
