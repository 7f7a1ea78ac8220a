import type { SocialKind } from '../../../shared/model/probes/responses.ts';
import type { Platform } from '../platform.ts';
import { facebook } from './facebook.ts';

/** By touchpoint kind. A platform is one file beside this one and one line here. */
export const platforms: Readonly<Partial<Record<SocialKind, Platform>>> = { facebook };
