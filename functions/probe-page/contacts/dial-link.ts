/** Opens the telephone: to call, to call by way of Skype or an older scheme, or to write a short message. */
export function isDialLink(href: string): boolean {
  return /^(tel|callto|sms|smsto):|^skype:(\+|%2B)\d{6,}[\d-]*(\?call\b.*)?$/i.test(href);
}
