import { expect, it } from 'vitest';
import {
  type ChatEvent,
  type ChatReply,
  chatEventsIn,
  judgeReplies,
} from '../../../shared/evaluation/shopper/chat-replies.ts';

const heard = (what: ChatEvent['what'], seconds: number): ChatEvent => ({ what, afterMs: seconds * 1000 });
const reply = (kind: ChatReply['kind'], reason: string, confidence: ChatReply['confidence'], seconds: number) => ({
  ...{ kind, reason, confidence },
  afterMs: seconds * 1000,
});

it.each<[string, readonly ChatEvent[], readonly ChatReply[]]>([
  ['silence is no reply', [], []],
  ['somebody who has taken the conversation and says nothing has not answered', [heard('joined', 20)], []],
  [
    'what the vendor marks as a program’s is one, however late it comes',
    [heard('bot', 90)],
    [reply('automatic', 'marked-as-bot', 'sure', 90)],
  ],
  [
    'somebody who has taken the conversation is a person',
    [heard('joined', 30), heard('agent', 45)],
    [reply('human', 'joined-the-chat', 'sure', 45)],
  ],
  [
    'a person who takes it and answers at once is one only probably',
    [heard('joined', 2), heard('agent', 4)],
    [reply('human', 'joined-the-chat', 'likely', 4)],
  ],
  [
    'within seconds it cannot be told, and counts as a program’s',
    [heard('agent', 14.9)],
    [reply('automatic', 'within-seconds', 'likely', 14.9)],
  ],
  ['after a while it is probably a person', [heard('agent', 15)], [reply('human', 'took-its-time', 'likely', 15)]],
  [
    'a program first, then a person who takes over',
    [heard('bot', 1), heard('agent', 3), heard('joined', 40), heard('agent', 60)],
    [
      reply('automatic', 'marked-as-bot', 'sure', 1),
      reply('automatic', 'within-seconds', 'likely', 3),
      reply('human', 'joined-the-chat', 'sure', 60),
    ],
  ],
])('%s', (_, events, replies) => {
  expect(judgeReplies(events)).toEqual(replies);
});

it('a chat that never stops writing is read no further than its tenth message', () => {
  expect(judgeReplies(Array.from({ length: 50 }, (__, second) => heard('bot', second)))).toHaveLength(10);
});

it('what another visit has written down holds no events', () => {
  expect([undefined, {}, { heard: 'nothing' }, { heard: [{ what: 'own', afterMs: 1 }] }].map(chatEventsIn)).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect(chatEventsIn({ vendor: 'tawk', heard: [{ what: 'agent', afterMs: 12 }] })).toEqual([
    { what: 'agent', afterMs: 12 },
  ]);
});
