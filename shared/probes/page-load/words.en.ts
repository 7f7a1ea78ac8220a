import type { Device } from '../../model/device.ts';
import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { pageLoad } from './spec.ts';
import type { FileName, FileSeen, PageElement, PageLoadStatements } from './statements.ts';

export const en: ProbeWords<typeof pageLoad, PageLoadStatements> = {
  name: 'Page speed',
  good: 'pages load fast',
  bad: 'pages load slowly',
  measurement: {
    lcpMs: (value) => `the main content is visible after ${value}`,
    fcpMs: (value) => `the first text or picture is visible after ${value}`,
    cls: (value) => `the page jumps while it loads: ${value}`,
    ttfbMs: (value) => `the server starts to answer after ${value}`,
    tbtMs: (value) => `the page does not react to taps for ${value}`,
    loadMs: (value) => `the page is complete after ${value}`,
  },
  says: {
    'page-load/summary': ({ device, lcpMs, loadMs }, { measured }) => {
      const lead = device === 'mobile' ? onPhone : 'on a desktop computer';
      const main =
        lcpMs === null ? 'no main content was painted' : `the main content is visible after ${measured(lcpMs, 'ms')}`;
      return `${lead} ${main}${loadMs === null ? '' : ` and the page is complete after ${measured(loadMs, 'ms')}`}`;
    },
    'page-load/blank': ({ url }, { at }) => [
      `${at('', url) || 'the page'} stays empty: the browser has loaded it, but nothing at all appears on the screen`,
      'Ask your developer to find out why; often a script or a style sheet fails after an update.',
    ],
    'page-load/never-loads': ({ waitsFor }) => [
      'the page never finishes loading',
      ...(waitsFor === null
        ? []
        : [`It still waits for ${nameFile(waitsFor)}: have that repaired or taken off the page.`]),
    ],
    'page-load/slow-host': ({ benchmarkIndex, leastIndex }, { number }) => [
      `this machine is too slow to measure a page's speed (benchmark ${number(benchmarkIndex)}, at least ${number(leastIndex)} is needed), so nothing can be said about the page`,
      'Give the probe more memory or a faster host.',
    ],
    'page-load/paint-server': ({ device, partMs, server }, tell) => [
      `${longest(device, partMs, tell)} passes before the page begins to arrive`,
      tell.whole(server),
    ],
    'page-load/paint-asked-late': ({ device, partMs, element }, tell) => [
      `${longest(device, partMs, tell)} passes before the browser begins to fetch ${nameElement(element, tell)}`,
      "Name it in the page's own HTML, without lazy loading, so that it is fetched first.",
    ],
    'page-load/paint-download': ({ device, partMs, element, file }, tell) => {
      const { measured, counted } = tell;
      const what = `${longest(device, partMs, tell)} goes to downloading ${nameElement(element, tell)}`;
      if (file === null) return [what, 'Make it smaller.'];
      const withSize = `${what} (${measured(file.bytes, 'bytes')})`;
      if (file.meanwhile === null) {
        return [
          withSize,
          `Make it smaller: a picture as wide as a phone's screen, saved as WebP or AVIF, seldom needs more than ${measured(enoughBytes, 'bytes')}.`,
        ];
      }
      const others = counted(file.meanwhile.files, { one: 'other file', other: 'other files' });
      return [
        `${withSize}, which shares the connection with ${others} (${measured(file.meanwhile.bytes, 'bytes')})`,
        'Have it fetched first and the others later.',
      ];
    },
    'page-load/paint-held-up': ({ device, partMs, element, why }, tell) => [
      `${longest(device, partMs, tell)} passes while the browser cannot show ${nameElement(element, tell)} yet`,
      tell.whole(why),
    ],
    'page-load/empty-screen': ({ arrivedMs, why }, { measured, whole }) => [
      `the screen stays empty until then${arrivedMs === null ? '' : `, ${measured(arrivedMs, 'ms')} of it before the page begins to arrive`}`,
      whole(why),
    ],
    'page-load/server': () =>
      'ask your hosting company for a faster server, or have finished pages kept ready (a cache)',
    'page-load/network': ({ serverMs }, { measured }) =>
      `only ${measured(serverMs, 'ms')} of it is the server; the rest is the way there and back on a slow connection`,
    'page-load/redirected': ({ redirects, server }, { number, whole }) => [
      `the visitor is sent on ${redirects === 1 ? 'once' : `${number(redirects)} times`} before the page comes: use its final address in links and advertisements`,
      whole(server),
    ],
    'page-load/waits-for-files': ({ files, bytes, largest }, tell) => [
      `first it needs ${tell.counted(files, { one: 'style, script or font file', other: 'style, script or font files' })} (${tell.measured(bytes, 'bytes')}), most of all ${listFiles(largest, tell)}`,
      'Have what the first screen does not need loaded later (defer), or removed.',
    ],
    'page-load/waits-for-page': () =>
      'the browser needs that time for the page itself: have less and simpler code in it',
    'page-load/busy': ({ device, longestMs, largest }, tell) => [
      `scripts keep the ${device === 'mobile' ? 'phone' : 'computer'} busy, once for ${tell.measured(longestMs, 'ms')} without a pause`,
      ...(largest.length === 0 ? [] : [`The largest: ${listFiles(largest, tell)}.`]),
      'Remove what the page does not need, or have it loaded after the first tap.',
    ],
    'page-load/shift': ({ element }, tell) => [
      `what moves most is ${nameElement(element, tell)}`,
      'Give pictures, banners and fonts their room before they arrive, so that nobody taps the wrong thing.',
    ],
    'page-load/weight': ({ requests, bytes, largest, thirdParty }, tell) => [
      `it takes ${tell.counted(requests, { one: 'request', other: 'requests' })} and ${tell.measured(bytes, 'bytes')}; the largest is ${listFiles([largest], tell)}`,
      ...(thirdParty === null
        ? []
        : [`Of others' servers, ${thirdParty.domain} sends most: ${tell.measured(thirdParty.bytes, 'bytes')}.`]),
      'Remove or shrink the largest first.',
    ],
  },
  trend: {
    lcpMs: 'Main content visible after',
    loadMs: 'Page complete after',
  },
  remedy:
    'Open the page on a phone over mobile data. Check what changed recently: large images, scripts, third-party widgets.',
  trouble: {
    title: 'Pages load slowly',
    has: (at) => `the pages${at} have loaded slowly`,
    was: (at) => `the pages${at} loaded slowly`,
    todo: 'Check what changed recently: large images, scripts, third-party widgets. Remove or shrink the heaviest.',
    gain: 'Fewer visitors leave before they see anything: most wait two to three seconds at most.',
  },
};

/** What a picture as wide as a phone's screen seldom exceeds. */
const enoughBytes = 100_000;

const onPhone = 'on a phone with a slow connection';

function longest(device: Device, partMs: number, { measured }: Format): string {
  const lead = device === 'mobile' ? onPhone : 'on a computer';
  return `${lead} the longest part of that, ${measured(partMs, 'ms')},`;
}

export function nameElement(element: PageElement, { quote }: Format): string {
  switch (element.what) {
    case 'picture':
    case 'video':
      return `the ${element.what} ${element.address ?? 'inside the page'}`;
    case 'text':
      return `the text ${quote(element.text, 43)}`;
    case 'part':
      return `the largest part of the page${element.tag === null ? '' : ` (${element.tag})`}`;
  }
}

function nameFile({ address }: FileName): string {
  return address ?? 'a file inside the page';
}

function listFiles(files: readonly FileSeen[], { list, measured }: Format): string {
  return list(files.map((file) => `${nameFile(file)} (${measured(file.bytes, 'bytes')})`));
}
