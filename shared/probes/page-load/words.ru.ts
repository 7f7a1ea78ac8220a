import type { Device } from '../../model/device.ts';
import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import { listFiles, nameFile, nameParty } from './names.ts';
import type { pageLoad } from './spec.ts';
import type { PageElement, PageLoadStatements } from './statements.ts';

/** A file that is no file of its own. */
const embedded = 'файл внутри самой страницы';

export const ru: ProbeWords<typeof pageLoad, PageLoadStatements> = {
  name: 'Скорость страниц',
  good: 'страницы загружаются быстро',
  bad: 'страницы загружаются медленно',
  measurement: {
    lcpMs: (value) => `основное содержимое появляется через ${value}`,
    fcpMs: (value) => `первый текст или картинка появляется через ${value}`,
    cls: (value) => `страница прыгает, пока загружается: ${value}`,
    ttfbMs: (value) => `сервер отвечает только через ${value}`,
    tbtMs: (value) => `страница не реагирует на нажатия ${value}`,
    loadMs: (value) => `страница загружается полностью за ${value}`,
  },
  says: {
    'page-load/summary': ({ device, lcpMs, loadMs, heldMs = null }, { measured }) => {
      const main =
        lcpMs === null
          ? 'основное содержимое не появилось'
          : `${heldMs === null ? 'основное' : 'первое'} содержимое появляется через ${measured(lcpMs, 'ms')}`;
      const what = `${on[device]} ${main}${loadMs === null ? '' : `, а страница загружается полностью за ${measured(loadMs, 'ms')}`}`;
      return heldMs === null
        ? what
        : [
            what,
            `Но большую часть текста на первом экране анимация показывает только через ${measured(heldMs, 'ms')}: пусть он появляется сразу.`,
          ];
    },
    'page-load/blank': ({ url }, { at }) => [
      `страница${at(' ', url)} остаётся пустой: браузер её загрузил, но на экране ничего нет`,
      'Попросите веб-разработчика найти причину: часто после обновления ломается скрипт или файл стилей.',
    ],
    'page-load/still-loading': ({ device, afterMs, largest, ...sizes }, format) => [
      `${on[device]} страница ещё загружается даже через ${format.measured(afterMs, 'ms')}: ${howMuch(sizes, format)}`,
      ...(largest === null ? [] : [`Самый большой файл: ${listFiles([largest], embedded, format)}.`]),
      'Столько никто не ждёт. Прежде всего уберите или уменьшите самые большие файлы.',
    ],
    'page-load/never-loads': ({ waitsFor }) => [
      'страница никогда не загружается до конца',
      ...(waitsFor === null
        ? []
        : [`Она всё ещё ждёт ${nameFile(waitsFor, embedded)}: пусть это починят или уберут со страницы.`]),
    ],
    'page-load/slow-host': ({ benchmarkIndex, leastIndex }, { number }) => [
      `эта машина слишком медленная, чтобы измерять скорость страниц (тест быстродействия дал ${number(benchmarkIndex)}, а нужно не меньше ${number(leastIndex)}), так что о странице ничего сказать нельзя`,
      'Дайте проверке больше памяти или машину побыстрее.',
    ],
    'page-load/paint-server': ({ device, partMs, server }, format) => [
      `${longest(device, partMs, format)} проходит до того, как страница начнёт загружаться`,
      format.whole(server),
    ],
    'page-load/paint-asked-late': ({ device, partMs, element }, format) => [
      `${longest(device, partMs, format)} проходит до того, как браузер начнёт загружать ${nameElement(element, 'accusative', format)}`,
      'Укажите адрес этого файла прямо в HTML страницы, без отложенной загрузки, чтобы он загружался первым.',
    ],
    'page-load/paint-download': ({ device, partMs, element, file }, format) => {
      const { measured, counted } = format;
      const what = `${longest(device, partMs, format)} уходит на загрузку ${nameElement(element, 'genitive', format)}`;
      if (file === null) return [what, 'Уменьшите этот файл.'];
      const withSize = `${what} (${measured(file.bytes, 'bytes')})`;
      if (file.meanwhile === null) {
        if (element.what === 'video')
          return [withSize, 'Уменьшите этот файл или показывайте картинку, пока видео не начнётся.'];
        return [
          withSize,
          device === 'mobile'
            ? `Уменьшите этот файл: картинка шириной с экран телефона, сохранённая как WebP или AVIF, редко весит больше ${measured(enoughBytes.mobile, 'bytes')}.`
            : `Уменьшите этот файл: картинка, сохранённая как WebP или AVIF и не крупнее, чем её показывают, редко весит больше ${measured(enoughBytes.desktop, 'bytes')}.`,
        ];
      }
      const others = counted(file.meanwhile.files, { one: 'файлом', few: 'файлами', many: 'файлами', other: 'файла' });
      return [
        `${withSize}, а соединение в это время занято ещё ${others} (${measured(file.meanwhile.bytes, 'bytes')})`,
        'Пусть этот файл загружается первым, а остальные позже.',
      ];
    },
    'page-load/paint-held-up': ({ device, partMs, element, why }, format) => [
      `${longest(device, partMs, format)} проходит, пока браузер ещё не может показать ${nameElement(element, 'accusative', format)}`,
      format.whole(why),
    ],
    'page-load/empty-screen': ({ arrivedMs, why }, { measured, whole }) => [
      `до этого экран пуст${arrivedMs === null ? '' : `, и ${measured(arrivedMs, 'ms')} из этого времени проходит до того, как страница начнёт загружаться`}`,
      whole(why),
    ],
    'page-load/server': () => 'попросите у хостинг-провайдера сервер побыстрее или храните готовые страницы в кэше',
    'page-load/server-quick-otherwise': ({ serverMs, others, othersMs }, { measured, counted }) => [
      `медленной была только сама страница: сервер готовил её ${measured(serverMs, 'ms')}, а на ещё ${counted(others, { one: 'запрос', few: 'запроса', many: 'запросов', other: 'запроса' })} отвечал обычно за ${measured(othersMs, 'ms')}`,
      'Если это повторится, попросите веб-разработчика хранить готовую страницу в кэше или найти, что так долго её готовит.',
    ],
    'page-load/network': ({ serverMs }, { measured }) =>
      `из этого времени на сервер приходится только ${measured(serverMs, 'ms')}, остальное уходит на дорогу туда и обратно через медленный интернет`,
    'page-load/redirected': ({ redirects, server }, { counted, whole }) => [
      `посетителя ${counted(redirects, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' })} перенаправляют, прежде чем откроется страница: в ссылках и рекламе указывайте её конечный адрес`,
      ...(server === null ? [] : [whole(server)]),
    ],
    'page-load/waits-for-files': ({ files, bytes, largest, imported }, format) => [
      `сначала браузер ждёт ${format.counted(files, { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' })} стилей, скриптов или шрифтов (${format.measured(bytes, 'bytes')}), прежде всего ${listFiles(largest, embedded, format)}`,
      ...(imported === undefined
        ? ['То, что не нужно для первого экрана, загружайте позже (defer) или уберите.']
        : [
            `О ${nameFile(imported.file, embedded)} браузер узнаёт только тогда, когда загрузится ${nameFile(imported.by, embedded)} (@import).`,
            'Попросите веб-разработчика объединить эти файлы или подключить оба на самой странице, чтобы они загружались вместе.',
          ]),
    ],
    'page-load/waits-for-page': () => 'это время браузер тратит на саму страницу: сократите и упростите её код',
    'page-load/waits-for-slow-file': ({ file, waitedMs, came }, { measured }) => [
      came
        ? `страница ничего не показывает, пока не загрузится ${nameFile(file, embedded)}, а сервер отправляет этот файл только через ${measured(waitedMs, 'ms')}`
        : `страница ${measured(waitedMs, 'ms')} ничего не показывает, потому что ждёт ${nameFile(file, embedded)}, а этот файл не загружается`,
      came
        ? 'Попросите веб-разработчика загружать его так, чтобы страница его не ждала, или убрать.'
        : 'Попросите веб-разработчика починить его или убрать.',
    ],
    'page-load/waits-for-font': ({ font }, format) => [
      `текст появляется только тогда, когда загрузится шрифт ${listFiles([font], embedded, format)}`,
      'Попросите веб-разработчика до этого показывать текст обычным шрифтом (font-display: swap).',
    ],
    'page-load/waits-for-work': ({ device, busyMs, largest }, format) => [
      `из этого времени ${format.measured(busyMs, 'ms')} ${device === 'mobile' ? 'телефон' : 'компьютер'} занят скриптами; ${largest.length === 1 ? 'самый большой' : 'самые большие'}: ${listFiles(largest, embedded, format)}`,
      'Уберите то, что странице не нужно, или запускайте это, когда страница уже видна.',
    ],
    'page-load/hidden-until-loaded': ({ bytes, largest }, format) => [
      `страница прячет своё содержимое, пока не загрузится всё (${format.measured(bytes, 'bytes')})`,
      `Показывайте его сразу, а картинки загружайте позже; самый большой файл: ${listFiles([largest], embedded, format)}.`,
    ],
    'page-load/waits-for-document': ({ bytes }, { measured }) => [
      `до этого ещё загружается код самой страницы (${measured(bytes, 'bytes')})`,
      'Попросите веб-разработчика сократить его и сделать так, чтобы сервер отправлял его весь сразу.',
    ],
    'page-load/waits-for-answer': ({ file, tookMs }, { measured }) => [
      `всё появляется сразу после ответа на запрос ${nameFile(file, embedded)}, а на него уходит ${measured(tookMs, 'ms')}`,
      'Попросите веб-разработчика ускорить этот ответ или отправлять содержимое вместе со страницей.',
    ],
    'page-load/built-by-scripts': ({ files, bytes, largest }, format) => [
      `всё появляется сразу после того, как с опозданием загрузится код (${format.counted(files, { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' })} скриптов или стилей, ${format.measured(bytes, 'bytes')}), прежде всего ${listFiles(largest, embedded, format)}`,
      'Пусть содержимое первого экрана будет прямо в HTML страницы и не ждёт скриптов.',
    ],
    'page-load/waits-for-timer': ({ idleMs }, { measured }) => [
      `из этого времени ${measured(idleMs, 'ms')} ничего не загружается и не обрабатывается: обычно содержимое задерживает анимация, слайд-шоу или таймер`,
      'Попросите веб-разработчика показывать его сразу.',
    ],
    'page-load/waits-unseen': () => [
      'почему, неизвестно: ни один из файлов, которые загружаются тем временем, этого не объясняет',
      'Попросите веб-разработчика посмотреть, что делает страница, прежде чем это показать: часто её содержимое прячет скрипт.',
    ],
    'page-load/busy': ({ device, longestMs, largest }, format) => [
      `из-за скриптов ${device === 'mobile' ? 'телефон' : 'компьютер'} не реагирует на действия посетителя, дольше всего ${format.measured(longestMs, 'ms')} подряд`,
      ...(largest.length === 0
        ? []
        : [`${largest.length === 1 ? 'Самый большой' : 'Самые большие'}: ${listFiles(largest, embedded, format)}.`]),
      'Уберите то, что странице не нужно, или загружайте это после первого нажатия.',
    ],
    'page-load/shift': ({ element }, format) => [
      `сильнее всего сдвигается ${nameElement(element, 'nominative', format)}`,
      'Отведите место для картинок, баннеров и шрифтов ещё до того, как они появятся, чтобы никто не нажимал не туда.',
    ],
    'page-load/below-first-screen': ({ screenMs, pictures, bytes, largest, canWait }, format) => [
      `то, что видно сразу, готово за ${format.measured(screenMs, 'ms')}; позже появляется только ${format.counted(pictures, { one: 'картинка', few: 'картинки', many: 'картинок', other: 'картинки' })} ниже на странице${bytes === undefined || pictures === 1 ? '' : ` (${format.measured(bytes, 'bytes')})`}: ${pictures > largest.length ? 'самые большие из них ' : ''}${listFiles(largest, embedded, format)}`,
      canWait === true
        ? `Уменьшите ${pictures === 1 ? 'её' : 'их'} или пусть браузер загружает ${pictures === 1 ? 'её' : 'их'}, когда посетитель до ${pictures === 1 ? 'неё' : 'них'} долистает (loading="lazy").`
        : `Уменьшите ${pictures === 1 ? 'её' : 'их'}.`,
    ],
    'page-load/weight': ({ requests, bytes, largest, thirdParty }, format) => [
      `на это уходит ${format.counted(requests, { one: 'запрос', few: 'запроса', many: 'запросов', other: 'запроса' })} и ${format.measured(bytes, 'bytes')}; больше всего весит ${listFiles([largest], embedded, format)}`,
      ...(thirdParty === null
        ? []
        : [
            `Из сторонних сервисов больше всего отправляет ${nameParty(thirdParty)}: ${format.measured(thirdParty.bytes, 'bytes')}.`,
          ]),
      'Начните с самого большого: уберите его или уменьшите.',
    ],
  },
  trend: {
    lcpMs: 'Появление основного содержимого',
    loadMs: 'Полная загрузка',
  },
  remedy:
    'Откройте страницу с телефона через мобильный интернет. Посмотрите, что добавили последним: большие картинки, скрипты, сторонние виджеты.',
  trouble: {
    title: 'Страницы загружаются медленно',
    has: (at) => `страницы${at} загружаются медленно уже`,
    was: (at) => `страницы${at} загружались медленно`,
    todo: 'Посмотрите, что добавили последним: большие картинки, скрипты, сторонние виджеты. Тяжёлое уберите или уменьшите.',
    gain: 'Меньше посетителей уйдёт, ничего не увидев: большинство ждёт не больше двух-трёх секунд.',
  },
};

