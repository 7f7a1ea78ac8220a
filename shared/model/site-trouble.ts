/** What goes wrong for customers at a site, what loses most of them first. */
export const troubleKinds = ['no-page', 'certificate', 'form', 'contacts', 'speed', 'other'] as const;
export type TroubleKind = (typeof troubleKinds)[number];
