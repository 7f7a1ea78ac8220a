import type { ChannelPost } from '../model/channel-post.ts';

export interface ChannelPostStore {
  /** Consistently read. */
  load(channelId: string, subject: string): Promise<ChannelPost | null>;
  /**
   * Puts it in the place of the one with the revision before; `conflict` when that has changed meanwhile.
   * @param post with its new revision
   */
  save(post: ChannelPost): Promise<'saved' | 'conflict'>;
}

/** Which faults of a channel operations were told of today. */
export interface ChannelReports {
  wasSent(channelId: string, day: string): Promise<boolean>;
  recordSent(channelId: string, day: string): Promise<void>;
}
