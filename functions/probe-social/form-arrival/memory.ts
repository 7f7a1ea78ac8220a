import { z } from 'zod';
import type { SentMessage } from '../../../shared/evaluation/arrivals/decide-arrival.ts';
import { instantSchema } from '../../../shared/model/instant.ts';
import type { Submission } from '../../../shared/model/submission.ts';

const sightingSchema = z.object({
  key: z.string(),
  isEcho: z.boolean(),
  place: z.enum(['inbox', 'spam', 'elsewhere']),
  path: z.string(),
  at: z.string(),
  receivedAt: z.number(),
  seenAt: z.number(),
});

/** How far a folder was read. */
const folderSchema = z.object({
  path: z.string(),
  uidValidity: z.string(),
  /** The first UID that was not read. */
  next: z.number(),
  /** The same before the last reading: a message that was sent during it is looked for from there. */
  before: z.number(),
});
export type FolderPosition = z.infer<typeof folderSchema>;

/** What one poll leaves to the next: no word and no address of any mail. */
const arrivalMemorySchema = z.object({
  folders: z.array(folderSchema),
  hasSpamFolder: z.boolean(),
  /** By the run that sent it. */
  messages: z.array(
    z.object({
      scheduledAt: instantSchema,
      sightings: z.array(sightingSchema),
      readAt: z.number(),
      isEmptied: z.boolean(),
    }),
  ),
});
export type ArrivalMemory = z.infer<typeof arrivalMemorySchema>;

/** What another version left is read from the mailbox once more. */
export function readArrivalMemory(memory: unknown): ArrivalMemory {
  return arrivalMemorySchema.catch({ folders: [], hasSpamFolder: false, messages: [] }).parse(memory);
}

/** A submission with what is known of its arrival. */
export function messageOf({ scheduledAt, sentAt, marker, outcome }: Submission, memory: ArrivalMemory): SentMessage {
  const known = memory.messages.find((each) => each.scheduledAt === scheduledAt);
  return {
    scheduledAt,
    sentAt: Date.parse(sentAt),
    marker,
    outcome: outcome && {
      isAccepted: outcome.outcome === 'measured',
      isConfirmed: outcome.measurements['confirmationMissing'] !== 1,
      says: outcome.reason,
    },
    sightings: known?.sightings ?? [],
    readAt: known?.readAt ?? 0,
    isEmptied: known?.isEmptied ?? false,
  };
}

/** From where each folder is read: a message that is new may have come while the last poll was reading. */
export function startsOf(
  { folders, messages }: ArrivalMemory,
  wanted: readonly SentMessage[],
): readonly FolderPosition[] {
  const known = new Set(messages.map(({ scheduledAt }) => scheduledAt));
  const isAllKnown = wanted.every(({ scheduledAt }) => known.has(scheduledAt));
  return isAllKnown ? folders : folders.map((each) => ({ ...each, next: Math.min(each.next, each.before) }));
}
