import type { Device } from '../../model/device.ts';
import { type Statement, sayer } from '../../model/finding.ts';

/** A file that the page asks for. */
export type FileName = {
  /** In short: the path alone on the page's own host. Null for a file that is written into the page itself. */
  readonly address: string | null;
  /** Whose it is, as people know it ("Google Tag Manager"); absent for the site's own and for what nobody has listed. */
  readonly service?: string;
};
export type FileSeen = FileName & { readonly bytes: number };

/** Part of a page, as a person would point at it. */
export type PageElement =
  | (FileName & { readonly what: 'picture' | 'video' })
  | { readonly what: 'text'; readonly text: string }
  | { readonly what: 'part'; readonly tag: string | null };

/** The longest of the four parts of the wait for the main content. */
type LongestPart = { readonly device: Device; readonly partMs: number };

/** What the probe may have to say of what it saw. */
export type PageLoadStatements = {
  readonly 'page-load/summary': {
    readonly device: Device;
    /** Null where no main content was painted. */
    readonly lcpMs: number | null;
    readonly loadMs: number | null;
    /** When animations let most of the first screen's text appear; null where they do not hold it back. */
    readonly heldMs?: number | null;
  };
  readonly 'page-load/blank': { readonly url: string };
  /**
   * It was on its way when it was not waited for any longer.
   * @param expectedBytes of what is known of all files; of `unsized` more nothing has come
   * @param largest the largest file, at its whole size
   */
  readonly 'page-load/still-loading': {
    readonly device: Device;
    readonly afterMs: number;
    readonly arrivedBytes: number;
    readonly expectedBytes: number;
    readonly unsized: number;
    readonly largest: FileSeen | null;
  };
  /** Nothing came any more. `waitsFor` is null where no request is open. */
  readonly 'page-load/never-loads': { readonly waitsFor: FileName | null };
  readonly 'page-load/slow-host': { readonly benchmarkIndex: number; readonly leastIndex: number };

  readonly 'page-load/paint-server': LongestPart & { readonly server: Statement };
  readonly 'page-load/paint-asked-late': LongestPart & { readonly element: PageElement };
  readonly 'page-load/paint-download': LongestPart & { readonly element: PageElement; readonly file: Download | null };
  readonly 'page-load/paint-held-up': LongestPart & { readonly element: PageElement; readonly why: Statement };
  /** `arrivedMs` is null where the page itself came early. */
  readonly 'page-load/empty-screen': { readonly arrivedMs: number | null; readonly why: Statement };
  /** The server is slow. */
  readonly 'page-load/server': Readonly<Record<string, never>>;
  /** Most of the wait for the server is the network's. */
  readonly 'page-load/network': { readonly serverMs: number };
  /** The page was slow to come, everything else from its server was not. `othersMs` is the middle one's. */
  readonly 'page-load/server-quick-otherwise': {
    readonly serverMs: number;
    readonly others: number;
    readonly othersMs: number;
  };
  /** `server` is null where most of the time went to the redirects. */
  readonly 'page-load/redirected': { readonly redirects: number; readonly server: Statement | null };
  /** The browser shows nothing without them. */
  readonly 'page-load/waits-for-files': FilesSeen & {
    /** The last file, and the style sheet that had to arrive before the browser knew of it (@import). */
    readonly imported?: { readonly file: FileName; readonly by: FileName };
  };
  /** The same of a single file whose server took most of the time; `came` is false where it never came. */
  readonly 'page-load/waits-for-slow-file': {
    readonly file: FileName;
    readonly waitedMs: number;
    readonly came: boolean;
  };
  readonly 'page-load/waits-for-font': { readonly font: FileSeen };
  readonly 'page-load/waits-for-work': {
    readonly device: Device;
    readonly busyMs: number;
    readonly largest: readonly FileSeen[];
  };
  /** A script uncovers the page when all of it is there. @param bytes of everything that had arrived by then */
  readonly 'page-load/hidden-until-loaded': { readonly bytes: number; readonly largest: FileSeen };
  /** The page's own HTML was still arriving. */
  readonly 'page-load/waits-for-document': { readonly bytes: number };
  /** It came right after the answer to a request of a script. */
  readonly 'page-load/waits-for-answer': { readonly file: FileName; readonly tookMs: number };
  /** It came right after late scripts or styles. */
  readonly 'page-load/built-by-scripts': FilesSeen;
  /** Nothing arrived and nothing was worked on. */
  readonly 'page-load/waits-for-timer': { readonly idleMs: number };
  readonly 'page-load/waits-unseen': Readonly<Record<string, never>>;
  readonly 'page-load/waits-for-page': Readonly<Record<string, never>>;
  readonly 'page-load/busy': {
    readonly device: Device;
    readonly longestMs: number;
    readonly largest: readonly FileSeen[];
  };
  readonly 'page-load/shift': { readonly element: PageElement };
  /**
   * @param screenMs when the first screen was complete @param pictures further down, that came later
   * @param bytes of all of them; absent in results of earlier versions, which count five pictures at most
   * @param canWait a browser would fetch them when the visitor scrolls there; absent in results of earlier versions
   */
  readonly 'page-load/below-first-screen': {
    readonly screenMs: number;
    readonly pictures: number;
    readonly bytes?: number;
    readonly largest: readonly FileSeen[];
    readonly canWait?: boolean;
  };
  readonly 'page-load/weight': {
    readonly requests: number;
    readonly bytes: number;
    readonly largest: FileSeen;
    /** Of the servers of others, the one that sends most; `service` as above. */
    readonly thirdParty: { readonly service?: string; readonly domain: string; readonly bytes: number } | null;
  };
};

type FilesSeen = { readonly files: number; readonly bytes: number; readonly largest: readonly FileSeen[] };

type Download = {
  readonly bytes: number;
  /** What shares the connection, where that is what makes it slow. */
  readonly meanwhile: { readonly files: number; readonly bytes: number } | null;
};

export const sayPageLoad = sayer<PageLoadStatements>();
