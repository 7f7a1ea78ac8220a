/** A messenger or a social page, told by its address alone: no rule knows a site. */
export interface OutwardContact {
  readonly kind: 'messenger' | 'social';
  /** "WhatsApp", "Telegram" ... */
  readonly name: string;
  /** The address without what only fills in a text or counts a click. */
  readonly value: string;
}

interface Rule {
  readonly name: string;
  readonly hosts: RegExp;
  /** Path and query that name somebody; what does not (sharing, a bare home page) is no contact. */
  readonly addressee: RegExp;
}

const messengers: readonly Rule[] = [
  {
    name: 'WhatsApp',
    hosts: /^(wa\.me|wa\.link|whatsapp:)$/,
    addressee: /^\/?(\+?\d{6,}|message\/\w+|qr\/\w+|[a-z0-9]{5,}$|c\/\d+|send.*phone=\+?\d{6,})/i,
  },
  {
    name: 'WhatsApp',
    hosts: /^((api|web|chat|www)\.)?whatsapp\.com$/,
    addressee: /phone=(\+|%2B)?\s*\d{6,}|^\/(channel|catalog)\/|^\/[A-Za-z0-9]{18,}|^\/(send\/)?\+?\d{8,}/i,
  },
  {
    name: 'Telegram',
    hosts: /^(t\.me|telegram\.me|telegram\.dog|telegram:|tg:)$/,
    addressee:
      /^\/(?!(share|addstickers|proxy|socks|iv)\b)(s\/)?(\+?\w{3,}|joinchat\/)|resolve.*(domain|phone)=\+?\w+|domain=\w+/i,
  },
  // "name.t.me" is the same as "t.me/name".
  { name: 'Telegram', hosts: /^(?!www\.)\w{4,}\.t\.me$/, addressee: /^\/(?!share)/ },
  { name: 'Telegram', hosts: /^telegram\.im$/, addressee: /^\/@\w{3,}/ },
  { name: 'Telegram', hosts: /^web\.telegram\.org$/, addressee: /#@\w{3,}/ },
  {
    name: 'Viber',
    hosts: /^(viber:|viber\.click|chats\.viber\.com|invite\.viber\.com|viber\.me|vb\.me)$/,
    addressee: /number=|chatURI=|^\/?\+?\w{3,}|g2=/i,
  },
  {
    name: 'Messenger',
    hosts: /^(m\.me|(www\.)?messenger\.com|fb-messenger:)$/,
    addressee: /^\/(t\/)?[\w.-]{2,}|user/i,
  },
  { name: 'Messenger', hosts: /^(www\.|m\.)?facebook\.com$/, addressee: /^\/messages\/t\/[\w.-]+/i },
  { name: 'Signal', hosts: /^(signal\.(me|group|org)|sgnl:)$/, addressee: /#p\/\+?\d+|#eu\/|#\w+/i },
  { name: 'Max', hosts: /^((www|web)\.)?max\.ru$/, addressee: /^\/(u\/)?[\w+-]{3,}/i },
  // Leads to the messenger that its query names.
  { name: 'msng.link', hosts: /^msng\.link$/, addressee: /[?/]\+?\d{8,}=\w{2}|^\/\w{2}\/\S{3,}/ },
  { name: 'Line', hosts: /^(line\.me|lin\.ee|page\.line\.me|line:)$/, addressee: /^\/(?!.*\bshare\b)\S{2,}/i },
  { name: 'Skype', hosts: /^(skype:|join\.skype\.com)$/, addressee: /\S{3,}/ },
  { name: 'WeChat', hosts: /^(weixin:|wechat:|u\.wechat\.com)$/, addressee: /\S{2,}/ },
  { name: 'Zalo', hosts: /^zalo\.me$/, addressee: /^\/\w{3,}/ },
  { name: 'KakaoTalk', hosts: /^pf\.kakao\.com$/, addressee: /^\/\w{3,}/ },
  { name: 'Threema', hosts: /^threema\.id$/, addressee: /^\/\w{8}/ },
  { name: 'VK', hosts: /^vk\.me$/, addressee: /^\/[\w.]{2,}/ },
  { name: 'VK', hosts: /^((www|m|web)\.)?(vk\.com|vk\.ru)$/, addressee: /^\/(write-?\d+|im\b.*[?&]sel=-?\d+)/i },
  { name: 'Instagram', hosts: /^ig\.me$/, addressee: /^\/m\/[\w.]{2,}/ },
];

const notProfiles =
  /^\/(share|sharer|sharing|intent|home|login|signup|search|hashtag|explore|policies|policy|privacy|legal|help|tr|plugins|dialog|watch|reel|p|pin\/create|embed|shorts|maps|photo|events|l\.php|widget|video|wall|status|im|write-?\d*)([/?.]|$)/i;
const socials: readonly Rule[] = [
  {
    name: 'Facebook',
    hosts: /^((www|m|web|[a-z]{2}-[a-z]{2})\.)?(facebook\.com|fb\.com|fb\.me)$/,
    addressee: /^\/[\w.%-]{2,}/,
  },
  { name: 'Instagram', hosts: /^((www|m)\.)?(instagram\.com|instagr\.am)$/, addressee: /^\/[\w.]{2,}/ },
  { name: 'TikTok', hosts: /^((www|m)\.)?tiktok\.com$/, addressee: /^\/@[\w.]{2,}/ },
  { name: 'YouTube', hosts: /^((www|m)\.)?youtube\.com$/, addressee: /^\/(@|channel\/|c\/|user\/)[\w.%-]{2,}/ },
  {
    name: 'LinkedIn',
    hosts: /^((www|[a-z]{2})\.)?linkedin\.com$/,
    addressee: /^\/(company|in|school|showcase)\/[\w.%-]{2,}/,
  },
  { name: 'X', hosts: /^((www|mobile)\.)?(twitter\.com|x\.com)$/, addressee: /^\/\w{2,}/ },
  { name: 'VK', hosts: /^((www|m)\.)?(vk\.com|vk\.ru|vkontakte\.ru)$/, addressee: /^\/[\w.]{2,}/ },
  { name: 'OK', hosts: /^((www|m)\.)?ok\.ru$/, addressee: /^\/[\w.]{2,}/ },
  { name: 'Pinterest', hosts: /^((www|[a-z]{2})\.)?pinterest\.[a-z.]{2,5}$/, addressee: /^\/\w{2,}/ },
  { name: 'Threads', hosts: /^(www\.)?threads\.(net|com)$/, addressee: /^\/@[\w.]{2,}/ },
  { name: 'XING', hosts: /^(www\.)?xing\.com$/, addressee: /^\/(pages|companies|profile)\/\S{2,}/ },
];

export function readOutwardContact(href: string): OutwardContact | null {
  const url = URL.parse(href);
  if (url === null) return null;
  const isWeb = /^https?:$/.test(url.protocol);
  const host = isWeb ? url.hostname.toLowerCase() : url.protocol;
  const path = `${url.pathname}${url.search}${url.hash}`.replaceAll('%20', ''); // a spaced number opens the chat all the same
  const rest = isWeb ? path : `${url.hostname}${path}`;
  const messenger = messengers.find(({ hosts, addressee }) => hosts.test(host) && addressee.test(rest));
  if (messenger !== undefined && !isSharing(url)) return { kind: 'messenger', name: messenger.name, value: bare(url) };
  const social = socials.find(({ hosts, addressee }) => hosts.test(host) && addressee.test(rest));
  if (social === undefined || notProfiles.test(url.pathname)) return null;
  return { kind: 'social', name: social.name, value: bare(url) };
}

function isSharing(url: URL): boolean {
  return /^\/(share|sharing|forward|msg\b)|\bforward\b/.test(
    `${url.hostname === 'forward' ? '/forward' : ''}${url.pathname}`,
  );
}

/** Without prepared texts and click counters. */
function bare(url: URL): string {
  const copy = new URL(url);
  for (const name of [...copy.searchParams.keys()]) {
    if (/^(text|body|utm_\w+|fbclid|igshid|igsh|hl|lang|start|ref|source|app_absent|draft)$/i.test(name))
      copy.searchParams.delete(name);
  }
  return copy.href;
}
