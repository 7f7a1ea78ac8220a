/**
 * Hosts, with all below them, that count visitors, sell advertisements or open conversations: what a guest's visit must not reach. The
 * common ones; whatever else a page wants to send is held back because a guest sends nothing.
 */
const trackingHosts: readonly string[] = [
  // Counters and tag managers
  ...['google-analytics.com', 'analytics.google.com', 'googletagmanager.com', 'stats.g.doubleclick.net'],
  ...['mc.yandex.ru', 'mc.yandex.com', 'metrika.yandex.ru', 'top-fwz1.mail.ru', 'counter.yadro.ru', 'bigmir.net'],
  ...['clarity.ms', 'hotjar.com', 'hotjar.io', 'mouseflow.com', 'fullstory.com', 'smartlook.com', 'luckyorange.com'],
  ...['plausible.io', 'matomo.cloud', 'umami.is', 'simpleanalyticscdn.com', 'cloudflareinsights.com', 'usefathom.com'],
  ...[
    'segment.com',
    'segment.io',
    'mixpanel.com',
    'amplitude.com',
    'heapanalytics.com',
    'posthog.com',
    'statcounter.com',
  ],
  ...[
    'scorecardresearch.com',
    'quantserve.com',
    'newrelic.com',
    'nr-data.net',
    'calltouch.ru',
    'comagic.ru',
    'ringostat.com',
  ],
  ...['callibri.ru', 'mango-office.ru', 'binotel.com', 'hs-analytics.net', 'hs-banner.com', 'omtrdc.net', 'demdex.net'],
  // Advertisements
  ...[
    'doubleclick.net',
    'googlesyndication.com',
    'googleadservices.com',
    'adservice.google.com',
    'adnxs.com',
    'criteo.com',
  ],
  ...[
    'criteo.net',
    'connect.facebook.net',
    'analytics.tiktok.com',
    'ads.linkedin.com',
    'snap.licdn.com',
    'bat.bing.com',
  ],
  ...[
    'ads-twitter.com',
    'analytics.twitter.com',
    'ct.pinterest.com',
    'sc-static.net',
    'tr.snapchat.com',
    'an.yandex.ru',
  ],
  ...['taboola.com', 'outbrain.com', 'amazon-adsystem.com', 'admixer.net', 'rtbhouse.com', 'adform.net', 'ads.vk.com'],
  // Live chats
  ...[
    'tawk.to',
    'jivosite.com',
    'jivo.ru',
    'crisp.chat',
    'livechatinc.com',
    'livechat.com',
    'tidio.co',
    'tidiochat.com',
  ],
  ...[
    'zdassets.com',
    'zopim.com',
    'hubspot.com',
    'hs-scripts.com',
    'usemessages.com',
    'intercom.io',
    'intercomcdn.com',
  ],
  ...[
    'freshchat.com',
    'freshworks.com',
    'chaport.com',
    'chatra.io',
    'bitrix24.com',
    'carrotquest.app',
    'carrotquest.io',
  ],
  ...['talk-me.ru', 'verbox.ru', 'chatwoot.com', 'drift.com', 'driftt.com', 'smartsuppchat.com', 'smartsupp.com'],
  ...['salesiq.zoho.com', 'salesiq.zohopublic.com', 'helpcrunch.com', 'olark.com'],
];

const all = new Set(trackingHosts);

/** Is it one of them, or below one? */
export function isTrackingHost(hostname: string): boolean {
  const labels = hostname.toLowerCase().split('.');
  return labels.some((_, first) => all.has(labels.slice(first).join('.')));
}
