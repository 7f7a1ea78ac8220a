import { describe, expect, it } from 'vitest';
import { answerFault } from '../../shared/answers/answer-fault.ts';
import { recordedAnswer, recordedAnswers } from '../support/recorded-answer.ts';
import { inEnglish } from '../support/said.ts';

function judge(name: string, url = 'https://shop.example/') {
  const fault = answerFault({ url, ...recordedAnswer(name) });
  return fault === null ? null : inEnglish(fault);
}

/** Who signs which recorded wall; the plain ones nobody signs. */
const vendors: Readonly<Record<string, string>> = {
  'akamai-challenge': 'Akamai',
  'akamai-denied': 'Akamai',
  anubis: 'Anubis',
  'aws-cloudfront-blocked': 'AWS WAF',
  'aws-waf-captcha': 'AWS WAF',
  'aws-waf-challenge': 'AWS WAF',
  'cloudflare-1020': 'Cloudflare',
  'cloudflare-blocked': 'Cloudflare',
  'cloudflare-challenge': 'Cloudflare',
  'cloudflare-under-attack': 'Cloudflare',
  datadome: 'DataDome',
  'ddos-guard': 'DDoS-Guard',
  f5: 'F5 BIG-IP',
  'human-press-and-hold': 'HUMAN (PerimeterX)',
  'imperva-blocked': 'Imperva (Incapsula)',
  'imperva-script': 'Imperva (Incapsula)',
  imunify360: 'Imunify360',
  kasada: 'Kasada',
  litespeed: 'asks its visitors to show that they are not robots',
  'plain-403': 'refuses Touchlight',
  'plain-429': 'refuses Touchlight for sending too many requests',
  qrator: 'Qrator',
  siteground: 'SiteGround',
  sucuri: 'Sucuri',
  vercel: 'Vercel',
  wordfence: 'Wordfence',
};

describe('a bot wall', () => {
  it.each(recordedAnswers('walls'))('%s is told from an outage, with the way in', (name) => {
    const fault = judge(`walls/${name}`);
    expect(fault).toMatchObject({ outcome: 'unknown', cause: 'bot-wall' });
    expect(fault?.reason).toContain(vendors[name] ?? 'a vendor that this test does not know');
    expect(fault?.reason).toMatch(/Touchlight\/1/);
  });
});

describe('a page that stands in for the site', () => {
  it.each(recordedAnswers('placeholder-pages'))('%s is told, with what to do', (name) => {
    const { status } = recordedAnswer(`placeholder-pages/${name}`);
    const fault = judge(`placeholder-pages/${name}`);
    expect(fault).toMatchObject({ outcome: 'failed', cause: status >= 400 ? 'http-error' : 'placeholder' });
    expect(fault?.reason).toMatch(
      /^https:\/\/shop\.example\/ shows (a|an|the) .+ instead of your site \(\d{3} [\w -]+\)\. .+\.$/,
    );
  });

  it('is what it says', () => {
    expect(judge('placeholder-pages/parked-sedo')?.reason).toBe(
      'https://shop.example/ shows an advertising page for the domain instead of your site (200 OK). Check whether the domain registration has expired, and whether its DNS still points to your hosting.',
    );
    expect(judge('placeholder-pages/wordpress-maintenance')?.reason).toContain('a maintenance notice');
    expect(judge('placeholder-pages/wordpress-no-database')?.reason).toContain('its database does not respond');
    expect(judge('placeholder-pages/suspended-ru')?.reason).toContain('the hosting is suspended');
    expect(judge('placeholder-pages/maintenance-ru')?.reason).toContain('not ready or under maintenance');
  });
});

describe('a page of its own', () => {
  const pages = recordedAnswers('own').filter((name) => recordedAnswer(`own/${name}`).status < 400);
  it.each(pages)('%s is accused of nothing', (name) => {
    expect(judge(`own/${name}`)).toBeNull();
  });

  const outages = recordedAnswers('own').filter((name) => recordedAnswer(`own/${name}`).status >= 400);
  it.each(outages)('%s is an outage, whoever delivers it', (name) => {
    const { status } = recordedAnswer(`own/${name}`);
    const fault = judge(`own/${name}`);
    expect(fault).toMatchObject({ outcome: 'failed', cause: 'http-error' });
    expect(fault?.reason).toMatch(
      new RegExp(`^https://shop\\.example/ returns ${status}[\\w -]* instead of a page: .+[.?]$`),
    );
  });

  it.each([
    [
      'a slider',
      '<input name="email"><textarea name="text"></textarea><label>Slide to show that you are human</label>',
    ],
    [
      'a tick at its only field',
      '<input type=tel name=p><label><input type=checkbox>Confirm that you are human</label>',
    ],
    ['a box', '<input name="name"><input name="phone"><label><input type="checkbox">Verify you are human</label>'],
    ['a sum', '<input type=email name=email><input name=sum><p>To make sure you are not a bot: 3 + 4?</p>'],
  ])('may ask with %s in its form whether one is a robot', (_, fields) => {
    const body = `<!doctype html><title>Contact</title><h1>Write to us</h1><form method="post">${fields}<button>Send</button></form>`;
    expect(answerFault({ url: 'https://shop.example/contact', status: 200, headers: {}, body })).toBeNull();
  });

  it.each([
    ['nothing to type', '<p>Verifying that you are not a robot...</p>'],
    [
      'the characters of a picture',
      '<p>Please confirm that you are human</p><form><input name="code"><button>Go</button></form>',
    ],
    [
      'the hidden field of a service',
      '<p>Please confirm that you are human</p><form><textarea name="g-recaptcha-response" hidden></textarea></form>',
    ],
  ])('is hidden behind a page that asks so with %s', (_, asked) => {
    const body = `<!doctype html><title>One moment</title><h1>shop.example</h1>${asked}`;
    const fault = answerFault({ url: 'https://shop.example/', status: 200, headers: {}, body });
    expect(fault).toMatchObject({ outcome: 'unknown', cause: 'bot-wall' });
  });

  // A reader that got stuck would take minutes, not milliseconds.
  it.each([
    '<script>',
    '<!--',
    '<a ',
    '<a href=',
    '<h1>',
    '<title>',
    '<',
    '<iframe ',
    '<input ',
    '<textarea ',
    'cf-error-details',
    'сайт ',
    'en ',
    'Fatal error: x on line ',
    'Error: x:1:1 ',
    'Request Method: ',
    'mysqli_connect',
  ])('may begin with nothing but %s', (piece) => {
    const body = piece.repeat(Math.floor(32_000 / piece.length));
    expect(answerFault({ url: 'https://shop.example/', status: 200, headers: {}, body })).toBeNull();
  });
});
