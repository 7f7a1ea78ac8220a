/** How a page calls the hours of its door, in the languages of hours-words. */
const openingWords = [
  'opening (?:hours|times?)|(?:business|working|work|office|store|shop|trading|regular|our) hours|hours of (?:operation|business|work)',
  String.raw`^\P{L}*hours|(?:&|and|,|/|\|)\s*hours\P{L}*$`,
  String.raw`open(?:s|ed)?(?!\p{L})(?![\s-]+(?:air|call|class|day|gym|house|lesson|level|mic|rehearsal|session|source|stage|studio))`,
  String.raw`öffnungszeit\p{L}*|geöffnet|sprechzeit\p{L}*|sprechstunden?|(?:geschäfts|büro|laden)zeiten|für (?:sie|euch|dich) da`,
  'horarios?|abiert[oa]s?|abrimos|apertura',
  String.raw`orari[oi]?(?: di (?:apertura|lavoro))?|apert[oaie](?!\p{L})|siamo aperti`,
  'horaires?|ouvert(?:e|s|es|ure|ures)?',
  'godziny (?:otwarcia|pracy|urzędowania|przyjęć)|otwart[eyaio]|czynn[eya]|pracujemy',
  String.raw`(?:çalışma|hizmet) (?:saat|gün)\p{L}*|açılış|açığız|açık(?!\s+(?:hava|ders))|mesai\p{L}*`,
  String.raw`(?:часы|время|режим|график|расписание) (?:работы|при[её]ма)|^\P{L}*(?:часы|режим)\P{L}*$|работа(?:ем|ет)|открыт[аоы]?|принимаем`,
  String.raw`(?:години|час|часи|режим|графік|розклад|розпорядок) (?:роботи|прийому|праці)|^\P{L}*(?:години|режим)\P{L}*$|працю(?:ємо|є)|відчинен[аоиій]+|відкрит[аоі]|приймаємо`,
];
const opening = new RegExp(`(?<!\\p{L})(?:${openingWords.join('|')})(?!\\p{L})`, 'iu');

/** What has hours of its own, which are not those of the door: a kitchen, a hotline, a course, a tour, a mass. */
const ofSomethingElse = new RegExp(
  [
    'kitchen|deliver|take.?away|pick.?up|support|hotline|happy hour|küche|liefer|abholung|cocina|reparto|entrega|cuisine|livraison',
    'kuchnia|dostaw|infolinia|mutfak|teslimat|кухн|достав|самов[иы]в|підтрим|поддерж|(?:гаряча|горячая) л[иі]н',
    'class|course|lesson|lecture|workshop|training|session|timetable|schedule|yoga|pilates|zumba|fitness|worship|screening',
    String.raw`(?<!\p{L})(?:tours?|events?|mass(?:es)?|messen?|ders(?:ler)?(?:i|leri)?|гурт(?:ок|ки)|йог[аиіу])(?!\p{L})`,
    'kurs|курс|stundenplan|unterricht|training|führung|gottesdienst|clases|taller|visitas? guiada|cours|atelier|séance|visites? guidée',
    'zajęcia|warsztat|trening|lekcj|msz[ae]|etkinlik|eğitim|занят|тренуван|трениров|урок|лекц|п[іи]лат|екскурс|экскурс|сеанс|кружок|секці|секци',
    'розклад (?!роботи)|расписание (?!работы)|^(?:розклад|расписание)$|майстер-клас|мастер-класс|богослуж|репетиц',
  ].join('|'),
  'iu',
);

const longestHeading = 40;
const longestCall = 60;

/** Is a line a heading of something else than the door? */
export function isOfSomethingElse(line: string): boolean {
  return line.length <= longestHeading && ofSomethingElse.test(line);
}

/** Does the line call hours those of the door? */
export function callsOpeningHours(line: string): boolean {
  return opening.test(line);
}

/**
 * Do the lines above call what follows opening hours? Nothing else tells them from a timetable of courses.
 * @param above the nearest first
 */
export function areCalledOpeningHours(above: readonly string[]): boolean {
  for (const line of above) {
    if (isOfSomethingElse(line)) return false;
    if (line.length <= longestCall && callsOpeningHours(line)) return true;
  }
  return false;
}
