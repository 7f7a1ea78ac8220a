import { type ChatVendorId, chatVendors } from '../../model/chat-vendor.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { chatQuestion } from './spec.ts';
import type { ChatQuestionStatements } from './statements.ts';

const nameOf = (vendor: ChatVendorId): string => `the chat (${chatVendors[vendor]})`;

const mark = (token: string): string =>
  `Something answered within seconds, as programs do. If a person wrote that answer, correct it: "touchlight shopper mark ${token} --human".`;

const noted = (token: string): string =>
  `If a person answered in the chat, note when: "touchlight shopper mark ${token} --human --at <time>".`;

const dueSoon: TroubleWords = {
  title: 'A question in the live chat waits for an answer',
  has: (at) => `a question in the live chat${at} still has no answer from a person`,
  was: (at) => `a question in the live chat${at} got an answer only shortly before the promised time was over`,
  todo: 'Open the inbox of your chat, look for the test question, and answer it as you would answer a customer.',
  gain: 'Visitors who ask in the chat hear from a person before they buy elsewhere.',
};

const answeredLate: TroubleWords = {
  title: 'The last question in the live chat was answered late',
  has: (at) => `the last question in the live chat${at} was answered late`,
  was: (at) => `a question in the live chat${at} was answered late`,
  todo: 'Decide who is at the chat and when, and who answers what came in while nobody was there.',
  gain: 'Visitors who ask in the chat hear from a person before they buy elsewhere.',
};

const nobodyCame: TroubleWords = {
  title: 'The live chat says that somebody is there, but nobody answers',
  has: (at) => `the live chat${at} says that somebody is there, but no person answered within two minutes`,
  was: (at) => `the live chat${at} said that somebody was there, but no person answered within two minutes`,
  todo: 'Set the chat to "away" while nobody can answer at once, or decide who answers the chat and when.',
  gain: 'Visitors who ask in the chat get an answer before they leave.',
};

const yellowTroubles: Readonly<Record<string, TroubleWords>> = {
  ...{ nobodyCame, waitingMinutes: dueSoon, firstResponseMinutes: answeredLate },
};

