import type { Device } from '../../model/device.ts';
import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import { listFiles, nameFile, nameParty } from './names.ts';
import type { pageLoad } from './spec.ts';
import type { PageElement, PageLoadStatements } from './statements.ts';

/** A file that is no file of its own. */
const embedded = 'файл усередині самої сторінки';

export const uk: ProbeWords<typeof pageLoad, PageLoadStatements> = {
  name: 'Швидкість сторінок',
  good: 'сторінки завантажуються швидко',
  bad: 'сторінки завантажуються повільно',
  measurement: {
    lcpMs: (value) => `основний вміст з’являється через ${value}`,
    fcpMs: (value) => `перший текст або зображення з’являється через ${value}`,
    cls: (value) => `сторінка стрибає, поки завантажується: ${value}`,
    ttfbMs: (value) => `сервер відповідає лише через ${value}`,
    tbtMs: (value) => `сторінка не реагує на натискання ${value}`,
    loadMs: (value) => `сторінка завантажується повністю за ${value}`,
  },
  says: {
    'page-load/summary': ({ device, lcpMs, loadMs, heldMs = null }, { measured }) => {
      const main =
        lcpMs === null
          ? 'основний вміст не з’явився'
          : `${heldMs === null ? 'основний' : 'перший'} вміст з’являється через ${measured(lcpMs, 'ms')}`;
      const what = `${on[device]} ${main}${loadMs === null ? '' : `, а сторінка завантажується повністю за ${measured(loadMs, 'ms')}`}`;
      return heldMs === null
        ? what
        : [
            what,
            `Та більшість тексту на першому екрані анімація показує лише через ${measured(heldMs, 'ms')}: нехай він з’являється одразу.`,
          ];
    },
    'page-load/blank': ({ url }, { at }) => [
      `сторінка${at(' ', url)} залишається порожньою: браузер її завантажив, але на екрані нічого немає`,
      'Попросіть веброзробника з’ясувати причину: часто після оновлення ламається скрипт або файл стилів.',
    ],
    'page-load/still-loading': ({ device, afterMs, largest, ...sizes }, format) => [
      `${on[device]} сторінка ще завантажується навіть через ${format.measured(afterMs, 'ms')}: ${howMuch(sizes, format)}`,
      ...(largest === null ? [] : [`Найбільший файл: ${listFiles([largest], embedded, format)}.`]),
      'Стільки ніхто не чекає. Насамперед приберіть або зменште найбільші файли.',
    ],
    'page-load/never-loads': ({ waitsFor }) => [
      'сторінка ніколи не завантажується до кінця',
      ...(waitsFor === null
        ? []
        : [`Вона досі чекає на ${nameFile(waitsFor, embedded)}: нехай це полагодять або приберуть зі сторінки.`]),
    ],
    'page-load/slow-host': ({ benchmarkIndex, leastIndex }, { number }) => [
      `ця машина надто повільна, щоб вимірювати швидкість сторінок (тест швидкодії дав ${number(benchmarkIndex)}, а потрібно щонайменше ${number(leastIndex)}), тож про сторінку нічого сказати не можна`,
      'Дайте перевірці більше пам’яті або швидшу машину.',
    ],
    'page-load/paint-server': ({ device, partMs, server }, format) => [
      `${longest(device, partMs, format)} минає до того, як сторінка почне завантажуватися`,
      format.whole(server),
    ],
    'page-load/paint-asked-late': ({ device, partMs, element }, format) => [
      `${longest(device, partMs, format)} минає до того, як браузер почне завантажувати ${nameElement(element, 'accusative', format)}`,
      'Вкажіть адресу цього файлу прямо в HTML сторінки, без відкладеного завантаження, щоб він завантажувався першим.',
    ],
    'page-load/paint-download': ({ device, partMs, element, file }, format) => {
      const { measured, counted } = format;
      const what = `${longest(device, partMs, format)} іде на завантаження ${nameElement(element, 'genitive', format)}`;
      if (file === null) return [what, 'Зменште цей файл.'];
      const withSize = `${what} (${measured(file.bytes, 'bytes')})`;
      if (file.meanwhile === null) {
        if (element.what === 'video')
          return [withSize, 'Зменште цей файл або показуйте зображення, доки відео не почнеться.'];
        return [
          withSize,
          device === 'mobile'
            ? `Зменште цей файл: зображення на ширину екрана телефона, збережене як WebP чи AVIF, рідко важить понад ${measured(enoughBytes.mobile, 'bytes')}.`
            : `Зменште цей файл: зображення, збережене як WebP чи AVIF і не більше, ніж його показують, рідко важить понад ${measured(enoughBytes.desktop, 'bytes')}.`,
        ];
      }
      const others = counted(file.meanwhile.files, { one: 'файлом', few: 'файлами', many: 'файлами', other: 'файлу' });
      return [
        `${withSize}, а з’єднання водночас зайняте ще ${others} (${measured(file.meanwhile.bytes, 'bytes')})`,
        'Нехай цей файл завантажується першим, а решта пізніше.',
      ];
    },
    'page-load/paint-held-up': ({ device, partMs, element, why }, format) => [
      `${longest(device, partMs, format)} минає, поки браузер ще не може показати ${nameElement(element, 'accusative', format)}`,
      format.whole(why),
    ],
    'page-load/empty-screen': ({ arrivedMs, why }, { measured, whole }) => [
      `доти екран порожній${arrivedMs === null ? '' : `, і ${measured(arrivedMs, 'ms')} із цього часу минає до того, як сторінка почне завантажуватися`}`,
      whole(why),
    ],
    'page-load/server': () => 'попросіть у хостинг-провайдера швидший сервер або зберігайте готові сторінки в кеші',
    'page-load/server-quick-otherwise': ({ serverMs, others, othersMs }, { measured, counted }) => [
      `повільною була лише сама сторінка: сервер готував її ${measured(serverMs, 'ms')}, а на ще ${counted(others, { one: 'запит', few: 'запити', many: 'запитів', other: 'запиту' })} відповідав зазвичай за ${measured(othersMs, 'ms')}`,
      'Якщо це повториться, попросіть веброзробника зберігати готову сторінку в кеші або з’ясувати, що так довго її готує.',
    ],
    'page-load/network': ({ serverMs }, { measured }) =>
      `із цього часу на сервер припадає лише ${measured(serverMs, 'ms')}, решта йде на дорогу туди й назад через повільний інтернет`,
    'page-load/redirected': ({ redirects, server }, { counted, whole }) => [
      `відвідувача ${counted(redirects, { one: 'раз', few: 'рази', many: 'разів', other: 'раза' })} переспрямовують, перш ніж відкриється сторінка: у посиланнях і рекламі вказуйте її кінцеву адресу`,
      ...(server === null ? [] : [whole(server)]),
    ],
    'page-load/waits-for-files': ({ files, bytes, largest, imported }, format) => [
      `спершу браузер чекає на ${format.counted(files, { one: 'файл', few: 'файли', many: 'файлів', other: 'файлу' })} стилів, скриптів чи шрифтів (${format.measured(bytes, 'bytes')}), передусім на ${listFiles(largest, embedded, format)}`,
      ...(imported === undefined
        ? ['Те, що не потрібне для першого екрана, завантажуйте пізніше (defer) або приберіть.']
        : [
            `Про ${nameFile(imported.file, embedded)} браузер дізнається лише тоді, коли завантажиться ${nameFile(imported.by, embedded)} (@import).`,
            'Попросіть веброзробника об’єднати ці файли або підключити обидва на самій сторінці, щоб вони завантажувалися разом.',
          ]),
    ],
    'page-load/waits-for-page': () => 'цей час браузер витрачає на саму сторінку: скоротіть і спростіть її код',
    'page-load/waits-for-slow-file': ({ file, waitedMs, came }, { measured }) => [
      came
        ? `сторінка нічого не показує, поки не завантажиться ${nameFile(file, embedded)}, а сервер надсилає цей файл лише через ${measured(waitedMs, 'ms')}`
        : `сторінка ${measured(waitedMs, 'ms')} нічого не показує, бо чекає на ${nameFile(file, embedded)}, а цей файл не завантажується`,
      came
        ? 'Попросіть веброзробника завантажувати його так, щоб сторінка на нього не чекала, або прибрати.'
        : 'Попросіть веброзробника полагодити його або прибрати.',
    ],
    'page-load/waits-for-font': ({ font }, format) => [
      `текст з’являється лише тоді, коли завантажиться шрифт ${listFiles([font], embedded, format)}`,
      'Попросіть веброзробника доти показувати текст звичайним шрифтом (font-display: swap).',
    ],
    'page-load/waits-for-work': ({ device, busyMs, largest }, format) => [
      `із цього часу ${format.measured(busyMs, 'ms')} ${device === 'mobile' ? 'телефон' : 'комп’ютер'} зайнятий скриптами; ${largest.length === 1 ? 'найбільший' : 'найбільші'}: ${listFiles(largest, embedded, format)}`,
      'Приберіть те, що сторінці не потрібне, або запускайте його, коли сторінку вже видно.',
    ],
    'page-load/hidden-until-loaded': ({ bytes, largest }, format) => [
      `сторінка приховує свій вміст, доки не завантажиться все (${format.measured(bytes, 'bytes')})`,
      `Показуйте його одразу, а зображення завантажуйте пізніше; найбільший файл: ${listFiles([largest], embedded, format)}.`,
    ],
    'page-load/waits-for-document': ({ bytes }, { measured }) => [
      `доти ще завантажується код самої сторінки (${measured(bytes, 'bytes')})`,
      'Попросіть веброзробника скоротити його і зробити так, щоб сервер надсилав його весь одразу.',
    ],
    'page-load/waits-for-answer': ({ file, tookMs }, { measured }) => [
      `усе з’являється відразу після відповіді на запит ${nameFile(file, embedded)}, а на неї йде ${measured(tookMs, 'ms')}`,
      'Попросіть веброзробника пришвидшити цю відповідь або надсилати вміст разом зі сторінкою.',
    ],
    'page-load/built-by-scripts': ({ files, bytes, largest }, format) => [
      `усе з’являється відразу після того, як із запізненням завантажиться код (${format.counted(files, { one: 'файл', few: 'файли', many: 'файлів', other: 'файлу' })} скриптів чи стилів, ${format.measured(bytes, 'bytes')}), передусім ${listFiles(largest, embedded, format)}`,
      'Нехай вміст першого екрана буде прямо в HTML сторінки й не чекає на скрипти.',
    ],
    'page-load/waits-for-timer': ({ idleMs }, { measured }) => [
      `із цього часу ${measured(idleMs, 'ms')} нічого не завантажується й не обробляється: зазвичай вміст затримує анімація, слайд-шоу або таймер`,
      'Попросіть веброзробника показувати його одразу.',
    ],
    'page-load/waits-unseen': () => [
      'чому саме, невідомо: жоден із файлів, що завантажуються тим часом, цього не пояснює',
      'Попросіть веброзробника подивитися, що робить сторінка, перш ніж це показати: часто її вміст приховує скрипт.',
    ],
    'page-load/busy': ({ device, longestMs, largest }, format) => [
      `через скрипти ${device === 'mobile' ? 'телефон' : 'комп’ютер'} не реагує на дії відвідувача, найдовше ${format.measured(longestMs, 'ms')} поспіль`,
      ...(largest.length === 0
        ? []
        : [`${largest.length === 1 ? 'Найбільший' : 'Найбільші'}: ${listFiles(largest, embedded, format)}.`]),
      'Приберіть те, що сторінці не потрібне, або завантажуйте його після першого натискання.',
    ],
    'page-load/shift': ({ element }, format) => [
      `найбільше зсувається ${nameElement(element, 'nominative', format)}`,
      'Відведіть місце для зображень, банерів і шрифтів ще до того, як вони з’являться, щоб ніхто не натискав не туди.',
    ],
    'page-load/below-first-screen': ({ screenMs, pictures, bytes, largest, canWait }, format) => [
      `те, що видно одразу, готове за ${format.measured(screenMs, 'ms')}; пізніше з’являється лише ${format.counted(pictures, { one: 'картинка', few: 'картинки', many: 'картинок', other: 'картинки' })} нижче на сторінці${bytes === undefined || pictures === 1 ? '' : ` (${format.measured(bytes, 'bytes')})`}: ${pictures > largest.length ? 'найбільші з них ' : ''}${listFiles(largest, embedded, format)}`,
      canWait === true
        ? `Зменште ${pictures === 1 ? 'її' : 'їх'} або нехай браузер завантажує ${pictures === 1 ? 'її' : 'їх'}, коли відвідувач до ${pictures === 1 ? 'неї' : 'них'} догорне (loading="lazy").`
        : `Зменште ${pictures === 1 ? 'її' : 'їх'}.`,
    ],
    'page-load/weight': ({ requests, bytes, largest, thirdParty }, format) => [
      `на це йде ${format.counted(requests, { one: 'запит', few: 'запити', many: 'запитів', other: 'запиту' })} і ${format.measured(bytes, 'bytes')}; найбільше важить ${listFiles([largest], embedded, format)}`,
      ...(thirdParty === null
        ? []
        : [
            `Зі сторонніх сервісів найбільше надсилає ${nameParty(thirdParty)}: ${format.measured(thirdParty.bytes, 'bytes')}.`,
          ]),
      'Почніть із найбільшого: приберіть його або зменште.',
    ],
  },
  trend: {
    lcpMs: 'Поява основного вмісту',
    loadMs: 'Повне завантаження',
  },
  remedy:
    'Відкрийте сторінку з телефона через мобільний інтернет. Подивіться, що додали останнім: великі зображення, скрипти, сторонні віджети.',
  trouble: {
    title: 'Сторінки завантажуються повільно',
    has: (at) => `сторінки${at} завантажуються повільно вже`,
    was: (at) => `сторінки${at} завантажувалися повільно`,
    todo: 'Подивіться, що додали останнім: великі зображення, скрипти, сторонні віджети. Важке приберіть або зменште.',
    gain: 'Менше відвідувачів піде, нічого не побачивши: більшість чекає щонайбільше дві-три секунди.',
  },
};

