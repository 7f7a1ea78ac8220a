/** How something that was done on the live page ended; the page that is shown next says it in a sentence. */
export const actsDone = [
  'acknowledged',
  /** By the same person with the same word: nothing changed. */
  'acknowledged-before',
  /** Someone else had acknowledged it; the later word counts. */
  'acknowledged-instead',
  'withdrawn',
  'maintenance-started',
  'maintenance-ended',
  'run-started',
  'run-under-way',
  'plan-taken',
  'plan-done',
  'plan-dropped',
  'plan-reopened',
  'scored',
] as const;
export type ActDone = (typeof actsDone)[number];

export const actsFailed = [
  /** The incident has ended meanwhile. */
  'incident-over',
  /** The touchpoint or check is not configured any more. */
  'not-configured',
  'not-acknowledged',
  /** Someone else acknowledged it a moment later: their word counts. */
  'acknowledged-later',
  'maintenance-there',
  /** It stands in touchpoints.yaml, and ends there. */
  'maintenance-in-file',
  'maintenance-none',
  /** Someone else announced or ended it in the same moment. */
  'maintenance-changed',
  /** Another process measures here. */
  'run-elsewhere',
  /** Nothing asks for it any more. */
  'not-in-plan',
  /** Someone else changed the action in the same moment. */
  'plan-changed',
  'plan-not-closed',
  /** It has passed, or is none. */
  'plan-no-day',
  'plan-no-reason',
  'word-too-long',
  'length-out-of-range',
  'form-unreadable',
] as const;
export type ActFailed = (typeof actsFailed)[number];

/** Why a request gets no further: a reader may not act, another site's form may not, and a stranger may not even look. */
export type Refusal = 'reader' | 'other-origin' | 'no-key';
