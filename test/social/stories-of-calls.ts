import type { CallCourse } from '../../examples/social-stubs/world.ts';
import { answers, asks, calls, type Step, type Story, type Who } from './support/story.ts';

const rings = (after: number, call: CallCourse = {}, who: Who = 'customer') =>
  ({ after, does: 'write', who, text: '', call }) as const satisfies Step;
const minuteMs = 60_000;
/** Zadarma does not tell for how long it rang: as if it was picked up at once. */
const atOnce = { zadarma: { ends: { state: 'answered', reason: 'picked-up', minutes: 0 }, waits: [[0, 0]] } } as const;

/** What only a phone has: nobody writes, and any conversation with the customer is an answer. */
export const storiesOfCalls: readonly Story[] = [
  {
    name: 'picked up after a minute of ringing',
    on: calls,
    begins: ['Mon 09:05', 'Wed 09:05'],
    copies: 10,
    steps: [rings(0, { rangMs: minuteMs, pickedUp: true })],
    ends: { state: 'answered', reason: 'picked-up', minutes: 1 },
    waits: [[0, 1]],
    except: atOnce,
  },
  {
    name: 'five calls in a row, one wait, called back',
    on: calls,
    begins: ['Tue 09:15'],
    copies: 3,
    steps: [rings(0), rings(5), rings(10), rings(15), rings(20), answers(50)],
    ends: { state: 'answered', reason: 'answered', minutes: 50 },
    waits: [[0, 50]],
  },
  {
    name: 'missed, then the customer gets through',
    on: calls,
    begins: ['Wed 09:16'],
    copies: 4,
    steps: [rings(0), rings(40, { rangMs: 0, pickedUp: true })],
    ends: { state: 'answered', reason: 'answered', minutes: 40 },
    waits: [[0, 40]],
  },
  {
    name: 'a ring group of three, the last phone is picked up',
    on: calls,
    begins: ['Thu 09:16'],
    copies: 3,
    steps: [rings(0, { rangMs: minuteMs, pickedUp: true, phones: 3 })],
    ends: { state: 'answered', reason: 'picked-up', minutes: 1 },
    waits: [[0, 1]],
    except: atOnce,
  },
  {
    name: 'a ring group of three that nobody hears',
    on: calls,
    begins: ['Thu 10:01'],
    copies: 2,
    steps: [rings(0, { phones: 3 })],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: 'only the voicemail answers',
    on: calls,
    begins: ['Fri 09:16'],
    copies: 2,
    steps: [rings(0, { voicemail: true })],
    ends: { state: 'waiting', reason: 'unanswered' },
    waits: [[0, null]],
  },
  {
    name: 'called back in vain, then reached',
    on: calls,
    begins: ['Fri 09:06'],
    copies: 2,
    steps: [asks('Hello?'), { ...answers(20), call: { pickedUp: false, rangMs: 30_000 } }, answers(75)],
    ends: { state: 'answered', reason: 'answered', minutes: 75 },
    waits: [[0, 75]],
  },
  {
    name: 'hung up after three seconds',
    on: ['twilio'],
    begins: ['Mon 15:05'],
    copies: 7,
    steps: [rings(0, { rangMs: 3000 })],
    ends: { state: 'no-reply-needed', reason: 'misdial' },
    waits: [],
  },
  {
    name: 'a withheld number, missed',
    on: calls,
    begins: ['Mon 16:05'],
    copies: 3,
    steps: [rings(0, {}, 'nobody')],
    ends: { state: 'no-reply-needed', reason: 'withheld' },
    waits: [],
  },
  {
    name: 'a withheld number, picked up',
    on: calls,
    begins: ['Tue 16:05'],
    copies: 2,
    steps: [rings(0, { rangMs: minuteMs, pickedUp: true }, 'nobody')],
    ends: { state: 'answered', reason: 'picked-up', minutes: 1 },
    waits: [[0, 1]],
    except: atOnce,
  },
];
