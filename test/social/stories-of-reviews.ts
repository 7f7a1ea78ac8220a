import { asks, reviews, type Story } from './support/story.ts';

/** What only reviews have: stars, and replies that the platform looks at first. */
export const storiesOfReviews: readonly Story[] = [
  {
    name: 'five stars without a word',
    on: reviews,
    begins: ['Tue 16:00'],
    copies: 12,
    steps: [{ after: 0, does: 'write', who: 'customer', text: '', stars: 5 }],
    ends: { state: 'no-reply-needed', reason: 'rating-only' },
    waits: [],
  },
  {
    name: 'two stars without a word',
    on: reviews,
    begins: ['Sat 16:00'],
    copies: 2,
    steps: [{ after: 0, does: 'write', who: 'customer', text: '', stars: 2 }],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: 'a reply that Google rejected',
    on: ['google-reviews'],
    begins: ['Sat 10:30'],
    copies: 2,
    steps: [
      asks('Rude staff'),
      { after: 30, does: 'write', who: 'business', text: 'Call 555!', to: 'it', moderation: 'REJECTED' },
    ],
    ends: { state: 'waiting', reason: 'reply-rejected' },
    waits: [[0, null]],
  },
  {
    name: 'a reply that Google still looks at',
    on: ['google-reviews'],
    begins: ['Sat 10:40'],
    copies: 2,
    steps: [
      asks('Slow service'),
      { after: 30, does: 'write', who: 'business', text: 'Sorry!', to: 'it', moderation: 'PENDING' },
    ],
    ends: { state: 'answered', reason: 'answered', minutes: 30 },
    waits: [[0, 30]],
  },
];
