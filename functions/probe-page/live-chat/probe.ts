import type { Visit } from '../../../shared/browser/visit.ts';
import type { ChatVendorId } from '../../../shared/model/chat-vendor.ts';
import { liveChat as spec } from '../../../shared/probes/live-chat/spec.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { BusinessMoment, Measured, Probe } from '../../../shared/runtime/probe.ts';
import { landingFault } from '../landing-fault.ts';
import { type AwaitedChat, awaitChat, fitting } from './await-chat.ts';
import { type ChatButton, findButton, partsOf, reachesChat } from './button.ts';
import { conclude } from './conclude.ts';
import { takesMessages } from './offline-form.ts';
import { hasOwnButton } from './own-button.ts';
import { readPresence } from './presence.ts';
import { vendors } from './vendors.ts';
import { usualWaits, type Waits } from './waits.ts';
import { withoutChat } from './without-chat.ts';

/**
 * Which chat the page offers, whether a visitor can see its button, and whether the chat itself says that somebody is there.
 * It never writes to anybody, so it cannot see who answers, or how soon.
 */
export const liveChat = liveChatWaiting(usualWaits);

/** The probe with other waits than the usual ones. */
export function liveChatWaiting(waits: Waits): Probe<typeof spec, Visit> {
  return {
    spec,
    async measure(visit, { signal, options, progress, business }) {
      const fault = landingFault(visit);
      if (fault !== null) return fault;
      await withinDeadline(visit.unthrottle(), signal);
      progress('waiting for the chat');
      const { chat: wanted } = options;
      const moment = business ?? alwaysOpen;
      const awaited = await awaitChat(visit, { wanted, waits }, signal);
      const [vendor, ...others] = fitting(awaited.look.there, wanted);
      if (vendor === undefined) {
        const seconds = Math.round(waits.chatMs / 1000);
        return withoutChat(visit, { awaited, wanted, seconds, inHours: moment.isOpen }, signal);
      }
      progress('looking who is at the chat');
      const seen = await seeChat(visit, [vendor, ...others], waits, signal);
      return measureChat(visit, { ...seen, awaited, business: moment, waits }, signal);
    },
  };
}

/** Where nobody has said when the business is open. */
const alwaysOpen: BusinessMoment = { isOpen: true, openMinutes: Number.POSITIVE_INFINITY };

interface SeenButton {
  readonly vendor: ChatVendorId;
  readonly button: ChatButton;
}

interface Found extends SeenButton {
  readonly awaited: AwaitedChat;
  readonly business: BusinessMoment;
  readonly waits: Waits;
}

const mostChats = 3;

/** Beside the chat that visitors use, a site may still load one that shows them nothing. */
async function seeChat(
  visit: Visit,
  [first, ...others]: readonly [ChatVendorId, ...ChatVendorId[]],
  waits: Waits,
  signal: AbortSignal,
): Promise<SeenButton> {
  const see = async (vendor: ChatVendorId): Promise<SeenButton> => {
    return { vendor, button: await findButton(visit, vendors[vendor], waits, signal) };
  };
  const seen = await see(first);
  if (seen.button.state === 'shown') return seen;
  for (const vendor of others.slice(0, mostChats - 1)) {
    const other = await see(vendor);
    if (other.button.state === 'shown') return other;
  }
  return seen;
}

async function measureChat(visit: Visit, found: Found, signal: AbortSignal): Promise<Measured> {
  const { vendor, awaited, business, waits } = found;
  const button = await orOwnButton(visit, found, signal);
  const read = await readPresence(visit, vendors[vendor].presence, waits, signal);
  const isOffline = read !== null && 'presence' in read && read.presence !== 'online';
  const opens = !business.isOpen && isOffline && button.state === 'shown';
  const takes = opens ? await takesMessagesNow(visit, found, signal) : null;
  const { look, afterConsent } = awaited;
  return conclude({ vendor, button, read, takes, business, afterConsent, hasDeadPlugin: look.hasDeadPlugin });
}

/** Many sites hide the chat's button behind one of their own, and open it by that. */
async function orOwnButton(visit: Visit, { vendor, button }: SeenButton, signal: AbortSignal): Promise<ChatButton> {
  if (button.state === 'shown') return button;
  return (await hasOwnButton(visit, partsOf(vendors[vendor]), signal)) ? { state: 'own' } : button;
}

/** The page may have moved since the button was seen: nothing else is to be pressed in its place. */
async function takesMessagesNow(visit: Visit, { vendor, waits }: Found, signal: AbortSignal): Promise<boolean | null> {
  const button = await findButton(visit, vendors[vendor], waits, signal);
  if (button.state !== 'shown') return null;
  const isFree = button.window !== null || (await reachesChat(visit, vendors[vendor], button, signal));
  return isFree ? takesMessages(visit, button, waits, signal) : null;
}
