import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';
import { aFormSite, type FormSite } from './support/form-site.ts';
import { password, user } from './support/mail-account.ts';
import { canServeMail, startMailServer, type TestMailServer } from './support/mail-server.ts';

const ranSchema = z.object({
  runs: z.array(z.object({ checkId: z.string(), light: z.string(), reason: z.string() })),
});

describe.skipIf(!canServeMail)('on a laptop', () => {
  let server: TestMailServer;
  let site: FormSite;
  let place: Workplace;
  beforeAll(async () => {
    server = await startMailServer();
    await server.createFolder('Junk');
    site = await aFormSite((mail) => server.put('INBOX', mail, Date.now()));
    place = await aWorkplace();
    writeFileSync(
      path.join(place.folder, 'touchpoints.yaml'),
      `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: ${site.url}
    checks:
      form: { mode: submit, outsideHours: true, arrivesIn: inbox }
  - id: inbox
    kind: mailbox
    page: ${user}
    server: 127.0.0.1:${server.port}
    secret: inbox
`,
    );
    const secrets = path.join(place.folder, '.touchlight', 'secrets');
    mkdirSync(secrets, { recursive: true });
    writeFileSync(path.join(secrets, 'inbox'), password);
  });
  afterAll(async () => {
    await place.remove();
    await site.close();
    await server.stop();
  });

  it('one run sends the form and sees its message in the mailbox, where nobody waits for an answer', async () => {
    const only = ['website/form', 'website/form-arrival', 'inbox/responses'].flatMap((id) => ['--only', id]);
    const { code, stdout, stderr } = await place.touchlight('run', ...only, '--no-confirm', '--json');
    expect(code, stderr).toBe(0);
    const { runs } = ranSchema.parse(JSON.parse(stdout));
    const told = Object.fromEntries(runs.map(({ checkId, light, reason }) => [checkId, `${light}: ${reason}`]));
    expect(told['website/form']).toMatch(/^green: The form was sent and confirmed/);
    expect(told['website/form-arrival']).toMatch(
      /^green: The message that the form sent today at .* arrived (?:within a second|after)/,
    );
    expect(told['inbox/responses']).toMatch(/^green: No one is waiting for a reply/);
    expect(site.mails).toHaveLength(1);
  });

  it('the report shows what has arrived, and how long it took', async () => {
    const { code, stdout, stderr } = await place.touchlight('report', '--json');
    expect(code, stderr).toBe(0);
    const html = readFileSync(z.object({ file: z.string() }).parse(JSON.parse(stdout)).file, 'utf8');
    expect(html.replaceAll(/<[^>]+>/g, ' ')).toMatch(/Typical time until its message arrives\s+\d+(?:\.\d)?\ss/);
  });

  it('validate and secrets check take it in', async () => {
    const [valid, secrets] = await place.inTurn({}, ['validate'], ['secrets', 'check']);
    expect(valid?.stdout).toMatch(/website\/form-arrival +every 5m/);
    expect(valid?.stdout).toContain('their arrival is checked 288 times a day');
    expect(secrets).toMatchObject({ code: 0 });
    expect(secrets?.stdout).toContain('folder INBOX');
    expect(secrets?.stdout).not.toContain('no spam folder');
  });
});
