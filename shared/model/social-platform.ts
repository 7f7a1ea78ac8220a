interface PlatformFacts {
  /** As people call it. */
  readonly name: string;
  /** Minutes between polls, unless the file says otherwise. */
  readonly everyMinutes: number;
  /** Does its secret change by being used? A renewed token is stored in the place of the old one. */
  readonly renewsSecret: boolean;
  /** Does its API show what the business liked or reacted to? */
  readonly showsLikes: boolean;
  /** How it is asked: a page by its platform's API, a mailbox by its server. */
  readonly protocol: 'https' | 'imap' | 'file';
}

/**
 * Networks and review sites that can be asked who waits for an answer, by the touchpoint's kind. A new platform begins with
 * its line here: the compiler names what else it needs.
 */
export const socialPlatforms = {
  facebook: { name: 'Facebook', everyMinutes: 15, renewsSecret: false, showsLikes: true, protocol: 'https' },
  instagram: { name: 'Instagram', everyMinutes: 15, renewsSecret: true, showsLikes: false, protocol: 'https' },
  threads: { name: 'Threads', everyMinutes: 15, renewsSecret: true, showsLikes: false, protocol: 'https' },
  tiktok: { name: 'TikTok', everyMinutes: 15, renewsSecret: true, showsLikes: true, protocol: 'https' },
  // Until it has vetted an app, it allows few calls a day.
  linkedin: { name: 'LinkedIn', everyMinutes: 60, renewsSecret: false, showsLikes: false, protocol: 'https' },
  youtube: { name: 'YouTube', everyMinutes: 15, renewsSecret: false, showsLikes: true, protocol: 'https' },
  vk: { name: 'VK', everyMinutes: 15, renewsSecret: false, showsLikes: true, protocol: 'https' },
  'google-reviews': {
    name: 'Google reviews',
    everyMinutes: 30,
    renewsSecret: false,
    showsLikes: false,
    protocol: 'https',
  },
  // Asked too seldom, messages are lost: it drops what nobody has fetched within a day.
  telegram: { name: 'Telegram', everyMinutes: 15, renewsSecret: false, showsLikes: true, protocol: 'https' },
  trustpilot: { name: 'Trustpilot', everyMinutes: 30, renewsSecret: false, showsLikes: false, protocol: 'https' },
  // Each post that is read is paid.
  x: { name: 'X', everyMinutes: 60, renewsSecret: true, showsLikes: true, protocol: 'https' },
  mailbox: { name: 'Mailbox', everyMinutes: 15, renewsSecret: false, showsLikes: false, protocol: 'imap' },
  // Where a phone's calls are listed.
  'call-files': { name: 'call records', everyMinutes: 15, renewsSecret: false, showsLikes: false, protocol: 'file' },
  twilio: { name: 'Twilio', everyMinutes: 15, renewsSecret: false, showsLikes: false, protocol: 'https' },
  zadarma: { name: 'Zadarma', everyMinutes: 15, renewsSecret: false, showsLikes: false, protocol: 'https' },
} as const satisfies Readonly<Record<string, PlatformFacts>>;

export type SocialKind = keyof typeof socialPlatforms;
export const socialKinds: readonly SocialKind[] = Object.keys(socialPlatforms) as SocialKind[];
/** Where the calls of a phone are listed, by what the file calls it. */
export const phoneSources = { csv: 'call-files', twilio: 'twilio', zadarma: 'zadarma' } as const satisfies Readonly<
  Record<string, SocialKind>
>;
export type PhoneSource = keyof typeof phoneSources;
export const phoneSourceNames: readonly PhoneSource[] = Object.keys(phoneSources) as PhoneSource[];

/** Networks and review sites, where the business has a page at somebody else's; a phone is one kind whatever its exchange. */
export type PageKind = Exclude<SocialKind, 'mailbox' | (typeof phoneSources)[PhoneSource]>;
const phonePlatforms: ReadonlySet<SocialKind> = new Set(Object.values(phoneSources));
export const pageKinds: readonly PageKind[] = socialKinds.filter(
  (kind): kind is PageKind => kind !== 'mailbox' && !phonePlatforms.has(kind),
);

/** Is what a check polls a phone? */
export function isPhone(kind: SocialKind): boolean {
  return phonePlatforms.has(kind);
}

/** The numeric id of a Telegram account; a channel's begins with a minus, or it has a name. */
export function isTelegramAccount(page: string): boolean {
  return /^\d+$/.test(page);
}

/** Their names, the same in every language unless its words say otherwise. */
export const platformNames = Object.fromEntries(
  socialKinds.map((kind) => [kind, socialPlatforms[kind].name]),
) as Readonly<Record<SocialKind, string>>;
