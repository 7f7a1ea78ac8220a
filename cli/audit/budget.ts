import type { Configuration, Language, Touchpoint } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { form } from '../../shared/probes/form/spec.ts';
import { specOf } from '../../shared/probes/index.ts';
import { UsageError } from '../exit.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import type { Terminal } from '../terminal.ts';

/** What a configuration file asks of one of its websites. */
export interface Budget {
  readonly file: string;
  /** Where the checks look: the file's address, or the one that was asked for. */
  readonly url: string;
  readonly checks: readonly Check[];
  readonly language: Language;
  readonly timeZone: string;
}

/**
 * The checks of a website with the file's thresholds, expectations and pages.
 * @param url visited instead of the file's own address, such as a preview of the next version; null for the file's own
 * @throws UsageError when the file has faults, or leaves open which website is meant
 */
export function readBudget(file: string, url: string | null, terminal: Terminal): Budget {
  const configuration = readTouchpoints(file, terminal);
  const website = websiteFor(url, configuration, file);
  const visited = url ?? website.url;
  const { language, timeZone } = configuration;
  return {
    file,
    url: visited,
    checks: website.checks.flatMap((check) => auditable(check, visited)),
    language,
    timeZone,
  };
}

type Website = Touchpoint & { readonly url: string };

function websiteFor(url: string | null, { touchpoints }: Configuration, file: string): Website {
  const websites = touchpoints.flatMap((each): Website[] => (each.url === null ? [] : [{ ...each, url: each.url }]));
  const [first, ...others] = websites;
  if (first === undefined)
    throw new UsageError(`${file} has no touchpoint of kind website, so there is nothing to audit.`);
  if (others.length === 0) return first;
  const same = websites.filter((each) => url !== null && originOf(each.url) === originOf(url));
  const [only, ...more] = same;
  if (only !== undefined && more.length === 0) return only;
  const known = websites.map((each) => `${each.url} (${each.id})`).join(', ');
  throw new UsageError(
    `${file} has several websites: ${known}. Give the address of one of them, or a file with only one website to visit it elsewhere.`,
  );
}

function originOf(url: string): string {
  return new URL(url).origin;
}

/** An audit reads no mailbox and sends no form, whatever the file says. */
function auditable(check: Check, visited: string): Check[] {
  if (specOf(check.probe)?.visit === 'poll' || check.url === null) return [];
  const { onlyWithin: _, ...atAnyTime } = check;
  const url = check.page === null ? visited : new URL(check.page, visited).href;
  const options = check.probe === form.id ? { ...check.options, mode: 'rehearse' } : check.options;
  return [{ ...atAnyTime, url, options }];
}
