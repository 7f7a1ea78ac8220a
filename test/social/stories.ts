import type { ConversationReason, ConversationState } from '../../shared/model/conversation.ts';
import type { SocialKind } from '../../shared/model/probes/responses.ts';

/** What happens in a story, in minutes after its beginning. `ref` names the entry for later steps; the first is `it`. */
export type Step =
  | {
      readonly after: number;
      readonly does: 'write';
      readonly who: Who;
      readonly text: string;
      readonly to?: string;
      readonly ref?: string;
      readonly sticker?: true;
      readonly stars?: number;
      readonly moderation?: 'PENDING' | 'REJECTED';
    }
  | { readonly after: number; readonly does: 'edit'; readonly ref: string; readonly text: string }
  | { readonly after: number; readonly does: 'delete' | 'hide' | 'like' | 'answer-privately'; readonly ref: string };
export type Who = 'customer' | 'other' | 'business' | 'staff' | 'nobody';

/** A wait, in minutes after the story's beginning: since when somebody waits, and until when (null: for ever). */
export type Wait = readonly [from: number, until: number | null];

export interface Ending {
  readonly state: ConversationState;
  readonly reason: ConversationReason;
  /** Business minutes until the answer; absent when nobody answered. */
  readonly minutes?: number;
}

export interface Story {
  readonly name: string;
  readonly on: readonly SocialKind[];
  /** Day and time in Kyiv at which the first copy begins; the next ones two minutes apart. */
  readonly begins: readonly string[];
  readonly copies: number;
  /** Under one of our posts unless told otherwise. */
  readonly where?: 'ad' | 'visitor' | 'messenger';
  readonly steps: readonly Step[];
  /** How the conversation stands on Sunday evening; null: it is nowhere. */
  readonly ends: Ending | null;
  /** When somebody waits, read off the steps by hand; the week's figures are recounted from it, minute by minute. */
  readonly waits: readonly Wait[];
  readonly except?: Partial<Record<SocialKind, { readonly ends: Ending; readonly waits: readonly Wait[] }>>;
}

const comments: readonly SocialKind[] = ['facebook', 'instagram', 'youtube', 'vk', 'telegram'];
const reviews: readonly SocialKind[] = ['google-reviews', 'trustpilot'];
const everywhere: readonly SocialKind[] = [...comments, ...reviews, 'x'];

const asks = (text: string): Step => ({ after: 0, does: 'write', who: 'customer', text, stars: 2 });
const answers = (after: number, to = 'it'): Step => ({
  after,
  does: 'write',
  who: 'business',
  text: 'Yes, from 10 to 18.',
  to,
});

/**
 * One week of a business, Monday 16 to Sunday 22 November 2026, in hours 09:00-13:00 and 14:00-18:00, Saturday 10:00-15:00,
 * with four hours promised. Each story stands for what really happens on such pages.
 */
