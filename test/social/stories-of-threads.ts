import { answers, asks, comments, reviews, type Step, type Story } from './support/story.ts';

const flat = comments.filter((kind) => kind !== 'telegram');

/** Line after line, a minute each. */
const lines = (who: 'customer' | 'other', count: number, text: string, from = 1): readonly Step[] =>
  Array.from({ length: count }, (_, i): Step => ({ after: from + i, does: 'write', who, text, to: 'it' }));
const adds = (after: number, text: string, to = 'it') =>
  ({ after, does: 'write', who: 'customer', text, to }) as const satisfies Step;
const noted: Step = { after: 0, does: 'write', who: 'business', text: 'We are open until six today.', ref: 'note' };

/** Threads of more lines than a platform shows at once, replies to what the business wrote, and lines that cross. */
export const storiesOfThreads: readonly Story[] = [
  {
    name: 'a monologue longer than what is shown at once',
    on: comments,
    begins: ['Thu 10:05'],
    copies: 1,
    steps: [asks('Where is my parcel?'), ...lines('customer', 130, 'And where is it now?')],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: 'a monologue longer than what is shown at once, answered at last',
    on: comments,
    begins: ['Wed 09:20'],
    copies: 1,
    steps: [
      asks('Where is my parcel?'),
      ...lines('customer', 130, 'And where is it now?'),
      // On Telegram an answer settles what the same person had written before the line that it replies to.
      { ...adds(131, 'Hello?'), ref: 'last' },
      answers(200, 'last'),
    ],
    ends: { state: 'answered', reason: 'answered', minutes: 200 },
    waits: [[0, 200]],
  },
  {
    name: 'a private monologue longer than what is shown at once',
    on: ['facebook'],
    begins: ['Thu 10:10'],
    copies: 2,
    where: 'messenger',
    steps: [asks('Where is my parcel?'), ...lines('customer', 70, 'And where is it now?')],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: 'a private monologue that goes on between polls, answered at last',
    on: ['facebook'],
    begins: ['Wed 09:00'],
    copies: 1,
    where: 'messenger',
    steps: [asks('Where is my parcel?'), ...lines('customer', 230, 'And where is it now?'), answers(235)],
    ends: { state: 'answered', reason: 'answered', minutes: 235 },
    waits: [[0, 235]],
  },
  {
    name: 'more than a page of thanks below an answer',
    on: comments,
    begins: ['Fri 09:05'],
    copies: 1,
    steps: [asks('Is the new blend out?'), answers(10), ...lines('other', 125, 'Thank you!', 11)],
    ends: { state: 'answered', reason: 'answered', minutes: 10 },
    waits: [[0, 10]],
  },
  {
    name: 'a new question below more than a page of thanks',
    on: comments,
    begins: ['Fri 12:10'],
    copies: 1,
    steps: [
      asks('Is the new blend out?'),
      answers(10),
      ...lines('other', 125, 'Thank you!', 11),
      { after: 140, does: 'write', who: 'other', text: 'And what does it cost?', to: 'it' },
    ],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [
      [0, 10],
      [140, null],
    ],
  },
  {
    name: 'a question below our own note, answered there',
    on: flat,
    begins: ['Tue 10:15'],
    copies: 2,
    where: 'own-post',
    steps: [noted, { ...adds(5, 'Until six on Sunday, too?', 'note'), ref: 'question' }, answers(35, 'note')],
    ends: { state: 'answered', reason: 'answered', minutes: 30 },
    waits: [[5, 35]],
  },
  {
    name: 'a reply to our own note, answered there',
    on: ['telegram'],
    begins: ['Tue 10:15'],
    copies: 2,
    where: 'own-post',
    steps: [noted, { ...adds(5, 'Until six on Sunday, too?', 'note'), ref: 'it', matter: true }, answers(35)],
    ends: { state: 'answered', reason: 'answered', minutes: 30 },
    waits: [[5, 35]],
  },
  {
    name: 'a question below our own note that nobody sees',
    on: comments,
    begins: ['Fri 11:30'],
    copies: 2,
    where: 'own-post',
    steps: [noted, { ...adds(5, 'Until six on Sunday, too?', 'note'), matter: true }],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[5, null]],
  },
  {
    name: 'a question in reply to our answer',
    on: comments,
    begins: ['Wed 12:00'],
    copies: 2,
    steps: [
      asks('Do you sell beans?'),
      { ...answers(15), ref: 'answer' },
      { ...adds(20, 'Ground ones, too?', 'answer'), ref: 'again' },
      answers(45, 'again'),
    ],
    ends: { state: 'answered', reason: 'answered', minutes: 25 },
    waits: [
      [0, 15],
      [20, 45],
    ],
  },
  ...thanksTo({
    facebook: ['Coffee Lab thank you so much!', 'Thanks, Coffee Lab!'],
    threads: ['@coffeelab thank you so much!', 'ok, thanks @coffeelab 🙏'],
    tiktok: ['@coffeelab thanks a lot!', 'ok, thank you @coffeelab'],
    instagram: ['@coffeelab thank you so much!', 'ok, thanks @coffeelab 🙏'],
    youtube: ['@Coffee Lab thanks a lot!', '@coffeelab7 great, thank you'],
    vk: ['[club888|Coffee Lab], спасибо большое!', '[club888|Coffee Lab], ок, спасибо'],
    telegram: ['Coffee Lab, дякую!', '@coffeelab_bot щиро дякуємо'],
  }),
  {
    name: 'an answer that crosses the next line',
    on: flat,
    begins: ['Thu 09:40'],
    copies: 2,
    steps: [asks('A table for tonight, please?'), adds(29.95, 'There are two of us.'), answers(30)],
    ends: { state: 'answered', reason: 'answered', minutes: 30 },
    waits: [[0, 30]],
  },
  {
    name: 'a private answer that crosses the next line',
    on: ['facebook'],
    begins: ['Thu 09:45'],
    copies: 2,
    where: 'messenger',
    steps: [asks('A table for tonight, please?'), adds(29.95, 'There are two of us.'), answers(30)],
    ends: { state: 'answered', reason: 'answered', minutes: 30 },
    waits: [[0, 30]],
  },
  {
    name: 'more in one night than a page holds',
    on: ['x'],
    begins: ['Tue 21:00'],
    copies: 130,
    steps: [{ after: 0, does: 'write', who: 'customer', text: '😍' }],
    ends: { state: 'no-reply-needed', reason: 'emoji-only' },
    waits: [],
  },
  {
    name: 'a question under more in one night than a page holds',
    on: ['x', ...reviews],
    begins: ['Tue 20:50'],
    copies: 1,
    steps: [asks('Do you roast decaf?'), answers(790)],
    ends: { state: 'answered', reason: 'answered', minutes: 60 },
    waits: [[0, 790]],
  },
  {
    name: 'more stars in one night than a page holds',
    on: reviews,
    begins: ['Tue 21:00'],
    copies: 130,
    steps: [{ after: 0, does: 'write', who: 'customer', text: '', stars: 5 }],
    ends: { state: 'no-reply-needed', reason: 'rating-only' },
    waits: [],
  },
  {
    name: 'thanks that name the page',
    on: ['x'],
    begins: ['Mon 12:40'],
    copies: 2,
    steps: [{ after: 0, does: 'write', who: 'customer', text: '@ann_k ok, thanks a lot!' }],
    ends: { state: 'no-reply-needed', reason: 'thanks' },
    waits: [],
  },
];

/** Below an answer, with whom they thank before or after it. */
function thanksTo(texts: Readonly<Partial<Record<Story['on'][number], readonly string[]>>>): Story[] {
  return comments.flatMap((kind) =>
    (texts[kind] ?? []).map(
      (text): Story => ({
        name: `thanks that say to whom: ${text}`,
        on: [kind],
        begins: ['Mon 12:20'],
        copies: 2,
        steps: [asks('Is the terrace open?'), { ...answers(8), ref: 'answer' }, adds(12, text, 'answer')],
        ends: { state: 'answered', reason: 'answered', minutes: 8 },
        waits: [[0, 8]],
      }),
    ),
  );
}
