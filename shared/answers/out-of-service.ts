import type { Mark } from './page-mark.ts';

const oneOf = (sentences: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(${sentences.join('|')})[^.!]{0,60}`, 'iu');

/** A site says of itself that it is closed: whose trade is maintenance says so of boilers. */
const closedSite = oneOf([
  '(this|our|the) (web ?site|site|web ?shop|online (shop|store)|portal) is (currently |temporarily |now )*(down|offline|unavailable|undergoing maintenance|(under|in) (maintenance|(re)?construction|development)|closed for (maintenance|technical))',
  '(diese|unsere|die|der|unser) (web ?seite|website|internetseite|homepage|seite|web-?shop|online-?shop) (ist|wird|befindet sich) .{0,40}(gewartet|nicht (erreichbar|verfügbar)|offline|im (wartung|aufbau|umbau)|in wartung|überarbeitet)',
  '(ce|notre|le) site (web |internet )?est .{0,30}(en (cours de )?(maintenance|construction)|indisponible|hors ligne|fermé pour (maintenance|travaux))',
  '(este|nuestro|el) sitio (web )?(está|se encuentra) .{0,30}(en (mantenimiento|construcción)|por mantenimiento|fuera de servicio|no disponible)',
  '(strona|serwis internetowy|sklep internetowy)( internetowa)?( jest)? .{0,30}(w (prze)?budowie|niedostępn[ay]|wyłączon[ay]|w trakcie (prac|przebudowy|konserwacji))',
  '(сайт|интернет-магазин|портал) .{0,30}(закрыт на|недоступен|отключ[её]н|на (техническом )?обслуживании|в разработке|на реконструкции)',
  '(сайт|інтернет-магазин|портал) .{0,30}(закрит(о|ий) на|недоступний|вимкнен|на (технічному )?обслуговуванні|(у|в) розробці|на реконструкції)',
  '(web )?site(miz)? .{0,30}(bakım(da|a al)|hizmet dışı|yapım aşama)',
]);

const worksOnIt =
  /\bwe are (currently |presently )?(performing|carrying out|doing|undergoing) (some )?((un)?scheduled |planned |routine |essential |technical )*maintenance\b.{0,80}\b(back|again)\b/i;

const usedUp =
  /(resource|bandwidth|traffic) limit (is )?(reached|exceeded)|exceeded (its |the )?(resource|bandwidth|traffic) limit|(temporarily )?over (its |the )?(serving )?quota|превышен лимит .{0,40}(хостинг|трафик|тариф)|перевищено ліміт .{0,40}(хостинг|трафік|тариф)/i;

/** What a content manager or a host puts in the place of a whole site while it is switched off. Sources: the pages of the programs named. */
export const outOfService: readonly Mark[] = [
  // Joomla: forum.joomla.org, "This site is down for maintenance"
  { shows: 'maintenance', text: closedSite, words: closedSite, textAtMost: 450, ownLinksAtMost: 1 },
  // OpenCart: dreamvention.com, "Why is OpenCart maintenance mode turning on automatically?"
  { shows: 'maintenance', text: worksOnIt, words: worksOnIt, textAtMost: 600, ownLinksAtMost: 2 },
  // CloudLinux, cPanel, App Engine; behind a proxy with the status of a good page
  { shows: 'suspended', text: usedUp, words: usedUp, textAtMost: 400, ownLinksAtMost: 1 },
];
