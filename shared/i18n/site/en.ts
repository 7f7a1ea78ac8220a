import type { Tell, Texts } from '../../model/format.ts';
import type { SiteStatements } from '../../model/site-statements.ts';
import { meanings, placeholders, recipes } from './answers-en.ts';

const seconds = { one: 'second', other: 'seconds' };
const checkServer = 'Ask your hosting company to look at the web server.';

/** HTTP's own words beside its number. */
const statusOf = ({ status, statusText }: { readonly status: number; readonly statusText: string }): string =>
  `${status} ${statusText}`.trim();

/** The page's address; where there is no room for it, everybody knows which site is meant. */
const page = (url: string, { at }: Tell): string => at('', url) || 'the site';

export const en: Texts<SiteStatements> = {
  'site/no-such-host': ({ host }) => [
    `there is no host called ${host}: the name does not resolve`,
    'Check its spelling, then whether the domain is still registered and has its DNS entry.',
  ],
  'site/lookup-failed': ({ host }) =>
    `the name ${host} could not be looked up: this machine reaches no name server, so nothing can be said about the site`,
  'site/no-network': ({ host }) => `this machine has no network, so nothing can be said about ${host}`,
  'site/refused': ({ host }) => [
    `${host} refuses the connection: no web server is listening there`,
    'Ask your hosting company to start it.',
  ],
  'site/no-route': ({ host, code }) => [
    `${host} cannot be reached: the network knows no way to it (${code})`,
    'Ask your hosting company whether the server is up.',
  ],
  'site/timed-out': ({ host, afterMs }, { counted }) => [
    afterMs === null
      ? `${host} does not answer: the connection timed out`
      : `${host} did not answer within ${counted(Math.round(afterMs / 1000), seconds)}`,
    'Ask your hosting company whether the server is up.',
  ],
  'site/broken-off': ({ host, code }) => [`${host} breaks the connection off without an answer (${code})`, checkServer],
  'site/not-http': ({ host, code }) => [`${host} answers with something that is not valid http (${code})`, checkServer],
  'site/headers-too-big': ({ host }) => [
    `${host} sends more headers than browsers accept: they show an error instead of the page`,
    'Usually a program sets far too many cookies: ask your developer to clear them.',
  ],
  'site/error-without-page': ({ host }) => [
    `${host} sends an error without a page`,
    'Ask your developer to find the cause in the error log of the site.',
  ],
  'site/redirect-loop': ({ host }) => [
    `${host} redirects in a circle: no page ever appears`,
    'Ask your developer to correct the redirects.',
  ],
  'site/certificate-refused': ({ host, code }) => [
    `the browser refuses the certificate of ${host} (${code}): visitors see a security warning instead of the page`,
    'Ask your hosting company for a valid certificate; the check "availability" says what is wrong with this one.',
  ],
  'site/no-https': ({ host }) => [
    `${host} does not speak https where its address says so: visitors see an error instead of the page`,
    'Ask your hosting company to switch https on.',
  ],
  'site/handshake': ({ host, code }) => [
    `${host} and a browser cannot agree on an encrypted connection (${code}): visitors see an error instead of the page`,
    'Ask your hosting company to look at the https settings.',
  ],
  'site/no-proper-answer': ({ host, code }) => [
    `${host} does not answer properly (${code ?? 'the connection broke'})`,
    checkServer,
  ],
  'site/dead-end': ({ from, to, why }, { whole }) => [`${from} leads to ${to}, where visitors get no page`, whole(why)],
  'site/private-address': ({ host, addresses }, { list }) => [
    addresses.length === 0
      ? `${host} is not on the public internet`
      : `${host} leads to ${list(addresses)}, ${addresses.length === 1 ? 'which is not' : 'none of which is'} on the public internet`,
    'Touchlight in AWS visits public addresses only.',
  ],
  'site/detour': ({ from, to, why }, { at, whole }) => [
    `${from} leads to ${at('', to) || 'an address that is not on the public internet'}`,
    whole(why),
    'If customers are led there, too, they get no page: open the site in your own browser.',
  ],
  'site/no-page': ({ url }, tell) => `${page(url, tell)} opened no page`,
  'site/not-a-page': ({ url, contentType }, tell) => [
    `${page(url, tell)} is not a web page but ${contentType ?? 'a download'}: there is nothing to look at`,
    'If it should be a page, ask your developer; else configure the address of one.',
  ],
  'site/restless': ({ host }) => [
    `the page of ${host} replaces itself over and over: nobody can read it`,
    'Ask your developer to find the script or the setting that reloads it.',
  ],
  'site/frozen': ({ host }) => [
    `the page of ${host} freezes: a script keeps the browser so busy that visitors can neither scroll nor tap`,
    'Ask your developer to find and remove that script.',
  ],
  'site/silent': ({ host }) => [`${host} begins to answer and then sends no page: visitors wait in vain`, checkServer],
  'site/meddling': ({ host }) => [
    `a script on the page of ${host} replaces functions of the browser itself, so Touchlight cannot read the page; visitors may see it as it should be`,
    'Ask your developer to take that script out.',
  ],
  'site/crashed': ({ host }) => [
    `the page of ${host} made the browser give up, most likely because it takes more memory than a phone has, or piles up its elements too deeply`,
    'Ask your developer to look for very large images and for scripts that never stop adding to the page.',
  ],
  'site/bot-wall': ({ vendor, url, userAgent, ...answer }, { at }) => [
    `the bot protection of ${vendor} keeps Touchlight out${at(' of ', url)} (${statusOf(answer)}); customers may well get in`,
    `To have the site measured: ${recipes[vendor](userAgent)}`,
  ],
  'site/turned-away': ({ url, why, userAgent, ...answer }, tell) => [
    `${page(url, tell)} ${why === 'forbidden' ? 'refuses Touchlight' : 'counts too many requests and holds Touchlight off'} (${statusOf(answer)})`,
    `Open it in your own browser. If it opens, ask your hosting company to allow the user agent "${userAgent}" in the firewall of the site; if it does not, nobody gets in: ask them to look at the site's permissions.`,
  ],
  'site/legal-reasons': ({ url, ...answer }, tell) => [
    `${page(url, tell)} is not shown to visitors from where Touchlight runs, for legal reasons (${statusOf(answer)})`,
    'Run Touchlight in the country of your customers.',
  ],
  'site/placeholder': ({ url, shows, ...answer }, tell) => [
    `${page(url, tell)} shows ${placeholders[shows].what} instead of your site (${statusOf(answer)})`,
    placeholders[shows].todo,
  ],
  'site/empty-answer': ({ url, ...answer }, tell) => [
    `${page(url, tell)} answers ${statusOf(answer)}, which means an empty page`,
    'Ask your developer to find out why.',
  ],
  'site/http-error': ({ url, meaning, ...answer }, tell) => [
    `${page(url, tell)} answers ${statusOf(answer)} instead of a page: ${meanings[meaning].what}`,
    meanings[meaning].todo,
  ],
};
