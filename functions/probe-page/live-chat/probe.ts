import type { Visit } from '../../../shared/browser/visit.ts';
import type { ChatVendorId } from '../../../shared/model/chat-vendor.ts';
import { liveChat as spec } from '../../../shared/probes/live-chat/spec.ts';
import { sayLiveChat } from '../../../shared/probes/live-chat/statements.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import {
  type BusinessMoment,
  failed,
  type Measured,
  measured,
  notApplicable,
  type Probe,
  unknown,
} from '../../../shared/runtime/probe.ts';
import { landingFault } from '../landing-fault.ts';
import { type AwaitedChat, awaitChat } from './await-chat.ts';
import { findButton } from './button.ts';
import { conclude } from './conclude.ts';
import type { Look } from './look.ts';
import { takesMessages } from './offline-form.ts';
import { readPresence } from './presence.ts';
import { vendors } from './vendors.ts';
import { usualWaits, type Waits } from './waits.ts';

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
      const awaited = await awaitChat(visit, { isExpected: wanted !== undefined, waits }, signal);
      const { there } = awaited.look;
      const vendor = there.find((id) => id === wanted) ?? there[0];
      const seconds = Math.round(waits.chatMs / 1000);
      if (vendor === undefined) return withoutChat(awaited.look, wanted, seconds);
      if (wanted !== undefined && wanted !== 'any' && vendor !== wanted)
        return failed('chat-missing', sayLiveChat('live-chat/missing', { wanted, instead: there, seconds }));
      progress(`looking who is at the chat`);
      return measureChat(visit, { vendor, awaited, business: business ?? alwaysOpen, waits }, signal);
    },
  };
}

/** Where nobody has said when the business is open. */
const alwaysOpen: BusinessMoment = { isOpen: true, openMinutes: Number.POSITIVE_INFINITY };

interface Found {
  readonly vendor: ChatVendorId;
  readonly awaited: AwaitedChat;
  readonly business: BusinessMoment;
  readonly waits: Waits;
}

async function measureChat(visit: Visit, found: Found, signal: AbortSignal): Promise<Measured> {
  const { vendor, awaited, business, waits } = found;
  const button = await findButton(visit, vendors[vendor], waits, signal);
  const read = await readPresence(visit, vendors[vendor].presence, waits, signal);
  const isOffline = read !== null && 'presence' in read && read.presence !== 'online';
  const opens = !business.isOpen && isOffline && button.state === 'shown';
  const takes = opens ? await takesMessages(visit, button, waits, signal) : null;
  const { look, afterConsent } = awaited;
  return conclude({ vendor, button, read, takes, business, afterConsent, hasDeadPlugin: look.hasDeadPlugin });
}

/** Nothing that can be judged; without a word in the file only what points to a chat is a reason to worry. */
function withoutChat(look: Look, wanted: ChatVendorId | 'any' | undefined, seconds: number): Measured {
  const gone = look.asked.find(({ status }) => status === 404 || status === 410);
  if (gone !== undefined && gone.status !== null) {
    return failed('chat-missing', sayLiveChat('live-chat/script-gone', { vendor: gone.vendor, status: gone.status }));
  }
  const unloaded = look.asked.find(({ status }) => status === null || status >= 400);
  if (unloaded !== undefined) {
    const { vendor, status } = unloaded;
    return unknown('chat-unseen', sayLiveChat('live-chat/script-not-loaded', { vendor, status }));
  }
  if (wanted !== undefined)
    return failed('chat-missing', sayLiveChat('live-chat/missing', { wanted, instead: [], seconds }));
  const [vendor] = [...look.asked.map((asked) => asked.vendor), ...look.written];
  if (vendor !== undefined) return unknown('chat-unseen', sayLiveChat('live-chat/not-shown', { vendor, seconds }));
  if (!look.hasDeadPlugin) return notApplicable(sayLiveChat('live-chat/none', { seconds }));
  return measured(sayLiveChat('live-chat/only-plugin', { plugin: 'facebook' }), {
    measurements: { deadPlugins: 1 },
    facts: { deadPlugins: sayLiveChat('live-chat/dead-plugin', { plugin: 'facebook' }) },
  });
}
