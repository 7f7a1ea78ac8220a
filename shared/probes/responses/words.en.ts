import type { StatementFormat } from '../../model/format.ts';
import { isPhone, platformNames, type SocialKind } from '../../model/social-platform.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import { enCalls } from './call-words.en.ts';
import type { responses } from './spec.ts';
import type { Pause, ResponsesStatements, Wait } from './statements.ts';

const names = { ...platformNames, mailbox: 'the mail server' };
const placed = (platform: SocialKind): string => (platform === 'mailbox' ? 'in the mailbox' : `on ${names[platform]}`);
const whole = (platform: SocialKind): string => (platform === 'mailbox' ? 'the mailbox' : names[platform]);
const unseen = 'Until then, Touchlight cannot see who is waiting for a reply there.';
const nextPoll = 'Touchlight asks again at the next poll.';

function when({ retryAt, timeZone }: Pause, { moment }: StatementFormat): string {
  if (retryAt === null) return 'later';
  return timeZone === undefined
    ? `no earlier than ${moment(retryAt, 'UTC')} UTC`
    : `no earlier than ${moment(retryAt, timeZone)}`;
}

/** What to answer: a link leads to it, a mail is found by folder and subject, and a call by its time. */
function to(lead: string, { link, calledAt, mail }: Wait, timeZone: string, { at, moment }: StatementFormat): string {
  const what = mail === true ? `${lead}the mail in ` : link.includes('://') ? lead : ' on ';
  return calledAt === undefined ? at(what, link) : ` (missed call: ${moment(calledAt, timeZone)})`;
}

function verb(wait: Wait | undefined): string {
  return wait?.calledAt === undefined ? 'answer' : 'call back';
}

function until(wait: Wait, timeZone: string, format: StatementFormat): string {
  const { dueAt } = wait;
  if (dueAt === null) return to(' ', wait, timeZone, format);
  return ` ${format.deadline(dueAt, timeZone)}${to(': ', wait, timeZone, format)}`;
}

/** "due yesterday at 17:00", "due by Mon 17:00" */
function dueIn(moment: string): string {
  return /^(?:yesterday|today|tomorrow) /.test(moment) ? `due ${moment}` : `due by ${moment}`;
}

function callers(waiting: number): string {
  if (waiting === 0) return 'no one is waiting to be called back';
  return waiting === 1 ? 'one caller is waiting to be called back' : `${waiting} callers are waiting to be called back`;
}

const lastMoment: TroubleWords = {
  title: 'Answers at the last moment',
  has: (at) => `customers${at} have waited for most of the promised time`,
  was: (at) => `customers${at} got an answer only shortly before the promised time was over`,
  todo: 'Reply now, longest wait first, and decide who will reply from tomorrow onwards.',
  gain: 'Customers who get a prompt reply are more likely to come back, and small complaints stay small.',
};

const accessEnds: TroubleWords = {
  title: 'Access to what customers write ends soon',
  has: (at) => `the access${at} ends soon`,
  was: (at) => `the access${at} was about to end`,
  todo: 'Ask the person who runs Touchlight to renew the access.',
  gain: 'You keep seeing who waits for an answer.',
};

