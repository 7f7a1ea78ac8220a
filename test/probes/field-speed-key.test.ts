import { afterEach, describe, expect, it } from 'vitest';
import { cruxKey } from '../../examples/social-stubs/crux.ts';
import { identify } from '../../functions/probe-social/identify.ts';
import { aSpeedCheck, closeAll, fast, google, look, now, site, slow } from './field-speed-stub.ts';

afterEach(closeAll);

describe('the key', () => {
  it('travels in a header, and stands in no address, result or sentence', async () => {
    const { stub, requests } = await google({ [site]: { PHONE: slow } });
    const seen = await look(stub.url);
    expect(requests.map(({ headers }) => headers['x-goog-api-key'])).toEqual([cruxKey, cruxKey]);
    for (const { path, query, text } of requests) expect(`${path}?${query} ${text}`).not.toContain(cruxKey);
    expect(JSON.stringify(seen)).not.toContain(cruxKey);
    const refused = await look(stub.url, { key: 'AIza-another-key' });
    expect(refused).toMatchObject({ light: 'unknown', cause: 'auth' });
    expect(JSON.stringify(refused)).not.toContain('AIza-another-key');
  });

  it('may be a bare text or a part of a secret, and is one word', async () => {
    const { stub } = await google({ [site]: { PHONE: fast } });
    expect((await look(stub.url, { key: ` ${cruxKey}\n` })).light).toBe('green');
    expect((await look(stub.url, { key: JSON.stringify({ apiKey: cruxKey }) })).light).toBe('green');
    stub.resetCounts();
    for (const key of [`${cruxKey} ${cruxKey}`, `${cruxKey}\n${cruxKey}`, `"${cruxKey}"`, 'ключ']) {
      const seen = await look(stub.url, { key });
      expect(seen).toMatchObject({ light: 'unknown', cause: 'setup' });
      expect(seen.reason).toBe(
        'Google cannot be asked about real visitors: the secret holds no API key, which is one word of Latin letters, digits, full stops, - and _.',
      );
    }
    expect(stub.counts).toEqual({});
  });

  it('is tried by "secrets check", whether or not Google knows the site', async () => {
    const { stub } = await google({});
    const io = { now: () => now, sleep: async () => {}, signal: AbortSignal.timeout(5_000) };
    const secrets = (key: string) => ({ read: async () => key });
    const check = aSpeedCheck(stub.url, {});
    expect(await identify(check, secrets(cruxKey), io)).toEqual({
      ok: true,
      platform: 'crux',
      who: 'an API key of Google Cloud',
      may: ['the Chrome UX Report, of any public site'],
      expiresAt: null,
      renewedBy: 'nobody: it does not end',
    });
    expect(await identify(check, secrets('AIza-another-key'), io)).toMatchObject({
      ok: false,
      says: { id: 'field-speed/key-refused' },
    });
    stub.inject('missing-permission');
    expect(await identify(check, secrets(cruxKey), io)).toMatchObject({
      ok: false,
      says: { id: 'field-speed/key-restricted' },
    });
  });
});
