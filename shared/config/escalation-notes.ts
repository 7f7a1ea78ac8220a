import { isGroup } from './data-path.ts';
import { ownerOf } from './expand-escalation.ts';
import type { FileConfiguration } from './file-schema.ts';
import { policyShape } from './policy-shape.ts';
import { anyOf } from './suggest.ts';

/** Who is named and will not be alerted, or cannot react: sentences about a file without faults. */
export function escalationNotes(file: FileConfiguration): string[] {
  return [...unaskedNotes(file), ...readerNotes(file)];
}

/** Of an alert that reaches nobody, the only thing that is heard is that nobody has acknowledged it. */
function unaskedNotes({ alerts = {}, touchpoints }: FileConfiguration): string[] {
  const isPromised = touchpoints.some((touchpoint) => {
    const checks = touchpoint.kind === 'website' ? Object.values(touchpoint.checks ?? {}) : [];
    const written = [alerts, ...checks].map((each) => (isGroup(each) ? each['acknowledge'] : undefined));
    return written.some((each) => each !== undefined && each !== 'never');
  });
  // Besides these there are the ways to places other than mailboxes.
  const channels = Object.keys(alerts).filter((key) => key !== 'email' && key !== 'then' && !(key in policyShape));
  const isHeard = [alerts.email ?? []].flat().length > 0 || channels.length > 0;
  if (!isPromised || isHeard) return [];
  const unasked = touchpoints.filter(({ owner }) => (ownerOf(owner).owner?.email ?? null) === null).map(({ id }) => id);
  if (unasked.length === 0) return [];
  return [
    `alerts.acknowledge: nobody is mailed when an incident opens at ${anyOf(unasked).replace(' or ', ' and ')} (alerts.email names nobody, nor does an owner have an address), so nobody can acknowledge it before it is escalated. Add alerts.email or an owner, unless somebody subscribes the topic by hand.`,
  ];
}

function readerNotes({ alerts = {}, touchpoints }: FileConfiguration): string[] {
  const all = [alerts.email ?? []].flat().map((email) => email.toLowerCase());
  const then = [alerts.then ?? []].flat();
  const twice = then.filter((email) => all.includes(email.toLowerCase()));
  return [
    ...twice.map(
      (email) =>
        `alerts.then: ${email} is alerted of everything already (alerts.email), so escalating reaches nobody new there. Name somebody else, or leave the address out of alerts.email.`,
    ),
    ...touchpoints.flatMap(({ id, owner: written }) => {
      const { owner } = ownerOf(written);
      if (owner === undefined || owner.email !== null) return [];
      return [
        `Touchpoint ${id}: its owner, ${owner.name}, has no email address and is only named in alerts and in the weekly mail. To alert this person too, write owner: { name: ${owner.name}, email: olena@example.com }.`,
      ];
    }),
  ];
}
