import type { Device } from '../../model/device.ts';
import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import { listFiles, nameFile, nameParty } from './names.ts';
import type { pageLoad } from './spec.ts';
import type { PageElement, PageLoadStatements } from './statements.ts';

/** A file that is no file of its own. */
const embedded = 'a file embedded in the page';

export const en: ProbeWords<typeof pageLoad, PageLoadStatements> = {
  name: 'Page speed',
  good: 'pages load fast',
  bad: 'pages load slowly',
  measurement: {
    lcpMs: (value) => `the main content takes ${value} to appear`,
    fcpMs: (value) => `the first text or image takes ${value} to appear`,
    cls: (value) => `the layout shifts by ${value} while the page loads`,
    ttfbMs: (value) => `the server takes ${value} to respond`,
    tbtMs: (value) => `the page does not respond to taps for ${value}`,
    loadMs: (value) => `the page takes ${value} to finish loading`,
  },
  says: {
    'page-load/summary': ({ device, lcpMs, loadMs, heldMs = null }, { measured }) => {
      const lead = device === 'mobile' ? onPhone : 'on a desktop computer';
      const main =
        lcpMs === null
          ? 'no main content appears'
          : `the ${heldMs === null ? 'main' : 'first'} content takes ${measured(lcpMs, 'ms')} to appear`;
      const what = `${lead}, ${main}${loadMs === null ? '' : ` and the page takes ${measured(loadMs, 'ms')} to finish loading`}`;
      return heldMs === null
        ? what
        : [
            what,
            `Animations hold most of the text on the first screen back until ${measured(heldMs, 'ms')} have passed: let it appear at once.`,
          ];
    },
    'page-load/blank': ({ url }, { at }) => [
      `${at('', url) || 'the page'} stays blank: the browser loads it, but nothing at all appears on the screen`,
      'Ask your developer to find out why. Often a script or style sheet fails after an update.',
    ],
    'page-load/still-loading': ({ device, afterMs, largest, ...sizes }, format) => [
      `${device === 'mobile' ? onPhone : 'on a computer'}, the page is still downloading after ${format.measured(afterMs, 'ms')}: ${howMuch(sizes, format)}`,
      ...(largest === null ? [] : [`The largest is ${listFiles([largest], embedded, format)}.`]),
      'Visitors do not wait that long. Remove or shrink the largest files first.',
    ],
    'page-load/never-loads': ({ waitsFor }) => [
      'the page never finishes loading',
      ...(waitsFor === null
        ? []
        : [
            `It is still waiting for ${nameFile(waitsFor, embedded)}: ask your developer to fix it or remove it from the page.`,
          ]),
    ],
    'page-load/slow-host': ({ benchmarkIndex, leastIndex }, { number }) => [
      `this machine is too slow to measure page speed (benchmark ${number(benchmarkIndex)}, at least ${number(leastIndex)} needed), so the page's speed is unknown`,
      'Give the probe more memory or a faster host.',
    ],
    'page-load/paint-server': ({ device, partMs, server }, format) => [
      `${longest(device, partMs, format)} passes before the page starts to arrive`,
      format.whole(server),
    ],
    'page-load/paint-asked-late': ({ device, partMs, element }, format) => [
      `${longest(device, partMs, format)} passes before the browser starts to fetch ${nameElement(element, format)}`,
      "Reference it in the page's own HTML, without lazy loading, so it is fetched first.",
    ],
    'page-load/paint-download': ({ device, partMs, element, file }, format) => {
      const { measured, counted } = format;
      const what = `${longest(device, partMs, format)} is spent downloading ${nameElement(element, format)}`;
      if (file === null) return [what, 'Make it smaller.'];
      const withSize = `${what} (${measured(file.bytes, 'bytes')})`;
      if (file.meanwhile === null) {
        if (element.what === 'video') return [withSize, 'Make it smaller, or show a picture until it plays.'];
        return [
          withSize,
          device === 'mobile'
            ? `Make it smaller: an image as wide as a phone screen, saved as WebP or AVIF, rarely needs more than ${measured(enoughBytes.mobile, 'bytes')}.`
            : `Make it smaller: saved as WebP or AVIF, and no larger than it is shown, an image rarely needs more than ${measured(enoughBytes.desktop, 'bytes')}.`,
        ];
      }
      const others = counted(file.meanwhile.files, { one: 'other file', other: 'other files' });
      return [
        `${withSize}, which shares the connection with ${others} (${measured(file.meanwhile.bytes, 'bytes')})`,
        'Fetch it first and the others later.',
      ];
    },
    'page-load/paint-held-up': ({ device, partMs, element, why }, format) => [
      `${longest(device, partMs, format)} passes before the browser can show ${nameElement(element, format)}`,
      format.whole(why),
    ],
    'page-load/empty-screen': ({ arrivedMs, why }, { measured, whole }) => [
      `the screen stays blank until then${arrivedMs === null ? '' : `, including ${measured(arrivedMs, 'ms')} before the page starts to arrive`}`,
      whole(why),
    ],
    'page-load/server': () => 'ask your hosting provider for a faster server, or serve pages from a cache',
    'page-load/server-quick-otherwise': ({ serverMs, others, othersMs }, { measured, number }) => [
      `only the page itself is slow: the server took ${measured(serverMs, 'ms')} for it, but typically ${measured(othersMs, 'ms')} for its ${number(others)} other answers`,
      'If this happens again, ask your developer to serve the page from a cache, or to find out what takes so long to put it together.',
    ],
    'page-load/network': ({ serverMs }, { measured }) =>
      `only ${measured(serverMs, 'ms')} of that is the server; the rest is the round trip over a slow connection`,
    'page-load/redirected': ({ redirects, server }, { number, whole }) => [
      `the visitor is redirected ${redirects === 1 ? 'once' : `${number(redirects)} times`} before the page loads: use its final address in links and ads`,
      ...(server === null ? [] : [whole(server)]),
    ],
    'page-load/waits-for-files': ({ files, bytes, largest, imported }, format) => [
      `first it needs ${format.counted(files, { one: 'style, script or font file', other: 'style, script or font files' })} (${format.measured(bytes, 'bytes')}), chiefly ${listFiles(largest, embedded, format)}`,
      ...(imported === undefined
        ? ['Defer or remove what the first screen does not need.']
        : [
            `The browser learns of ${nameFile(imported.file, embedded)} only when ${nameFile(imported.by, embedded)} has arrived (@import).`,
            'Ask your developer to merge the two, or to link both from the page, so that they load together.',
          ]),
    ],
    'page-load/waits-for-page': () =>
      'the browser needs that time to process the page itself: reduce and simplify its code',
    'page-load/waits-for-slow-file': ({ file, waitedMs, came }, { measured }) => [
      came
        ? `the page shows nothing before ${nameFile(file, embedded)} has arrived, and its server takes ${measured(waitedMs, 'ms')} to send it`
        : `the page shows nothing for ${measured(waitedMs, 'ms')} because it waits for ${nameFile(file, embedded)}, which does not come`,
      came
        ? 'Ask your developer to load it so that the page does not wait for it, or to remove it.'
        : 'Ask your developer to fix or remove it.',
    ],
    'page-load/waits-for-font': ({ font }, format) => [
      `the text appears only when the font ${listFiles([font], embedded, format)} has arrived`,
      'Ask your developer to show it in a standard font until then (font-display: swap).',
    ],
    'page-load/waits-for-work': ({ device, busyMs, largest }, format) => [
      `for ${format.measured(busyMs, 'ms')} of that, scripts keep the ${device === 'mobile' ? 'phone' : 'computer'} busy; the largest: ${listFiles(largest, embedded, format)}`,
      'Remove what the page does not need, or run it after the page is shown.',
    ],
    'page-load/hidden-until-loaded': ({ bytes, largest }, format) => [
      `the page hides its content until everything (${format.measured(bytes, 'bytes')}) has arrived`,
      `Show it at once and load the images later; the largest file is ${listFiles([largest], embedded, format)}.`,
    ],
    'page-load/waits-for-document': ({ bytes }, { measured }) => [
      `the page's own code (${measured(bytes, 'bytes')}) is still arriving until then`,
      'Ask your developer to make it smaller, and to let the server send all of it at once.',
    ],
    'page-load/waits-for-answer': ({ file, tookMs }, { measured }) => [
      `it appears right after ${nameFile(file, embedded)} has answered, which takes ${measured(tookMs, 'ms')}`,
      'Ask your developer to make this answer faster, or to send the content with the page.',
    ],
    'page-load/built-by-scripts': ({ files, bytes, largest }, format) => [
      `it appears right after ${format.counted(files, { one: 'late script or style file', other: 'late script or style files' })} (${format.measured(bytes, 'bytes')}), chiefly ${listFiles(largest, embedded, format)}`,
      "Put the content of the first screen into the page's own HTML, so that it does not wait for scripts.",
    ],
    'page-load/waits-for-timer': ({ idleMs }, { measured }) => [
      `for ${measured(idleMs, 'ms')} of that, nothing is downloaded or processed: usually an animation, a slide show or a timer holds the content back`,
      'Ask your developer to show it at once.',
    ],
    'page-load/waits-unseen': () => [
      'why is not known: none of the files that arrive meanwhile explains it',
      'Ask your developer to look at what the page does before it shows this: often a script keeps it hidden.',
    ],
    'page-load/busy': ({ device, longestMs, largest }, format) => [
      `scripts keep the ${device === 'mobile' ? 'phone' : 'computer'} busy for up to ${format.measured(longestMs, 'ms')} without a pause`,
      ...(largest.length === 0 ? [] : [`The largest: ${listFiles(largest, embedded, format)}.`]),
      'Remove what the page does not need, or load it after the first tap.',
    ],
    'page-load/shift': ({ element }, format) => [
      `the part that moves most is ${nameElement(element, format)}`,
      'Reserve space for images, banners and fonts before they load, so nobody taps the wrong thing.',
    ],
    'page-load/below-first-screen': ({ screenMs, pictures, bytes, largest, canWait }, format) => [
      `what visitors see first is complete after ${format.measured(screenMs, 'ms')}; only ${format.counted(pictures, { one: 'picture', other: 'pictures' })} further down the page ${pictures === 1 ? 'is' : 'are'} late${bytes === undefined || pictures === 1 ? '' : ` (${format.measured(bytes, 'bytes')})`}: ${pictures > largest.length ? 'chiefly ' : ''}${listFiles(largest, embedded, format)}`,
      canWait === true
        ? `Make ${pictures === 1 ? 'it' : 'them'} smaller, or let the browser fetch ${pictures === 1 ? 'it' : 'them'} when the visitor scrolls there (loading="lazy").`
        : `Make ${pictures === 1 ? 'it' : 'them'} smaller.`,
    ],
    'page-load/weight': ({ requests, bytes, largest, thirdParty }, format) => [
      `it takes ${format.counted(requests, { one: 'request', other: 'requests' })} and ${format.measured(bytes, 'bytes')}; the largest is ${listFiles([largest], embedded, format)}`,
      ...(thirdParty === null
        ? []
        : [`The heaviest third party is ${nameParty(thirdParty)}: ${format.measured(thirdParty.bytes, 'bytes')}.`]),
      'Remove or shrink the largest first.',
    ],
  },
  trend: {
    lcpMs: 'Time to main content',
    loadMs: 'Time to full load',
  },
  remedy:
    'Open the page on a phone over mobile data. Check what changed recently: large images, scripts, third-party widgets.',
  trouble: {
    title: 'Pages load slowly',
    has: (at) => `the pages${at} have been slow to load`,
    was: (at) => `the pages${at} were slow to load`,
    todo: 'Check what changed recently: large images, scripts, third-party widgets. Remove or shrink the heaviest.',
    gain: 'Fewer visitors leave before they see anything: most wait two to three seconds at most.',
  },
};

