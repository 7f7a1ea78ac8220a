import { userAgentSuffix } from '../browser/device-profiles.ts';
import type { PageAnswer } from './page-answer.ts';

export interface BotWall {
  /** Who keeps us out. */
  readonly vendor: string;
  /** Where the owner lets Touchlight through. */
  readonly recipe: string;
}

interface Marks {
  readonly headers?: Readonly<Record<string, RegExp>>;
  readonly body?: RegExp;
}

interface Vendor extends BotWall {
  /** What only the wall itself sends; some walls come with the status of a good page. One header or the body is enough. */
  readonly wall?: Marks;
  /** What signs the vendor's good pages, too, and so tells only who it was that refused. */
  readonly refusal?: Marks;
}

const agent = `"${userAgentSuffix}"`;

/**
 * Vendors sign good pages and their own outages with the same `server` header, so that alone is never taken for a wall.
 * Sources: the vendors' documentation of their block pages and challenges; the fingerprints of wafw00f.
 */
const vendors: readonly Vendor[] = [
  {
    vendor: 'Cloudflare',
    recipe: `In the Cloudflare dashboard under Security > WAF > Custom rules, put a rule first: "User Agent contains ${agent}", action "Skip", with every component ticked.`,
    wall: {
      headers: { 'cf-mitigated': /./ },
      body: /window\._cf_chl_opt|<title>(Just a moment\.\.\.|Attention Required! \| Cloudflare)<|^error code: 10(05|06|07|08|09|10|12|15|20)\b|cf-error-details[\s\S]{0,3000}(you have been blocked|banned you|being rate limited)/i,
    },
  },
  {
    vendor: 'DataDome',
    recipe: `In the DataDome dashboard under Management > Custom rules, add a rule that allows the user agent ${agent}.`,
    wall: {
      headers: { 'x-dd-b': /./ },
      body: /<(script|iframe)[^>]{0,300}src="https:\/\/[a-z-]+\.captcha-delivery\.com\/|var dd=\{['"]rt['"]/,
    },
    refusal: { headers: { 'x-datadome': /./ } },
  },
  {
    vendor: 'HUMAN (PerimeterX)',
    recipe: `In the HUMAN console under Bot Defender > Policies > Allow list, add the user agent ${agent}.`,
    wall: { body: /id=["']px-captcha["']|captcha\.px-(cdn|cloud)\.net\/|perimeterx\.(com|net)\/whywasiblocked/i },
  },
  {
    vendor: 'Akamai',
    recipe: `In Akamai Control Center under Bot Manager > Custom bot categories, allow the user agent ${agent}.`,
    wall: {
      body: /id="sec-if-cpt-container"|\/_sec\/cp_challenge\/|<h1>access denied<\/h1>[\s\S]{0,1000}edgesuite\.net/i,
    },
    refusal: { headers: { server: /AkamaiGHost/i } },
  },
  {
    vendor: 'Imperva (Incapsula)',
    recipe: `In the Imperva console under Websites > Security > Advanced bot protection (or Exceptions), allow the user agent ${agent}.`,
    wall: {
      body: /Incapsula incident ID|<iframe(?=[^>]{0,800}id="main-iframe")[^>]{0,800}_Incapsula_Resource|<title>Pardon Our Interruption/i,
    },
    refusal: { headers: { 'x-iinfo': /./, 'x-cdn': /imperva|incapsula/i } },
  },
  {
    vendor: 'Sucuri',
    recipe: `In the Sucuri firewall dashboard under Access control > Allow list, add the user agent ${agent}.`,
    wall: {
      headers: { 'x-sucuri-block': /./ },
      body: /<title>Sucuri Website Firewall|Access Denied.{0,6}Sucuri Website Firewall|sucuri_cloudproxy_js/i,
    },
    refusal: { headers: { 'x-sucuri-id': /./, server: /sucuri/i } },
  },
  {
    vendor: 'AWS WAF',
    recipe: `In the AWS console under WAF > Web ACLs, put a rule first that allows requests whose user-agent header contains ${agent}.`,
    wall: {
      headers: { 'x-amzn-waf-action': /^(challenge|captcha)$/ },
      body: /window\.gokuProps\s*=|awswaf\.com\/[^"']{0,200}\/challenge\.js/,
    },
    refusal: {
      headers: { server: /^awselb/i },
      body: /Request blocked\.\s+We can't connect to the server for this app or website/,
    },
  },
  {
    vendor: 'Kasada',
    recipe: `In the Kasada portal, add the user agent ${agent} to the allow list.`,
    wall: { body: /window\.KPSDK\s*=/ },
    refusal: { headers: { 'x-kpsdk-ct': /./, 'x-kpsdk-r': /./ } },
  },
  {
    vendor: 'Vercel',
    recipe: `In the Vercel project under Firewall > Custom rules, add a rule "User Agent contains ${agent}" with the action "Bypass".`,
    wall: { headers: { 'x-vercel-mitigated': /./ }, body: /<title>Vercel Security Checkpoint</ },
  },
  {
    vendor: 'Imunify360',
    recipe: `Ask your hosting company to allow the user agent ${agent} in Imunify360 (its bot protection).`,
    wall: { body: /Access denied by Imunify360|protected by Imunify360|imunify360-preloader/i },
    refusal: { headers: { server: /imunify360/i } },
  },
  {
    vendor: 'SiteGround',
    recipe: `Ask SiteGround's support to exempt the user agent ${agent} from their anti-bot check of your site.`,
    wall: {
      headers: { 'sg-captcha': /./ },
      body: /\/\.well-known\/sgcaptcha\/|Our system thinks you might be a robot!/,
    },
  },
  {
    vendor: 'Wordfence',
    recipe: `In WordPress under Wordfence > Firewall > Blocking, remove the rule that applies, and allow the user agent ${agent}.`,
    wall: { body: /Generated by Wordfence|Your access to this site has been limited by the site owner/i },
  },
  {
    vendor: 'DDoS-Guard',
    recipe: `In the DDoS-Guard dashboard under Rules, add a rule that passes the user agent ${agent}.`,
    wall: { body: /<title>DDoS-Guard<\/title>|\/\.well-known\/ddos-guard\/(js-challenge|check)/i },
    refusal: { headers: { server: /ddos-guard/i } },
  },
  {
    vendor: 'Qrator',
    recipe: `Ask Qrator's support to let the user agent ${agent} through to your site.`,
    wall: { body: /\/__qrator\/qauth/ },
    refusal: { headers: { server: /qrator/i } },
  },
  {
    vendor: 'F5 BIG-IP',
    recipe: `Ask whoever runs the firewall of the site to exempt the user agent ${agent} in its bot defence.`,
    wall: { body: /The requested URL was rejected\. Please consult with your administrator/i },
  },
  {
    vendor: 'Anubis',
    recipe: `In the bot policy file of Anubis, add a rule with "user_agent_regex: Touchlight/1" and "action: ALLOW".`,
    wall: { body: /<script id="anubis_(version|challenge)"/ },
  },
];

/** @returns who keeps automated visitors out here; null when the answer is the site's own */
export function botWall(answer: PageAnswer): BotWall | null {
  const refuses = answer.status === 403 || answer.status === 429;
  const found = vendors.find(({ wall, refusal }) => matches(answer, wall) || (refuses && matches(answer, refusal)));
  return found ?? null;
}

function matches({ headers, body }: PageAnswer, marks: Marks | undefined): boolean {
  if (marks === undefined) return false;
  const byHeader = Object.entries(marks.headers ?? {}).some(([name, mark]) => {
    const value = headers[name];
    return value !== undefined && mark.test(String(value));
  });
  return byHeader || marks.body?.test(body) === true;
}
