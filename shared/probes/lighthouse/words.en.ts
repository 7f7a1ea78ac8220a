import type { ProbeWords } from '../probe-words.ts';
import type { lighthouse } from './spec.ts';
import type { AdvisedAudit, LighthouseStatements } from './statements.ts';

const advice: Readonly<Record<AdvisedAudit, string>> = {
  'render-blocking-insight': 'load styles and scripts that the first screen does not need later',
  'image-delivery-insight': 'make images smaller: no wider than they are shown, as WebP or AVIF',
  'lcp-discovery-insight': "reference the main image in the page's own HTML, without lazy loading",
  'document-latency-insight': 'make the server respond faster: no redirects, cached pages, compression',
  'font-display-insight': 'show text at once in a standard font until your own font has loaded',
  'duplicated-javascript-insight': 'remove scripts that the page loads twice',
  'legacy-javascript-insight': 'serve scripts without the extra code for ten-year-old browsers',
  'third-parties-insight': 'remove some of the third-party chats, trackers and widgets',
  'cache-insight': 'let browsers cache images, styles and scripts for longer, for returning visitors',
  'network-dependency-tree-insight':
    'reference all needed files in the page itself, so they do not load one after the other',
  'modern-http-insight': 'switch the web server to HTTP/2 or newer',
  'dom-size-insight': 'make the page shorter: it has too many elements',
  'forced-reflow-insight': 'make scripts measure the page less often while they change it',
  'cls-culprits-insight': 'reserve space for images, banners and fonts before they load',
  'unused-javascript': 'remove scripts that the page does not use, or load them later',
  'unused-css-rules': 'remove styles that the page does not use',
  'unminified-javascript': 'minify scripts when the site is published',
  'unminified-css': 'minify styles when the site is published',
  'unsized-images': 'set the size of images in the HTML, so the text does not jump',
};

export const en: ProbeWords<typeof lighthouse, LighthouseStatements> = {
  name: 'Lighthouse score',
  good: 'Lighthouse gives a good performance score',
  bad: 'Lighthouse gives a poor performance score',
  measurement: {
    score: (value) => `Lighthouse performance score: ${value}`,
  },
  says: {
    'lighthouse/score': ({ score, runs, least, most }, { number }) => {
      const of =
        runs === 1 ? 'one run' : `median of ${runs} runs, which gave ${number(least * 100)} to ${number(most * 100)}`;
      return `Lighthouse gives ${number(score * 100)} out of 100 points for speed on a phone (${of})`;
    },
    'lighthouse/advice': ({ best }, { measured }) => {
      const gain = ({ savedMs, savedBlockingMs, savedBytes }: (typeof best)[number]): string => {
        const gains = [
          savedMs > 0 ? `the page is visible ${measured(savedMs, 'ms')} sooner` : '',
          savedBlockingMs > 0 ? `it responds ${measured(savedBlockingMs, 'ms')} sooner` : '',
          savedBytes > 0 ? `${measured(savedBytes, 'bytes')} less to download` : '',
        ].filter((each) => each !== '');
        return gains.length === 0 ? '' : ` (${gains.join(', ')})`;
      };
      return `what would help most: ${best.map((each, n) => `(${n + 1}) ${advice[each.id]}${gain(each)}`).join('; ')}`;
    },
    'lighthouse/no-valid-run': ({ why }, { clause }) => `Lighthouse gave no valid score: ${why.map(clause).join('; ')}`,
    'lighthouse/endless-run': () => 'Lighthouse did not finish',
    'lighthouse/returned-nothing': () => 'Lighthouse returned nothing',
    'lighthouse/audit-failed': ({ code }) => `Lighthouse could not audit the page (${code})`,
    'lighthouse/no-score': () => 'Lighthouse could not compute a score',
    'lighthouse/slow-host': ({ benchmarkIndex, atLeast }, { number }) =>
      `this machine was too slow or too busy to judge the page (benchmark ${number(benchmarkIndex)}, at least ${number(atLeast)} needed)`,
    'lighthouse/page-error': ({ status }) => `the page returns HTTP ${status}`,
    'lighthouse/not-opened': ({ error }) => `the page could not be opened (${error})`,
    'lighthouse/detour': ({ why }, { whole }) => whole(why),
  },
  trend: {
    score: 'Lighthouse score',
  },
  remedy: 'Open the Lighthouse report under evidence and start with its first suggestion.',
  trouble: {
    title: 'The Lighthouse score is poor',
    has: (at) => `the Lighthouse score${at} has been poor`,
    was: (at) => `the Lighthouse score${at} was poor`,
    todo: 'Open the Lighthouse report and start with its first suggestion.',
    gain: 'Faster pages, and a better position in search results.',
  },
};
