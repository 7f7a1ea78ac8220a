const longestSlug = 60;

/** `own:write-a-script-for-the-phone`: by its words, so that it is the same action wherever it stands in the list. */
export function ownActionId(what: string): string {
  const words = what.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `own:${Array.from(words.join('-')).slice(0, longestSlug).join('').replace(/-$/, '')}`;
}
