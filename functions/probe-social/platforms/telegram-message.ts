import { z } from 'zod';
import { unixInstant } from '../platform.ts';

const senderShape = {
  from: z
    .looseObject({
      id: z.number(),
      is_bot: z.boolean().optional(),
      username: z.string().optional(),
      first_name: z.string().optional(),
      last_name: z.string().optional(),
    })
    .optional(),
  sender_chat: z.looseObject({ id: z.number(), title: z.string().optional() }).optional(),
};

const messageSchema = z.looseObject({
  message_id: z.number(),
  message_thread_id: z.number().optional(),
  business_connection_id: z.string().optional(),
  date: unixInstant,
  edit_date: unixInstant.optional(),
  chat: z.looseObject({ id: z.number(), title: z.string().optional(), username: z.string().optional() }),
  ...senderShape,
  is_automatic_forward: z.boolean().optional(),
  reply_to_message: z
    .looseObject({ message_id: z.number(), media_group_id: z.string().optional(), ...senderShape })
    .optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  sticker: z.unknown().optional(),
  media_group_id: z.string().optional(),
  is_from_offline: z.boolean().optional(),
  sender_business_bot: z.unknown().optional(),
  via_bot: z.unknown().optional(),
});
export type TelegramMessage = z.infer<typeof messageSchema>;

export type Reaction = z.infer<typeof reactionSchema>;
const reactionSchema = z.looseObject({
  chat: z.looseObject({ id: z.number() }),
  message_id: z.number(),
  user: z.looseObject({ id: z.number() }).optional(),
  actor_chat: z.looseObject({ id: z.number() }).optional(),
  new_reaction: z.array(z.unknown()).default([]),
});

/** An account that has connected the bot; any Premium user may. */
export const connectionSchema = z.looseObject({
  id: z.string(),
  user: z.looseObject({ id: z.number(), username: z.string().optional() }),
  is_enabled: z.boolean(),
});
export type Connection = z.infer<typeof connectionSchema>;

export const updateSchema = z.looseObject({
  update_id: z.number(),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  message_reaction: reactionSchema.optional(),
  business_connection: connectionSchema.optional(),
  business_message: messageSchema.optional(),
  edited_business_message: messageSchema.optional(),
  deleted_business_messages: z
    .looseObject({
      business_connection_id: z.string(),
      chat: z.looseObject({ id: z.number() }),
      message_ids: z.array(z.number()),
    })
    .optional(),
});
export type Update = z.infer<typeof updateSchema>;

/** Only public groups and channels have a name of their own. */
export function isPublic({ chat }: Pick<TelegramMessage, 'chat'>): boolean {
  return chat.username !== undefined && chat.username !== '';
}

export function wordsOf({ text, caption }: TelegramMessage): string {
  return text ?? caption ?? '';
}

type Sender = Pick<TelegramMessage, 'from' | 'sender_chat'>;

/** Who writes as a channel of their own is known by that channel; its `from` is a stand-in. */
export function authorOf({ sender_chat: sender, from }: Sender): string | null {
  return sender === undefined ? (from === undefined ? null : String(from.id)) : String(sender.id);
}

export function nameOf({ from, sender_chat: sender }: Sender): string | null {
  if (sender?.title !== undefined) return sender.title;
  return from === undefined ? null : [from.first_name, from.last_name].filter((part) => part).join(' ');
}

/** What people call them by: the name, and the handle. */
export function namesOf(sender: Sender): string[] {
  return [nameOf(sender) ?? '', sender.from?.username ?? ''].filter((name) => name !== '');
}

/** Telegram's own account, in whose name posts of the channel come into the group. */
const forwarderId = 777000;
export function isForward({ from }: Sender): boolean {
  return from?.id === forwarderId;
}

/** Stand-ins for people who write as the group or as a channel; Telegram marks them as bots. */
const standIns = new Set([1087968824, 136817688]);

/**
 * By Telegram's own marks: an away message or a greeting, a bot connected to a business account, an inline bot, or a bot
 * itself.
 */
export function isAutomatic(message: TelegramMessage): boolean {
  const { from, is_from_offline: isFromOffline, sender_business_bot: businessBot, via_bot: viaBot } = message;
  if (isFromOffline === true || businessBot !== undefined || viaBot !== undefined) return true;
  return from?.is_bot === true && !standIns.has(from.id);
}
