import { channelPostSchema } from '../../model/channel-post.ts';
import { keepLongDays } from '../../model/keep-days.ts';
import { channelPostKey, channelReportKey, expiryAttribute } from '../../model/table-keys.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { ChannelPostStore, ChannelReports } from '../../ports/channel-posts.ts';
import { type Condition, getItem, itemIsNew, parseItem, putItem, type Table } from './table.ts';

export function createChannelPostStore(table: Table): ChannelPostStore & ChannelReports {
  return {
    async load(channelId, subject) {
      const item = await getItem(table, channelPostKey(channelId, subject));
      return item === null ? null : parseItem(table, 'channel-post', channelPostSchema, item);
    },

    async save(post) {
      const written = await putItem(table, {
        type: 'channel-post',
        key: channelPostKey(post.channelId, post.subject),
        attributes: { ...post, ...expiryAfter(post.touchedAt) },
        condition: post.revision === 1 ? itemIsNew : isStill(post.revision - 1),
      });
      return written === 'written' ? 'saved' : 'conflict';
    },

    async wasSent(channelId, day) {
      return (await getItem(table, channelReportKey(channelId, day))) !== null;
    },

    async recordSent(channelId, day) {
      const key = channelReportKey(channelId, day);
      await putItem(table, { type: 'channel-report', key, attributes: { channelId, day, ...expiryAfter(day) } });
    },
  };
}

function isStill(revision: number): Condition {
  return { expression: 'revision = :revision', values: { ':revision': revision } };
}

function expiryAfter(at: string): object {
  return { [expiryAttribute]: Math.floor((Date.parse(at) + keepLongDays * dayMs) / 1000) };
}