/** What a picture as wide as a phone's screen seldom exceeds. */
const enoughBytes = { mobile: 100_000, desktop: 300_000 } as const;

const on: Readonly<Record<Device, string>> = {
  mobile: 'на телефоні з повільним інтернетом',
  desktop: 'на комп’ютері',
};

function longest(device: Device, partMs: number, { measured }: Format): string {
  return `${on[device]} найбільша частина цього часу, ${measured(partMs, 'ms')},`;
}

type Sizes = Pick<PageLoadStatements['page-load/still-loading'], 'arrivedBytes' | 'expectedBytes' | 'unsized'>;

function howMuch({ arrivedBytes, expectedBytes, unsized }: Sizes, { measured, counted }: Format): string {
  const arrived = measured(arrivedBytes, 'bytes');
  const all = measured(expectedBytes, 'bytes');
  const came = arrived === all ? `завантажилося ${arrived}` : `завантажилося ${arrived} із ${all}`;
  const more = counted(unsized, { one: 'файл', few: 'файли', many: 'файлів', other: 'файлу' });
  return unsized === 0 ? came : `${came}, і ще ${more} попереду`;
}

type Case = 'nominative' | 'genitive' | 'accusative';
const text: Readonly<Record<Case, string>> = { nominative: 'текст', genitive: 'тексту', accusative: 'текст' };
const part: Readonly<Record<Case, string>> = {
  nominative: 'найбільша частина сторінки',
  genitive: 'найбільшої частини сторінки',
  accusative: 'найбільшу частину сторінки',
};

function nameElement(element: PageElement, grammaticalCase: Case, { quote }: Format): string {
  switch (element.what) {
    case 'picture':
      return `зображення ${element.address ?? 'всередині самої сторінки'}`;
    case 'video':
      return `відео ${element.address ?? 'всередині самої сторінки'}`;
    case 'text':
      return `${text[grammaticalCase]} ${quote(element.text, 43)}`;
    case 'part':
      return `${part[grammaticalCase]}${element.tag === null ? '' : ` (${quote(element.tag)})`}`;
  }
}
