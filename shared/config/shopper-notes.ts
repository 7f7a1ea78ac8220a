import { inboundOf } from './expand-inbound.ts';
import { shopperAddress } from './expand-shopper.ts';
import { oursOf } from './expand-social.ts';
import type { FileConfiguration } from './file-schema.ts';

/** A shopper whom the business's own programs, and Touchlight's mailboxes, take for a colleague. */
export function shopperNotes(file: FileConfiguration): string[] {
  const { touchpoints } = file;
  const own = touchpoints.flatMap((each) => {
    if (each.kind === 'website') return URL.canParse(each.url) ? new URL(each.url).hostname.replace(/^www\./, '') : [];
    if (each.kind === 'mailbox') return oursOf(each);
    return each.kind === 'shopper' && each.to !== undefined ? oursOf({ page: each.to }) : [];
  });
  return touchpoints.flatMap((touchpoint) => {
    if (touchpoint.kind !== 'shopper') return [];
    const { id } = touchpoint;
    const address = shopperAddress(touchpoint, inboundOf(file));
    const domain = domainOf(address);
    const isOwn = own.some((each) => each === address.toLowerCase() || isWithin(domain, each));
    if (!isOwn) return [];
    return [
      `Touchpoint ${id}: the shopper's address ${address} is one of the business's own, so mail from there counts as a colleague's: a filter or a ticket system may treat it otherwise than a customer's. ` +
        'Give the shopper a mailbox at another domain, such as one of a free provider.',
    ];
  });
}

function domainOf(address: string): string {
  return address.split('@').at(-1)?.toLowerCase() ?? '';
}

/** Of mail that comes from a subdomain, people and filters say that it comes from the business, too. */
function isWithin(domain: string, own: string): boolean {
  return own !== '' && !own.includes('@') && (domain === own || domain.endsWith(`.${own}`));
}
