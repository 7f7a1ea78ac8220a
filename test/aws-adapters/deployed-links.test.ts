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
  const page = { publicTouchpoints: [], url: null, signIn, atOnce: 5 };
  const links = deployedLinks(Date.now)({ id: null, configuration: { page } });
  const linkFor = await links?.();
  const reader = { role: 'operator', who: 'alert', days: 7 } as const;
  expect(linkFor?.(reader)('/incident?check=website%2Fform')).toBe(
    'https://status.example.com/incident?check=website%2Fform',
  );
});

test('a link of a fleet leads to the page of its business, below its own address where it has one', async () => {
  process.env[variables.page] = 'https://abc.lambda-url.eu-central-1.on.aws/';
  process.env[variables.stack] = 'Fleet';
  const signIn = {
    ...{ issuer: 'https://id.example.com', clientId: 'page', secret: 'bakery/page-sign-in' },
    ...{ operators: [], readers: [] },
  };
  const linkOf = async (id: string, url: string | null): Promise<string | undefined> => {
    const page = { publicTouchpoints: [], url, signIn, atOnce: 5 };
    const linkFor = await deployedLinks(Date.now)({ id, configuration: { page } })?.();
    return linkFor?.({ role: 'reader', who: 'owner@bakery.example', days: 7 })('/weeks');
  };
  expect(await linkOf('bakery', null)).toBe('https://abc.lambda-url.eu-central-1.on.aws/bakery/weeks');
  expect(await linkOf('cafe', 'https://status.cafe.example')).toBe('https://status.cafe.example/cafe/weeks');
  expect(deployedLinks(Date.now)({ id: 'salon', configuration: { page: null } })).toBeNull();
});

test('without a page there are no links', () => {
  expect(deployedLinks(Date.now)({ id: null, configuration: { page: null } })).toBeNull();
});
