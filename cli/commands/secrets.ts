import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endsSoon, type Identification, identify } from '../../functions/probe-social/identify.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import type { TouchpointKind } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import { platformNames } from '../../shared/model/social-platform.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import { fieldSpeed } from '../../shared/probes/field-speed/spec.ts';
import { responses } from '../../shared/probes/responses/spec.ts';
import { shopper } from '../../shared/probes/shopper/spec.ts';
import { exitCodes } from '../exit.ts';
import { findStack } from '../history/open-history.ts';
import { localFolder } from '../local/private-folder.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { createLocalSecrets } from '../local/secrets.ts';
import type { Terminal } from '../terminal.ts';
import { lifeOfSecret } from './secret-life.ts';

/** Probes that ask somebody for what they know; others read files. */
const asking: ReadonlySet<string> = new Set([responses.id, shopper.id, fieldSpeed.id]);

/**
 * For each secret of touchpoints.yaml, on this machine or in the account of a deployed stack: whose it is, what it may read,
 * when it dies. Never shows a secret. A token that is about to end and can be renewed is renewed, as a poll would.
 */
export async function checkSecrets(
  { config, stack }: { readonly config: string; readonly stack?: string },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const configuration = readTouchpoints(config, terminal);
  const secrets = await openSecrets(stack);
  const io = { now: Date.now, sleep: (ms: number) => sleep(ms, undefined, { signal }), signal };
  const found = await Promise.all(
    configuration.touchpoints.flatMap(({ id, kind, secret, checks }) =>
      oneThatAsks(checks).map(async (check) => ({
        touchpoint: id,
        secret,
        ...sendingSecret(check, secret),
        ...described(await identify(check, secrets, io), kind),
      })),
    ),
  );
  terminal.printJson({ version: 1, secrets: found });
  if (found.length === 0) terminal.print(`${config} names no touchpoint that needs a secret.`);
  const flags = [...(stack === undefined ? [] : [`--stack ${stack}`]), `--config ${config}`].join(' ');
  // Whether a chat takes its secret is only known once something is posted there.
  if (configuration.alerts.channels.length > 0)
    terminal.print(`The secrets of its channels are tried by: npx touchlight alerts test ${flags}`);
  for (const each of found) {
    const isWell = each.ok && !endsSoon(each.expiresAt, Date.now());
    terminal.print(
      `${terminal.light(isWell ? 'green' : each.ok ? 'yellow' : 'red')}  ${terminal.bold(each.touchpoint)}  ${each.platform}, ${secretsOf(each)}`,
    );
    for (const line of linesOf(each)) terminal.print(`          ${line}`);
  }
  return found.every(({ ok }) => ok) ? exitCodes.ok : exitCodes.red;
}

/** All of a touchpoint's ask with the same secret. */
function oneThatAsks(checks: readonly Check[]): readonly Check[] {
  return checks.filter(({ probe }) => asking.has(probe)).slice(0, 1);
}

async function openSecrets(stack: string | undefined): Promise<SecretReader> {
  if (stack === undefined) return createLocalSecrets(path.join(localFolder, 'secrets'));
  await findStack(stack);
  const { createSecretReader } = await import('../../shared/aws/secrets/secrets-manager-reader.ts');
  return createSecretReader(stack);
}

/** The second secret of a shopper that sends with another one than it reads with. */
function sendingSecret({ options }: Check, secret: string | null): { readonly sendingSecret?: string } {
  const own = options['smtpSecret'];
  return typeof own === 'string' && own !== secret ? { sendingSecret: own } : {};
}

function secretsOf({ secret, sendingSecret: other }: { secret: string | null; sendingSecret?: string }): string {
  return `secret ${secret ?? 'none'}${other === undefined ? '' : `; to send: ${other}`}`;
}

/** As this command prints it, and as JSON. */
function described({ platform, ...identification }: Identification, kind: TouchpointKind) {
  const named = { platform: nameOf(platform, kind) };
  if (identification.ok) return { ...named, ...identification };
  return { ...named, ok: false as const, sentence: oneLine(wordStatement(identification.says, 'en')) };
}

function nameOf(platform: Identification['platform'], kind: TouchpointKind): string {
  if (platform === 'crux') return 'Chrome UX Report';
  return kind === 'shopper' ? 'Mystery shopper' : platformNames[platform];
}

function linesOf(identification: ReturnType<typeof described>): string[] {
  if (!identification.ok) return [identification.sentence];
  const { who, may } = identification;
  return [
    `is ${who}`,
    `may read ${may.length === 0 ? 'nothing that the platform reports' : may.join(', ')}`,
    lifeOfSecret(identification),
  ];
}
