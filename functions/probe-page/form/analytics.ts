/** Counters of visits, by host and path: a test message that is really sent must not look like a customer in the owner's figures. */
const counters: readonly RegExp[] = [
  /(^|\.)(google-analytics\.com|analytics\.google\.com|doubleclick\.net|googleadservices\.com)\//,
  // Tag Manager itself stays, because it may bring the form; what it counts with does not.
  /(^|\.)googletagmanager\.com\/(gtag|a|td)(\/|\?|$)/,
  /(^|\.)google\.[a-z.]+\/(ads|pagead|ccm)\//,
  /(^|\.)connect\.facebook\.net\/.*fbevents/,
  /(^|\.)facebook\.com\/tr(\/|\?|$)/,
  /(^|\.)mc\.yandex\.(ru|com)\//,
  /(^|\.)(top-fwz1\.mail\.ru|vk\.com\/rtrg|counter\.yadro\.ru)/,
  /(^|\.)(hotjar\.(com|io)|clarity\.ms|segment\.(io|com)|mixpanel\.com|amplitude\.com|fullstory\.com|heap(analytics)?\.(com|io))\//,
  /(^|\.)(plausible\.io|matomo\.cloud|posthog\.com|cloudflareinsights\.com|usefathom\.com|simpleanalytics(cdn)?\.com)\//,
  /(^|\.)(snap\.licdn\.com|px\.ads\.linkedin\.com|analytics\.tiktok\.com|bat\.bing\.com|ct\.pinterest\.com|analytics\.twitter\.com)\//,
  /\/(matomo|piwik)\.(js|php)(\?|$)/,
];

/** Is it asked for to count visitors, by whichever host? */
export function isAnalytics(url: URL): boolean {
  const address = `${url.hostname}${url.pathname}${url.search}`;
  return counters.some((counter) => counter.test(address));
}
