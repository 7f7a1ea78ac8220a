import type { Device } from '../../model/device.ts';
import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { fieldSpeed } from './spec.ts';
import type { FieldSpeedStatements } from './statements.ts';

const on: Readonly<Record<Device, string>> = { mobile: 'on a phone', desktop: 'on a computer' };
const touch: Readonly<Record<Device, string>> = { mobile: 'tap', desktop: 'click' };
const nextTime = 'Touchlight asks again at the next run.';

export const en: ProbeWords<typeof fieldSpeed, FieldSpeedStatements> = {
  name: 'Speed for real visitors',
  good: 'pages are fast for real visitors',
  bad: 'pages are slow for real visitors',
  measurement: {
    lcpMs: (value) => `one in four real visitors waits longer than ${value} for the main content`,
    inpMs: (value) => `one in four real visitors waits longer than ${value} for a response to a tap or click`,
    cls: (value) => `for one in four real visitors, the layout shifts by more than ${value}`,
  },
  says: {
    'field-speed/summary': ({ device, lcpMs, inpMs, cls, ttfbMs, ...visitors }, format) => {
      const { measured, number, list } = format;
      const had = [
        ...(lcpMs === null ? [] : [`saw the main content within ${measured(lcpMs, 'ms')}`]),
        ...(inpMs === null ? [] : [`got a response to a ${touch[device]} within ${measured(inpMs, 'ms')}`]),
        ...(cls === null ? [] : [`saw the layout shift by ${number(cls, 2)} at most`]),
      ];
      return [
        `${on[device]}, three of four real visitors ${list(had)}`,
        ...(ttfbMs === null ? [] : [`The server responded to them within ${measured(ttfbMs, 'ms')}.`]),
        `This is how it was for Chrome users ${whereAndWhen(visitors, format)}.`,
        ...remarks(visitors, format),
      ];
    },
    'field-speed/visitors': ({ device, ...visitors }, format) => [
      `this is how it was for Chrome users ${on[device]} ${whereAndWhen(visitors, format)}`,
      ...remarks(visitors, format),
    ],
    'field-speed/too-few': ({ device, page }, { quote }) => [
      `the site${page === null ? '' : ` and its page ${quote(page)}`} had too few visitors ${on[device]} for Google to tell how fast it was for them`,
      'This is no fault of the site: Google reports only on sites that many people visit with Chrome.',
    ],
    'field-speed/key-refused': ({ secret, clue }, { quote, clause }) => [
      `Google does not accept the API key in the secret ${quote(secret)} (${clause(clue)})`,
      'Copy the key from the Google Cloud console again; docs/field-speed.md says where it is.',
    ],
    'field-speed/key-restricted': ({ secret, clue }, { quote, clause }) => [
      `the API key in the secret ${quote(secret)} may not be used for the Chrome UX Report (${clause(clue)})`,
      "In the Google Cloud console, enable the Chrome UX Report API in the key's project, and make sure that the key's restrictions allow this API and requests from a server.",
    ],
    'field-speed/throttled': ({ clue }, { clause }) => [
      `Google takes no more requests with this API key for now (${clause(clue)})`,
      nextTime,
      'If this continues, create a key in a separate Google Cloud project: Google counts all requests of a project together.',
    ],
    'field-speed/no-key': () =>
      'the secret holds no API key, which is one word of Latin letters, digits, full stops, - and _',
    'field-speed/setup': ({ why }, { clause }) => `Google cannot be asked about real visitors: ${clause(why)}`,
    'field-speed/not-asked': ({ why }, { clause }) => [
      `Google could not be asked how fast the site is for real visitors: ${clause(why)}`,
      nextTime,
    ],
  },
  trend: {
    lcpMs: 'Real visitors: main content',
    inpMs: 'Real visitors: response to input',
  },
  remedy:
    "Compare it with Touchlight's own visit (page-load). If that is slow too, do what it says. If only real visitors are slow, check what they meet and the visit does not: older phones, ads, personal content, pages other than the first. The number covers 28 days, so it improves slowly.",
  trouble: {
    title: 'Pages are slow for real visitors',
    has: (at) => `pages${at} have been slow for real visitors`,
    was: (at) => `pages${at} were slow for real visitors`,
    todo: 'Ask your web developer to find out what slows real visitors down. It takes up to 28 days until an improvement shows here in full.',
    gain: 'Fewer people leave while they wait.',
  },
};

type Visitors = Omit<FieldSpeedStatements['field-speed/visitors'], 'device'>;

function whereAndWhen({ until, page, insteadOfPage }: Visitors, { date, quote }: Format): string {
  const where = page === null || insteadOfPage ? 'on the whole site' : `on the page ${quote(page)}`;
  return `${where} in the 28 days to ${date(until)}`;
}

function remarks({ page, insteadOfPage, knownAs }: Visitors, { quote }: Format): string[] {
  return [
    ...(page !== null && insteadOfPage
      ? [
          `The page ${quote(page)} alone had too few visitors for Google to tell, so these are the numbers of the whole site.`,
        ]
      : []),
    ...(knownAs === null ? [] : [`Google knows the site as ${quote(knownAs)}.`]),
  ];
}
