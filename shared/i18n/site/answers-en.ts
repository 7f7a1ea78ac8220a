import type { Meanings, Placeholders, Recipes } from './answers.ts';

export const recipes: Recipes = {
  Cloudflare: (agent) =>
    `in the Cloudflare dashboard under Security > WAF > Custom rules, put a rule first: "User Agent contains "${agent}"", action "Skip", with every component ticked.`,
  DataDome: (agent) =>
    `in the DataDome dashboard under Management > Custom rules, add a rule that allows the user agent "${agent}".`,
  'HUMAN (PerimeterX)': (agent) =>
    `in the HUMAN console under Bot Defender > Policies > Allow list, add the user agent "${agent}".`,
  Akamai: (agent) =>
    `in Akamai Control Center under Bot Manager > Custom bot categories, allow the user agent "${agent}".`,
  'Imperva (Incapsula)': (agent) =>
    `in the Imperva console under Websites > Security > Advanced bot protection (or Exceptions), allow the user agent "${agent}".`,
  Sucuri: (agent) =>
    `in the Sucuri firewall dashboard under Access control > Allow list, add the user agent "${agent}".`,
  'AWS WAF': (agent) =>
    `in the AWS console under WAF > Web ACLs, put a rule first that allows requests whose user-agent header contains "${agent}".`,
  Kasada: (agent) => `in the Kasada portal, add the user agent "${agent}" to the allow list.`,
  Vercel: (agent) =>
    `in the Vercel project under Firewall > Custom rules, add a rule "User Agent contains "${agent}"" with the action "Bypass".`,
  Imunify360: (agent) =>
    `ask your hosting company to allow the user agent "${agent}" in Imunify360 (its bot protection).`,
  SiteGround: (agent) =>
    `ask SiteGround's support to exempt the user agent "${agent}" from their anti-bot check of your site.`,
  Wordfence: (agent) =>
    `in WordPress under Wordfence > Firewall > Blocking, remove the rule that applies, and allow the user agent "${agent}".`,
  'DDoS-Guard': (agent) => `in the DDoS-Guard dashboard under Rules, add a rule that passes the user agent "${agent}".`,
  Qrator: (agent) => `ask Qrator's support to let the user agent "${agent}" through to your site.`,
  'F5 BIG-IP': (agent) =>
    `ask your hosting company to exempt the user agent "${agent}" in the bot defence of the site's firewall.`,
  Anubis: (agent) =>
    `in the bot policy file of Anubis, add a rule with "user_agent_regex: ${agent}" and "action: ALLOW".`,
};

const noSiteHere = 'Ask your hosting company why your site is not served there: its files or its settings are missing.';
const renew =
  'Check whether the registration of the domain has run out, and whether its DNS still points to your hosting.';
const reopen = 'If customers should see the site by now, switch this mode off where the site is managed.';
const payOrAsk = 'Ask your hosting company why: usually a bill, a limit or a complaint.';
const repair =
  'Ask your developer to find the cause in the error log of the site; restoring the last backup helps, too.';

export const placeholders: Placeholders = {
  'nginx-welcome': { what: 'the welcome page of a freshly installed web server (nginx)', todo: noSiteHere },
  'apache-default': { what: 'the default page of a web server (Apache)', todo: noSiteHere },
  'it-works': { what: 'the default page of a web server ("It works!")', todo: noSiteHere },
  'iis-default': { what: 'the default page of a web server (IIS)', todo: noSiteHere },
  'plesk-default': { what: 'the default page of the hosting panel (Plesk)', todo: noSiteHere },
  'cpanel-default': { what: 'the default page of the hosting panel (cPanel)', todo: noSiteHere },
  'panel-default': { what: 'the default page of the hosting panel', todo: noSiteHere },
  'file-list': {
    what: 'a list of files instead of a page',
    todo: 'The start page is missing from the folder of the site: upload it again.',
  },
  suspended: { what: 'a notice that the hosting is suspended', todo: payOrAsk },
  advertising: { what: 'an advertising page for the domain', todo: renew },
  parked: { what: 'a page of the registrar that says the domain is only parked or for sale', todo: renew },
  'not-connected': {
    what: 'a notice of the site builder that no site is connected to this address',
    todo: 'Connect the domain, and check whether the plan is paid, where the site is managed.',
  },
  'database-silent': { what: 'a notice that its database does not answer', todo: repair },
  'program-error': { what: 'an error message of its own program', todo: repair },
  maintenance: { what: 'a notice of maintenance', todo: reopen },
  'not-ready': { what: 'a notice that it is not ready or under maintenance', todo: reopen },
};

const seeLog = 'Ask your developer to find the cause in the error log of the site.';
const mayConnect = 'Is it running, and does its firewall allow Cloudflare?';

export const meanings: Meanings = {
  password: {
    what: 'it asks for a user name and a password before it shows anything',
    todo: 'Take the password off the public page.',
  },
  missing: {
    what: 'there is nothing at this address any more',
    todo: 'Restore the page, or redirect the address to the new one.',
  },
  removed: { what: 'the page was removed for good', todo: 'Restore it, or redirect the address to the new one.' },
  refused: { what: 'the server refuses such a visit', todo: 'Ask your developer.' },
  'program-broken': { what: 'the program behind the site broke down', todo: seeLog },
  'program-silent': {
    what: 'the web server works, but the program behind it does not answer',
    todo: 'Ask your hosting company to restart it.',
  },
  'program-slow': {
    what: 'the web server works, but the program behind it is too slow to answer',
    todo: 'Ask your developer to find out what slows it down.',
  },
  overloaded: {
    what: 'the site is overloaded or in maintenance',
    todo: 'If nobody is working on it, ask your hosting company.',
  },
  'plan-used-up': {
    what: 'the site has used up what your hosting plan allows',
    todo: 'Ask your hosting company.',
  },
  'traffic-used-up': {
    what: 'the site has used up the traffic of your hosting plan',
    todo: 'Ask your hosting company.',
  },
  'cloudflare-no-sense': {
    what: 'Cloudflare gets no sensible answer from your server',
    todo: 'Ask your hosting company to look at the server.',
  },
  'cloudflare-refused': { what: 'your server refuses the connection from Cloudflare', todo: mayConnect },
  'cloudflare-no-connection': { what: 'Cloudflare gets no connection to your server', todo: mayConnect },
  'cloudflare-unreachable': {
    what: 'Cloudflare cannot reach your server',
    todo: 'Check the address of the server in the DNS settings there.',
  },
  'cloudflare-too-slow': {
    what: 'your server takes too long to answer Cloudflare',
    todo: 'Ask your hosting company to look at the server.',
  },
  'cloudflare-no-encryption': {
    what: 'Cloudflare and your server cannot agree on encryption',
    todo: 'Check the certificate on the server.',
  },
  'cloudflare-bad-certificate': {
    what: 'Cloudflare does not accept the certificate of your server',
    todo: 'Renew it.',
  },
  'cloudflare-no-server': { what: 'Cloudflare does not find your server', todo: 'Check the DNS settings there.' },
  'server-broken': { what: 'the server broke down', todo: seeLog },
};
