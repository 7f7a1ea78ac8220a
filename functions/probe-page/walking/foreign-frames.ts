/** Frames that hold a map, a film, an advertisement or a captcha: what they say is not said by the business. */
const foreignFrames = [
  /(^|\.)(google|openstreetmap|yandex|2gis|youtube(-nocookie)?|vimeo)\.[a-z.]+$/,
  /(^|\.)(doubleclick|googlesyndication|googletagmanager|recaptcha|hcaptcha|cloudflare)\.[a-z.]+$/,
];

export function isForeignFrame({ hostname }: URL): boolean {
  return foreignFrames.some((host) => host.test(hostname));
}
