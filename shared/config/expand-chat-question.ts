import type { Calendar, Maintenance } from '../model/business.ts';
import { type Check, checkSchema } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import { chatQuestion } from '../probes/chat-question/spec.ts';
import { liveChat } from '../probes/live-chat/spec.ts';

/**
 * For a website whose chat is to be asked, the check that has it asked and follows the question.
 * @param checks the website's
 * @param shopper the check of the file's first mystery shopper, whose mailbox takes what is answered by mail
 * @param windows the file's maintenance
 */
export function chatQuestionOf(
  checks: readonly Check[],
  shopper: Check | null,
  { calendar, windows }: { readonly calendar: Calendar; readonly windows: readonly Maintenance[] },
): Check[] {
  const chat = checks.find(({ probe, options }) => probe === liveChat.id && options['ask'] !== undefined);
  if (chat === undefined || shopper === null) return [];
  const { touchpointId } = chat;
  const id = formatCheckId({ touchpointId, probe: chatQuestion.id, page: null, device: null });
  const options = chatQuestion.options.parse({
    ...shopper.options,
    // Asked under a name of its own: the check of the chat has results of its own.
    form: { ...chat, id, onlyWithin: calendar },
    // The question itself says that it is a test; nothing is left to be said by mail.
    ...{ blind: false, smtp: null, smtpSecret: null, perWeek: 1 },
    shopper: shopper.touchpointId,
    maintenance: windows.filter((window) => [touchpointId, shopper.touchpointId].includes(window.touchpointId)),
  });
  return [
    {
      ...shopper,
      ...{ id, touchpointId, probe: chatQuestion.id, url: chat.url },
      thresholds: { ...shopper.thresholds, nobodyCame: chatQuestion.measurements.nobodyCame.threshold },
      options: checkSchema.shape.options.parse(options),
    },
  ];
}
