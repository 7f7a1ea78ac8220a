import { unknownName } from '../../shared/config/suggest.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { type ScorecardTemplate, scorecardTemplateSchema } from '../../shared/model/scorecard.ts';
import type { ImportFiles } from '../../shared/ports/import-files.ts';
import { UsageError } from '../exit.ts';
import { createImportFolders } from '../local/import-folders.ts';
import { localFolder } from '../local/private-folder.ts';
import { readTemplate } from './read-template.ts';

/** A touchpoint that people assess. */
export interface AssessedTouchpoint {
  readonly id: string;
  readonly template: ScorecardTemplate;
  readonly timeZone: string;
  /** Its filled-in scorecards on this machine. */
  readonly files: ImportFiles;
}

/** Those whose template touchpoints.yaml names. */
export function assessedTouchpoints(configuration: Configuration): readonly AssessedTouchpoint[] {
  return configuration.touchpoints.flatMap(({ id, checks }) =>
    checks.flatMap(({ options }) => {
      const template = scorecardTemplateSchema.safeParse(options['template']);
      if (!template.success) return [];
      const folder = typeof options['folder'] === 'string' ? options['folder'] : null;
      return [assessed(id, template.data, configuration, folder)];
    }),
  );
}

/**
 * One of them, or any touchpoint by a template that is named.
 * @throws UsageError
 */
export function assessedTouchpoint(
  id: string,
  templateName: string | undefined,
  configuration: Configuration,
): AssessedTouchpoint {
  const all = assessedTouchpoints(configuration);
  const known = all.find((each) => each.id === id);
  if (templateName !== undefined) {
    const template = readTemplate(templateName, configuration.language);
    return known === undefined ? assessed(id, template, configuration, null) : { ...known, template };
  }
  if (known !== undefined) return known;
  const ids = all.map((each) => each.id);
  const remedy =
    ids.length === 0
      ? 'Name the file of its template with --template scorecards/phone.yaml. For a ready scorecard, write --template phone.'
      : `Those with one are ${ids.join(', ')}; for another, name the file with --template scorecards/phone.yaml, or a ready scorecard with --template phone.`;
  throw new UsageError(unknownName('No touchpoint with a scorecard', id, ids, remedy));
}

function assessed(
  id: string,
  template: ScorecardTemplate,
  { timeZone }: Configuration,
  folder: string | null,
): AssessedTouchpoint {
  // Its files lie in a folder of its name.
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(id))
    throw new UsageError(`"${id}" is not the id of a touchpoint; write lower-case letters, digits and hyphens.`);
  return { id, template, timeZone, files: createImportFolders(localFolder)('scorecards', id, folder) };
}
