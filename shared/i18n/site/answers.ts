import type { BotWallVendor, Placeholder, StatusMeaning } from '../../model/site-statements.ts';

/** What is so, as the part of a sentence that it ends or fills, and what to do about it, as sentences. */
interface Explained {
  readonly what: string;
  readonly todo: string;
}

/** How an owner lets Touchlight through, as a sentence that begins small. */
export type Recipes = Readonly<Record<BotWallVendor, (userAgent: string) => string>>;
/** What is shown instead of the site. */
export type Placeholders = Readonly<Record<Placeholder, Explained>>;
export type Meanings = Readonly<Record<StatusMeaning, Explained>>;
