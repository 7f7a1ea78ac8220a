import { describe, expect, it } from 'vitest';
import { forbiddenBy, readRobots } from '../../shared/browser/robots-txt.ts';

const forbids = (text: string, path: string): boolean =>
  forbiddenBy(readRobots(text, 'touchlight'), `https://rival.example${path}`) !== null;

describe('robots.txt, as RFC 9309 has it', () => {
  it.each([
    ['nothing', '', '/', false],
    ['an empty rule', 'User-agent: *\nDisallow:', '/', false],
    ['everything', 'User-agent: *\nDisallow: /', '/any?q=1', true],
    ['everything for another robot', 'User-agent: OtherBot\nDisallow: /', '/', false],
    [
      'our own group before that for anybody',
      'User-agent: *\nDisallow: /\n\nUser-agent: touchlight\nDisallow: /x',
      '/',
      false,
    ],
    ['our name with a version', 'User-agent: TouchLight/1.0 (bot)\nDisallow: /', '/', true],
    ['a name that ours only begins', 'User-agent: touchlight-images\nDisallow: /', '/', false],
    [
      'several groups of ours together',
      'User-agent: touchlight\nDisallow: /a\n\nUser-agent: touchlight\nDisallow: /b',
      '/b',
      true,
    ],
    ['several names above one group', 'User-agent: one\nUser-agent: touchlight\n# both\nDisallow: /', '/', true],
    ['rules before any group', 'Disallow: /\nUser-agent: other\nDisallow: /', '/', false],
    ['the longest rule, which allows', 'User-agent: *\nDisallow: /shop\nAllow: /shop/open', '/shop/open/1', false],
    ['the longest rule, which forbids', 'User-agent: *\nAllow: /\nDisallow: /shop', '/shop', true],
    ['two rules as long, of which one allows', 'User-agent: *\nDisallow: /page\nAllow: /page', '/page', false],
    ['an end', 'User-agent: *\nDisallow: /*.php$', '/index.php', true],
    ['an end that is none', 'User-agent: *\nDisallow: /*.php$', '/index.php?a', false],
    ['a star in the middle', 'User-agent: *\nDisallow: /*/private/*x', '/a/private/bcx', true],
    ['a query', 'User-agent: *\nDisallow: /*?session=', '/a?session=1', true],
    ['capitals', 'User-agent: *\nDisallow: /Shop', '/shop', false],
    ['letters that are encoded in one of the two', 'User-agent: *\nDisallow: /кава', '/%d0%ba%d0%b0%d0%b2%d0%b0', true],
    ['signs that need no encoding', 'User-agent: *\nDisallow: /%61', '/a', true],
    ['a slash that is encoded, which is another path', 'User-agent: *\nDisallow: /a%2Fb', '/a/b', false],
    ['robots.txt itself', 'User-agent: *\nDisallow: /', '/robots.txt', false],
    ['lines of Windows, a BOM and sitemaps', '\uFEFFUser-agent: *\r\nSitemap: /s.xml\r\nDisallow: / # all', '/', true],
    ['a page instead of rules', '<!doctype html><title>Not found</title>', '/', false],
  ])('%s', (_, text, path, expected) => {
    expect(forbids(text, path)).toBe(expected);
  });

  it('names the line that keeps us away', () => {
    const rules = readRobots('User-agent: *\nDisallow: /private/', 'touchlight');
    expect(forbiddenBy(rules, 'https://rival.example/private/x')).toBe('Disallow: /private/');
  });

  it('takes a rule of many stars as quickly as any other', () => {
    expect(forbids(`User-agent: *\nDisallow: /${'*a'.repeat(2_000)}b`, `/${'a'.repeat(20_000)}`)).toBe(false);
  });

  it('takes a line of nothing but blanks as quickly as any other', () => {
    const blanks = ' '.repeat(400_000);
    expect(forbids(`User-agent: *\nDisallow: /a${blanks}b\nDisallow: /c`, '/c')).toBe(true);
  });

  it('takes a group that names a robot thousands of times, with thousands of rules, as quickly as any other', () => {
    expect(forbids(`${'User-agent: *\n'.repeat(20_000)}${'Disallow: /a\n'.repeat(20_000)}`, '/a')).toBe(true);
  });
});
