import { z } from 'zod';
import { type Configuration, languageSchema } from '../../model/business.ts';
import { yamlFaults } from '../content-findings.ts';
import { isGroup } from '../data-path.ts';
import type { ConfigFault } from '../faults.ts';
import * as text from '../file-text.ts';
import { parseWeekMoment } from '../hours.ts';
import { readYaml } from '../yaml-document.ts';

/** Beside the businesses' files: its presence makes a folder a fleet for every command. */
export const agencyFile = 'agency.yaml';

/** Who watches the businesses of a fleet. */
export interface Agency {
  readonly name: string;
  readonly timeZone: string;
  readonly language: Configuration['language'];
  /** The agency's own mail about all of its businesses; null where none is wanted. */
  readonly digest: AgencyDigest | null;
}

type Digest = NonNullable<Configuration['digest']>;

interface AgencyDigest extends Pick<Digest, 'to' | 'from'> {
  /** When a stack sends it, by the agency's clock; null where the file leaves it open. */
  readonly at: Pick<Digest, 'weekday' | 'atMinute'> | null;
}

export type AgencyReading =
  | { readonly ok: true; readonly agency: Agency }
  | { readonly ok: false; readonly faults: readonly ConfigFault[]; readonly text: string };

const address = text.email({ description: 'An email address.', examples: ['lead@north.example'] });

const agencyFileSchema = z
  .strictObject({
    agency: text.name(80, { description: 'Name of the agency, as its mail shows it.', examples: ['North Studio'] }),
    timeZone: text.timeZone({ description: 'IANA time zone of the agency.', examples: ['Europe/Kyiv'] }),
    language: languageSchema.optional().meta({ description: "Language of the agency's mail.", default: 'en' }),
    digest: z
      .strictObject({
        to: z
          .union([z.array(address), address])
          .meta({ description: 'Who gets it.', examples: [['lead@north.example']] }),
        from: text.email({ description: 'Its sender.', examples: ['touchlight@north.example'] }).optional(),
        at: text
          .weekMoment({
            description:
              'When the stack in AWS sends it, in the time zone of the agency. By default on Monday at 08:00, or at the first full hour when the week has ended for every business.',
          })
          .optional(),
      })
      .optional()
      .meta({
        description: 'The weekly mail about all businesses. Omit it to send none.',
        examples: [{ to: ['lead@north.example'] }],
      }),
  })
  .meta({ title: agencyFile, description: 'Who watches the businesses whose files lie beside this one.' });

const smallestFile = 'it names agency and timeZone';

/**
 * Reads agency.yaml. Pure, and never throws for anything that a text may hold.
 * @param fileName as faults shall call it
 */
export function parseAgency(source: string, fileName: string): AgencyReading {
  const wholeFile = (message: string): AgencyReading => {
    return { ok: false, faults: [{ file: fileName, line: 0, column: 0, path: '', message }], text: source };
  };
  if (source.trim() === '') return wholeFile(`is empty; ${smallestFile}`);
  const yaml = readYaml(source);
  if (!yaml.broken && !isGroup(yaml.data)) return wholeFile(`has no top-level keys; ${smallestFile}`);
  const faults = yamlFaults(yaml, fileName, { schema: agencyFileSchema, cross: () => [] });
  if (faults.length > 0) return { ok: false, faults, text: source };
  const { agency: name, timeZone, language = 'en', digest } = agencyFileSchema.parse(yaml.data);
  return { ok: true, agency: { name, timeZone, language, digest: digestOf(digest) } };
}

function digestOf(written: z.infer<typeof agencyFileSchema>['digest']): Agency['digest'] {
  if (written === undefined) return null;
  const { to, from = null, at } = written;
  return { to: [to].flat(), from, at: at === undefined ? null : parseWeekMoment(at) };
}
