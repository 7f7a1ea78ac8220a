import { z } from 'zod';
import { shortAuthor } from '../../shared/evaluation/conversations/conversation.ts';
import { forget } from '../../shared/evaluation/conversations/history.ts';
import type { PollState } from '../../shared/model/conversation.ts';
import type { ConversationStore } from '../../shared/ports/conversation-store.ts';
import { callerIdOf, callerKeySchema } from './calls/caller-key.ts';
import { mailAuthorId } from './platforms/mailbox-mail.ts';
import { chatsSchema } from './platforms/telegram-chats.ts';
import { sealChat } from './platforms/telegram-owner.ts';
import { respondentId, respondentKeyIn } from './survey/respondent-key.ts';
import { voiceOf } from './themes/sayings.ts';

/**
 * Takes a person out of one check's conversations and out of what its polls remember. Names are kept shortened, so a name
 * reaches everybody who is called alike; the platform's id of the person reaches only that one.
 * @param author a name as on the platform, the short form that Touchlight shows, the platform's id, a caller's number, the
 *   address from which they wrote to a mailbox, or what a survey's file knows them or their answer by
 * @returns how many conversations were about that person
 */
export async function forgetAuthor(checkId: string, author: string, store: ConversationStore): Promise<number> {
  const names = new Set([author, shortAuthor(author)]);
  const poll = await store.loadPoll(checkId);
  const ids = new Set([author, mailAuthorId(author)]);
  const chat = chatIn(poll, author);
  if (chat !== null) ids.add(chat);
  const caller = callerIn(poll, author);
  if (caller !== null) ids.add(caller);
  const surveyKey = respondentKeyIn(poll);
  if (surveyKey !== null) ids.add(respondentId(author, surveyKey));
  const theirs = (await store.list(checkId)).filter(
    (each) => !each.forgotten && (ids.has(each.authorId ?? '') || (each.author !== '' && names.has(each.author))),
  );
  await store.put(theirs.map(forget));
  for (const { authorId } of theirs) if (authorId !== null) ids.add(authorId);
  if (poll !== null) await store.savePoll({ ...poll, memory: without(poll.memory, ids) });
  const said = await forgetVoices(checkId, ids, store);
  // A conversation that is no longer kept has left nothing but what it came to.
  return theirs.length > 0 ? theirs.length : said;
}

/** @returns how many texts were theirs */
async function forgetVoices(checkId: string, ids: ReadonlySet<string>, store: ConversationStore): Promise<number> {
  const voices = new Set([...ids].map((id) => voiceOf(checkId, id)));
  const theirs = (await store.listSayings(checkId)).filter(({ voice }) => voice !== null && voices.has(voice));
  await store.putSayings(theirs.map((saying) => ({ ...saying, voice: null })));
  return theirs.length;
}

/** How a phone's polls know the number; null where it is none, or no phone. */
function callerIn(poll: PollState | null, author: string): string | null {
  const memory = z.object({ caller: callerKeySchema }).safeParse(poll?.memory['platform']);
  return memory.success ? callerIdOf(author, memory.data.caller) : null;
}

/** How the polls of Telegram know the person's private chat; null where no private chats are read. */
function chatIn(poll: PollState | null, author: string): string | null {
  const memory = z.object({ chats: chatsSchema }).safeParse(poll?.memory['platform']).data;
  return memory?.chats == null ? null : sealChat(author, memory.chats.owner.key);
}

/** Only Telegram remembers people: authors in fields that may be null, private chats by the customer's id, sealed. */
function without(memory: PollState['memory'], ids: ReadonlySet<string>): PollState['memory'] {
  const text = JSON.stringify(memory, (key, value) => {
    if (key === 'author' && ids.has(String(value))) return null;
    return key === 'chats' ? withoutChats(value, ids) : value;
  });
  return JSON.parse(text);
}

const isSealed = (id: string): boolean => /^[\w-]{22}$/.test(id);

function withoutChats(chats: unknown, ids: ReadonlySet<string>): unknown {
  if (typeof chats !== 'object' || chats === null || Array.isArray(chats)) return chats;
  return Object.fromEntries(Object.entries(chats).filter(([id]) => !isSealed(id) || !ids.has(id)));
}
