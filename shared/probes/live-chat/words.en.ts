import { type ChatVendorId, chatVendors } from '../../model/chat-vendor.ts';
import type { ProbeWords, TroubleWords } from '../probe-words.ts';
import type { liveChat } from './spec.ts';
import type { LiveChatStatements, Presence } from './statements.ts';

const nameOf = (vendor: ChatVendorId): string => `the chat (${chatVendors[vendor]})`;

const says: Readonly<Record<Presence, string>> = {
  online: 'says that somebody is there',
  away: 'says that everybody is away',
  offline: 'says that nobody is there',
};

const unattended: TroubleWords = {
  title: 'Nobody is at the live chat',
  has: (at) => `nobody has been at the live chat${at} in business hours`,
  was: (at) => `nobody was at the live chat${at} in business hours`,
  todo: 'Decide who is signed in to the chat and when, or set its hours to match when somebody is there.',
  gain: 'Customers who ask before they buy get an answer while they are still on your site.',
};

const seen = 'Visitors find the chat, and ask before they leave.';

/** Of what is a trouble of its own. */
const troubles: Readonly<Record<string, TroubleWords>> = {
  nobodyThere: unattended,
  onlyAway: unattended,
  buttonHidden: {
    title: 'Visitors cannot see the chat button',
    has: (at) => `the chat button${at} has been invisible`,
    was: (at) => `the chat button${at} was invisible`,
    todo: 'Ask your web developer to make it visible. If the site opens the chat with a button of its own, accept this in touchpoints.yaml (thresholds).',
    gain: seen,
  },
  buttonCovered: {
    title: 'Something covers the chat button',
    has: (at) => `the chat button${at} has been covered`,
    was: (at) => `the chat button${at} was covered`,
    todo: 'Ask your web developer to move what covers it: the report names it.',
    gain: seen,
  },
  offlineFormMissing: {
    title: 'Outside business hours, the chat takes no message',
    has: (at) => `the live chat${at} has not taken messages outside business hours`,
    was: (at) => `the live chat${at} did not take messages outside business hours`,
    todo: 'In the chat service, switch on its offline form, or hide the chat outside its hours.',
    gain: 'Customers who write in the evening get an answer in the morning.',
  },
  deadPlugins: {
    title: "Facebook's chat plugin no longer works",
    has: (at) => `Facebook's chat plugin${at} has not worked`,
    was: (at) => `Facebook's chat plugin${at} did not work`,
    todo: 'Ask your web developer to remove it, and to link to m.me/your-page instead.',
    gain: 'Customers who write in Messenger reach you again.',
  },
};

