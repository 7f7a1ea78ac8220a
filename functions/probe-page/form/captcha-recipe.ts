import { userAgentSuffix } from '../../../shared/browser/device-profiles.ts';
import type { Captcha } from './purpose.ts';

/** Published by their vendors for automated tests: they let everybody pass. */
const testKeys = {
  recaptcha: { name: 'reCAPTCHA', key: '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI' },
  hcaptcha: { name: 'hCaptcha', key: '10000000-ffff-ffff-ffff-000000000001' },
  turnstile: { name: 'Turnstile', key: '1x00000000000000000000AA' },
} as const;

/** Who guards the form, and how its owner lets the test through. */
export function captchaRecipe(captcha: Exclude<Captcha, 'none'>): { readonly name: string; readonly recipe: string } {
  const leaveOut = `leave it out for visitors whose user agent contains ${userAgentSuffix}`;
  if (captcha === 'other') return { name: 'a captcha', recipe: `To have it tried, ${leaveOut}.` };
  const { name, key } = testKeys[captcha];
  return { name: `a captcha (${name})`, recipe: `To have it tried, ${leaveOut}, or give them the test key ${key}.` };
}
