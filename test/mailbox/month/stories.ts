import { storiesOfAnswers } from './stories-of-answers.ts';
import { storiesOfMachines } from './stories-of-machines.ts';
import { storiesOfThreads } from './stories-of-threads.ts';
import type { MailStory } from './story.ts';

/** Five weeks of a mailbox, from Monday, 5 October 2026; the 14th is a holiday, and on the 25th clocks are set back. */
export const monthStories: readonly MailStory[] = [...storiesOfAnswers, ...storiesOfThreads, ...storiesOfMachines];
