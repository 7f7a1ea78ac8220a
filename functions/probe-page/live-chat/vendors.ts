import type { ChatVendorId } from '../../../shared/model/chat-vendor.ts';

/** What a vendor documents about who is there: asked in the page, nothing is sent to anybody. */
export interface PresenceCall {
  /** The path of what must be there before it can be asked: `Tawk_API.getStatus`. */
  readonly needs: string;
  /** A JavaScript expression; a promise is waited for. */
  readonly ask: string;
  readonly online: readonly (string | boolean)[];
  readonly away: readonly (string | boolean)[];
  readonly offline: readonly (string | boolean)[];
  /** In its first seconds it says "online", too, before it knows. */
  readonly unsureAtFirst?: true;
  /** Only some of the vendor's products have it: where it is missing, the chat does not say who is there. */
  readonly optional?: true;
}

export interface ChatVendor {
  /** Of its script, without the protocol: beginnings of addresses, or parts of a path for chats that run on hosts of one's own. */
  readonly scripts: readonly string[];
  /** Paths that exist in the page once the script has run. */
  readonly globals: readonly string[];
  /** CSS selectors of its button, or of what holds it. */
  readonly button: string;
  /** A word in the ids, classes and addresses of what it puts on the page, where its selectors have changed. */
  readonly word: string;
  /** Null where the vendor documents none. */
  readonly presence: PresenceCall | null;
}

/**
 * What each chat leaves on a page, and how it can be asked. The facts and their sources are in docs/live-chat.md.
 * A global that the snippet itself creates, before the script has come, is no proof and is not listed.
 */
