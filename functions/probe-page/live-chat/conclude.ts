import type { ChatVendorId } from '../../../shared/model/chat-vendor.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { type Presence, sayLiveChat } from '../../../shared/probes/live-chat/statements.ts';
import { type BusinessMoment, type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import type { ChatButton } from './button.ts';
import type { ReadPresence } from './presence.ts';

/** What was seen of a chat that is there. */
export interface SeenChat {
  readonly vendor: ChatVendorId;
  readonly button: ChatButton;
  readonly read: ReadPresence;
  /** Can a message be left in its window? Null where nobody looked. */
  readonly takes: boolean | null;
  readonly business: BusinessMoment;
  readonly afterConsent: boolean;
  readonly hasDeadPlugin: boolean;
}

/**
 * In business hours somebody should be there, and whether somebody is must be known where the chat can say it. Outside of them
 * anything is fine but a chat that says it is offline and takes no message; many hide until the morning.
 */
export function conclude(seen: SeenChat): Measured {
  const { vendor, button, read, afterConsent } = seen;
  const { isOpen: inHours } = seen.business;
  const presence = read !== null && 'presence' in read ? read.presence : null;
  const details = { vendor, presence, inHours, button: button.state, afterConsent };
  const own = button.state === 'own' ? { ownButton: true as const } : {};
  const isEmpty = inHours && presence === 'offline';
  if (inHours && read !== null && 'unread' in read)
    return unknown('chat-unread', sayLiveChat('live-chat/unread', { vendor, ...read.unread }), { details });
  if (inHours && button.state === 'none' && !isEmpty)
    return unknown('chat-unseen', sayLiveChat('live-chat/no-button', { vendor }), { details });
  return measured(sayLiveChat('live-chat/present', { vendor, presence, inHours, afterConsent, ...own }), {
    measurements: { ...countPeople(presence, seen.business), ...countButton(seen, presence), ...countRest(seen) },
    facts: statements(seen, presence),
    details,
  });
}

/** The first so many business minutes of a day are its morning. */
const morningMinutes = 240;

function countPeople(presence: Presence | null, { isOpen, openMinutes }: BusinessMoment): Measured['measurements'] {
  if (!isOpen || presence === null) return {};
  const nobodyThere = presence === 'offline' ? 1 : 0;
  const morning = openMinutes < morningMinutes ? { nobodyInTheMorning: nobodyThere } : {};
  return { nobodyThere, onlyAway: presence === 'away' ? 1 : 0, ...morning };
}

function countButton({ button, business }: SeenChat, presence: Presence | null): Measured['measurements'] {
  // A chat with somebody at it is to be seen, at any hour.
  if ((!business.isOpen && presence !== 'online') || button.state === 'none') return {};
  return { buttonHidden: button.state === 'hidden' ? 1 : 0, buttonCovered: button.state === 'covered' ? 1 : 0 };
}

function countRest({ takes, hasDeadPlugin }: SeenChat): Measured['measurements'] {
  return { ...(takes !== null && { offlineFormMissing: takes ? 0 : 1 }), deadPlugins: hasDeadPlugin ? 1 : 0 };
}

/** Of what is not as it should be. */
function statements({ vendor, button, takes, hasDeadPlugin }: SeenChat, presence: Presence | null) {
  const facts: Record<string, Statement> = {
    ...(presence === 'offline' && { nobodyThere: sayLiveChat('live-chat/nobody', { vendor, presence }) }),
    ...(presence === 'away' && { onlyAway: sayLiveChat('live-chat/nobody', { vendor, presence }) }),
    ...(button.state === 'hidden' && { buttonHidden: sayLiveChat('live-chat/hidden', { vendor }) }),
    ...(button.state === 'covered' && {
      buttonCovered: sayLiveChat('live-chat/covered', { vendor, cover: button.by }),
    }),
    ...(takes === false && { offlineFormMissing: sayLiveChat('live-chat/no-offline-form', { vendor }) }),
    ...(hasDeadPlugin && { deadPlugins: sayLiveChat('live-chat/dead-plugin', { plugin: 'facebook' }) }),
  };
  return facts;
}
