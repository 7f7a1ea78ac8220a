const street =
  /(?<!\p{L})(street|st\.|avenue|ave\.?|road|rd\.?|lane|drive|blvd|boulevard|square|suite(?= #?\d)|highway|hwy|ул\.|улица|просп\S*|пр-т|пер\.|переулок|шоссе|бульвар|площадь|наб\.|вул\.|вулиця|проспект|провулок|бул\.|площа|\p{L}*(straße|strasse|str\.|platz|weg|allee|gasse)|calle|c\/|avenida|plaza|paseo|rue|chemin|impasse|ul\.|ulica|al\.|aleja|pl\.|sok\.|sokak|sk\.|cad\.|caddesi|mah\.|mahallesi|bulvarı)(?!\p{L})/iu;
const houseNumber = /(?<![\d₽$€£₴.,:])\d{1,5}\s?[\p{L}]?(\/\d{1,4})?(?!\d*\s*(₽|\$|€|£|₴|%|zł|руб|грн))/u;

/** A line with a telephone number or an e-mail address is about that. */
const contact = /@|(?:\d[\s().-]*){9}/;

/** A line that reads like a street address: a street word and a house number, not much else. */
export function findAddress(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.find(
      (line) =>
        line.length >= 8 && line.length <= 140 && street.test(line) && houseNumber.test(line) && !contact.test(line),
    ) ?? null
  );
}

const day =
  /(?<!\p{L})(mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|pon|wt|śr|czw|pt|sob|ndz|niedz|pzt|sal|çar|per|cum|cmt|paz|пн|вт|ср|чт|пт|сб|вс|нд|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|п[’']ятниця|субота|неділя|ежедневно|щодня|щоденно|круглосуточно|цілодобово|daily|every ?day|täglich|todos los días|tous les jours|codziennie|her gün|hours?|öffnungszeiten|horario|horaires|godziny|часы|години|графік|график|режим)\p{L}*/iu;
const time =
  /\d{1,2}\s*[:.h]\s*\d{2}\s*(am|pm|uhr)?\s*(-|–|—|to|bis|до|a|à|do)\s*\d{1,2}(\s*[:.h]\s*\d{2})?|\d{1,2}\s*(am|pm)\s*(-|–|—|to)\s*\d{1,2}\s*(am|pm)|24\s*[/×x]\s*7|(c|з|с|від|от|von|from)\s+\d{1,2}(:\d{2})?\s*(до|to|bis)\s*\d{1,2}|круглосуточно|цілодобово/iu;

/** Lines with days and times, as one text. */
export function findHours(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  const hours = lines.filter((line) => line.length <= 160 && time.test(line) && day.test(line));
  return hours.length === 0 ? null : [...new Set(hours)].slice(0, 7).join('; ');
}
