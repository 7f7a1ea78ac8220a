import type { Calendar, Configuration } from '../model/business.ts';
import { type Check, checkSchema } from '../model/check.ts';
import { formatCheckId, parseCheckId } from '../model/check-id.ts';
import { form } from '../probes/form/spec.ts';
import { arrivalThresholds, defaultWithinMinutes, formArrival } from '../probes/form-arrival/spec.ts';
import { isGroup } from './data-path.ts';
import { parseDuration } from './duration.ts';
import { inboundOf } from './expand-inbound.ts';
import { policyOf } from './expand-policy.ts';
import { mailboxOptions } from './expand-social.ts';
import type { FileConfiguration } from './file-schema.ts';

type FileMailbox = Extract<FileConfiguration['touchpoints'][number], { kind: 'mailbox' }>;

/**
 * For each form whose messages are said to arrive in a mailbox, the check that follows them there.
 * @param forms the website's checks of forms
 * @param settingsOf what the file says of a check, by its name there
 */
export function arrivalChecksOf(
  forms: readonly Check[],
  settingsOf: (name: string) => unknown,
  file: FileConfiguration,
  { timeZone }: Calendar,
): Check[] {
  const { touchpoints } = file;
  return forms.flatMap((check) => {
    const settings = settingsOf(check.page === null ? form.id : `${form.id}:${check.page}`);
    if (!isGroup(settings)) return [];
    const { arrivesIn, within } = settings;
    const mailbox = touchpoints.find((each): each is FileMailbox => each.kind === 'mailbox' && each.id === arrivesIn);
    if (mailbox === undefined) return [];
    const withinMinutes = (typeof within === 'string' ? parseDuration(within) : null) ?? defaultWithinMinutes;
    const policy = policyOf({ ...file.alerts, ...settings }, formArrival.visit);
    return [followerOf(check, mailbox, { withinMinutes, timeZone, inbound: inboundOf(file), policy })];
  });
}

function followerOf(
  sending: Check,
  mailbox: FileMailbox,
  {
    withinMinutes,
    timeZone,
    inbound,
    policy,
  }: Pick<Configuration, 'inbound' | 'timeZone'> & Pick<Check, 'policy'> & { readonly withinMinutes: number },
): Check {
  const options = formArrival.options.parse({
    form: sending.id,
    mailbox: mailbox.id,
    withinMinutes,
    ...mailboxOptions(mailbox, inbound),
    secret: mailbox.secret ?? null,
    timeZone,
  });
  return {
    id: formatCheckId({ ...parseCheckId(sending.id), probe: formArrival.id }),
    touchpointId: sending.touchpointId,
    probe: formArrival.id,
    device: null,
    page: sending.page,
    url: sending.url,
    everyMinutes: formArrival.everyMinutes,
    options: checkSchema.shape.options.parse(options),
    thresholds: { ...arrivalThresholds(withinMinutes) },
    // A new check has nothing to follow before its form's next run.
    policy: {
      ...policy,
      blindAfterMinutes: Math.max(policy.blindAfterMinutes, sending.everyMinutes + withinMinutes),
    },
  };
}

/** The checks of forms that are really sent, wherever their messages arrive. */
export function sendingFormsOf(checks: readonly Check[]): string[] {
  return checks.filter(({ probe, options }) => probe === form.id && options['mode'] === 'submit').map(({ id }) => id);
}
