import type { SocialKind } from './spec.ts';

/** As people call the platforms. */
export const platformNames: Readonly<Record<SocialKind, string>> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  youtube: 'YouTube',
  vk: 'VK',
  'google-reviews': 'Google reviews',
  telegram: 'Telegram',
  trustpilot: 'Trustpilot',
  x: 'X',
};
