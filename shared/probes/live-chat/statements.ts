import type { ChatVendorId } from '../../model/chat-vendor.ts';
import { sayer } from '../../model/finding.ts';

/** What a chat itself says of the people behind it. */
export type Presence = 'online' | 'away' | 'offline';

/** Why a chat that can be asked who is there has not said it. */
export type Unread =
  | { readonly why: 'threw'; readonly message: string }
  | { readonly why: 'hung'; readonly seconds: number }
  | { readonly why: 'nonsense'; readonly answer: string };

/** What the probe can report. */
export type LiveChatStatements = {
  readonly 'live-chat/present': {
    readonly vendor: ChatVendorId;
    /** Null for a chat that does not say. */
    readonly presence: Presence | null;
    readonly inHours: boolean;
    /** It comes only once a visitor has accepted cookies. */
    readonly afterConsent: boolean;
    /** In place of the chat's own button visitors see one of the site's. */
    readonly ownButton?: true;
  };
  readonly 'live-chat/only-plugin': { readonly plugin: 'facebook' };
  readonly 'live-chat/none': { readonly seconds: number };
  readonly 'live-chat/missing': {
    readonly wanted: ChatVendorId | 'any';
    readonly instead: readonly ChatVendorId[];
    readonly seconds: number;
  };
  /** The named chat has not come, and something else may be why. */
  readonly 'live-chat/unclear': {
    readonly wanted: ChatVendorId | 'any';
    readonly seconds: number;
  } & (
    | { readonly why: 'gate' | 'off-hours' | 'own-button' }
    /** What brings it could not be loaded from here. */
    | { readonly why: 'loader'; readonly host: string }
  );
  readonly 'live-chat/script-gone': { readonly vendor: ChatVendorId; readonly status: number };
  readonly 'live-chat/script-not-loaded': { readonly vendor: ChatVendorId; readonly status: number | null };
  readonly 'live-chat/not-shown': { readonly vendor: ChatVendorId; readonly seconds: number };
  readonly 'live-chat/no-button': { readonly vendor: ChatVendorId };
  readonly 'live-chat/unread': { readonly vendor: ChatVendorId } & Unread;
  readonly 'live-chat/nobody': { readonly vendor: ChatVendorId; readonly presence: 'away' | 'offline' };
  readonly 'live-chat/hidden': { readonly vendor: ChatVendorId };
  readonly 'live-chat/covered': { readonly vendor: ChatVendorId; readonly cover: string };
  readonly 'live-chat/no-offline-form': { readonly vendor: ChatVendorId };
  readonly 'live-chat/dead-plugin': { readonly plugin: 'facebook' };
};

export const sayLiveChat = sayer<LiveChatStatements>();
