import type { SentMessage, Sighting } from '../../../shared/evaluation/arrivals/decide-arrival.ts';
import type { ArrivalMemory } from './memory.ts';
import type { ArrivalsRead } from './read-arrivals.ts';

/**
 * What is known after a reading. A message counts as looked for everywhere only where the reading left nothing out.
 * @param now when the reading began
 */
export function mergeRead(
  messages: readonly SentMessage[],
  wanted: readonly SentMessage[],
  { folders, hasSpamFolder, found, isComplete, isEmptied }: ArrivalsRead,
  now: number,
): ArrivalMemory {
  return {
    folders: [...folders],
    hasSpamFolder,
    messages: messages.map(({ scheduledAt, marker, sightings, ...message }) => {
      const known = new Set(sightings.map(placeOf));
      const added = found.filter((each) => each.marker === marker && !known.has(placeOf(each)));
      const all = [...sightings, ...new Map(added.map((each) => [placeOf(each), each])).values()];
      const isWanted = wanted.some((each) => each.scheduledAt === scheduledAt);
      return {
        scheduledAt,
        readAt: isWanted && isComplete ? now : message.readAt,
        isEmptied: message.isEmptied || (isWanted && isEmptied),
        sightings: all.slice(0, sightingsAtMost).map(withoutMarker),
      };
    }),
  };
}

/** A message that somebody discusses in a long thread is named in each of its mails. */
const sightingsAtMost = 20;

function placeOf({ path, at }: Sighting): string {
  return `${path} ${at}`;
}

function withoutMarker({ key, isEcho, place, path, at, receivedAt, seenAt }: Sighting): Sighting {
  return { key, isEcho, place, path, at, receivedAt, seenAt };
}
