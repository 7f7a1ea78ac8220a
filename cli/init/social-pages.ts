import { type PageKind, pageKinds } from '../../shared/model/social-platform.ts';

/** A page of the business on a network or a review site, and what Touchlight needs to look at it. */
export interface SocialPage {
  readonly kind: PageKind;
  /** Where the site links to. */
  readonly address: string;
  /** What to write behind `page:`; null when the address does not show it. */
  readonly account: string | null;
}

/** What a person has to fetch before a platform can be asked. The details are in docs/platforms. */
export interface PlatformNeeds {
  /** What `page:` is there, and where it stands. */
  readonly account: string;
  readonly exampleAccount: string;
  readonly secretName: string;
  readonly secret: string;
  readonly permissions: string;
  /** The page on which the secret is made. */
  readonly madeAt: string;
  /** How a site's links to a page there look; any of them. */
  readonly links: readonly LinkShape[];
}

interface LinkShape {
  readonly hosts: RegExp;
  /** Of the path with its query. */
  readonly path: RegExp;
  /** Finds what is to stand behind `page:`, where the path has it. */
  readonly account?: RegExp;
}

export const platformNeeds: Readonly<Record<PageKind, PlatformNeeds>> = {
  facebook: {
    account: "the page's number: the page's Transparency section shows it",
    exampleAccount: '1234567890',
    secretName: 'facebook-page-token',
    secret: 'a page token, or one of a system user',
    permissions: 'pages_read_engagement, pages_read_user_content (pages_messaging for Messenger)',
    madeAt: 'https://developers.facebook.com/tools/explorer/',
    links: [
      {
        hosts: /(^|\.)(facebook\.com|fb\.com|fb\.me)$/,
        path: /^\/(?!sharer|share|dialog|plugins|tr\b)[\w.%-]{2,}/,
      },
    ],
  },
  instagram: {
    account: "the professional account's number: me/accounts?fields=instagram_business_account shows it",
    exampleAccount: '17841400000000000',
    secretName: 'instagram-token',
    secret: 'a token of the Facebook page that the account belongs to',
    permissions:
      'instagram_basic, instagram_manage_comments, pages_read_engagement (instagram_manage_messages for messages)',
    madeAt: 'https://developers.facebook.com/tools/explorer/',
    links: [{ hosts: /(^|\.)(instagram\.com|instagr\.am)$/, path: /^\/(?!p\/|reel\/|explore\/)[\w.]{2,}/ }],
  },
  threads: {
    account: "the account's number: me?fields=id of the Threads API shows it",
    exampleAccount: '26000000000000000',
    secretName: 'threads-token',
    secret: 'a long-lived token of the account',
    permissions: 'threads_basic, threads_read_replies',
    madeAt: 'https://developers.facebook.com/apps/',
    links: [{ hosts: /(^|\.)threads\.(com|net)$/, path: /^\/@[\w.]{2,}/ }],
  },
  tiktok: {
    account: 'the business_id (open_id) that TikTok returns with the access token',
    exampleAccount: '-000abcDEF',
    secretName: 'tiktok-access',
    secret: '{"clientId","clientSecret","refreshToken"}',
    permissions: "user.info.basic, video.list, comment.list, and TikTok's approval of the app",
    madeAt: 'https://business-api.tiktok.com/portal/apps',
    links: [{ hosts: /(^|\.)tiktok\.com$/, path: /^\/@[\w.]{2,}/ }],
  },
  linkedin: {
    account: "the organization's number: the address of the page's admin view has it",
    exampleAccount: '12345678',
    secretName: 'linkedin-token',
    secret: 'an access token of an administrator of the page',
    permissions: "r_organization_social, r_organization_social_feed, and LinkedIn's approval of the app",
    madeAt: 'https://www.linkedin.com/developers/tools/oauth/token-generator',
    links: [
      {
        hosts: /(^|\.)linkedin\.com$/,
        path: /^\/company\/[\w%.-]{2,}/,
        account: /^\/company\/(\d+)(?:\/|$)/,
      },
    ],
  },
  youtube: {
    account: "the channel's id, UC...: https://www.youtube.com/account_advanced shows it",
    exampleAccount: 'UC0000000000000000000000',
    secretName: 'youtube-api-key',
    secret: 'an API key for the YouTube Data API v3',
    permissions: 'none for a key',
    madeAt: 'https://console.cloud.google.com/apis/credentials',
    links: [
      {
        hosts: /(^|\.)youtube\.com$/,
        path: /^\/(@|channel\/|c\/|user\/)[\w.%-]{2,}/,
        account: /^\/channel\/(UC[\w-]{22})/,
      },
    ],
  },
  vk: {
    account: "the community's number: Manage, Settings shows it",
    exampleAccount: '123456789',
    secretName: 'vk-service-key',
    secret: "an app's service key (a community token is refused)",
    permissions: 'none beyond the public wall',
    madeAt: 'https://id.vk.com/about/business/go',
    links: [
      {
        hosts: /(^|\.)(vk\.com|vk\.ru)$/,
        path: /^\/(?!share|widget)[\w.]{2,}/,
        account: /^\/(?:club|public)(\d+)/,
      },
    ],
  },
  'google-reviews': {
    account: 'accounts/<id>/locations/<id>, as the Business Profile API lists it',
    exampleAccount: 'accounts/1/locations/2',
    secretName: 'google-reviews-access',
    secret: '{"clientId","clientSecret","refreshToken"}',
    permissions: "business.manage, and Google's approval of the project",
    madeAt: 'https://console.cloud.google.com/apis/credentials',
    links: [
      {
        hosts: /^(g\.page|search\.google\.com)$/,
        path: /^\/(?:local\/(?:write)?reviews|(?:r\/)?[\w-]{2,})/,
      },
      {
        hosts: /^((www|maps)\.)?google\.[a-z.]{2,6}$/,
        path: /^\/maps\/place\/(?!-?[\d.,+-]+(%C2%B0|[@/]|$))|^\/.*[?&]cid=\d+/,
      },
      { hosts: /^maps\.app\.goo\.gl$/, path: /^\/\w{5,}/ },
    ],
  },
  telegram: {
    account: "the channel's number, -100...; the bot must be admin of its discussion group",
    exampleAccount: '-1001234567890',
    secretName: 'telegram-bot-token',
    secret: "a bot's token",
    permissions: 'the bot is admin of the discussion group',
    madeAt: 'https://t.me/BotFather',
    links: [{ hosts: /^(t\.me|telegram\.me)$/, path: /^\/(?!share|\+|joinchat|addstickers)[a-z]\w{3,}/i }],
  },
  trustpilot: {
    account: "the business unit's id: the API finds it by the domain",
    exampleAccount: '0123456789abcdef01234567',
    secretName: 'trustpilot-access',
    secret: '{"apiKey","apiSecret"}',
    permissions: 'private reviews',
    madeAt: 'https://businessapp.b2b.trustpilot.com/applications',
    links: [{ hosts: /(^|\.)trustpilot\.com$/, path: /^\/review\/[\w.-]{3,}/ }],
  },
  x: {
    account: "the account's number, not its name: the API's users/by/username finds it",
    exampleAccount: '1234567890',
    secretName: 'x-bearer-token',
    secret: "an app's bearer token",
    permissions: 'public posts; each post that is read is paid',
    madeAt: 'https://developer.x.com/en/portal/dashboard',
    links: [{ hosts: /(^|\.)(x\.com|twitter\.com)$/, path: /^\/(?!intent|share|home|search|hashtag)\w{2,}/ }],
  },
};

const shapes = pageKinds.flatMap((kind) => platformNeeds[kind].links.map((link) => ({ kind, ...link })));

/** The business's pages among addresses that its site links to; the first of each kind, because most sites have one. */
export function socialPages(addresses: readonly string[]): SocialPage[] {
  const pages = new Map<PageKind, SocialPage>();
  for (const address of addresses) {
    const url = URL.parse(address);
    if (url === null || !/^https?:$/.test(url.protocol)) continue;
    const path = `${url.pathname}${url.search}`;
    const link = shapes.find(({ hosts, path: shape }) => hosts.test(url.hostname.toLowerCase()) && shape.test(path));
    if (link === undefined || pages.has(link.kind)) continue;
    pages.set(link.kind, { kind: link.kind, address: url.href, account: link.account?.exec(path)?.[1] ?? null });
  }
  return [...pages.values()];
}