export const stories: readonly Story[] = [
  {
    name: 'answered in time',
    on: everywhere,
    begins: ['Mon 09:10', 'Tue 09:10', 'Wed 09:10', 'Thu 09:10', 'Fri 09:10'],
    copies: 24,
    steps: [asks('Is it open on Sunday?'), answers(30)],
    ends: { state: 'answered', reason: 'answered', minutes: 30 },
    waits: [[0, 30]],
  },
  {
    name: 'answered after lunch, too late',
    on: everywhere,
    begins: ['Mon 10:00', 'Tue 10:00'],
    copies: 6,
    steps: [asks('Do you roast yourselves?'), answers(360)],
    ends: { state: 'answered', reason: 'answered', minutes: 300 },
    waits: [[0, 360]],
  },
  {
    name: 'answered two days later',
    on: everywhere,
    begins: ['Mon 11:00'],
    copies: 4,
    steps: [asks('My order has not come, where is it?'), answers(2880)],
    ends: { state: 'answered', reason: 'answered', minutes: 960 },
    waits: [[0, 2880]],
  },
  {
    name: 'written at night, answered in the morning',
    on: everywhere,
    begins: ['Mon 23:00', 'Tue 23:00', 'Wed 23:00', 'Thu 23:00'],
    copies: 1,
    steps: [asks('Do you have oat milk?'), answers(620)],
    ends: { state: 'answered', reason: 'answered', minutes: 20 },
    waits: [[0, 620]],
  },
  {
    name: 'never answered',
    on: everywhere,
    begins: ['Thu 10:00'],
    copies: 5,
    steps: [asks('I was charged twice, please help')],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: 'written on Sunday',
    on: everywhere,
    begins: ['Sun 12:00'],
    copies: 4,
    steps: [asks('Can I book a table for ten?')],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: 'answered by staff from a private account',
    on: comments.filter((kind) => kind !== 'instagram'),
    begins: ['Wed 11:00'],
    copies: 5,
    steps: [asks('Is there parking?'), { after: 20, does: 'write', who: 'staff', text: 'Behind the house.', to: 'it' }],
    ends: { state: 'answered', reason: 'answered', minutes: 20 },
    waits: [[0, 20]],
  },
  {
    name: 'a second question below an answered one',
    on: ['facebook', 'instagram', 'vk', 'telegram', 'youtube'],
    begins: ['Fri 15:00'],
    copies: 3,
    steps: [
      asks('How much is a flat white?'),
      answers(15),
      { after: 60, does: 'write', who: 'other', text: 'And a filter coffee?', to: 'it' },
    ],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [
      [0, 15],
      [60, null],
    ],
  },
  {
    name: 'thanks below the answer',
    on: comments,
    begins: ['Mon 14:10'],
    copies: 10,
    steps: [
      asks('Which beans are these?'),
      answers(10),
      { after: 15, does: 'write', who: 'customer', text: 'Thank you! 🙏', to: 'it' },
    ],
    ends: { state: 'answered', reason: 'answered', minutes: 10 },
    waits: [[0, 10]],
  },
  {
    name: 'a friend asks between, one answer for both',
    on: comments,
    begins: ['Tue 14:10'],
    copies: 5,
    steps: [
      asks('Is it vegan?'),
      { after: 5, does: 'write', who: 'other', text: 'And gluten free?', to: 'it', ref: 'second' },
      answers(25, 'it'),
    ],
    ends: { state: 'answered', reason: 'answered', minutes: 25 },
    waits: [[0, 25]],
    // Telegram tells whom an answer addresses: the friend still waits.
    except: {
      telegram: {
        ends: { state: 'waiting', reason: 'unanswered' },
        waits: [
          [0, 25],
          [5, null],
        ],
      },
    },
  },
  {
    name: 'a long talk, our answer in its middle',
    on: comments,
    begins: ['Wed 14:00'],
    copies: 2,
    steps: [
      asks('What do you think of the new cups?'),
      ...Array.from(
        { length: 14 },
        (_, i): Step => ({ after: i + 1, does: 'write', who: 'other', text: '😂', to: 'it' }),
      ),
      answers(40),
    ],
    ends: { state: 'answered', reason: 'answered', minutes: 40 },
    waits: [[0, 40]],
  },
  {
    name: 'emoji only',
    on: [...comments, 'x'],
    begins: ['Mon 15:00'],
    copies: 10,
    steps: [{ after: 0, does: 'write', who: 'customer', text: '😍🔥👏' }],
    ends: { state: 'no-reply-needed', reason: 'emoji-only' },
    waits: [],
  },
  {
    name: 'a sticker',
    on: ['facebook', 'vk', 'telegram'],
    begins: ['Mon 15:30'],
    copies: 3,
    steps: [{ after: 0, does: 'write', who: 'customer', text: '', sticker: true }],
    ends: { state: 'no-reply-needed', reason: 'sticker' },
    waits: [],
  },
  {
    name: 'a friend tagged',
    on: ['facebook', 'instagram', 'youtube', 'vk', 'telegram'],
    begins: ['Tue 15:00'],
    copies: 6,
    steps: [{ after: 0, does: 'write', who: 'customer', text: '@bob_the_builder 😍' }],
    ends: { state: 'no-reply-needed', reason: 'friend-tagged' },
    waits: [],
  },
  {
    name: 'thanks',
    on: [...comments, 'x'],
    begins: ['Tue 15:30'],
    copies: 6,
    steps: [{ after: 0, does: 'write', who: 'customer', text: 'Щиро дякую!' }],
    ends: { state: 'no-reply-needed', reason: 'thanks' },
    waits: [],
  },
  {
    name: 'thanks with a question',
    on: comments,
    begins: ['Sun 13:00'],
    copies: 2,
    steps: [{ after: 0, does: 'write', who: 'customer', text: 'Thanks! Open tomorrow?' }],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: 'spam',
    on: [...comments, 'x'],
    begins: ['Wed 15:00'],
    copies: 4,
    steps: [{ after: 0, does: 'write', who: 'customer', text: 'Earn $900 a day with crypto https://t.me/win' }],
    ends: { state: 'no-reply-needed', reason: 'spam' },
    waits: [],
  },
  {
    name: 'liked by the business',
    on: ['facebook', 'youtube', 'vk'],
    begins: ['Wed 15:30'],
    copies: 4,
    steps: [
      { after: 0, does: 'write', who: 'customer', text: 'Best coffee in town' },
      { after: 30, does: 'like', ref: 'it' },
    ],
    ends: { state: 'no-reply-needed', reason: 'liked' },
    waits: [[0, 30]],
  },
  {
    name: 'answered in private',
    on: ['facebook'],
    begins: ['Thu 14:00'],
    copies: 3,
    steps: [asks('Order 4711 was cold'), { after: 90, does: 'answer-privately', ref: 'it' }],
    ends: { state: 'no-reply-needed', reason: 'answered-privately' },
    waits: [[0, 90]],
  },
  {
    name: 'hidden while it waits',
    on: ['facebook', 'instagram', 'trustpilot'],
    begins: ['Thu 14:30'],
    copies: 4,
    steps: [asks('You are all thieves'), { after: 90, does: 'hide', ref: 'it' }],
    ends: { state: 'no-reply-needed', reason: 'hidden' },
    waits: [[0, 90]],
  },
  {
    name: 'deleted while it waits',
    on: ['facebook', 'instagram', 'youtube', 'vk', 'google-reviews', 'trustpilot', 'x'],
    begins: ['Thu 15:00'],
    copies: 5,
    steps: [asks('Never mind, found it myself'), { after: 150, does: 'delete', ref: 'it' }],
    ends: { state: 'gone', reason: 'not-found' },
    waits: [[0, 150]],
  },
  {
    name: 'deleted while it waits, with a friend below',
    on: ['vk'],
    begins: ['Thu 15:20'],
    copies: 2,
    steps: [
      asks('Who is on duty?'),
      { after: 10, does: 'write', who: 'other', text: '👍', to: 'it' },
      { after: 150, does: 'delete', ref: 'it' },
    ],
    ends: { state: 'gone', reason: 'not-found' },
    waits: [[0, 150]],
  },
  {
    name: 'edited after the reply',
    on: ['youtube', 'telegram', 'google-reviews', 'trustpilot'],
    begins: ['Fri 09:50'],
    copies: 3,
    steps: [
      asks('The cake was dry'),
      answers(30),
      { after: 200, does: 'edit', ref: 'it', text: 'The cake was dry and nobody said sorry' },
    ],
    ends: { state: 'waiting', reason: 'edited-after-reply' },
    waits: [
      [0, 30],
      [200, null],
    ],
  },
  {
    name: 'edited before the reply',
    on: ['youtube', 'telegram', 'google-reviews', 'trustpilot'],
    begins: ['Fri 10:00'],
    copies: 3,
    steps: [
      asks('The tea was cold'),
      { after: 10, does: 'edit', ref: 'it', text: 'The tea was cold today' },
      answers(40),
    ],
    ends: { state: 'answered', reason: 'answered', minutes: 40 },
    waits: [[0, 40]],
  },
  {
    name: 'by a deleted account',
    on: ['facebook', 'instagram', 'youtube', 'vk', 'telegram'],
    begins: ['Fri 11:00'],
    copies: 2,
    steps: [{ after: 0, does: 'write', who: 'nobody', text: 'Do you ship to Lviv?' }, answers(20)],
    ends: { state: 'answered', reason: 'answered', minutes: 20 },
    waits: [[0, 20]],
  },
  {
    name: 'our own note',
    on: ['facebook', 'instagram', 'youtube', 'vk'],
    begins: ['Mon 09:00'],
    copies: 2,
    steps: [{ after: 0, does: 'write', who: 'business', text: 'Closed on Sunday!' }],
    ends: { state: 'no-reply-needed', reason: 'own' },
    waits: [],
  },
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
  {
    name: 'a comment under an ad',
    on: ['facebook'],
    begins: ['Wed 09:30'],
    copies: 4,
    where: 'ad',
    steps: [asks('Is this offer still on?'), answers(45)],
    ends: { state: 'answered', reason: 'answered', minutes: 45 },
    waits: [[0, 45]],
  },
  {
    name: 'a comment under an ad that nobody sees',
    on: ['facebook'],
    begins: ['Fri 09:30'],
    copies: 2,
    where: 'ad',
    steps: [asks('Does the offer hold in Odesa too?')],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: "a visitor's post, answered below",
    on: ['facebook'],
    begins: ['Tue 10:00'],
    copies: 3,
    where: 'visitor',
    steps: [
      asks('I left my umbrella at your place yesterday'),
      answers(75),
      { after: 90, does: 'write', who: 'customer', text: 'Thank you!', to: 'it' },
    ],
    ends: { state: 'answered', reason: 'answered', minutes: 75 },
    waits: [[0, 75]],
  },
  {
    name: "a visitor's post without an answer",
    on: ['facebook'],
    begins: ['Fri 16:00'],
    copies: 2,
    where: 'visitor',
    steps: [asks('Your sign has fallen down')],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: "a visitor's post that is taken back",
    on: ['facebook'],
    begins: ['Wed 16:00'],
    copies: 2,
    where: 'visitor',
    steps: [asks('Who knows when they open?'), { after: 100, does: 'delete', ref: 'it' }],
    ends: { state: 'gone', reason: 'not-found' },
    waits: [[0, 100]],
  },
  {
    name: 'a private message, answered',
    on: ['facebook'],
    begins: ['Mon 14:00', 'Thu 09:20'],
    copies: 3,
    where: 'messenger',
    steps: [asks('Can I order a cake for Saturday?'), answers(50)],
    ends: { state: 'answered', reason: 'answered', minutes: 50 },
    waits: [[0, 50]],
  },
  {
    name: 'a private message that only a machine answers',
    on: ['facebook'],
    begins: ['Fri 12:00'],
    copies: 2,
    where: 'messenger',
    // Three seconds later: "We are away."
    steps: [asks('Did you get my transfer?'), answers(0.05)],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: 'a private talk that goes on',
    on: ['facebook'],
    begins: ['Wed 11:30'],
    copies: 2,
    where: 'messenger',
    steps: [
      asks('Do you hire?'),
      answers(20),
      { after: 40, does: 'write', who: 'customer', text: 'For how many hours a week?', to: 'it' },
      answers(70),
    ],
    ends: { state: 'answered', reason: 'answered', minutes: 30 },
    waits: [
      [0, 20],
      [40, 70],
    ],
  },
];
