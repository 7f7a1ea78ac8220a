import type { PlaceWords } from './words.ts';

export const en: PlaceWords = {
  heading: 'Where customers meet you',
  place: {
    phone: 'Phone',
    messages: 'Email and messengers',
    social: 'Social pages',
    'live-contact': 'Face to face',
    website: 'Website',
    reviews: 'Reviews',
    loyalty: 'Loyalty',
  },
  column: { place: 'Place', state: 'What is known' },
  touchpoints: { one: 'touchpoint', other: 'touchpoints' },
  unwatched: 'Not watched',
  notYet: (places) => `Not watched yet: ${places}.`,
  begin: {
    phone: 'To begin: `touchlight score new phone` makes a form for rating calls. It takes ten minutes.',
    messages: 'To begin: add `kind: mailbox` to touchpoints.yaml.',
    social: 'To begin: add `kind: facebook`, or the network you use, to touchpoints.yaml.',
    'live-contact':
      'To begin: `touchlight score new live-contact` makes a form for rating a visit. It takes ten minutes.',
    website: 'To begin: add `kind: website` with its address to touchpoints.yaml.',
    reviews: 'To begin: add `kind: google-reviews` or `kind: trustpilot` to touchpoints.yaml.',
  },
  checkedAgain: 'Changed just now; being checked again.',
  visits: { one: 'visit assessed', other: 'visits assessed' },
  newest: (visits, at) => `${visits}, the latest ${at}`,
  noVisits: 'nothing assessed yet',
  measured: (at) => `measured ${at}`,
  criteria: {
    heading: 'Criteria by employee',
    question: 'Criterion',
    everybody: 'All',
    note: 'Each cell shows the share of the points earned and, in brackets, the number of visits.',
    more: (people) => `Employees not shown here: ${people}.`,
  },
};
