import type { FleetToDeploy } from '../../../../shared/config/fleet/to-deploy.ts';
import { digestSender, mailIdentities } from '../../../../shared/model/digest-sender.ts';
import { counted } from '../../../counted.ts';
import { broken, type Finding, works } from '../../finding.ts';
import { cannotTell, type Examination, firstUnanswered } from '../examination.ts';
import { businessesNamed } from './businesses-named.ts';

/** A weekly mail: of a business, or the agency's own. */
interface Mail {
  readonly whose: string;
  readonly sender: string;
  readonly readers: readonly string[];
}

/** Can SES send the weekly mails of all businesses, and the agency's? Not asked where there are none. */
export async function examineFleetMail({ inspector }: Examination, fleet: FleetToDeploy): Promise<Finding[]> {
  const mails = mailsOf(fleet);
  if (mails.length === 0) return [];
  const [account, verified] = await Promise.all([inspector.mailAccount(), inspector.verifiedIdentities()]);
  if (account.known && !account.value.sendingEnabled) {
    const why = 'The SES console says why, under Account dashboard.';
    return [broken('mail', 'SES sending is disabled in this region.', why)];
  }
  const unanswered = firstUnanswered(account, verified);
  if (!account.known || !verified.known) return unanswered === null ? [] : [cannotTell('mail', unanswered)];
  const isKnown = (address: string): boolean =>
    mailIdentities(address).some((each) => verified.value.has(each) || verified.value.has(each.toLowerCase()));
  const senders = grouped(mails.map(({ whose, sender }) => [sender, whose]));
  const unknownSenders = [...senders].filter(([sender]) => !isKnown(sender));
  const readers = grouped(mails.flatMap(({ whose, readers: all }) => all.map((each) => [each, whose] as const)));
  const unreached = account.value.sandbox
    ? [...readers].filter(([reader]) => !isKnown(reader) && !unknownSenders.some(([sender]) => sender === reader))
    : [];
  const faults = [...unknownSenders.map(unknownSender), ...unreached.map(unknownReader)];
  if (faults.length > 0) return faults;
  const sandbox = account.value.sandbox ? ' It is in its sandbox, and every reader is verified.' : '';
  return [
    works('mail', `SES sends ${counted(mails.length, 'weekly mail')} as ${counted(senders.size, 'sender')}.${sandbox}`),
  ];
}

function mailsOf({ businesses, own }: FleetToDeploy): Mail[] {
  const ofBusinesses = businesses.flatMap(({ id, configuration: { digest } }): Mail[] =>
    digest === null ? [] : [{ whose: id, sender: digestSender(digest), readers: digest.to }],
  );
  if (own === null) return ofBusinesses;
  const { digest } = own.mail;
  return [{ whose: 'the agency', sender: digestSender(digest), readers: digest.to }, ...ofBusinesses];
}

/** Whose mails an address is in. */
function grouped(all: readonly (readonly [address: string, whose: string])[]): Map<string, string[]> {
  const groups = Map.groupBy(all, ([address]) => address);
  return new Map([...groups].map(([address, some]) => [address, some.map(([, whose]) => whose)]));
}

function unknownSender([sender, whose]: readonly [string, readonly string[]]): Finding {
  return broken(
    `mail ${sender}`,
    `SES does not know this sender as verified. The weekly mail goes to the subscribers of alerts instead: ${businessesNamed(whose)}.`,
    `aws sesv2 create-email-identity --email-identity ${sender}`,
  );
}

function unknownReader([reader, whose]: readonly [string, readonly string[]]): Finding {
  return broken(
    `mail ${reader}`,
    `SES is in its sandbox and has not verified this reader, who will not get the weekly mail of ${businessesNamed(whose)}.`,
    'Verify the address, or request production access in the SES console.',
  );
}
