/** The six places of a customer-service audit, in the order in which its sheet shows them. */
export const places = ['phone', 'messages', 'social', 'live-contact', 'website', 'reviews'] as const;
/**
 * - `messages`: e-mail and messengers;
 * - `live-contact`: face to face, such as the shop floor;
 * - `website`: with its chat and its forms.
 */
export type Place = (typeof places)[number];
