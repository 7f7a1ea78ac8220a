import type { StatementFormat, Texts } from '../../model/format.ts';
import type { SiteStatements } from '../../model/site-statements.ts';
import { meanings, placeholders, recipes } from './answers-ru.ts';

/** "в течение одной секунды", "в течение 20 секунд" */
const seconds = { one: 'секунды', few: 'секунд', many: 'секунд', other: 'секунды' };
const checkServer = 'Попросите хостинг-провайдера проверить веб-сервер.';
const isItUp = 'Спросите хостинг-провайдера, работает ли сервер.';

/** The page's address; where there is no room for it, everybody knows which site is meant. */
const page = (url: string, { at }: StatementFormat): string => at('', url) || 'сайт';

/** A code of a program, where there is one. */
const beside = (code: string | null): string => (code === null ? '' : ` (${code})`);

const refusals: Readonly<Record<SiteStatements['site/turned-away']['why'], string>> = {
  forbidden: 'не пускает Touchlight',
  'too-many-requests': 'считает, что запросов слишком много, и пока не пускает Touchlight',
  'script-first': 'пускает только того, кто сначала выполнит скрипт, как это делают браузеры',
  'robot-check': 'сначала просит подтвердить, что посетитель не робот',
};

export const ru: Texts<SiteStatements> = {
  'site/no-such-host': ({ host }) => [
    `адреса ${host} не существует: DNS его не знает`,
    'Проверьте, правильно ли он написан, а затем не кончилась ли регистрация домена и есть ли для него запись в DNS.',
  ],
  'site/lookup-failed': ({ host }) =>
    `не удалось найти ${host} в DNS: у измеряющей машины нет связи с сервером имён, поэтому о сайте ничего не известно`,
  'site/no-network': ({ host }) => `у измеряющей машины нет сети, поэтому о ${host} ничего не известно`,
  'site/refused': ({ host }) => [
    `${host} не принимает соединения: веб-сервер там не работает`,
    'Попросите хостинг-провайдера запустить его.',
  ],
  'site/no-route': ({ host, code }) => [`${host} недоступен: сеть не знает к нему пути${beside(code)}`, isItUp],
  'site/timed-out': ({ host, afterMs }, { counted }) => [
    afterMs === null
      ? `${host} не отвечает: время ожидания соединения истекло`
      : `${host} не отвечает в течение ${counted(Math.round(afterMs / 1000), seconds)}`,
    isItUp,
  ],
  'site/broken-off': ({ host, code }) => [
    `${host} обрывает соединение и ничего не отвечает${beside(code)}`,
    checkServer,
  ],
  'site/not-http': ({ host, code }) => [`${host} нарушает протокол HTTP в своём ответе${beside(code)}`, checkServer],
  'site/headers-too-big': ({ host }) => [
    `${host} присылает больше заголовков, чем принимают браузеры: вместо страницы они показывают ошибку`,
    'Обычно какая-то программа ставит слишком много файлов cookie: попросите веб-разработчика их убрать.',
  ],
  'site/error-without-page': ({ host }) => [
    `${host} возвращает ошибку без страницы`,
    'Попросите веб-разработчика найти причину в журнале ошибок сайта.',
  ],
  'site/redirect-loop': ({ host }) => [
    `${host} перенаправляет по кругу: страница так и не открывается`,
    'Попросите веб-разработчика исправить перенаправления.',
  ],
  'site/certificate-refused': ({ host, code }) => [
    `браузер не принимает сертификат ${host}${beside(code)}: посетители видят предупреждение об опасности вместо страницы`,
    'Попросите хостинг-провайдера поставить действительный сертификат; что не так с нынешним, говорит проверка «availability».',
  ],
  'site/no-https': ({ host }) => [
    `${host} не поддерживает https, хотя адрес его требует: посетители видят ошибку вместо страницы`,
    'Попросите хостинг-провайдера включить https.',
  ],
  'site/handshake': ({ host, code }) => [
    `${host} и браузер не могут договориться о шифрованном соединении${beside(code)}: посетители видят ошибку вместо страницы`,
    'Попросите хостинг-провайдера проверить настройки https.',
  ],
  'site/no-proper-answer': ({ host, code }) => [
    `${host} не отвечает как следует (${code ?? 'соединение оборвалось'})`,
    checkServer,
  ],
  'site/dead-end': ({ from, to, why }, { whole }) => [`${from} ведёт на ${to}, а там страницы нет`, whole(why)],
  'site/private-address': ({ host, addresses }, { list }) => [
    addresses.length === 0
      ? `адрес ${host} не из открытого интернета`
      : `${host} ведёт на ${list(addresses)}, а ${addresses.length === 1 ? 'этот адрес' : 'эти адреса'} не из открытого интернета`,
    'Touchlight в AWS посещает только общедоступные адреса.',
  ],
  'site/detour': ({ from, to, why }, { at, whole }) => [
    `${from} ведёт на ${at('', to) || 'адрес не из открытого интернета'}`,
    whole(why),
    'Если туда попадают и клиенты, страницы они не видят: откройте сайт в своём браузере.',
  ],
  'site/no-page': ({ url }, format) => `${page(url, format)} не открыл ни одной страницы`,
  'site/not-a-page': ({ url, contentType }, { at, quote }) => [
    `по адресу${at(' ', url)} не веб-страница, а ${contentType === null ? 'файл для скачивания' : quote(contentType)}: смотреть не на что`,
    'Если там должна быть страница, обратитесь к веб-разработчику; если нет, укажите в конфигурации адрес страницы.',
  ],
  'site/restless': ({ host }) => [
    `страница ${host} раз за разом перезагружается: прочитать её невозможно`,
    'Попросите веб-разработчика найти скрипт или настройку, из-за которых это происходит.',
  ],
  'site/frozen': ({ host }) => [
    `страница ${host} зависает: скрипт так загружает браузер, что она не реагирует ни на прокрутку, ни на нажатия`,
    'Попросите веб-разработчика найти и убрать этот скрипт.',
  ],
  'site/silent': ({ host }) => [
    `${host} начинает отвечать, но страницы не присылает: посетители ждут напрасно`,
    checkServer,
  ],
  'site/meddling': ({ host }) => [
    `скрипт на странице ${host} подменяет функции самого браузера, поэтому Touchlight не может её прочитать; посетители, возможно, видят её как следует`,
    'Попросите веб-разработчика убрать этот скрипт.',
  ],
  'site/crashed': ({ host }) => [
    `страница ${host} вызвала сбой браузера: скорее всего, ей нужно больше памяти, чем есть у телефона, или её элементы вложены слишком глубоко`,
    'Попросите веб-разработчика проверить, нет ли на ней слишком больших изображений и скриптов, которые без конца что-то добавляют.',
  ],
  'site/covered': ({ what, selector, says }, { quote }) =>
    what === 'inert'
      ? [
          `скрипт отключил почти всю страницу (${quote(selector, 80)}): её видно, но она не реагирует ни на касания, ни на клавиши`,
          'Попросите веб-разработчика убирать атрибут «inert», когда закрывается меню или окно, для которого он был нужен.',
        ]
      : [
          `${covers[what]}${says === null ? '' : ` (${quote(says, 80)})`}: посетители не могут ни прочитать, ни нажать ничего на странице`,
          `Попросите веб-разработчика убрать этот слой (${quote(selector, 80)}) или дать возможность его закрыть.`,
        ],
  'site/locked': () => [
    'страница не прокручивается: посетители видят только первый экран',
    'Попросите разработчика включить прокрутку; окно, которое её отключает, должно включать её, когда закрывается.',
  ],
  'site/bot-wall': ({ vendor, url, status, userAgent }, { at }) => [
    `защита от ботов ${vendor} не пускает Touchlight${at(' на ', url)} (HTTP ${status}); клиенты, возможно, заходят без помех`,
    `Чтобы сайт можно было измерить: ${recipes[vendor](userAgent)}`,
  ],
  'site/turned-away': ({ url, status, why, userAgent }, format) => [
    `${page(url, format)} ${refusals[why]} (HTTP ${status})`,
    `Откройте сайт в своём браузере. Если он открывается, попросите хостинг-провайдера разрешить в брандмауэре User-Agent «${userAgent}»; если нет, туда не попадает никто: пусть они проверят права доступа.`,
  ],
  'site/legal-reasons': ({ url, status }, format) => [
    `${page(url, format)} по правовым причинам не открывается там, где работает Touchlight (HTTP ${status})`,
    'Запустите Touchlight в стране ваших клиентов.',
  ],
  'site/placeholder': ({ url, status, shows, words = null }, { at, quote }) => [
    `вместо вашего сайта${at(' по адресу ', url)} показано: ${placeholders[shows].what} (HTTP ${status})`,
    ...(words === null ? [] : [`Там написано: ${quote(words)}.`]),
    placeholders[shows].todo,
  ],
  'site/empty-answer': ({ url, status }, format) => [
    `${page(url, format)} отвечает HTTP ${status}, но страница пустая`,
    'Попросите веб-разработчика выяснить, почему.',
  ],
  'site/robots-forbid': ({ host, rule }, { quote }) =>
    `robots.txt на ${host} просит роботов не заходить (${quote(rule, 80)}), поэтому Touchlight туда не заходит`,
  'site/robots-unread': ({ host, status }) =>
    `не удалось прочитать robots.txt на ${host}${status === null ? '' : ` (${status})`}, поэтому Touchlight туда не заходит`,
  'site/robots-silent': ({ host }) => `${host} не отвечает`,
  'site/http-error': ({ url, status, meaning }, format) => [
    `${page(url, format)} вместо страницы отвечает HTTP ${status}: ${meanings[meaning].what}`,
    meanings[meaning].todo,
  ],
};

const covers: Readonly<Record<Exclude<SiteStatements['site/covered']['what'], 'inert'>, string>> = {
  preloader: 'всю страницу закрывает заставка загрузки, которая не исчезает',
  password: 'всю страницу закрывает запрос пароля',
  notice: 'всю страницу закрывает объявление',
  window: 'всю страницу закрывает окно, которое нельзя закрыть',
};
