import { askableChats, type ChatVendorId, chatVendorIds, chatVendors, isAskable } from '../model/chat-vendor.ts';
import { liveChat } from '../probes/live-chat/spec.ts';
import { isGroup, type Path, valueAt } from './data-path.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';
import { anyOf } from './suggest.ts';

/** What stands in the way of asking in a website's chat. */
export function chatQuestionFindings(
  touchpoint: unknown,
  path: Path,
  touchpoints: readonly unknown[],
): readonly Finding[] {
  const settings = valueAt(touchpoint, ['checks', liveChat.id]);
  if (!isGroup(settings) || settings['ask'] !== 'weekly') return [];
  const at = (key: string, part: Finding['at'], message: string): Finding => ({
    path: [...path, 'checks', liveChat.id, key],
    at: part,
    message,
  });
  const vendor = chatVendorIds.find((id) => id === settings['chat']);
  const isRefused = vendor !== undefined && !isAskable(vendor);
  const hasShopper = touchpoints.some((each) => valueAt(each, ['kind']) === 'shopper');
  return [
    ...(isRefused ? [at('ask', 'value', unaskable(vendor, settings['chat']))] : []),
    ...(hasShopper ? [] : [at('ask', 'key', withoutShopper)]),
  ];
}

const withoutShopper =
  'needs a touchpoint of kind: shopper, because what is not answered in the chat is answered by mail to its address; add one, or leave ask out';

function unaskable(vendor: ChatVendorId, written: unknown): string {
  const { [vendor]: name } = chatVendors;
  return `does not go with chat: ${shown(written)}, because ${name} gives programs no reliable way to see whether a question has arrived and who answers it; leave ask out (it works for ${anyOf(askableChats)})`;
}
