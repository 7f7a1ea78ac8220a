import type { CompetitorWords } from './words.ts';

export const en: CompetitorWords = {
  heading: "Your site beside your competitors'",
  column: {
    site: 'Site',
    content: 'Main content on a phone',
    visitors: 'The same for real visitors',
    contact: 'Contact',
    answering: 'Responded',
  },
  own: 'You',
  lead: (own, theirs) => `On a phone, your main content appears after ${own}. ${theirs}.`,
  atOnce: 'on the page',
  taps: { one: 'tap', other: 'taps' },
  noContact: 'none in sight',
  notYet: (name, why) => `${name} cannot be compared yet: ${why}.`,
  nights: (compared, needed) => `${compared} of at least ${needed} nights comparable`,
  lacksOwn: 'your own page was not measured in the same hours',
  method: (showsVisitors) =>
    `Speed is the median of up to 28 nights, measured in the same hours on the same kind of phone. Competitors' contacts count as far as they can be read without pressing anything. ${showsVisitors ? 'Except for real visitors, a dash means' : 'A dash means'} that there are too few measurements so far.`,
  visitors:
    'For real visitors: the time within which three out of four Chrome users on a phone saw the main content, across the whole site over the last 28 days, according to Google. Compare this column only with itself. A dash means that Google has data on too few visitors, or that its answer has not come yet.',
  ownUse:
    'For your own use only. Do not publish it: in the EU, comparisons with competitors fall under the rules on comparative advertising.',
};