export const en: ProbeWords<typeof responses, ResponsesStatements> = {
  name: 'Answers to customers',
  good: 'customers get an answer in time',
  bad: 'customers wait too long for an answer',
  measurement: {
    overdue: (value) => `customers who wait longer than promised: ${value}`,
    oldestWaitingMinutes: (value) => `longest wait for an answer: ${value}`,
    tokenDaysLeft: (value) => `the access to the platform ends in ${value}`,
  },
  says: {
    ...enCalls,
    'responses/overdue': (wait, format) => {
      const { waitedMinutes, dueAt, others, timeZone } = wait;
      const { measured, moment } = format;
      const what = wait.calledAt === undefined ? 'answer' : 'call back';
      const due = dueAt === null ? '' : `, ${dueIn(moment(dueAt, timeZone))}`;
      const more = others > 0 ? `; ${others} more overdue` : '';
      return `no ${what} for ${measured(waitedMinutes, 'minutes')} of business time${to(' to ', wait, timeZone, format)}${due}${more}`;
    },
    'responses/waiting': (wait, format) => {
      const { others, timeZone } = wait;
      return `${verb(wait)}${until(wait, timeZone, format)}${others > 0 ? ` (${others} more ${others === 1 ? 'is' : 'are'} waiting)` : ''}`;
    },
    'responses/nudge': ({ waits, others, timeZone }, format) => {
      const each = waits.map((wait) => until(wait, timeZone, format));
      return `${verb(waits[0])}${each.join(';')}${others > 0 ? ` (${others} more ${others === 1 ? 'customer is' : 'customers are'} waiting)` : ''}`;
    },
    'responses/summary': ({ platform, waiting, blindSpots }, { whole }) => [
      isPhone(platform)
        ? callers(waiting)
        : waiting === 0
          ? `no one is waiting for a reply ${placed(platform)}`
          : waiting === 1
            ? `one customer is waiting for a reply ${placed(platform)}`
            : `${waiting} customers are waiting for a reply ${placed(platform)}`,
      ...blindSpots.map(whole),
    ],
    'responses/still-reading': ({ platform }) =>
      `Touchlight is still reading the last 90 days of ${whole(platform)}; it goes on at the next poll`,
    'responses/http-status': ({ status }) => `HTTP ${status}`,
    'responses/error-code': ({ code, subcode }) => `code ${subcode === null ? code : `${code}/${subcode}`}`,
    'responses/error-word': ({ says }, { quote }) => quote(says),
    'responses/no-token-given': ({ by, says }, { quote }) => `${by} says ${quote(says)}`,
    'responses/foreign-token': () => "it is not this page's own token",
    'responses/dead-token': () => 'the token is no longer valid',
    'responses/not-there': ({ what }) => `no such ${what}`,
    'responses/no-answer': ({ patienceMs }, { measured }) => `no response within ${measured(patienceMs, 'ms')}`,
    'responses/no-connection': () => 'no connection',
    'responses/unreached': ({ server, why }) =>
      ({
        refused: `the server ${server} refuses connections: is the port right?`,
        'unknown-host': `there is no host of the name ${server.replace(/:\d+$/, '')}, or it cannot be looked up now`,
        unencrypted: `the server ${server} answers without encryption, although this port is for encrypted connections: is the port right?`,
      })[why],
    'responses/not-json': () => 'the response is not JSON',
    'responses/other-shape': ({ path }, { quote }) =>
      `unexpected ${path === null ? 'response body' : `value of ${quote(path)}`}`,
    'responses/other-item': () => 'unexpected item in a batch',
    'responses/bad-certificate': ({ says }) => `its certificate is not valid: ${says}`,
    'responses/no-tls': () => 'it offers no encrypted connection on this port; use port 993',
    'responses/no-server': () => 'touchpoints.yaml has no mail server for this touchpoint',
    'responses/no-inbox': () =>
      'this mailbox is read from the mail that SES receives (source: inbound), which only a stack in AWS does',
    'responses/no-mail-received': ({ where }) =>
      `no mail lies in ${where}; check that copies of the mailbox's mail are sent to its address and that SES's rule set is active`,
    'responses/too-large': ({ limitMb }) => `a response of more than ${limitMb} MB`,
    'responses/too-many-requests': () => 'more requests than one poll is allowed',
    'responses/same-page': () => 'the same page again',
    'responses/same-messages': () => 'the same messages again',
    'responses/nothing-new': () => 'pages with nothing new on them',
    'responses/units-used': ({ units }, { counted }) =>
      `${counted(units, { one: 'unit', other: 'units' })} since midnight`,
    'responses/as-before': () => 'as it said before',
    'responses/no-secret': () => 'touchpoints.yaml has no secret for this touchpoint',
    'responses/malformed-secret': () => 'the secret starts with { but is not a JSON object of strings',
    'responses/secret-lacks': ({ part }, { quote }) => `the secret has no ${quote(part)}`,
    'responses/absent-secret': ({ name, variable, file }, { quote }) =>
      `there is no secret ${quote(name)} on this machine; set the environment variable ${variable}, or write it to the file ${file}`,
    'responses/empty-secret': ({ name, file }, { quote }) =>
      `the secret ${quote(name)} is empty; write it to the file ${file}`,
    'responses/unreadable-secret': ({ id, says }, { quote }) =>
      id === null
        ? `the secret could not be read: ${quote(says)}`
        : `the secret ${quote(id)} could not be read: ${quote(says)}; create it with: aws secretsmanager create-secret --name ${id} --secret-string <token>`,
    'responses/binary-secret': ({ id }, { quote }) => `the secret ${quote(id)} is not text`,
    'responses/fixed-secret': () =>
      'its token changes when it is renewed, and an environment variable cannot keep the new one; put the secret in a file in .touchlight/secrets',
    'responses/unkept-token': ({ id, says }, { quote }) =>
      `the renewed token could not be stored${id === null ? '' : ` in the secret ${quote(id)}`}: ${quote(says)}`,
    'responses/other-reader': () => "another program or a webhook receives this bot's messages",
    'responses/no-business-account': () =>
      'the business account has not connected the bot (Settings, Telegram Business, Chatbots), or nobody has written to it since',
    'responses/other-accounts': ({ isOwnConnected }) =>
      isOwnConnected
        ? 'another Telegram account has connected this bot, too; its chats are ignored'
        : 'the Telegram account that has connected this bot is not the one in touchpoints.yaml, so its chats are ignored; connect the bot from the business account, or correct businessAccount in that file (page, if there is no channel)',
    'responses/auth': ({ platform, clue, secret }, { clause, quote }) => [
      platform === 'mailbox'
        ? `the mail server does not accept the login in the secret ${quote(secret)} (${clause(clue)})`
        : `${names[platform]} refuses the token in the secret ${quote(secret)} (${clause(clue)})`,
      'Store a new one under that name; run "touchlight secrets check" for details.',
      unseen,
    ],
    'responses/permission': ({ platform, clue, secret }, { clause, quote }) => [
      platform === 'mailbox'
        ? `the mail server does not let the user in the secret ${quote(secret)} read this (${clause(clue)})`
        : `${names[platform]} does not let the token in the secret ${quote(secret)} read this (${clause(clue)})`,
      platform === 'mailbox'
        ? 'Allow IMAP for the mailbox; docs/platforms/mailbox.md says how.'
        : 'Grant it the permissions listed in docs/platforms.',
      unseen,
    ],
    'responses/gone': ({ platform, clue }, { clause }) => [
      platform === 'mailbox'
        ? `the mailbox no longer has one of its folders (${clause(clue)})`
        : `${names[platform]} knows no such account (${clause(clue)})`,
      platform === 'mailbox'
        ? nextPoll
        : isPhone(platform)
          ? 'Check the account in its secret.'
          : 'Check "page" in touchpoints.yaml.',
      unseen,
    ],
    'responses/throttled': ({ platform, clue, ...pause }, format) => [
      `${names[platform]} is limiting requests (${format.clause(clue)}); Touchlight asks again ${when(pause, format)}`,
      unseen,
    ],
    'responses/quota': ({ platform, clue, ...pause }, format) => [
      `the request quota of ${names[platform]} is used up (${format.clause(clue)}); Touchlight asks again ${when(pause, format)}`,
      unseen,
    ],
    'responses/transient': ({ platform, clue }, { clause }) => [
      `${names[platform]} is having problems or does not respond (${clause(clue)})`,
      nextPoll,
    ],
    'responses/wrong-answer': ({ platform, clue }, { clause }) => [
      platform === 'call-files'
        ? clause(clue)
        : `the response of ${names[platform]} does not match its documentation (${clause(clue)})`,
      platform === 'call-files' ? unseen : nextPoll,
    ],
    'responses/endless': ({ platform, clue }, { clause }) => [
      `${names[platform]} returns the same pages over and over (${clause(clue)})`,
      nextPoll,
    ],
    'responses/refused': ({ platform, clue }, { clause }) => [
      `${names[platform]} rejects Touchlight's request (${clause(clue)})`,
      "The account's name may be misspelt, or this version of Touchlight is too old for the platform.",
    ],
    'responses/setup': ({ platform, clue }, { clause }) => [
      platform === 'call-files' ? clause(clue) : `access to ${names[platform]} is not fully set up: ${clause(clue)}`,
      unseen,
    ],
    'responses/unreadable': ({ what, clue }, { clause }) =>
      `the token may not read ${what === 'comments-on-ads' ? 'the comments on ads' : "visitors' posts"} (${clause(clue)})`,
    'responses/messages-lost': ({ platform }) =>
      `${names[platform]} was not polled for more than a day; messages from that time may be missing`,
    'responses/mentions-skipped': ({ platform }) =>
      `${names[platform]} has more new mentions than one poll can read; older ones were skipped`,
    'responses/replies-unread': ({ platform, threads }) =>
      `${names[platform]} has ${threads === 1 ? 'a thread that is' : `${threads} threads that are`} too long for one poll; some replies were not read`,
    'responses/older-posts-unread': ({ platform, posts }) =>
      `${names[platform]} has more than ${posts} posts of the last 90 days; comments under the older ones were not read`,
    'responses/likes-unseen': ({ platform }) =>
      `${names[platform]} does not show likes to an API key; store an OAuth authorization of the channel, or remove likesAnswer`,
  },
  trend: {
    oldestWaitingMinutes: 'Longest wait for an answer',
    unanswered: 'Customers waiting for an answer',
    medianFirstResponseMinutes: 'Time to the first answer',
    averageRating: 'Average rating',
  },
  remedy:
    'Reply to the waiting customers now, longest wait first. If no one is available now, agree on who will reply next.',
  remedyOf: ({ params }) =>
    params['calledAt'] === undefined
      ? null
      : 'Call back the waiting customers now, longest wait first. If no one is available now, agree on who will call next.',
  trouble: {
    title: 'Customers wait too long for an answer',
    has: (at) => `customers${at} have waited too long`,
    was: (at) => `customers${at} waited too long`,
    todo: 'Reply now, longest wait first, and decide who will reply from tomorrow onwards.',
    gain: 'Customers who get a prompt reply are more likely to come back, and small complaints stay small.',
  },
  troubleOf: (finding, light) => {
    const measurement = finding.kind === 'measurement' ? finding.id : null;
    if (measurement === 'tokenDaysLeft') return accessEnds;
    return measurement === 'oldestWaitingMinutes' && light === 'yellow' ? lastMoment : null;
  },
};
