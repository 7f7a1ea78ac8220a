import type { Meanings, Placeholders, Recipes } from './answers.ts';

export const recipes: Recipes = {
  Cloudflare: (agent) =>
    `in the Cloudflare dashboard under Security > WAF > Custom rules, add a rule at the top: if User Agent contains "${agent}", then "Skip", with all components selected.`,
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
    `in the AWS console under WAF > Web ACLs, add a rule at the top that allows requests whose user-agent header contains "${agent}".`,
  Kasada: (agent) => `in the Kasada portal, add the user agent "${agent}" to the allow list.`,
  Vercel: (agent) =>
    `in the Vercel project under Firewall > Custom rules, add a rule: if User Agent contains "${agent}", then "Bypass".`,
  Imunify360: (agent) =>
    `ask your hosting provider to allow the user agent "${agent}" in Imunify360 (its bot protection).`,
  SiteGround: (agent) =>
    `ask SiteGround's support to exempt the user agent "${agent}" from the anti-bot check on your site.`,
  Wordfence: (agent) =>
    `in WordPress under Wordfence > Firewall > Blocking, remove the rule that applies, and allow the user agent "${agent}".`,
  'DDoS-Guard': (agent) => `in the DDoS-Guard dashboard under Rules, add a rule that allows the user agent "${agent}".`,
  Qrator: (agent) => `ask Qrator's support to let the user agent "${agent}" through to your site.`,
  'F5 BIG-IP': (agent) =>
    `ask your hosting provider to exempt the user agent "${agent}" from the bot defence in the site's firewall.`,
  Anubis: (agent) => `in Anubis's bot policy file, add a rule with "user_agent_regex: ${agent}" and "action: ALLOW".`,
};

const noSiteHere =
  'Ask your hosting provider why your site is not served there: its files or its settings are missing.';
const renew = 'Check whether the domain registration has expired, and whether its DNS still points to your hosting.';
const reopen = "If the site should be live by now, turn this mode off in the site's admin panel.";
const payOrAsk = 'Ask your hosting provider why: usually it is an unpaid bill, a usage limit or a complaint.';
const repair = "Ask your developer to find the cause in the site's error log. Restoring the last backup may help too.";

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
    todo: "The home page is missing from the site's folder: upload it again.",
  },
  suspended: { what: 'a notice that the hosting is suspended', todo: payOrAsk },
  advertising: { what: 'an advertising page for the domain', todo: renew },
  parked: { what: 'a registrar page that says the domain is parked or for sale', todo: renew },
  'not-connected': {
    what: 'a site builder notice that no site is connected to this address',
    todo: 'In the site builder, connect the domain and check that the plan is paid.',
  },
  'database-silent': { what: 'an error saying that its database does not respond', todo: repair },
  'program-error': { what: 'an error message from its own software', todo: repair },
  maintenance: { what: 'a maintenance notice', todo: reopen },
  'not-ready': { what: 'a notice that it is not ready or under maintenance', todo: reopen },
};

const seeLog = "Ask your developer to find the cause in the site's error log.";
const mayConnect = 'Check that it is running and that its firewall allows Cloudflare.';

export const meanings: Meanings = {
  password: {
    what: 'it asks for a user name and a password before it shows anything',
    todo: 'Remove the password from the public page.',
  },
  missing: {
    what: 'there is nothing at this address any more',
    todo: 'Restore the page, or redirect the address to the new one.',
  },
  removed: { what: 'the page was removed for good', todo: 'Restore it, or redirect the address to the new one.' },
  refused: { what: 'the server refuses this kind of request', todo: 'Ask your developer.' },
  'program-broken': { what: 'the software behind the site failed', todo: seeLog },
  'program-silent': {
    what: 'the web server works, but the software behind it does not respond',
    todo: 'Ask your hosting provider to restart it.',
  },
  'program-slow': {
    what: 'the web server works, but the software behind it is too slow to respond',
    todo: 'Ask your developer to find out what slows it down.',
  },
  overloaded: {
    what: 'the site is overloaded or under maintenance',
    todo: 'If nobody is working on it, ask your hosting provider.',
  },
  'plan-used-up': {
    what: 'the site has used up what your hosting plan allows',
    todo: 'Ask your hosting provider.',
  },
  'traffic-used-up': {
    what: 'the site has used up the traffic that your hosting plan allows',
    todo: 'Ask your hosting provider.',
  },
  'cloudflare-no-sense': {
    what: 'Cloudflare gets no valid response from your server',
    todo: 'Ask your hosting provider to check the server.',
  },
  'cloudflare-refused': { what: 'your server refuses the connection from Cloudflare', todo: mayConnect },
  'cloudflare-no-connection': { what: 'Cloudflare cannot connect to your server', todo: mayConnect },
  'cloudflare-unreachable': {
    what: 'Cloudflare cannot reach your server',
    todo: "Check the server's address in Cloudflare's DNS settings.",
  },
  'cloudflare-too-slow': {
    what: 'your server takes too long to respond to Cloudflare',
    todo: 'Ask your hosting provider to check the server.',
  },
  'cloudflare-no-encryption': {
    what: 'Cloudflare and your server cannot agree on encryption',
    todo: 'Check the certificate on the server.',
  },
  'cloudflare-bad-certificate': {
    what: "Cloudflare does not accept your server's certificate",
    todo: 'Renew it.',
  },
  'cloudflare-no-server': { what: 'Cloudflare cannot find your server', todo: "Check Cloudflare's DNS settings." },
  'server-broken': { what: 'the server failed', todo: seeLog },
};
