import type { StatementFormat, Texts } from '../../model/format.ts';
import type { SiteStatements } from '../../model/site-statements.ts';
import { meanings, placeholders, recipes } from './answers-en.ts';

const seconds = { one: 'second', other: 'seconds' };
const checkServer = 'Ask your hosting provider to check the web server.';

/** HTTP's own words beside its number. */
const statusOf = ({ status, statusText }: { readonly status: number; readonly statusText: string }): string =>
  `${status} ${statusText}`.trim();

/** The page's address; where there is no room for it, everybody knows which site is meant. */
const page = (url: string, { at }: StatementFormat): string => at('', url) || 'the site';

const refusals: Readonly<Record<SiteStatements['site/turned-away']['why'], string>> = {
  forbidden: 'refuses Touchlight',
  'too-many-requests': 'refuses Touchlight for sending too many requests',
  'script-first': 'lets in only who first runs a script, as browsers do',
  'robot-check': 'first asks its visitors to show that they are not robots',
};

export const en: Texts<SiteStatements> = {
  'site/no-such-host': ({ host }) => [
    `there is no host called ${host}: the name does not resolve`,
    'Check the spelling, then check that the domain is still registered and has a DNS entry.',
  ],
  'site/lookup-failed': ({ host }) =>
    `the name ${host} could not be looked up: this machine cannot reach a DNS server, so the status of the site is unknown`,
  'site/no-network': ({ host }) => `this machine has no network connection, so the status of ${host} is unknown`,
  'site/refused': ({ host }) => [
    `${host} refuses the connection: no web server is listening there`,
    'Ask your hosting provider to start it.',
  ],
  'site/no-route': ({ host, code }) => [
    `${host} cannot be reached: there is no network route to it (${code})`,
    'Ask your hosting provider whether the server is up.',
  ],
  'site/timed-out': ({ host, afterMs }, { counted }) => [
    afterMs === null
      ? `${host} does not respond: the connection timed out`
      : `${host} did not respond within ${counted(Math.round(afterMs / 1000), seconds)}`,
    'Ask your hosting provider whether the server is up.',
  ],
  'site/broken-off': ({ host, code }) => [`${host} closes the connection without a response (${code})`, checkServer],
  'site/not-http': ({ host, code }) => [`${host} sends a response that is not valid HTTP (${code})`, checkServer],
  'site/headers-too-big': ({ host }) => [
    `${host} sends more headers than browsers accept: they show an error instead of the page`,
    'Usually the site sets far too many cookies: ask your developer to reduce them.',
  ],
  'site/error-without-page': ({ host }) => [
    `${host} sends an error without a page`,
    "Ask your developer to find the cause in the site's error log.",
  ],
  'site/redirect-loop': ({ host }) => [
    `${host} redirects in a loop: no page ever appears`,
    'Ask your developer to fix the redirects.',
  ],
  'site/certificate-refused': ({ host, code }) => [
    `the browser rejects the certificate for ${host} (${code}): visitors see a security warning instead of the page`,
    'Ask your hosting provider for a valid certificate; the check "availability" shows what is wrong with this one.',
  ],
  'site/no-https': ({ host }) => [
    `${host} does not serve https, although its address says so: visitors see an error instead of the page`,
    'Ask your hosting provider to enable https.',
  ],
  'site/handshake': ({ host, code }) => [
    `${host} and the browser cannot agree on an encrypted connection (${code}): visitors see an error instead of the page`,
    'Ask your hosting provider to check the https settings.',
  ],
  'site/no-proper-answer': ({ host, code }) => [
    `${host} does not respond properly (${code ?? 'the connection was lost'})`,
    checkServer,
  ],
  'site/dead-end': ({ from, to, why }, { whole }) => [
    `${from} redirects to ${to}, where visitors get no page`,
    whole(why),
  ],
  'site/private-address': ({ host, addresses }, { list }) => [
    addresses.length === 0
      ? `${host} is not on the public internet`
      : `${host} resolves to ${list(addresses)}, ${addresses.length === 1 ? 'which is not' : 'none of which is'} on the public internet`,
    'In AWS, Touchlight visits public addresses only.',
  ],
  'site/detour': ({ from, to, why }, { at, whole }) => [
    `${from} redirects to ${at('', to) || 'an address that is not on the public internet'}`,
    whole(why),
    'If customers are sent there too, they get no page. Open the site in your own browser to find out.',
  ],
  'site/no-page': ({ url }, format) => `${page(url, format)} did not open a page`,
  'site/not-a-page': ({ url, contentType }, format) => [
    `${page(url, format)} is not a web page but ${contentType ?? 'a download'}, so there is no page to check`,
    'If it should be a page, ask your developer. Otherwise, configure the address of a page.',
  ],
  'site/restless': ({ host }) => [
    `the page at ${host} keeps reloading itself: nobody can read it`,
    'Ask your developer to find the script or the setting that reloads it.',
  ],
  'site/frozen': ({ host }) => [
    `the page at ${host} freezes: a script keeps the browser so busy that visitors can neither scroll nor tap`,
    'Ask your developer to find and remove that script.',
  ],
  'site/silent': ({ host }) => [
    `${host} starts to respond but never sends a page: visitors wait for nothing`,
    checkServer,
  ],
  'site/meddling': ({ host }) => [
    `a script on the page at ${host} replaces built-in browser functions, so Touchlight cannot read the page; visitors may see it normally`,
    'Ask your developer to remove that script.',
  ],
  'site/crashed': ({ host }) => [
    `the page at ${host} crashed the browser, most likely because it needs more memory than a phone has or nests its elements too deeply`,
    'Ask your developer to look for very large images and for scripts that never stop adding to the page.',
  ],
  'site/covered': ({ what, selector, says }, { quote }) =>
    what === 'inert'
      ? [
          `a script has switched off most of the page (${quote(selector, 80)}): visitors see it, but nothing on it responds to a tap or a key`,
          'Ask your developer to take the attribute "inert" away when the menu or window that needed it closes.',
        ]
      : [
          `${covers[what]}${says === null ? '' : ` (${quote(says, 80)})`}: visitors can neither read nor tap anything on the page`,
          `Ask your developer to remove it (${quote(selector, 80)}) or give it a way out.`,
        ],
  'site/locked': () => [
    'the page cannot be scrolled: visitors see nothing but its first screen',
    'Ask your developer to let it scroll; a window that locks it must unlock it when it closes.',
  ],
  'site/bot-wall': ({ vendor, url, userAgent, ...answer }, { at }) => [
    `${vendor} bot protection blocks Touchlight${at(' from ', url)} (${statusOf(answer)}); customers can probably get in`,
    `To give Touchlight access: ${recipes[vendor](userAgent)}`,
  ],
  'site/turned-away': ({ url, why, userAgent, ...answer }, format) => [
    `${page(url, format)} ${refusals[why]} (${statusOf(answer)})`,
    `Open it in your own browser. If it opens, ask your hosting provider to allow the user agent "${userAgent}" in the site's firewall. If it does not, nobody can get in: ask them to check the site's permissions.`,
  ],
  'site/legal-reasons': ({ url, ...answer }, format) => [
    `${page(url, format)} is blocked for legal reasons where Touchlight runs (${statusOf(answer)})`,
    "Run Touchlight in your customers' country.",
  ],
  'site/placeholder': ({ url, shows, words = null, ...answer }, format) => [
    `${page(url, format)} shows ${placeholders[shows].what} instead of your site (${statusOf(answer)})`,
    ...(words === null ? [] : [`It says: ${format.quote(words)}.`]),
    placeholders[shows].todo,
  ],
  'site/empty-answer': ({ url, ...answer }, format) => [
    `${page(url, format)} returns ${statusOf(answer)}, which is an empty page`,
    'Ask your developer to find out why.',
  ],
  'site/robots-forbid': ({ host, rule }, { quote }) =>
    `the robots.txt of ${host} asks robots to stay away (${quote(rule, 80)}), so Touchlight does not visit it`,
  'site/robots-unread': ({ host, status }) =>
    `the robots.txt of ${host} could not be read${status === null ? '' : ` (${status})`}, so Touchlight does not visit it`,
  'site/robots-silent': ({ host }) => `${host} does not respond`,
  'site/http-error': ({ url, meaning, ...answer }, format) => [
    `${page(url, format)} returns ${statusOf(answer)} instead of a page: ${meanings[meaning].what}`,
    meanings[meaning].todo,
  ],
};

const covers: Readonly<Record<Exclude<SiteStatements['site/covered']['what'], 'inert'>, string>> = {
  preloader: 'a loading screen covers the whole page and never goes away',
  password: 'a password prompt covers the whole page',
  notice: 'a notice covers the whole page',
  window: 'a window that cannot be closed covers the whole page',
};
