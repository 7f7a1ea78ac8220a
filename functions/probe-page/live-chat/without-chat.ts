import type { Visit } from '../../../shared/browser/visit.ts';
import type { ChatVendorId } from '../../../shared/model/chat-vendor.ts';
import { sayLiveChat } from '../../../shared/probes/live-chat/statements.ts';
import { failed, type Measured, measured, notApplicable, unknown } from '../../../shared/runtime/probe.ts';
import type { AwaitedChat, Wanted } from './await-chat.ts';
import type { Look } from './look.ts';
import { hasOwnButton } from './own-button.ts';

interface Sought {
  readonly awaited: AwaitedChat;
  readonly wanted: Wanted;
  /** For how long it was waited for. */
  readonly seconds: number;
  readonly inHours: boolean;
}

/** Nothing that can be judged; without a word in the file only what points to a chat is a reason to worry. */
export async function withoutChat(visit: Visit, seen: Sought, signal: AbortSignal): Promise<Measured> {
  const { wanted, seconds } = seen;
  const { look } = seen.awaited;
  const asked = look.asked.filter(({ vendor }) => wanted === undefined || wanted === 'any' || vendor === wanted);
  const gone = goneScript(asked);
  if (gone !== null) return failed('chat-missing', sayLiveChat('live-chat/script-gone', gone));
  const unloaded = asked.find(({ status }) => status === null || status >= 400);
  if (unloaded !== undefined) {
    const { vendor, status } = unloaded;
    return unknown('chat-unseen', sayLiveChat('live-chat/script-not-loaded', { vendor, status }));
  }
  if (wanted !== undefined) return withoutNamed(visit, { ...seen, wanted }, signal);
  const [vendor] = [...asked.map((each) => each.vendor), ...look.written];
  if (vendor !== undefined) return unknown('chat-unseen', sayLiveChat('live-chat/not-shown', { vendor, seconds }));
  if (!look.hasDeadPlugin) return notApplicable(sayLiveChat('live-chat/none', { seconds }));
  return measured(sayLiveChat('live-chat/only-plugin', { plugin: 'facebook' }), {
    measurements: { deadPlugins: 1 },
    facts: { deadPlugins: sayLiveChat('live-chat/dead-plugin', { plugin: 'facebook' }) },
  });
}

/** Of a page that asks for a chat in several ways, one may be left over: a vendor's scripts are gone when all of them are. */
function goneScript(asked: Look['asked']): { readonly vendor: ChatVendorId; readonly status: number } | null {
  const scripts = asked.filter(({ isScript, status }) => isScript && !(status !== null && isRedirect(status)));
  for (const { vendor, status } of scripts) {
    if (status === null) continue;
    const its = scripts.filter((each) => each.vendor === vendor);
    if (its.every((each) => each.status === 404 || each.status === 410)) return { vendor, status };
  }
  return null;
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** The file says that there is a chat. It is missing unless something else may keep it from this visit. */
async function withoutNamed(
  visit: Visit,
  { awaited, wanted, seconds, inHours }: Sought & { readonly wanted: ChatVendorId | 'any' },
  signal: AbortSignal,
): Promise<Measured> {
  const { there: instead, keptOut } = awaited.look;
  const loader = keptOut.find(({ brings }) => brings === 'any' || wanted === 'any' || brings === wanted);
  if (loader !== undefined) {
    const { host } = loader;
    return unknown('chat-unseen', sayLiveChat('live-chat/unclear', { wanted, seconds, why: 'loader', host }));
  }
  const missing = failed('chat-missing', sayLiveChat('live-chat/missing', { wanted, instead, seconds }));
  if (instead.length > 0) return missing;
  const unclear = (why: 'gate' | 'off-hours' | 'own-button') =>
    sayLiveChat('live-chat/unclear', { wanted, seconds, why });
  if (awaited.isGateShut) return unknown('chat-unseen', unclear('gate'));
  if (!inHours) return unknown('chat-off-hours', unclear('off-hours'));
  return (await hasOwnButton(visit, null, signal)) ? unknown('chat-unseen', unclear('own-button')) : missing;
}
