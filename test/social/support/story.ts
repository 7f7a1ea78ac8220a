import type { ConversationReason, ConversationState } from '../../../shared/model/conversation.ts';
import { type PageKind, pageKinds } from '../../../shared/model/social-platform.ts';
import { underTest } from './platforms-under-test.ts';

/** What happens in a story, in minutes after its beginning. `ref` names the entry for later steps; the first is `it`. */
export type Step =
  | {
      readonly after: number;
      readonly does: 'write';
      readonly who: Who;
      readonly text: string;
      readonly to?: string;
      readonly ref?: string;
      /** The conversation is found by this entry, where the platform begins a new one with it. */
      readonly matter?: true;
      readonly sticker?: true;
      readonly stars?: number;
      readonly moderation?: 'PENDING' | 'REJECTED';
    }
  | { readonly after: number; readonly does: 'edit'; readonly ref: string; readonly text: string }
  | { readonly after: number; readonly does: 'delete' | 'hide' | 'like' | 'answer-privately'; readonly ref: string };
export type Who = 'customer' | 'other' | 'business' | 'staff' | 'nobody';

/** A wait, in minutes after the story's beginning: since when somebody waits, and until when (null: for ever). */
export type Wait = readonly [from: number, until: number | null];

export interface Ending {
  readonly state: ConversationState;
  readonly reason: ConversationReason;
  /** Business minutes until the answer; absent when nobody answered. */
  readonly minutes?: number;
}

export interface Story {
  readonly name: string;
  readonly on: readonly PageKind[];
  /** Day and time in Kyiv at which the first copy begins; the next ones two minutes apart. */
  readonly begins: readonly string[];
  readonly copies: number;
  /** Under one of our posts unless told otherwise. */
  readonly where?: 'ad' | 'own-post' | 'visitor' | 'messenger';
  readonly steps: readonly Step[];
  /** How the conversation stands on Sunday evening; null: it is nowhere. */
  readonly ends: Ending | null;
  /** When somebody waits, read off the steps by hand; the week's figures are recounted from it, minute by minute. */
  readonly waits: readonly Wait[];
  readonly except?: Partial<Record<PageKind, { readonly ends: Ending; readonly waits: readonly Wait[] }>>;
}

const kindsWith = (written: (typeof underTest)[PageKind]['written']): readonly PageKind[] =>
  pageKinds.filter((kind) => underTest[kind].written === written);

export const comments = kindsWith('comments');
export const reviews = kindsWith('reviews');
export const everywhere = pageKinds;

export const asks = (text: string): Step => ({ after: 0, does: 'write', who: 'customer', text, stars: 2 });
export const answers = (after: number, to = 'it') =>
  ({ after, does: 'write', who: 'business', text: 'Yes, from 10 to 18.', to }) as const satisfies Step;
