import type { ConversationKind, Message, NoReplyReason } from '../../model/conversation.ts';

/**
 * Why a customer's message needs no reply; null when it does. Decides for silence only where a person would: a thank-you
 * with a question in it, or a complaint that we merely liked, still waits. Reviews wait whatever they say, because an
 * owner's reply is read by everybody who comes after; only stars without a word, and good ones, do not.
 */
export function noReplyReason(message: Message, kind: ConversationKind, rating: number | null): NoReplyReason | null {
  if (message.hidden) return 'hidden';
  if (message.noReply !== null) return message.noReply;
  const text = message.text.trim();
  if (kind === 'review') return text === '' && rating !== null && rating >= 4 ? 'rating-only' : null;
  if (isSpam(text)) return 'spam';
  if (text.includes('?')) return null;
  if (text !== '' && wordsOf(text) === '') return 'emoji-only';
  if (isTaggedFriend(text)) return 'friend-tagged';
  if (isThanks(text)) return 'thanks';
  return message.liked ? 'liked' : null;
}

/** Letters, digits and single spaces; what emoji, punctuation and marks leave. */
function wordsOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Nothing but "@ann @bob 😂": somebody shows it to a friend. */
function isTaggedFriend(text: string): boolean {
  return /@/.test(text) && wordsOf(text.replace(/@[\p{L}\p{N}._-]+/gu, ' ')) === '';
}

const thanks = new Set([
  ...['thanks', 'thank you', 'thx', 'ty', 'cheers', 'great thanks', 'ok thanks', 'ok thank you', 'thanks a lot'],
  ...[
    'many thanks',
    'thank you so much',
    'thank you very much',
    'perfect thanks',
    'got it thanks',
    'ok',
    'okay',
    'got it',
  ],
  ...[
    'дякую',
    'щиро дякую',
    'дуже дякую',
    'дякую вам',
    'дякую за відповідь',
    'спасибі',
    'ок',
    'зрозуміло дякую',
    'супер дякую',
  ],
  ...[
    'спасибо',
    'большое спасибо',
    'спасибо большое',
    'спасибо вам',
    'спасибо за ответ',
    'благодарю',
    'понятно спасибо',
    'ок спасибо',
  ],
]);

function isThanks(text: string): boolean {
  return thanks.has(wordsOf(text));
}

const spamWords =
  /\b(crypto|bitcoin|forex|casino|betting|earn \$?\d|onlyfans|escort|loan offer)\b|казино|заработок|заробіток|криптовалют|ставки на спорт/iu;

/** A link beside a word of the trade. A link alone is not spam: customers send links to what they mean. */
function isSpam(text: string): boolean {
  return /https?:\/\/|\bt\.me\/|\bwa\.me\//iu.test(text) && spamWords.test(text);
}
