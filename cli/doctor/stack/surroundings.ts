import { type Configuration, secretNamesIn } from '../../../shared/model/business.ts';
import { secretsOfChannel } from '../../../shared/model/channel.ts';
import { digestSender } from '../../../shared/model/digest-sender.ts';
import { pageKeySecret, secretId } from '../../../shared/model/stack-names.ts';
import { broken, type Finding, works } from '../finding.ts';
import { cannotTell, type Examination, firstUnanswered, judged } from './examination.ts';

/** Do the secrets that touchpoints.yaml names exist? They are never read. */
export async function examineDeployedSecrets(examination: Examination): Promise<Finding[]> {
  const { configuration } = examination;
  const needed = configuration === null ? [] : neededSecrets(configuration);
  return Promise.all(needed.map((each) => examineSecret(each, examination)));
}

/** A secret, and what stops without it. */
export interface NeededSecret {
  readonly secret: string;
  readonly of: 'page' | 'channel' | 'touchpoint';
}

export function neededSecrets(configuration: Configuration): NeededSecret[] {
  const ofPage = pageSecretsOf(configuration);
  const ofChannels = new Set(configuration.alerts.channels.flatMap(secretsOfChannel));
  return Array.from(new Set([...secretNamesIn(configuration), ...ofPage]), (secret): NeededSecret => {
    if (ofPage.includes(secret)) return { secret, of: 'page' };
    return { secret, of: ofChannels.has(secret) ? 'channel' : 'touchpoint' };
  });
}

const withoutSecret = {
  page: 'nobody can open the live page with it',
  channel: 'its channel gets no alerts',
  touchpoint: 'its touchpoint stays grey',
} as const satisfies Record<NeededSecret['of'], string>;

const secretTests = { page: null, channel: 'alerts test', touchpoint: 'secrets check' } as const;

export async function examineSecret(
  { secret, of }: NeededSecret,
  { inspector, stack }: Pick<Examination, 'inspector' | 'stack'>,
): Promise<Finding> {
  const name = `secret ${secret}`;
  const id = secretId(stack, secret);
  return judged(name, await inspector.secret(secret), (found) => {
    if (found === 'there') {
      const command = secretTests[of];
      const tested = command === null ? '' : ` "touchlight ${command} --stack ${stack}" tests it.`;
      return works(name, `${id} exists.${tested}`);
    }
    if (found === 'being-deleted') {
      return broken(
        name,
        `${id} is scheduled for deletion.`,
        `Keep it: aws secretsmanager restore-secret --secret-id ${id}`,
      );
    }
    return broken(
      name,
      `${id} does not exist, so ${withoutSecret[of]}.`,
      `aws secretsmanager create-secret --name ${id} --secret-string <token>`,
    );
  });
}

/** With which links are signed, and with which the page asks the company's own sign-in. */
function pageSecretsOf({ page }: Configuration): string[] {
  return page === null ? [] : [pageKeySecret, ...(page.signIn === null ? [] : [page.signIn.secret])];
}

/** Can SES send the digest to each of its readers? Not asked when there is no digest. */
export async function examineDeployedMail({ inspector, configuration }: Examination): Promise<Finding[]> {
  const digest = configuration?.digest ?? null;
  if (digest === null) return [];
  const name = 'mail';
  const sender = digestSender(digest);
  const [account, senderVerified] = await Promise.all([inspector.mailAccount(), inspector.isVerified(sender)]);
  if (account.known && !account.value.sendingEnabled) {
    return [
      broken(name, 'SES sending is disabled in this region.', 'The SES console says why, under Account dashboard.'),
    ];
  }
  if (senderVerified.known && !senderVerified.value) {
    return [
      broken(
        name,
        `${sender} is not a verified sender, so the weekly mail goes to the topic alerts instead.`,
        `aws sesv2 create-email-identity --email-identity ${sender}`,
      ),
    ];
  }
  const unanswered = firstUnanswered(account, senderVerified);
  if (unanswered !== null) return [cannotTell(name, unanswered)];
  const sandbox = account.known && account.value.sandbox;
  return [sandbox ? await judgeSandbox(name, sender, digest.to, inspector) : works(name, `SES sends as ${sender}.`)];
}

async function judgeSandbox(
  name: string,
  sender: string,
  readers: readonly string[],
  inspector: Examination['inspector'],
): Promise<Finding> {
  const answers = await Promise.all(readers.map((reader) => inspector.isVerified(reader)));
  const unverified = readers.filter((_, index) => {
    const answer = answers[index];
    return answer?.known === true && !answer.value;
  });
  if (unverified.length > 0) {
    return broken(
      name,
      `SES is in its sandbox and has not verified ${unverified.join(', ')}, who will not get the weekly mail.`,
      'Verify their addresses, or request production access in the SES console.',
    );
  }
  const unanswered = firstUnanswered(...answers);
  if (unanswered !== null) return cannotTell(name, unanswered);
  return works(name, `SES sends as ${sender}. It is in its sandbox, and every reader is verified.`);
}