export const vendors: Readonly<Record<ChatVendorId, ChatVendor>> = {
  tawk: {
    scripts: ['embed.tawk.to/'],
    globals: ['Tawk_API.getStatus'],
    button: 'iframe[title="chat widget" i], .widget-visible iframe',
    word: 'tawk',
    presence: {
      needs: 'Tawk_API.getStatus',
      ask: 'Tawk_API.getStatus()',
      online: ['online'],
      away: ['away'],
      offline: ['offline'],
    },
  },
  jivo: {
    scripts: ['code.jivosite.com/', 'code.jivo.ru/', 'code-ya.jivosite.com/'],
    globals: ['jivo_api.chatMode', 'jivo_version'],
    button: 'jdiv',
    word: 'jivo',
    presence: {
      needs: 'jivo_api.chatMode',
      ask: 'jivo_api.chatMode()',
      online: ['online'],
      away: [],
      offline: ['offline'],
    },
  },
  crisp: {
    scripts: ['client.crisp.chat/'],
    globals: ['$crisp.is'],
    button: '#crisp-chatbox [role="button"], #crisp-chatbox a, .crisp-client a',
    word: 'crisp',
    presence: {
      needs: '$crisp.is',
      ask: "$crisp.is('website:available')",
      online: [true],
      away: [],
      offline: [false],
      unsureAtFirst: true,
    },
  },
  livechat: {
    scripts: ['cdn.livechatinc.com/'],
    globals: ['LiveChatWidget._h', 'LC_API'],
    button: '#chat-widget-container iframe, iframe#chat-widget, iframe#chat-widget-minimized',
    word: 'livechat',
    presence: {
      needs: 'LiveChatWidget.get',
      ask: "LiveChatWidget.get('state').availability",
      online: ['online'],
      away: [],
      offline: ['offline'],
    },
  },
  tidio: {
    scripts: ['code.tidio.co/'],
    globals: ['tidioChatApi'],
    button: '#tidio-chat-iframe, #tidio-chat iframe',
    word: 'tidio',
    presence: null,
  },
  zendesk: {
    scripts: ['static.zdassets.com/ekr/', 'static.zdassets.com/web_widget/', 'v2.zopim.com/'],
    globals: ['zE', '$zopim.livechat'],
    button: 'iframe#launcher, iframe#webWidget, iframe[data-product="web_widget"], .zopim iframe',
    word: 'zopim',
    presence: {
      needs: '$zopim.livechat.setOnStatus',
      ask: 'new Promise((say) => $zopim.livechat.setOnStatus(say))',
      online: ['online'],
      away: ['away'],
      offline: ['offline'],
      optional: true,
    },
  },
  hubspot: {
    scripts: ['.usemessages.com/'],
    globals: ['HubSpotConversations.widget'],
    button: '#hubspot-messages-iframe-container iframe',
    word: 'hubspot-messages',
    presence: null,
  },
  intercom: {
    scripts: ['widget.intercom.io/', 'js.intercomcdn.com/'],
    globals: ['Intercom.booted'],
    button: '.intercom-lightweight-app-launcher, iframe.intercom-launcher-frame, .intercom-launcher',
    word: 'intercom',
    presence: null,
  },
  freshchat: {
    scripts: ['wchat.freshchat.com/', 'wchat.eu.freshchat.com/', 'wchat.in.freshchat.com/'],
    globals: ['fcWidget.isLoaded'],
    button: '#fc_frame, #fc_frame iframe',
    word: 'fc_frame',
    presence: null,
  },
  chaport: {
    scripts: ['app.chaport.com/javascripts/'],
    globals: ['chaport.getWidgetState'],
    button: '.chaport-launcher, .chaport-container',
    word: 'chaport',
    presence: null,
  },
  chatra: {
    scripts: ['call.chatra.io/'],
    globals: ['Chatra.openChat'],
    button: '#chatra, #chatra__iframe',
    word: 'chatra',
    presence: null,
  },
  bitrix24: {
    scripts: ['/crm/site_button/loader_'],
    globals: ['BX.SiteButton', 'BX.LiveChat'],
    button: '.b24-widget-button-wrapper, .bx-livechat-wrapper',
    word: 'b24-widget',
    presence: null,
  },
  carrotquest: {
    scripts: ['cdn.carrotquest.app/', 'cdn.carrotquest.io/'],
    globals: ['carrotquest.open', 'carrotquest.data'],
    button: '#carrot-messenger-collapsed-container, #carrotquest-messenger-collapsed-container',
    word: 'carrotquest',
    presence: null,
  },
  'talk-me': {
    scripts: ['lcab.talk-me.ru/support/'],
    globals: ['TalkMe.version'],
    button: '#supportTrigger, .online-support-trigger',
    word: 'talk-me',
    presence: null,
  },
  verbox: {
    scripts: ['admin.verbox.ru/support/'],
    globals: ['Verbox.version'],
    button: '#supportTrigger, .online-support-trigger',
    word: 'verbox',
    presence: null,
  },
  chatwoot: {
    scripts: ['/packs/js/sdk.js'],
    globals: ['$chatwoot'],
    button: '.woot-widget-bubble, #chatwoot_live_chat_widget',
    word: 'woot',
    presence: null,
  },
  drift: {
    scripts: ['js.driftt.com/'],
    globals: ['drift.api'],
    button: '#drift-frame-controller, #drift-widget',
    word: 'drift',
    presence: {
      needs: 'drift.on',
      ask: "new Promise((say) => drift.on('ready', (api, payload) => say(payload.isOnline)))",
      online: [true],
      away: [],
      offline: [false],
    },
  },
  smartsupp: {
    scripts: ['www.smartsuppchat.com/', 'widget-v3.smartsuppcdn.com/'],
    globals: ['Smartsupp'],
    button: '#smartsupp-widget-container iframe, #smartsupp-widget-container, #chat-application',
    word: 'smartsupp',
    presence: null,
  },
  'zoho-salesiq': {
    scripts: ['salesiq.zoho.com/', 'salesiq.zoho.eu/', 'salesiq.zohopublic.com/', 'salesiq.zohopublic.eu/'],
    globals: ['$zoho.salesiq.chat'],
    button: '#zsiq_float, .zsiq_floatmain, #zsiq_agelif',
    word: 'zsiq',
    presence: {
      needs: '$zoho.salesiq.chat.online',
      ask: "new Promise((say) => { $zoho.salesiq.chat.online(() => say('online')); $zoho.salesiq.chat.offline(() => say('offline')); })",
      online: ['online'],
      away: [],
      offline: ['offline'],
    },
  },
  helpcrunch: {
    scripts: ['widget.helpcrunch.com/', 'embed.helpcrunch.com/'],
    globals: ['HelpCrunch.version'],
    button: '.helpcrunch-iframe-wrapper, [class*="helpcrunch"] iframe',
    word: 'helpcrunch',
    presence: null,
  },
  olark: {
    scripts: ['static.olark.com/'],
    globals: ['olark.version'],
    button: '#olark-wrapper, .olark-launch-button, #olark-container',
    word: 'olark',
    presence: null,
  },
};

/** Facebook's chat plugin for websites: Meta switched it off on 2024-05-09. */
export const facebookPlugin = {
  scripts: ['/sdk/xfbml.customerchat.js'],
  elements: '.fb-customerchat, .fb-customer-chat',
} as const;

/** Scripts that bring others: a chat cannot come by one that does not load. The first entry is of HubSpot, at any of its regions. */
export const loaders: readonly { readonly script: string; readonly brings: ChatVendorId | 'any' }[] = [
  { script: '.hs-scripts.com/', brings: 'hubspot' },
  { script: 'www.googletagmanager.com/gtm.js', brings: 'any' },
  { script: 'assets.adobedtm.com/', brings: 'any' },
  { script: 'tags.tiqcdn.com/', brings: 'any' },
];
