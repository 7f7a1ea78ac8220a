import type { SocialKind } from '../../../shared/model/social-platform.ts';
import type { Platform } from '../platform.ts';
import { callFiles } from './call-files.ts';
import { facebook } from './facebook.ts';
import { googleReviews } from './google-reviews.ts';
import { instagram } from './instagram.ts';
import { linkedin } from './linkedin.ts';
import { mailbox } from './mailbox.ts';
import { telegram } from './telegram.ts';
import { threads } from './threads.ts';
import { tiktok } from './tiktok.ts';
import { trustpilot } from './trustpilot.ts';
import { twilio } from './twilio.ts';
import { vk } from './vk.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';
import { zadarma } from './zadarma.ts';

/** By touchpoint kind. A platform is one file beside this one and one line here. */
export const platforms: Readonly<Record<SocialKind, Platform>> = {
  facebook,
  instagram,
  threads,
  tiktok,
  linkedin,
  youtube,
  vk,
  'google-reviews': googleReviews,
  telegram,
  trustpilot,
  x,
  'call-files': callFiles,
  twilio,
  zadarma,
  mailbox,
};
