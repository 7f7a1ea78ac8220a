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
