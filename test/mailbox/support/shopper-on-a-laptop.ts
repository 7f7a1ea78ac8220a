import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aWorkplace, type Workplace } from '../../support/touchlight.ts';
import { business } from './followed-shopper.ts';
import { password, user } from './mail-account.ts';
import { startMailServer, type TestMailServer } from './mail-server.ts';
import { aPostOffice, type DeliveredMail, type PostOffice } from './post-office.ts';

export interface ShopperOnALaptop {
  readonly workplace: Workplace;
  readonly file: string;
  /** The shopper's mailbox. */
  readonly server: TestMailServer;
  readonly post: PostOffice;
  /** What has come to the business by mail. */
  readonly inbox: readonly DeliveredMail[];
  keepSecret(name: string, value: string): void;
  close(): Promise<void>;
}

/**
 * A folder with a file, a secret and the servers of a mystery shopper, as docs/platforms/shopper.md says it. The business never closes.
 * @param site of a form through which it asks; by mail where there is none
 */
export async function aShopperOnALaptop(site?: { readonly url: string }): Promise<ShopperOnALaptop> {
  const [workplace, server] = await Promise.all([aWorkplace(), startMailServer()]);
  const inbox: DeliveredMail[] = [];
  const post = await aPostOffice(async (mail) => {
    if (mail.to === business) inbox.push(mail);
    else await server.put('INBOX', mail.raw, Date.now());
  });
  const file = path.join(workplace.folder, 'touchpoints.yaml');
  writeFileSync(file, fileOf(server.port, site === undefined ? { smtp: post.port } : { url: site.url }));
  const secrets = path.join(workplace.folder, '.touchlight', 'secrets');
  mkdirSync(secrets, { recursive: true });
  const keepSecret = (name: string, value: string): void => writeFileSync(path.join(secrets, name), value);
  keepSecret('shopper-mailbox', password);
  return {
    ...{ workplace, file, server, post, inbox, keepSecret },
    async close() {
      await workplace.remove();
      await post.close();
      await server.stop();
    },
  };
}

function fileOf(imap: number, route: { readonly smtp: number } | { readonly url: string }): string {
  const website = 'url' in route ? `  - { id: website, kind: website, url: "${route.url}" }\n` : '';
  const asks = 'url' in route ? 'form: website/form' : `to: ${business}\n    smtp: 127.0.0.1:${route.smtp}`;
  return `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: ["00:00-24:00"] }
touchpoints:
${website}  - id: enquiries
    kind: shopper
    ${asks}
    address: ${user}
    server: 127.0.0.1:${imap}
    secret: shopper-mailbox
    sla: { firstResponse: 4h }
`;
}