/** What an image as wide as a phone's screen seldom exceeds. */
const enoughBytes = { mobile: 100_000, desktop: 300_000 } as const;

const onPhone = 'on a phone with a slow connection';

function longest(device: Device, partMs: number, { measured }: Format): string {
  const lead = device === 'mobile' ? onPhone : 'on a computer';
  return `${lead}, the longest part of that (${measured(partMs, 'ms')})`;
}

type Sizes = Pick<PageLoadStatements['page-load/still-loading'], 'arrivedBytes' | 'expectedBytes' | 'unsized'>;

function howMuch({ arrivedBytes, expectedBytes, unsized }: Sizes, { measured, counted }: Format): string {
  const arrived = measured(arrivedBytes, 'bytes');
  const all = measured(expectedBytes, 'bytes');
  const came = arrived === all ? `${arrived} had arrived` : `${arrived} of ${all} had arrived`;
  const more = counted(unsized, { one: 'more file was', other: 'more files were' });
  return unsized === 0 ? came : `${came}, and ${more} still to come`;
}

export function nameElement(element: PageElement, { quote }: Format): string {
  switch (element.what) {
    case 'picture':
    case 'video':
      return `the ${element.what === 'picture' ? 'image' : 'video'} ${element.address ?? 'embedded in the page'}`;
    case 'text':
      return `the text ${quote(element.text, 43)}`;
    case 'part':
      return `the largest part of the page${element.tag === null ? '' : ` (${element.tag})`}`;
  }
}
