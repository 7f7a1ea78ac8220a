import { userAgentSuffix } from '../../../shared/browser/device-profiles.ts';
import type { FormStatements } from '../../../shared/probes/form/statements.ts';
import type { Captcha } from './purpose.ts';

/** Published by their vendors for automated tests: they let everybody pass. */
const testKeys = {
  recaptcha: { name: 'reCAPTCHA', key: '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI' },
  hcaptcha: { name: 'hCaptcha', key: '10000000-ffff-ffff-ffff-000000000001' },
  turnstile: { name: 'Turnstile', key: '1x00000000000000000000AA' },
} as const;

/** Who guards the form, and how its owner lets the test through. */
export function captchaRecipe(captcha: Exclude<Captcha, 'none'>): FormStatements['form/captcha'] {
  const userAgent = userAgentSuffix;
  if (captcha === 'other') return { captcha: null, testKey: null, userAgent };
  const { name, key } = testKeys[captcha];
  return { captcha: name, testKey: key, userAgent };
}
