import { afterEach, expect, test } from 'vitest';
import { deployedLinks } from '../../shared/aws/secrets/deployed-links.ts';
import { variables } from '../../shared/model/stack-names.ts';

afterEach(() => {
  delete process.env[variables.page];
  delete process.env[variables.stack];
});

test('a link in a message is no key where people sign in under their own names', async () => {
  process.env[variables.page] = 'https://status.example.com/';
  process.env[variables.stack] = 'Touchlight';
  const signIn = {
    issuer: 'https://id.example.com',
    clientId: 'page',
    secret: 'page-sign-in',
    operators: [],
    readers: [],
  };
  const links = deployedLinks(Date.now, { page: { publicTouchpoints: [], url: null, signIn, atOnce: 5 } });
  const linkFor = await links?.();
  const reader = { role: 'operator', who: 'alert', days: 7 } as const;
  expect(linkFor?.(reader)('/incident?check=website%2Fform')).toBe(
    'https://status.example.com/incident?check=website%2Fform',
  );
});

test('without a page there are no links', () => {
  expect(deployedLinks(Date.now, { page: null })).toBeNull();
});