/** What a picture as wide as a phone's screen seldom exceeds. */
const enoughBytes = { mobile: 100_000, desktop: 300_000 } as const;

const on: Readonly<Record<Device, string>> = {
  mobile: 'на телефоне с медленным интернетом',
  desktop: 'на компьютере',
};

function longest(device: Device, partMs: number, { measured }: Format): string {
  return `${on[device]} самая долгая часть этого времени, ${measured(partMs, 'ms')},`;
}

type Sizes = Pick<PageLoadStatements['page-load/still-loading'], 'arrivedBytes' | 'expectedBytes' | 'unsized'>;

function howMuch({ arrivedBytes, expectedBytes, unsized }: Sizes, { measured, counted }: Format): string {
  const arrived = measured(arrivedBytes, 'bytes');
  const all = measured(expectedBytes, 'bytes');
  const came = arrived === all ? `загрузилось ${arrived}` : `загрузилось ${arrived} из ${all}`;
  const more = counted(unsized, { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' });
  return unsized === 0 ? came : `${came}, и ещё ${more} впереди`;
}

type Case = 'nominative' | 'genitive' | 'accusative';
const picture: Readonly<Record<Case, string>> = {
  nominative: 'картинка',
  genitive: 'картинки',
  accusative: 'картинку',
};
const text: Readonly<Record<Case, string>> = { nominative: 'текст', genitive: 'текста', accusative: 'текст' };
const part: Readonly<Record<Case, string>> = {
  nominative: 'самая большая часть страницы',
  genitive: 'самой большой части страницы',
  accusative: 'самую большую часть страницы',
};

function nameElement(element: PageElement, grammaticalCase: Case, { quote }: Format): string {
  switch (element.what) {
    case 'picture':
      return `${picture[grammaticalCase]} ${element.address ?? 'внутри самой страницы'}`;
    case 'video':
      return `видео ${element.address ?? 'внутри самой страницы'}`;
    case 'text':
      return `${text[grammaticalCase]} ${quote(element.text, 43)}`;
    case 'part':
      return `${part[grammaticalCase]}${element.tag === null ? '' : ` (${quote(element.tag)})`}`;
  }
}
