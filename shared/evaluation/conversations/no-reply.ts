import type { ConversationKind, Message, NoReplyReason } from '../../model/conversation.ts';
import { isBetweenCustomers } from './between-customers.ts';
import { type Circle, nobodyElse } from './circle.ts';
import { asks, isSpam, isTaggedFriend, isThanks, isWithdrawal, isWordless } from './short-message.ts';

/**
 * Why a customer's message needs no reply; null when it does. Decides for silence only where a person would: a thank-you
 * with a question in it still waits, and who asks is never spam or settled by a like. Reviews wait whatever they say,
 * because an owner's reply is read by everybody who comes after; only stars without a word, and good ones, do not.
 * @param circle people and pages of the thread, whom the message may address
 */
export function noReplyReason(
  message: Message,
  kind: ConversationKind,
  rating: number | null,
  circle: Circle = nobodyElse,
): NoReplyReason | null {
  if (message.hidden) return 'hidden';
  if (message.noReply !== null) return message.noReply;
  const text = message.text.trim();
  if (kind === 'review') return text === '' && rating !== null && rating >= 4 ? 'rating-only' : null;
  if (isThanks(text, [...circle.business, ...circle.customers, ...message.addressees])) return 'thanks';
  if (isWithdrawal(text, [...circle.business, ...circle.customers])) return 'withdrawn';
  if (kind === 'comment' && isBetweenCustomers(text, message.addressees, circle)) return 'between-customers';
  if (asks(text)) return null;
  if (isSpam(text)) return 'spam';
  if (text !== '' && isWordless(text)) return 'emoji-only';
  if (isTaggedFriend(text)) return 'friend-tagged';
  return message.liked ? 'liked' : null;
}
