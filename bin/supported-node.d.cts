/** Whether `engines` of package.json allows this version of Node, such as `22.19.0`. */
export declare function isSupportedNode(version: string): boolean;
/** The versions that it allows, in words. */
export declare const supportedNode: string;
