/** Live chats that are known by what they leave on a page, with the names that their makers give them. */
export const chatVendors = {
  tawk: 'tawk.to',
  jivo: 'Jivo',
  crisp: 'Crisp',
  livechat: 'LiveChat',
  tidio: 'Tidio',
  zendesk: 'Zendesk',
  hubspot: 'HubSpot',
  intercom: 'Intercom',
  freshchat: 'Freshchat',
  chaport: 'Chaport',
  chatra: 'Chatra',
  bitrix24: 'Bitrix24',
  carrotquest: 'Carrot quest',
  'talk-me': 'Talk-Me',
  verbox: 'Verbox',
  chatwoot: 'Chatwoot',
  drift: 'Drift',
  smartsupp: 'Smartsupp',
  'zoho-salesiq': 'Zoho SalesIQ',
  helpcrunch: 'HelpCrunch',
  olark: 'Olark',
} as const;

export type ChatVendorId = keyof typeof chatVendors;

export const chatVendorIds = Object.keys(chatVendors) as [ChatVendorId, ...ChatVendorId[]];

/** Those in which a question can be asked: their calls for developers tell that a message has left, and that somebody answers. */
export const askableChats = ['tawk', 'jivo', 'crisp', 'livechat'] as const satisfies readonly ChatVendorId[];
export type AskableChat = (typeof askableChats)[number];

export function isAskable(vendor: string): vendor is AskableChat {
  return askableChats.some((each) => each === vendor);
}
