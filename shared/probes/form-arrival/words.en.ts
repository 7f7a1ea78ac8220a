import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { formArrival } from './spec.ts';
import type { FormArrivalStatements } from './statements.ts';

const minutes = { one: 'minute', other: 'minutes' };
const days = { one: 'day', other: 'days' };
const unseen = 'Until then, nobody can tell whether messages from the form arrive.';

const late: TroubleWords = {
  title: 'Messages from the form arrive late',
  has: (at) => `messages from the form${at} have arrived late`,
  was: (at) => `messages from the form${at} arrived late`,
  todo: "Ask your web developer what holds up the form's messages.",
  gain: 'You can answer while customers still wait for you.',
};

const inSpam: TroubleWords = {
  title: 'Messages from the form land in spam',
  has: (at) => `messages from the form${at} have landed in spam`,
  was: (at) => `messages from the form${at} landed in spam`,
  todo: 'Look into the spam folder and mark the messages from the form as "not spam". Ask your web developer to send them from an address of your own domain.',
  gain: 'You get the enquiries that customers believe they have sent you.',
};

export const en: ProbeWords<typeof formArrival, FormArrivalStatements> = {
  name: 'Form message in the mailbox',
  good: 'messages from the form arrive in the mailbox',
  bad: 'messages from the form do not reach the inbox in time',
  measurement: {
    arrivalMs: (value) => `a message from the form takes ${value} to arrive`,
    inSpam: () => 'messages from the form land in the spam folder',
  },
  says: {
    'form-arrival/arrived': ({ sentAt, timeZone, arrivalMs, folder, copies }, { moment, measured, quote }) => [
      `the message that the form sent ${moment(sentAt, timeZone)} arrived ${arrivalMs < 1000 ? 'within a second' : `after ${measured(arrivalMs, 'ms')}`}`,
      ...(folder === null ? [] : [`It is in the folder ${quote(folder, 80)}, not in the inbox.`]),
      ...(copies > 1 ? [`The inbox has it ${copies} times, so customers' messages may be answered twice.`] : []),
    ],
    'form-arrival/answered': ({ sentAt, timeZone }, { moment }) => [
      `the message that the form sent ${moment(sentAt, timeZone)} arrived: somebody answered or forwarded it`,
      'The message itself is no longer in the mailbox, so how long it took is not known.',
    ],
    'form-arrival/in-spam': ({ sentAt, timeZone, folder }, { moment, quote }) => [
      `the message that the form sent ${moment(sentAt, timeZone)} is in the spam folder (${quote(folder, 80)}), where nobody looks for customers`,
      'Mark it as "not spam", and ask your developer to send from an address of your own domain with SPF and DKIM.',
    ],
    'form-arrival/marked-as-spam': ({ sentAt, timeZone }, { moment }) => [
      `the message that the form sent ${moment(sentAt, timeZone)} arrived, but Amazon SES marks it as spam`,
      'Check whether the mailbox itself puts it into spam, too, and ask your developer to send from an address of your own domain with SPF and DKIM.',
    ],
    'form-arrival/late': ({ sentAt, timeZone, withinMinutes }, { moment, counted }) => [
      `it was sent ${moment(sentAt, timeZone)} and should arrive within ${counted(withinMinutes, minutes)}`,
      'Ask your developer what holds messages up: the mail queue of the site, or a mail server that makes unknown senders wait.',
    ],
    'form-arrival/never': ({ sentAt, timeZone, confirmed, withinMinutes, mailbox }, { moment, counted }) => [
      `${confirmed ? 'the form says thank you, but nobody gets the message' : 'the form was sent, but nobody gets the message'}: what it sent ${moment(sentAt, timeZone)} did not arrive in ${mailbox} within ${counted(withinMinutes, minutes)}, not even in spam`,
      'Customers who write now are lost. Ask your developer where the form sends its messages, and to look into the mail log of the site.',
    ],
    'form-arrival/under-way': ({ sentAt, until, timeZone }, { moment }) =>
      `the first message that the form sent (${moment(sentAt, timeZone)}) is on its way; it has until ${moment(until, timeZone)}`,
    'form-arrival/nothing-sent': ({ days: count }, { counted }) => [
      `the form has sent no message within the last ${counted(count, days)}, so there is none to follow`,
      'The check "form" sends the next one during business hours, as touchpoints.yaml says.',
    ],
    'form-arrival/unfinished': ({ sentAt, timeZone }, { moment }) => [
      `the check of the form was interrupted ${moment(sentAt, timeZone)}, at the moment of sending, and no message has arrived`,
      'Whether one was sent is not known. The next run of the form will tell.',
    ],
    'form-arrival/not-accepted': ({ sentAt, timeZone, why }, { moment, clause }) => [
      `no message arrived, because the form could not be sent ${moment(sentAt, timeZone)}: ${clause(why)}`,
      'Put the form right first.',
    ],
    'form-arrival/still-reading': ({ mailbox }) => [
      `the time for the message is over, but ${mailbox} has not been read to the end since`,
      'The next run continues.',
    ],
    'form-arrival/no-spam-folder': ({ sentAt, timeZone, mailbox }, { moment }) => [
      `the message that the form sent ${moment(sentAt, timeZone)} is in none of the folders that ${mailbox} shows, but the mail server does not show its spam folder, so it may be there`,
      'Look into the spam folder yourself, and make it visible to IMAP programs in the settings of the mailbox.',
    ],
    'form-arrival/emptied': ({ sentAt, timeZone, mailbox }, { moment }) => [
      `the inbox of ${mailbox} is empty although mails have come, so another program takes them out, perhaps also the message that the form sent ${moment(sentAt, timeZone)}`,
      'Let that program leave mails on the server (POP3), or have a copy sent to a mailbox that only Touchlight reads.',
    ],
    'form-arrival/too-early': ({ sentAt, receivedAt, timeZone }, { moment }) => [
      `a mail with the marker of the message is there, but the mail server says it came ${moment(receivedAt, timeZone)}, before the form sent it (${moment(sentAt, timeZone)})`,
      "Either the mail server's clock is wrong, or somebody else wrote that mail. Compare it yourself.",
    ],
    'form-arrival/unreadable': ({ mailbox, why, secret }, { clause, quote }) => [
      secret === null
        ? `the mailbox ${mailbox} could not be read (${clause(why)})`
        : `the mail server does not accept the login from the secret ${quote(secret)} for ${mailbox} (${clause(why)})`,
      ...(secret === null ? [] : ['"touchlight secrets check" shows more.']),
      unseen,
    ],
    'form-arrival/no-list': () => 'what forms really send is not written down here, so no message can be followed',
  },
  trend: {
    arrivalMs: 'Time until a form message arrives',
  },
  remedy:
    'Fill in the form yourself and look for your message in the inbox and in spam. If it is not there, ask your developer where the form sends its messages. Until it is fixed, customers who write get no answer.',
  remedyOf: ({ id }) => {
    if (id === 'form-arrival/in-spam' || id === 'form-arrival/marked-as-spam') return inSpam.todo;
    return id === 'form-arrival/late' ? late.todo : null;
  },
  trouble: {
    title: 'Messages from the form do not reach you',
    has: (at) => `messages from the form${at} have not reached the inbox`,
    was: (at) => `messages from the form${at} did not reach the inbox`,
    todo: 'Fill in the form yourself and look for your message in the inbox and in spam. If it is missing, ask your web developer where the form sends its messages.',
    gain: 'You get the enquiries that customers believe they have sent you.',
  },
  troubleOf: (finding, light) => {
    if (finding.kind !== 'measurement' || light !== 'yellow') return null;
    return finding.id === 'arrivalMs' ? late : finding.id === 'inSpam' ? inSpam : null;
  },
};
