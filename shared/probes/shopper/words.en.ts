import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { shopper } from './spec.ts';
import type { ShopperStatements } from './statements.ts';

const clear = 'A message from Touchlight then says that it was a test and can be deleted.';

const mark = (token: string): string =>
  `An answer has come that a machine has probably written. If a person wrote that answer, correct it: "touchlight shopper mark ${token} --human".`;

const dueSoon: TroubleWords = {
  title: 'A test enquiry waits for an answer',
  has: (at) => `a test enquiry${at} still has no answer from a person`,
  was: (at) => `a test enquiry${at} got an answer only shortly before the promised time was over`,
  todo: 'Look for the test enquiry in the inbox and in spam, and answer it as you would answer a customer.',
  gain: 'Customers who write to you hear from a person before they have bought elsewhere.',
};

const answeredLate: TroubleWords = {
  title: 'The last test enquiry was answered late',
  has: (at) => `the last test enquiry${at} was answered late`,
  was: (at) => `a test enquiry${at} was answered late`,
  todo: 'Decide who answers emails from tomorrow onwards, also when that person is away.',
  gain: 'Customers who write to you hear from a person before they have bought elsewhere.',
};

const returned: TroubleWords = {
  title: 'Emails to you come back as undeliverable',
  has: (at) => `emails to you${at} have come back as undeliverable`,
  was: (at) => `emails to you${at} came back as undeliverable`,
  todo: 'Check that the mailbox exists and is not full, or ask the person who looks after your email.',
  gain: 'Customers can reach you by email again.',
};

