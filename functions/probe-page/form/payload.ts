/**
 * Which of the typed values a request carries. Looks through the usual wrappings: percent encoding, JSON escapes, multipart,
 * base64; a phone number is recognised by its digits, however a mask has written it.
 */
export function carries(payload: string, typed: readonly string[]): string[] {
  if (typed.length === 0 || payload === '') return [];
  const readings = readingsOf(payload).map(squeeze);
  const digits = readings.map((reading) => reading.replace(/[\s().+%-]/g, ''));
  return typed.filter((value) => {
    const wanted = squeeze(value);
    if (readings.some((reading) => reading.includes(wanted))) return true;
    const number = value.replace(/\D/g, '').slice(-9);
    return /^[+\d\s().-]+$/.test(value) && number.length >= 7 && digits.some((reading) => reading.includes(number));
  });
}

function readingsOf(payload: string): string[] {
  const plain = payload.replaceAll('+', ' ');
  const readings = [payload, plain, percentDecoded(payload), percentDecoded(plain), unescaped(payload)];
  const packed = [...payload.matchAll(/[A-Za-z0-9+/_=-]{40,}/g)]
    .slice(0, 20)
    .map(([text]) => Buffer.from(text, 'base64').toString('utf8'));
  return [...readings, ...packed];
}

function percentDecoded(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["\\/])/g, '$1');
}

/** Case and white space change on the way through a form. */
function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}