export const en: ProbeWords<typeof chatQuestion, ChatQuestionStatements> = {
  name: 'Question in the live chat',
  good: 'a person answers questions in the live chat in time',
  bad: 'questions in the live chat wait too long for a person',
  measurement: {
    overdue: () => 'no person answered the question in the live chat in time',
    nobodyCame: () => 'the chat said that somebody was there, but no person answered within two minutes',
    waitingMinutes: (value) => `the question in the live chat has waited ${value} of business time for a person`,
    firstResponseMinutes: (value) => `a person answered the last question in the chat after ${value} of business time`,
  },
  says: {
    'chat-question/answered': ({ token, sentAt, timeZone, responseMinutes, via, confidence }, { moment, measured }) => [
      `a person answered the test question ${token} (${moment(sentAt, timeZone)}) ${via === 'chat' ? 'in the chat' : 'by email'} after ${measured(responseMinutes, 'minutes')} of business time`,
      ...(confidence === 'sure'
        ? []
        : [
            `The answer was probably written by a person. If a program wrote it, correct it: "touchlight shopper mark ${token} --automatic".`,
          ]),
    ],
    'chat-question/late': ({ token, sentAt, timeZone, slaMinutes }, { moment, measured }) =>
      `${token}, asked ${moment(sentAt, timeZone)}; the promise is an answer within ${measured(slaMinutes, 'minutes')}`,
    'chat-question/waiting': (
      { token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false },
      { moment },
    ) => [
      `the test question ${token} in the chat on ${to} (${moment(sentAt, timeZone)}) waits for an answer${dueAt === null ? '' : `; it is due ${moment(dueAt, timeZone)}`}`,
      ...(acknowledged && !perhapsHuman ? ['So far only a program has answered.'] : []),
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'chat-question/nudge': ({ token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false }, { moment }) => [
      `the test question ${token}, asked in the chat on ${to} ${moment(sentAt, timeZone)}, still has no answer from a person${dueAt === null ? '' : `; it is due ${moment(dueAt, timeZone)}`}`,
      `${acknowledged ? 'A program has answered. ' : ''}Answer it in the inbox of your chat, as you would answer a customer.`,
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'chat-question/unanswered': ({ token, sentAt, timeZone, to, slaMinutes, acknowledged }, { moment, measured }) => [
      `no person has answered the test question ${token}, asked in the chat on ${to} ${moment(sentAt, timeZone)}, within ${measured(slaMinutes, 'minutes')} of business time`,
      `${acknowledged ? 'Only a program has answered. ' : ''}The chat promised an answer by email, and none has come.`,
      noted(token),
    ],
    'chat-question/nobody-came': ({ token, sentAt, timeZone, to, acknowledged }, { moment }) => [
      `the chat on ${to} said that somebody was there, but ${acknowledged ? 'only a program answered' : 'no person answered'} the test question ${token} (${moment(sentAt, timeZone)}) within two minutes`,
      'Few visitors wait longer. No email has come since, and a later answer in the chat itself cannot be seen.',
      noted(token),
    ],
    'chat-question/unseen': ({ token, sentAt, timeZone, to, acknowledged }, { moment }) => [
      `it is unclear whether a person answered the test question ${token}, asked in the chat on ${to} ${moment(sentAt, timeZone)}`,
      `${acknowledged ? 'Only a program answered' : 'Nobody answered'} in the two minutes that Touchlight watched. No email has come since, and a later answer in the chat itself cannot be seen.`,
      noted(token),
    ],
    'chat-question/cannot-tell': ({ token, sentAt, timeZone, slaMinutes }, { moment, measured }) => [
      `within ${measured(slaMinutes, 'minutes')} of business time, the only answer to the test question ${token} (${moment(sentAt, timeZone)}) came within seconds, so it is unclear whether a person or a program wrote it`,
      `Look at it in the inbox of your chat, then run "touchlight shopper mark ${token} --human" or "--automatic".`,
    ],
    'chat-question/not-asked-yet': ({ at, timeZone }, { moment }) =>
      at === null
        ? 'nothing is asked in the chat, because the business has no hours'
        : `nothing has been asked in the chat yet; the first question will be asked ${moment(at, timeZone)}`,
    'chat-question/under-way': ({ token, to }) =>
      `the test question ${token} is being asked in the chat on ${to}; the next run shows what came of it`,
    'chat-question/not-asked': ({ to, why }, { clause }) => [
      `no question could be asked in the chat on ${to} (${why === null ? 'the page was not visited in time' : clause(why)})`,
      'Nothing was sent. Touchlight tries again after a day at the earliest.',
    ],
    'chat-question/unclear': ({ token, to, sentAt, timeZone, why }, { moment, clause }) => [
      `the test question ${token} in the chat on ${to} (${moment(sentAt, timeZone)}) may not have arrived: ${why === null ? 'the visit was interrupted' : clause(why)}`,
      'It is not asked again, because it could arrive twice. An answer still counts.',
    ],
    'chat-question/sent': ({ vendor }) => `the question was asked in ${nameOf(vendor)}`,
    'chat-question/unaskable': ({ vendor }) => [
      `${nameOf(vendor)} gives programs no reliable way to see whether a question has arrived and who answers it`,
      'Leave "ask" out of touchpoints.yaml. Touchlight still checks whether the chat is there.',
    ],
    'chat-question/nobody-there': ({ vendor }) => `${nameOf(vendor)} said that nobody is there`,
    'chat-question/nowhere-to-write': ({ vendor }) =>
      `the window of ${nameOf(vendor)} has no place to write, or asks for more than a name and an email address first`,
    'chat-question/unheard': ({ vendor }) =>
      `${nameOf(vendor)} does not offer the calls that would let Touchlight see the answer`,
    'chat-question/unconfirmed': ({ vendor }) => `${nameOf(vendor)} did not confirm that the question was sent`,
    'chat-question/outside-hours': ({ at, timeZone }, { dateTime }) =>
      `questions are asked only during business hours: ${at === null ? 'there are none' : `the next start at ${dateTime(at, timeZone)}`}`,
    'chat-question/asked-today': ({ at, timeZone }, { dateTime }) =>
      `there is at most one visit for a question in 24 hours; the next can be made at ${dateTime(at, timeZone)}`,
    'chat-question/asked-before': ({ at, timeZone }, { dateTime }) =>
      `this run asked its question at ${dateTime(at, timeZone)} and was then interrupted, so it is not asked again`,
    'chat-question/too-late': () => 'the page was visited much later than planned, so nothing was sent',
  },
  trend: {
    firstResponseMinutes: 'Time until a person answers a question in the live chat',
  },
  remedy:
    'Find the test question in the inbox of your chat and answer it as you would answer a customer. "touchlight shopper list" shows each one with its token.',
  remedyOf: () => null,
  trouble: {
    title: 'Questions in the live chat wait too long',
    has: (at) => `a question in the live chat${at} has waited too long for a person`,
    was: (at) => `a question in the live chat${at} waited too long for a person`,
    todo: 'Look for the test question in the inbox of your chat, answer it, and decide who is at the chat and when.',
    gain: 'Visitors who ask in the chat hear from a person before they buy elsewhere.',
  },
  troubleOf: (finding, light) => {
    if (finding.kind === 'cause' || light !== 'yellow') return null;
    return yellowTroubles[finding.id] ?? null;
  },
};
