import { type Statement, sayer } from './finding.ts';
import { type NetworkFault, networkFaults } from './network-fault.ts';

/** Who keeps automated visitors out, by the names that they go by everywhere. */
export type BotWallVendor =
  | 'Cloudflare'
  | 'DataDome'
  | 'HUMAN (PerimeterX)'
  | 'Akamai'
  | 'Imperva (Incapsula)'
  | 'Sucuri'
  | 'AWS WAF'
  | 'Kasada'
  | 'Vercel'
  | 'Imunify360'
  | 'SiteGround'
  | 'Wordfence'
  | 'DDoS-Guard'
  | 'Qrator'
  | 'F5 BIG-IP'
  | 'Anubis';

/** What stands where the site should be. */
export type Placeholder =
  | 'nginx-welcome'
  | 'apache-default'
  | 'it-works'
  | 'iis-default'
  | 'plesk-default'
  | 'cpanel-default'
  | 'panel-default'
  | 'file-list'
  | 'suspended'
  | 'advertising'
  | 'parked'
  | 'not-connected'
  | 'database-silent'
  | 'program-error'
  | 'maintenance'
  | 'not-ready';

/** What an HTTP status says of the site. */
export type StatusMeaning =
  | 'password'
  | 'missing'
  | 'removed'
  | 'refused'
  | 'program-broken'
  | 'program-silent'
  | 'program-slow'
  | 'overloaded'
  | 'plan-used-up'
  | 'traffic-used-up'
  | 'cloudflare-no-sense'
  | 'cloudflare-refused'
  | 'cloudflare-no-connection'
  | 'cloudflare-unreachable'
  | 'cloudflare-too-slow'
  | 'cloudflare-no-encryption'
  | 'cloudflare-bad-certificate'
  | 'cloudflare-no-server'
  | 'server-broken';

/** Of a site that was asked for a page and sent nothing that could be shown. */
export type NoAnswer = {
  /** A host with its port, or its name alone, as `networkFaults` says. */
  readonly host: string;
  /** What Node or Chromium calls it; null where nobody named it. */
  readonly code: string | null;
  /** How long it was waited for, where that was our own patience. */
  readonly afterMs: number | null;
};

type OfHost = { readonly host: string };

type Answered = {
  readonly url: string;
  readonly status: number;
  /** HTTP's own name for the status (`Not Found`); empty where it has none. */
  readonly statusText: string;
};

/** What an owner lets through. */
type ForAgent = { readonly userAgent: string };

/** What several probes say of a site that does not give its page. */
export type SiteStatements = {
  readonly [Fault in NetworkFault as `site/${Fault}`]: NoAnswer;
} & {
  /** The page led to another host, and there was none. Hosts with their ports. */
  readonly 'site/dead-end': { readonly from: string; readonly to: string; readonly why: Statement };
  /** A host that the address guard keeps us from. `addresses` are what its name leads to; empty where it is one itself. */
  readonly 'site/private-address': { readonly host: string; readonly addresses: readonly string[] };
  /** The page led to where the guard lets nobody. @param to scheme, host and port */
  readonly 'site/detour': { readonly from: string; readonly to: string; readonly why: Statement };
  readonly 'site/no-page': { readonly url: string };
  /** `contentType` is null for a download. */
  readonly 'site/not-a-page': { readonly url: string; readonly contentType: string | null };
  readonly 'site/restless': OfHost;
  readonly 'site/frozen': OfHost;
  readonly 'site/silent': OfHost;
  readonly 'site/meddling': OfHost;
  readonly 'site/crashed': OfHost;
  readonly 'site/bot-wall': Answered & ForAgent & { readonly vendor: BotWallVendor };
  /** Nobody signed it: a firewall against bots and a site that refuses everybody look the same from here. */
  readonly 'site/turned-away': Answered &
    ForAgent & { readonly why: 'forbidden' | 'too-many-requests' | 'script-first' | 'robot-check' };
  readonly 'site/legal-reasons': Answered;
  /** @param words what the page itself says of its trouble; null where that tells no more */
  readonly 'site/placeholder': Answered & { readonly shows: Placeholder; readonly words: string | null };
  readonly 'site/empty-answer': Answered;
  /** Something lies over the whole page and does not go away. `selector` is for the developer; `says` is null where it has no words. */
  readonly 'site/covered': {
    /** `inert`: it can be seen, but a script has switched it off. */
    readonly what: 'preloader' | 'password' | 'notice' | 'window' | 'inert';
    readonly selector: string;
    readonly says: string | null;
  };
  readonly 'site/locked': Readonly<Record<string, never>>;
  /** Of another business's site. @param rule the line of its robots.txt that keeps us away */
  readonly 'site/robots-forbid': OfHost & { readonly rule: string };
  /** @param status null where it could not be asked for */
  readonly 'site/robots-unread': OfHost & { readonly status: number | null };
  readonly 'site/robots-silent': OfHost;
  readonly 'site/http-error': Answered & { readonly meaning: StatusMeaning };
};

export const saySite = sayer<SiteStatements>();

/** The one statement for a fault of the network, met by a plain request or by a browser. @param url that was asked for */
export function sayNetworkFault(fault: NetworkFault, url: string, seen: Partial<Omit<NoAnswer, 'host'>>): Statement {
  const host = new URL(url)[networkFaults[fault].of];
  return saySite(`site/${fault}`, { host, code: null, afterMs: null, ...seen });
}
