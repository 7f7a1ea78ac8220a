import { ownerOf } from './expand-escalation.ts';
import type { FileConfiguration } from './file-schema.ts';

/** Who is named and will not be told: sentences about a file without faults. */
export function escalationNotes({ alerts = {}, touchpoints }: FileConfiguration): string[] {
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
