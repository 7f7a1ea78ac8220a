import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { reportWrong } from '../../cli/commands/wrong.ts';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { Terminal } from '../../cli/terminal.ts';
import type { PagePart } from '../../cli/wrong/page-html.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { sayContacts } from '../../shared/probes/contacts/statements.ts';
import { sayForm } from '../../shared/probes/form/statements.ts';
import { aResult } from '../support/a-result.ts';
import { attacks, harmfulIn } from '../support/attacks.ts';

const ago = (hours: number) => toInstant(Math.floor(Date.now() / 60_000) * 60_000 - hours * 3_600_000);
const site = 'https://olena-shevchenko.kyiv.ua';
/** Whatever of this is in a folder is somebody's. */
const personal = /olena|shevchenko|kovalenko|Ковален|234 ?56 ?78|2345678|touchlight-wrong-/i;
const config = 'touchpoints.yaml';

let folder: string;
const before = process.cwd();
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-wrong-'));
  process.chdir(folder);
  const checks = '{ contacts: { expect: { phone: "+380 44 234 56 78" } }, "form:/doctors/olena": { every: 4h } }';
  await writeFile(
    path.join(folder, config),
    `business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: website, kind: website, url: "${site}/", checks: ${checks} }\n`,
  );
  const kept = path.join(folder, '.touchlight', 'evidence');
  await mkdir(kept, { recursive: true });
  const evidence = async (name: string, contentType: string, content: string) => {
    await writeFile(path.join(kept, name), content);
    return { name, contentType, reference: path.join(kept, name) };
  };
  const requests = {
    ...{ version: 1, url: `${site}/`, device: 'mobile', marks: { lcpMs: 6000 } },
    requests: [
      {
        ...{ url: `${site}/photos/kovalenko.jpg?client=2345678`, type: 'Image', status: 200, startMs: 1, waitMs: 1 },
        ...{ durationMs: 5, bytes: 1000, thirdParty: null },
      },
    ],
  };
  const { stores, close } = await openEmbeddedTable(path.join(folder, '.touchlight'));
  const contact = { kind: 'phone', value: '+380442345678', text: '044 234 56 78', page: `${site}/contact`, clicks: 1 };
  for (const result of [
    aResult({ checkId: 'website/page-load@mobile', scheduledAt: ago(3), measurements: { lcpMs: 1000 } }),
    aResult({
      ...{ checkId: 'website/page-load@mobile', scheduledAt: ago(1), measurements: { lcpMs: 6000 } },
      evidence: [
        await evidence('mobile.jpg', 'image/jpeg', 'a picture'),
        await evidence('mobile-requests.json', 'application/json', JSON.stringify(requests)),
      ],
    }),
    aResult({
      ...{ checkId: 'website/contacts@mobile', scheduledAt: ago(24 * 20), measurements: { expectedWrong: 1 } },
      reason: sayContacts('contacts/found', { clicks: 1, contacts: ['+380442345678'], others: 0 }),
      facts: {
        expectedWrong: sayContacts('contacts/expected-wrong', {
          contacts: [{ kind: 'phone', wanted: '+380 44 234 56 78', shown: ['+380447654321'] }],
        }),
      },
      details: { found: [{ ...contact, coveredBy: null, usable: true }] },
    }),
    aResult({
      ...{ checkId: 'website/form', scheduledAt: ago(1), outcome: 'failed', cause: 'form-error', measurements: {} },
      reason: sayForm('form/sends-nothing', { thanks: `Дякуємо, пані Коваленко! ${attacks['clears the screen']}` }),
      details: {
        forms: [
          { page: `${site}/`, purpose: 'contact', fields: [{ name: 'your-email', type: 'email', role: 'email' }] },
        ],
        sent: { marker: 'x', to: [`${site}/send?who=olena%40shevchenko.example`] },
      },
    }),
    aResult({
      ...{ checkId: 'website/form:/doctors/olena', scheduledAt: ago(1), outcome: 'failed', cause: 'form-missing' },
      ...{ reason: sayForm('form/missing', { page: '/doctors/olena' }), measurements: {} },
    }),
  ]) {
    await stores.results.put(result);
  }
  await close();
});
afterAll(async () => {
  process.chdir(before);
  await rm(folder, { recursive: true });
});

const shape = z.object({
  folder: z.string(),
  files: z.array(z.string()),
  truth: z.array(z.string()),
  sent: z.literal(false),
});

/** What the command writes: its own account, and the files by their names. */
async function wrong(name: string, pages: readonly PagePart[] = []) {
  let stdout = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  try {
    const code = await reportWrong(name, { config }, new Terminal({ json: true, quiet: true }), async () => [...pages]);
    const written = shape.parse(JSON.parse(stdout));
    const texts: Record<string, string> = {};
    for (const file of await readdir(written.folder)) {
      texts[file] = await readFile(path.join(written.folder, file), 'utf8');
    }
    return { ...written, code, texts, all: `${path.basename(written.folder)}\n${Object.values(texts).join('\n')}` };
  } finally {
    spy.mockRestore();
  }
}

