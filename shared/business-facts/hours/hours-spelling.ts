/** Times of day that are spelled otherwise, as figures with a colon, or with am and pm. */
export function plainTimes(text: string): string {
  const hours = text
    // Capitals lose their accents.
    .replace(/(?<!\p{L})FERME(?=E?S?(?!\p{L}))/gu, 'FERMÉ')
    .replace(/(\d{1,2})-(?:ї|ої|а|ти|го|й|я)(?!\p{L})/giu, '$1')
    .replace(/(?<!\d)(\d{1,2})\s?([¼½¾])/gu, (_, hour: string, part: string) => `${hour}:${quarters[part] ?? '00'}`)
    // Noon, as Latin America writes it.
    .replace(/(?<!\d)12(?:[:.]00)?\s?m\.?(?![\p{L}\d])/giu, '12:00 pm')
    // "Midi (12h-14h)" names the meal.
    .replace(/(?<!\p{L})(?:le )?midi\s*(?=[(:]\s*\d)/giu, '')
    .replace(/(?<=\d\s?)([ap])\. ?m(?:\.|(?!\p{L}))/giu, '$1m');
  return withHalves(withColons(hours.replace(lastEntry, '')));
}

const quarters: Readonly<Record<string, string>> = { '¼': '15', '½': '30', '¾': '45' };

/** "(last entry 4.30pm)" changes nothing for who asks when it closes. */
const lastEntry = new RegExp(
  `[(,;]\\s*(?:${[
    '(?:the )?last (?:entry|entries|admissions?|orders?|appointments?|bookings?|seating|cut|visitors?)(?: (?:is|are|at))*',
    'letzte[rn]? (?:einlass|eintritt|bestellung|termine?|annahme|führung)(?: ist)?(?: um)?',
    'derni(?:er|ère)s? (?:entrées?|admission|service|commandes?|rendez-vous|départ)(?: à)?',
    'últim[oa]s? (?:entradas?|admisión|turno|cita|pedidos?|acceso)(?: a las)?',
    'ostatni[ea]? (?:wejście|wizyta|zamówienie|zamówienia|klient)(?: o)?',
    'ultim[oaie] (?:ingress[oi]|entrat[ae]|ordin[ei]|appuntament[oi]|prenotazion[ei])(?: alle(?: ore)?)?',
    'son (?:giriş|sipariş|randevu)(?: saati)?:?',
    'последн(?:ий|яя|ие) (?:вход|сеанс|запись|заказ|заказы|клиент|посетитель)(?: в)?',
    'останн(?:ій|є|я|і) (?:вхід|сеанс|запис|замовлення|клієнт)(?: о| об)?',
  ].join('|')})\\s*:?\\s*\\d{1,2}(?:\\s?[:.h]\\s?\\d{2})?\\s*(?:[ap]m|uhr|h|год\\.?|часов|ч\\.?)?\\s*\\)?`,
  'giu',
);

const oneTime = '(\\d{1,2})-(00|15|30|45)';
/** "с 9-00 до 18-30": hyphens within the times, not between them. */
const hyphens = new RegExp(
  `(?<!\\d)${oneTime}(\\s*(?:до|по|to|till?|bis|[-\u2010-\u2015])\\s*)${oneTime}(?!\\d)`,
  'giu',
);
const hourWords = '(?:uhr|heures?|h|годин(?:а|и)?|год\\.?|час(?:а|ов)?|ч\\.?)';
/** "7 Uhr 30", and not the end of one time and the beginning of another. */
const hourAndMinutes = new RegExp(
  `(?<!\\d)(\\d{1,2})\\s*${hourWords}\\s+(00|15|30|45)(?!\\d|[:.]\\d|\\s*${hourWords}(?!\\p{L}))`,
  'giu',
);

function withColons(text: string): string {
  return text.replace(hyphens, '$1:$2$3$4:$5').replace(hourAndMinutes, '$1:$2');
}

/** "с 9 утра до 6 вечера". */
const halves = new RegExp(
  `(?<!\\d)(\\d{1,2})([:.]\\d{2})?\\s*(?:${hourWords}\\s*)?(утра|ранку|ночи|ночі|дня|вечера|вечора)(?!\\p{L})`,
  'giu',
);

function withHalves(text: string): string {
  return text.replace(halves, (whole, hour: string, minutes: string | undefined, part: string) => {
    const isMorning = /^(утра|ранку|ноч)/i.test(part);
    if (Number(hour) > 12) return `${hour}${minutes ?? ':00'}`;
    // Midnight, to those who write it; nobody else knows.
    if (Number(hour) === 12 && /^веч/i.test(part)) return whole;
    return `${hour}${minutes ?? ''} ${isMorning ? 'am' : 'pm'}`;
  });
}
