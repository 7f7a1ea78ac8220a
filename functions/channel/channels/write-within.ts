import { shorten } from '../../../shared/model/foreign-text.ts';
import type { ChannelMessage } from '../channel.ts';

type Parts = Pick<ChannelMessage, 'title' | 'text' | 'facts' | 'todo' | 'cut'>;

/** Longest single text, tried from the longest on. */
const rooms = [1500, 800, 400, 200, 100, 50] as const;

/**
 * Writes a message within a limit: as long as it does not fit, each of its texts is cut shorter, and at last only the title
 * is left.
 * @param write puts the parts together; no text of theirs may be longer than the room
 */
export function writeWithin(
  message: ChannelMessage,
  limit: number,
  write: (parts: Parts, room: number) => string,
): string {
  const whole = write({ ...message, cut: '' }, Number.POSITIVE_INFINITY);
  if (whole.length <= limit) return whole;
  for (const room of rooms) {
    const written = write(message, room);
    if (written.length <= limit) return written;
  }
  return shorten(message.title, limit);
}
