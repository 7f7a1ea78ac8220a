import { existsSync } from 'node:fs';
import { type AwsAccess, findAwsAccess, type MailState, readMailState } from '../../shared/aws/account-check.ts';
import { readConfigurationFile } from '../../shared/config/read-configuration.ts';
import { type Configuration, secretNamesIn } from '../../shared/model/business.ts';
import { secretsOfChannel } from '../../shared/model/channel.ts';
import { secretVariable } from '../../shared/model/secret-variable.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import { counted } from '../counted.ts';
import { broken, type Finding, notYet, unclear, works } from './finding.ts';

const patienceMs = 5_000;

export function examineConfiguration(
  file: string,
  today: string,
): { finding: Finding; configuration: Configuration | null } {
  const name = 'configuration';
  if (!existsSync(file)) {
    const finding = notYet(
      name,
      `There is no ${file} yet.`,
      '"npx touchlight init https://your-site.example" writes it.',
    );
    return { finding, configuration: null };
  }
  const reading = readConfigurationFile(file, today);
  if (!reading.ok) {
    const finding = broken(
      name,
      `${file} has ${counted(reading.faults.length, 'fault')}.`,
      'npx touchlight validate shows each one, where it is and how to fix it.',
    );
    return { finding, configuration: null };
  }
  const { business, touchpoints } = reading.configuration;
  const finding = works(name, `${file} is valid: ${business}, ${counted(touchpoints.length, 'touchpoint')}.`);
  return { finding, configuration: reading.configuration };
}

/** Whether the configured sites can be reached from here; without any, there is nothing that must be reached. */
export async function examineNetwork(configuration: Configuration | null, signal: AbortSignal): Promise<Finding> {
  const sites = [...new Set(configuration?.touchpoints.flatMap(({ url }) => url ?? []))].slice(0, 5);
  if (sites.length === 0) return unclear('network', 'There is no configured site to try.', 'Nothing to do yet.');
  const failures: string[] = [];
  await Promise.all(
    sites.map(async (site) => {
      try {
        const response = await fetch(site, {
          redirect: 'manual',
          signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
        });
        await response.body?.cancel();
      } catch (error) {
        failures.push(`${site} (${causeOf(error)})`);
      }
    }),
  );
  if (failures.length === 0) return works('network', `Reachable: ${sites.join(', ')}.`);
  return notYet(
    'network',
    `Not reachable from here: ${failures.join(', ')}.`,
    'Check the address, the connection and the proxy. Until then, these checks are red or grey.',
  );
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${patienceMs / 1000} s`;
  const cause = error.cause;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}

/** Names only: a doctor shows nobody's token. */
export async function examineSecrets(configuration: Configuration | null, secrets: SecretReader): Promise<Finding> {
  const names = configuration === null ? [] : secretNamesIn(configuration);
  if (names.length === 0) return works('secrets', 'No touchpoint needs one.');
  const missing: string[] = [];
  for (const name of names) {
    const isThere = await secrets.read(name).then(
      () => true,
      () => false,
    );
    if (!isThere) missing.push(name);
  }
  if (missing.length === 0)
    return works('secrets', `All are here: ${names.join(', ')}. "touchlight secrets check" tries them.`);
  const ofChannels = configuration?.alerts.channels.flatMap(secretsOfChannel) ?? [];
  const consequence = missing.every((name) => ofChannels.includes(name))
    ? 'Their channels get no alerts.'
    : 'Their touchpoints will be grey.';
  return notYet(
    'secrets',
    `Not on this machine: ${missing.join(', ')}. ${consequence}`,
    `Put each into .touchlight/secrets/<name> or an environment variable such as ${secretVariable(missing[0] ?? '')}; docs/platforms and docs/alerts.md say where to get it.`,
  );
}

/** How AWS is asked; tests put their own in its place. */
export interface AwsQuestions {
  readonly findAccess: () => Promise<AwsAccess>;
  readonly readMail: (sender: string | null, signal: AbortSignal) => Promise<MailState>;
}
export const awsQuestions: AwsQuestions = { findAccess: findAwsAccess, readMail: readMailState };

const onlyToDeploy =
  'Only needed to deploy: set AWS_PROFILE (or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY) and AWS_REGION.';

export async function examineAws({ findAccess }: AwsQuestions, now: number): Promise<Finding> {
  let access: AwsAccess;
  try {
    access = await findAccess();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return notYet('aws', `There is no access to an AWS account (${message}).`, onlyToDeploy);
  }
  const { region, keyEnding, expiresAt } = access;
  if (expiresAt !== null && expiresAt.getTime() <= now) {
    const ended = `The credentials ...${keyEnding} ended at ${expiresAt.toISOString()}.`;
    return notYet('aws', ended, 'Sign in again: aws sso login.');
  }
  const until = expiresAt === null ? '' : `, until ${expiresAt.toISOString()}`;
  return works('aws', `Credentials ...${keyEnding} for ${region}${until}.`);
}

/** @param aws what examineAws found */
export async function examineMail(
  aws: Finding,
  configuration: Configuration | null,
  { readMail }: AwsQuestions,
): Promise<Finding> {
  if (aws.light !== 'green') {
    return unclear('mail', 'SES was not asked, because there is no access to AWS.', 'Only needed for the weekly mail.');
  }
  const sender = configuration?.digest?.from ?? null;
  try {
    const { sandbox, sendingEnabled, senderVerified } = await readMail(sender, AbortSignal.timeout(patienceMs));
    if (!sendingEnabled) {
      return notYet(
        'mail',
        'SES may not send in this region.',
        'Ask AWS why sending was paused: SES console, Account dashboard.',
      );
    }
    if (senderVerified === false) {
      return notYet(
        'mail',
        `SES does not know ${sender} as a verified sender.`,
        `aws sesv2 create-email-identity --email-identity ${sender}`,
      );
    }
    if (sandbox) {
      return notYet(
        'mail',
        'SES is in its sandbox: the weekly mail reaches verified addresses only.',
        "Verify the readers' addresses too, or request production access in the SES console.",
      );
    }
    return works(
      'mail',
      senderVerified === null ? 'SES may send; no digest is configured.' : `SES sends as ${sender}.`,
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unclear(
      'mail',
      `SES could not be asked: ${message}`,
      'Only needed for the weekly mail; it needs ses:GetAccount.',
    );
  }
}