export const en: ProbeWords<typeof shopper, ShopperStatements> = {
  name: 'Test enquiry',
  good: 'a person answers test enquiries in time',
  bad: 'test enquiries wait too long for a person',
  measurement: {
    overdue: () => 'no person answered the test enquiry in time',
    waitingMinutes: (value) => `the test enquiry has waited ${value} of business time for a person`,
    firstResponseMinutes: (value) => `a person answered the last test enquiry after ${value} of business time`,
  },
  says: {
    'shopper/answered': ({ token, sentAt, timeZone, responseMinutes, confidence }, { moment, measured }) => [
      `the test enquiry ${token} (${moment(sentAt, timeZone)}) was answered by a person after ${measured(responseMinutes, 'minutes')} of business time`,
      ...(confidence === 'sure'
        ? []
        : [
            `The answer was probably written by a person. If a machine wrote it, correct it: "touchlight shopper mark ${token} --automatic".`,
          ]),
    ],
    'shopper/late': ({ token, sentAt, timeZone, slaMinutes }, { moment, measured }) =>
      `${token}, sent ${moment(sentAt, timeZone)}; the promise is an answer within ${measured(slaMinutes, 'minutes')}`,
    'shopper/waiting': ({ token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false }, { moment }) => [
      `the test enquiry ${token} to ${to} (${moment(sentAt, timeZone)}) waits for an answer${dueAt === null ? '' : `; it is due ${moment(dueAt, timeZone)}`}`,
      ...(acknowledged && !perhapsHuman ? ['So far only a machine has answered, so it has arrived.'] : []),
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'shopper/nudge': ({ token, sentAt, timeZone, to, dueAt, acknowledged, perhapsHuman = false }, { moment }) => [
      `the test enquiry ${token}, sent to ${to} ${moment(sentAt, timeZone)}, still has no answer from a person${dueAt === null ? '' : `; it is due ${moment(dueAt, timeZone)}`}`,
      acknowledged
        ? 'A machine has acknowledged it. Answer it as you would answer a customer.'
        : 'Answer it as you would answer a customer. If it is not in the inbox, look in spam.',
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'shopper/unanswered': (
      { token, sentAt, timeZone, to, slaMinutes, acknowledged, perhapsHuman = false },
      { moment, measured },
    ) => [
      `no person has answered the test enquiry ${token}, sent to ${to} ${moment(sentAt, timeZone)}, within ${measured(slaMinutes, 'minutes')} of business time`,
      acknowledged
        ? 'A machine has acknowledged it, so it arrived. A customer would still be waiting.'
        : 'Not even a machine has acknowledged it: look for it in the inbox and in spam. A customer would still be waiting.',
      ...(perhapsHuman ? [mark(token)] : []),
    ],
    'shopper/undeliverable': ({ token, sentAt, timeZone, to }, { moment }) => [
      `mail to ${to} comes back as undeliverable: the test enquiry ${token}, sent ${moment(sentAt, timeZone)}, was returned`,
      'Customers who write to this address get the same message. Check that the mailbox exists and is not full.',
    ],
    'shopper/unclear': ({ token, sentAt, timeZone }, { moment }) => [
      `the sending of the test enquiry ${token} was interrupted ${moment(sentAt, timeZone)}, so it may never have arrived`,
      'It is not sent again, because it would arrive twice. The next one is sent as planned.',
    ],
    'shopper/not-asked-yet': ({ at, timeZone }, { moment }) =>
      at === null
        ? 'no test enquiry is sent, because the business has no hours'
        : `no test enquiry has been sent yet; the first one follows ${moment(at, timeZone)}`,
    'shopper/inconclusive': ({ token, sentAt, timeZone }, { moment }) =>
      `the test enquiry ${token} (${moment(sentAt, timeZone)}) was closed too early to tell, because its answer was corrected later`,
    'shopper/not-sent': ({ why, secret, server }, { clause, quote }) => [
      secret === null
        ? `the test enquiry could not be sent through ${server} (${clause(why)})`
        : `${server} does not accept the login from the secret ${quote(secret)} (${clause(why)}), so no test enquiry was sent`,
      'Touchlight tries again during business hours.',
    ],
    'shopper/under-way': ({ token, to }) =>
      `the test enquiry ${token} is being sent through the form on ${to}; the next run shows what came of it`,
    'shopper/form-not-sent': ({ to, why }, { clause }) => [
      `the test enquiry could not be sent through the form on ${to} (${why === null ? 'the page was not visited in time' : clause(why)})`,
      'Nothing was sent. Touchlight tries again after a day at the earliest.',
    ],
    'shopper/form-unclear': ({ token, to, sentAt, timeZone, why }, { moment, clause }) => [
      `the form on ${to} did not confirm the test enquiry ${token} (${moment(sentAt, timeZone)}), so it may not have arrived: ${why === null ? 'the visit was interrupted' : clause(why)}`,
      'It is not sent again, because it could arrive twice. An answer still counts.',
    ],
    'shopper/no-browser': () => 'no browser can be asked here to send a form, so no test enquiry is sent',
    'shopper/unreadable': ({ address, why, secret }, { clause, quote }) => [
      secret === null
        ? `the shopper's mailbox ${address} could not be read (${clause(why)})`
        : `the mail server does not accept the login from the secret ${quote(secret)} for ${address} (${clause(why)})`,
      '"touchlight secrets check" shows more. Until then, it is unknown whether test enquiries are answered, and none is sent.',
    ],
    'shopper/cannot-send': ({ why, secret, server }, { clause, quote }) => [
      secret === null
        ? `no mail can be sent through ${server} (${clause(why)})`
        : `${server} does not accept the login from the secret ${quote(secret)} (${clause(why)})`,
      'Until then, no test enquiry is sent.',
    ],
    'shopper/cannot-read': ({ address, why, secret }, { clause, quote }) => [
      secret === null
        ? `the shopper's mailbox ${address} cannot be read (${clause(why)})`
        : `the mail server does not accept the login from the secret ${quote(secret)} for ${address} (${clause(why)})`,
      'Until then, no test enquiry is sent.',
    ],
    'shopper/still-reading': ({ address }) => [
      `the time for an answer is over, but ${address} has not been read to the end since`,
      'The next run continues.',
    ],
    'shopper/no-smtp': () => 'touchpoints.yaml has no server through which this touchpoint sends',
    'shopper/smtp-reply': ({ code }) => `reply ${code}`,
    'shopper/no-store': () => 'test enquiries cannot be written down here, so none is sent',
  },
  trend: {
    firstResponseMinutes: 'Time until a person answers a test enquiry',
  },
  remedy: `Find the test enquiry in the inbox or in spam, and answer it as you would answer a customer. ${clear} "touchlight shopper list" shows each one with its token.`,
  remedyOf: ({ id }) => (id === 'shopper/undeliverable' ? returned.todo : null),
  trouble: {
    title: 'Enquiries by email wait too long',
    has: (at) => `a test enquiry${at} has waited too long for a person`,
    was: (at) => `a test enquiry${at} waited too long for a person`,
    todo: 'Look for the test enquiry in the inbox and in spam, answer it, and decide who answers emails from tomorrow onwards.',
    gain: 'Customers who write to you hear from a person before they have bought elsewhere.',
  },
  troubleOf: (finding, light) => {
    if (finding.kind === 'cause') return finding.cause === 'undeliverable' ? returned : null;
    if (light !== 'yellow') return null;
    return finding.id === 'waitingMinutes' ? dueSoon : finding.id === 'firstResponseMinutes' ? answeredLate : null;
  },
};