export const en: ProbeWords<typeof liveChat, LiveChatStatements> = {
  name: 'Live chat',
  good: 'the live chat works',
  bad: 'the live chat does not work as it should',
  measurement: {
    nobodyThere: () => 'nobody is at the chat in business hours',
    onlyAway: () => 'everybody at the chat is away in business hours',
    buttonHidden: () => 'visitors cannot see the chat button',
    buttonCovered: () => 'something covers the chat button',
    offlineFormMissing: () => 'outside business hours the chat takes no message',
    deadPlugins: () => 'a chat plugin no longer exists',
  },
  says: {
    'live-chat/present': ({ vendor, presence, inHours, afterConsent, ownButton }) => {
      const when = inHours ? '' : ' (outside business hours)';
      const who = presence === null ? 'is there, but does not say whether anybody is behind it' : says[presence];
      const late = 'It appears only after a visitor has accepted cookies.';
      const own = "Instead of its button, visitors see one of the site's own, which Touchlight does not press.";
      return [`${nameOf(vendor)} ${who}${when}`, ...(afterConsent ? [late] : []), ...(ownButton ? [own] : [])];
    },
    'live-chat/only-plugin': () => "the only chat is Facebook's chat plugin, which no longer exists",
    'live-chat/none': ({ seconds }) => [
      `no live chat was seen within ${seconds} seconds`,
      'Touchlight does not see a chat that appears later, or only after visitors accept cookies. If you have one, name it in touchpoints.yaml (live-chat: { chat: any }).',
    ],
    'live-chat/missing': ({ wanted, instead, seconds }, { list }) => [
      `${wanted === 'any' ? 'the chat' : nameOf(wanted)} did not appear within ${seconds} seconds${instead.length > 0 ? `; the page has ${list(instead.map((id) => chatVendors[id]))} instead` : ''}`,
      'Restore it or, if you no longer use it, change touchpoints.yaml.',
    ],
    'live-chat/unclear': ({ wanted, seconds, ...rest }) => {
      const lead = `${wanted === 'any' ? 'the chat' : nameOf(wanted)} did not appear within ${seconds} seconds`;
      switch (rest.why) {
        case 'gate':
          return [
            lead,
            'A question that comes before the page, such as one for the age, was still there. Open the site yourself and check whether the chat appears.',
          ];
        case 'off-hours':
          return [
            `outside business hours ${lead}`,
            'Many sites show their chat in business hours only. Touchlight looks again when they begin.',
          ];
        case 'loader':
          return [
            lead,
            `A script from ${rest.host}, through which the site loads others, could not be loaded from here. Open the site yourself: if you see the chat, only Touchlight was kept out.`,
          ];
        case 'own-button':
          return [
            lead,
            'The page has a button for a chat, which may load only when it is pressed. Open the site yourself and press it.',
          ];
      }
    },
    'live-chat/script-gone': ({ vendor, status }) => [
      `${nameOf(vendor)} cannot appear, because its script returns HTTP ${status}`,
      'Sign in to the chat service and check that the account still exists, then copy its code into the site again.',
    ],
    'live-chat/script-not-loaded': ({ vendor, status }) => [
      `${nameOf(vendor)} is on the page, but its script could not be loaded from here${status === null ? '' : ` (HTTP ${status})`}`,
      'Open the site yourself: if you see the chat, only Touchlight was kept out.',
    ],
    'live-chat/not-shown': ({ vendor, seconds }) => [
      `the page contains ${nameOf(vendor)}, but none of it appeared within ${seconds} seconds`,
      'It may wait for something that a visitor does. Open the site yourself and see whether it appears.',
    ],
    'live-chat/no-button': ({ vendor }) => [
      `${nameOf(vendor)} runs on the page, but its button was not found`,
      'Open the site yourself and check whether the chat opens.',
    ],
    'live-chat/unread': (unread, { quote }) => {
      const { vendor } = unread;
      const lead = `${nameOf(vendor)} is there, but Touchlight could not find out whether anybody is behind it`;
      switch (unread.why) {
        case 'threw':
          return `${lead}: its script failed with ${quote(unread.message)}`;
        case 'hung':
          return `${lead}: it did not answer within ${unread.seconds} seconds`;
        case 'nonsense':
          return `${lead}: it answered ${quote(unread.answer)}`;
      }
    },
    'live-chat/nobody': ({ vendor, presence }) => [
      `during business hours, ${nameOf(vendor)} ${says[presence]}`,
      'Sign in to the chat, or set its hours to match when somebody is there.',
    ],
    'live-chat/hidden': ({ vendor }) => [
      `the button of ${nameOf(vendor)} is on the page, but cannot be seen`,
      'If your site opens the chat with a button of its own, accept this in touchpoints.yaml (live-chat: { thresholds: { buttonHidden: { green: 1 } } }). Otherwise ask your developer to make it visible.',
    ],
    'live-chat/covered': ({ vendor, cover }) => [
      `another part of the page (${cover}) covers the button of ${nameOf(vendor)}`,
      'Ask your developer to move one of them.',
    ],
    'live-chat/no-offline-form': ({ vendor }) => [
      `outside business hours ${nameOf(vendor)} says that nobody is there, and it takes no message`,
      'Switch on its offline form, or hide the chat outside its hours.',
    ],
    'live-chat/dead-plugin': () => [
      "the page still embeds Facebook's chat plugin, which Meta switched off on 9 May 2024",
      'Remove it, and link to m.me/your-page instead.',
    ],
  },
  trend: {},
  remedy: 'Open the site as a visitor, look for the chat and open it. Then check in the chat service who is signed in.',
  remedyOf: ({ id }) => (id === 'live-chat/nobody' ? unattended.todo : null),
  trouble: {
    title: 'The live chat does not work as it should',
    has: (at) => `the live chat${at} has not worked as it should`,
    was: (at) => `the live chat${at} did not work as it should`,
    todo: 'Open the site as a visitor and try the chat. Ask your web developer to fix what the report names.',
    gain: 'Customers can ask while they are still on your site.',
  },
  troubleOf: (finding) => (finding.kind === 'measurement' ? (troubles[finding.id] ?? null) : null),
};
