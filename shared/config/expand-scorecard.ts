import type { Calendar, Language, Touchpoint } from '../model/business.ts';
import { checkSchema, type Policy } from '../model/check.ts';
import { formatCheckId } from '../model/check-id.ts';
import { oneLine, shorten } from '../model/foreign-text.ts';
import { scorecard, scorecardThresholds } from '../probes/scorecard/spec.ts';
import { parseDuration } from './duration.ts';
import { ownerOf } from './expand-escalation.ts';
import type { FileScorecard } from './file-scorecard-touchpoint.ts';
import type { TemplateSource } from './scorecard-templates.ts';

/** It stands in subjects and headings. */
const longestTitle = 60;

interface Business {
  readonly language: Language;
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly templates: TemplateSource;
}

/**
 * What people assess is a touchpoint with one check, which carries the template.
 * @throws Error for a template that cannot be read: the file has that fault, and is not expanded
 */
export function scorecardOf(written: FileScorecard, { language, calendar, policy, templates }: Business): Touchpoint {
  const { id, kind, owner, folder = null, every } = written;
  const reading = templates(written.template, language);
  if (!('template' in reading)) throw new Error(`The template ${written.template} ${reading.problem}`);
  const { template } = reading;
  const options = scorecard.options.parse({
    template,
    templateName: written.template,
    folder,
    timeZone: calendar.timeZone,
  });
  return {
    id,
    kind,
    url: null,
    secret: null,
    account: shorten(oneLine(template.title), longestTitle),
    ...ownerOf(owner),
    slaMinutes: null,
    checks: [
      {
        id: formatCheckId({ touchpointId: id, probe: scorecard.id, page: null, device: null }),
        touchpointId: id,
        probe: scorecard.id,
        device: null,
        page: null,
        url: null,
        everyMinutes: (every === undefined ? null : parseDuration(every)) ?? scorecard.everyMinutes,
        options: checkSchema.shape.options.parse(options),
        thresholds: { ...scorecardThresholds(template) },
        policy,
      },
    ],
  };
}
