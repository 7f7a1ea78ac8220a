import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWrittenHours } from '../../shared/business-facts/hours/written-hours.ts';
import { holidaysAhead } from '../../shared/config/holidays.ts';
import { formatFaults, parseConfiguration } from '../../shared/config/read-configuration.ts';
import { addressProblem } from '../../shared/config/value-problems.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { ProbeId } from '../../shared/probes/index.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { isShippedExample } from '../init/example.ts';
import { fetchHomePage, readHomePage, readText } from '../init/home-page.ts';
import { deploySteps, describeFindings, nextSteps } from '../init/next-steps.ts';
import { guessPlace } from '../init/place.ts';
import { askWhatNobodyCanKnow, withQuestions } from '../init/questions.ts';
import { siteFindings } from '../init/site-findings.ts';
import { socialPages } from '../init/social-pages.ts';
import { type Proposal, touchpointsText } from '../init/touchpoints-text.ts';
import { writeDeployFiles } from '../init/write-deploy-files.ts';
import { auditConfiguration } from '../local/audit-configuration.ts';
import { createEvidenceFolder } from '../local/evidence-folder.ts';
import { localFolder } from '../local/private-folder.ts';
import { runVisits } from '../local/run-visits.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import type { Terminal } from '../terminal.ts';
import { endsAudit, parseUrl } from './audit.ts';

export interface InitOptions {
  /** The file to write. */
  readonly config: string;
  /** Take every guess, ask nothing. */
  readonly yes?: boolean;
  /** Replace a file that is there already. */
  readonly overwrite?: boolean;
  /** Also write what a deployment to AWS needs. */
  readonly deploy?: boolean;
}

/** Looks at a site and writes the touchpoints.yaml that watches it. */
export async function init(
  input: string,
  options: InitOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const url = parseUrl(input);
  const problem = addressProblem(url);
  if (problem !== null) throw new UsageError(`"${input}" ${problem}.`);
  const mayAsk = options.yes !== true && !terminal.json;
  if (mayAsk && !process.stdin.isTTY) {
    throw new UsageError('Not an interactive terminal. Use --yes to accept all defaults.');
  }
  await refuseToOverwrite(options, mayAsk, signal);
  const guess = await lookAt(url, path.resolve(options.config), terminal, signal);
  describeFindings(guess, terminal);
  const proposal = mayAsk ? await withAnswers(guess, signal) : guess;
  const text = touchpointsText(proposal);
  const reading = parseConfiguration(text, options.config, proposal.today);
  if (!reading.ok)
    throw new Error(`The proposed file would be wrong; nothing was written. ${formatFaults(reading.faults, text)}`);
  await writeFileAtomically('The configuration', path.resolve(options.config), text, 'usual');
  const deployed = options.deploy === true ? await writeDeployFiles(options.config) : null;
  const next = [...nextSteps(proposal, options.config), ...(deployed === null ? [] : deploySteps(deployed.kept))];
  terminal.printJson({ version: 1, file: options.config, ...proposal, ...deployed, next });
  const files = [options.config, ...(deployed?.written ?? [])].join(', ');
  terminal.print(`${terminal.bold(`Written: ${files}`)} for ${proposal.business}.`);
  terminal.print();
  for (const line of next) terminal.print(line);
  return exitCodes.ok;
}

/** The example that every clone brings is nobody's work; any other file is somebody's. */
async function refuseToOverwrite(
  { config, overwrite = false }: InitOptions,
  mayAsk: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (overwrite || !existsSync(config) || isShippedExample(readFileSync(config))) return;
  const refusal = `${config} is there already, and nothing was changed. Write to another file with --config <file>, or replace it with --overwrite.`;
  if (!mayAsk) throw new UsageError(refusal);
  const answer = await withQuestions(signal, (ask) =>
    ask(`${config} is there already. Replace it? (yes or no)`, 'no', (said) =>
      /^(y|yes|n|no)$/i.test(said) ? null : 'is neither yes nor no',
    ),
  );
  if (/^n/i.test(answer)) throw new UsageError(refusal);
}

/** How fast the site is does not change what is proposed, and measuring it takes longest. */
const looked: readonly string[] = ['availability', 'contacts', 'form'] satisfies readonly ProbeId[];

async function lookAt(url: string, file: string, terminal: Terminal, signal: AbortSignal): Promise<Proposal> {
  const now = toInstant(Date.now());
  const checks = auditConfiguration(url, { lighthouse: false }).filter(({ probe }) => looked.includes(probe));
  const results = await runVisits(checks, {
    scheduledAt: now,
    evidence: createEvidenceFolder(path.resolve(localFolder, 'audit')),
    survey: true,
    terminal,
    signal,
    stopWhen: (result) => {
      const ending = endsAudit(result, url);
      if (ending !== null)
        throw new UsageError(`${wordStatement(result.reason, 'en')} Nothing was written: is ${url} the right address?`);
      return ending;
    },
  });
  const site = siteFindings(url, results);
  terminal.progress('reading what the page says about the business');
  const html = await fetchHomePage(site.url, signal);
  const home = readHomePage(html, site.url);
  const language = site.language || home.language;
  const written = site.writtenHours === null ? null : readWrittenHours(site.writtenHours, language);
  const place = guessPlace({
    url: site.url,
    phones: [...site.contacts.phone, ...site.contacts.whatsapp],
    pageLanguage: language,
    declaredCountry: home.country,
    text: readText(html),
    machineZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return {
    business: home.names[0] ?? new URL(site.url).hostname,
    place,
    site,
    hours: home.hours ?? written,
    hoursFrom: home.hours !== null ? "the site's structured data" : written !== null ? 'what the site says' : null,
    holidays: null,
    socials: socialPages([...site.outward, ...home.links]),
    alertsTo: [],
    digest: null,
    schema: schemaPath(file),
    today: now.slice(0, 10),
  };
}

async function withAnswers(guess: Proposal, signal: AbortSignal): Promise<Proposal> {
  // Where the site's hours were understood, nobody needs to be asked.
  const unclearHours = guess.hours === null ? guess.site.openingHours : null;
  const { country, holidaysKnown } = guess.place;
  const holidays = country === null || !holidaysKnown ? [] : holidaysAhead(country, guess.today);
  const { timeZone, hours, ...answers } = await withQuestions(signal, (ask) =>
    askWhatNobodyCanKnow({ business: guess.business, timeZone: guess.place.timeZone, unclearHours, holidays }, ask),
  );
  const place = timeZone === guess.place.timeZone ? guess.place : { ...guess.place, timeZone, timeZoneFrom: 'you' };
  return { ...guess, ...answers, place, ...(hours !== null && { hours, hoursFrom: 'you' }) };
}

/** Editors look for the schema beside the file that names it. */
function schemaPath(file: string): string {
  // Where npm will have put it, wherever this runs from now.
  if (import.meta.url.endsWith('.js')) return './node_modules/touchlight/dist/touchpoints.schema.json';
  const schema = fileURLToPath(new URL('../../touchpoints.schema.json', import.meta.url));
  const relative = path.relative(path.dirname(file), schema).replaceAll(path.sep, '/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}