describe('who sees a mistake', () => {
  test('gets the last result as a folder for the report, with its picture, and nothing is sent', async () => {
    const { code, folder: written, texts, all } = await wrong('website/page-load@mobile');
    expect(code).toBe(0);
    expect(path.basename(written)).toMatch(/^wrong-website_page-load@mobile-\d{4}-\d\d-\d\dT/);
    expect(Object.keys(texts).toSorted()).toEqual(['README.md', 'mobile.jpg', 'requests.json', 'result.json']);
    expect(texts['mobile.jpg']).toBe('a picture');
    expect(JSON.parse(texts['result.json'] ?? '')).toMatchObject({
      light: 'red',
      result: { measurements: { lcpMs: 6000 } },
    });
    expect(texts['README.md']).toContain('Nothing has been sent');
    expect(texts['README.md']).toMatch(/mobile\.jpg.*as it is/);
    expect(all).not.toMatch(personal);
    expect((await stat(written)).mode & 0o077, 'it is for its owner alone').toBe(0);
  });

  test('reads in it what was found, without anybody in it', async () => {
    const { texts, all } = await wrong('website/contacts@mobile');
    expect(all).not.toMatch(personal);
    const [wanted, found] = [/"phone": "(\+380 44 [\d ]+)"/, /"value": "(\+38044\d+)"/].map((pattern) =>
      pattern.exec(texts['result.json'] ?? '')?.[1]?.replaceAll(' ', ''),
    );
    expect(wanted, 'what belongs together stays together').toBe(found);
    expect(texts['README.md']).toContain('expect: { phone:');
  });

  test('reads what a page says in words of the same shape, and what Touchlight looks for as it is', async () => {
    const { texts, all } = await wrong('website/form');
    expect(all).not.toMatch(personal);
    expect(harmfulIn(all)).toEqual([]);
    expect(texts['README.md']).toMatch(/> .*Дякуємо, \p{Ll}{4} \p{Lu}\p{Ll}{8}!/u);
    expect(texts['result.json']).toContain('"your-email"');
    expect(texts['result.json']).toContain('site-ua.example/');
  });

  test('has the part of the page in it, without anybody, and nothing in it runs', async () => {
    const number = {
      tag: 'a',
      attributes: [['href', 'tel:+380442345678']],
      style: '',
      children: ['044 234 56 78'],
    } as const;
    const said = 'Телефонуйте: Олена Ковален <script>alert(1)</script>';
    const page: PagePart = {
      url: `${site}/contact`,
      language: 'uk',
      viewport: 'width=device-width',
      body: {
        ...{ tag: 'body', attributes: [], style: '' },
        children: [
          {
            tag: 'p',
            attributes: [
              ['class', 'phone'],
              ['onclick', `call("Olena")`],
            ],
            style: 'position:fixed',
            children: [said, number],
          },
          {
            tag: 'img',
            attributes: [
              ['alt', 'Kovalenko'],
              ['src', `${site}/olena.jpg`],
            ],
            style: '',
            children: [],
          },
        ],
      },
    };
    const { texts, all } = await wrong('website/contacts@mobile', [page]);
    expect(all).not.toMatch(personal);
    expect(all).not.toContain('Олена');
    const html = texts['page.html'] ?? '';
    expect(html).toContain('Телефонуйте');
    expect(html).not.toContain('<script');
    expect(html).toContain('class="phone"');
    expect(html).toContain('<meta name="viewport" content="width=device-width">');
    expect(html).toMatch(/href="tel:\+38044\d{7}">044 \d{3} \d\d \d\d</);
    expect(texts['README.md']).toContain('page.html');
  });

  test('is shown what the file can say, with what was found', async () => {
    const { truth } = await wrong('website/contacts@mobile');
    expect(truth.join('\n')).toContain('expect: { phone: "+380442345678"');
    expect(truth.slice(0, 4)).toEqual(['touchpoints:', '  - id: website', '    checks:', '      contacts:']);
    expect((await wrong('website/page-load@mobile')).truth).toEqual([]);
  });

  test('finds no name in that of the folder, where the page of the form has one', async () => {
    const { folder: written, all } = await wrong('website/form:/doctors/olena');
    expect(path.basename(written)).toMatch(/^wrong-website_form_/);
    expect(all).not.toMatch(personal);
  });

  test.each([
    ['several checks', 'website/page-load', /means 2 checks.*page-load@mobile, website\/page-load@desktop/],
    [
      'a check that was never measured',
      'website/contacts@desktop',
      /no result .*touchlight run --only website\/contacts@desktop/,
    ],
    ['no check at all', 'website/nothing', /No check is called "website\/nothing"/],
  ])('is told what to write instead of %s', async (_, name, sentence) => {
    await expect(wrong(name)).rejects.toThrow(sentence);
  });
});
