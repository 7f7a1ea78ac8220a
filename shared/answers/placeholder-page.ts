import type { Placeholder } from '../model/site-statements.ts';
import { outOfService } from './out-of-service.ts';
import type { PageAnswer } from './page-answer.ts';
import { isThere, type Mark, wordsOf } from './page-mark.ts';
import { readPageText } from './page-text.ts';
import { programErrors } from './program-errors.ts';

const parkedWords =
  /this domain (name )?(is|has been|was) (now )?(parked|registered|for sale|available for)|(this|the|your) domain (name )?(registration )?(has|is) (recently |now )?expired|домен\S{0,2} .{0,40}(ист[её]к|просрочен)|термін .{0,30}домен\S{0,3} .{0,30}(закінчився|сплив|минув)|diese domain .{0,40}abgelaufen|(ce|le) (nom de )?domaine .{0,40}expiré|(este|el) dominio .{0,40}(expirad|caducad|vencid)o|domena .{0,40}wygasła|alan ad\S{1,4} .{0,40}süresi (dol|bit)|buy this domain|domain (name )?(is|may be) (available )?for sale|is parked free|get this domain|домен .{0,60}(прода[её]тся|припаркован|не прилинкован|зарегистрирован)|домен .{0,60}(продається|припарковано|зареєстровано)|diese (domain|webseite) .{0,40}(steht zum verkauf|geparkt|registriert)|domain .{0,60}steht zum verkauf|domaine .{0,40}(à vendre|enregistré|réservé)|dominio .{0,40}(en venta|aparcado|registrado)|domena .{0,40}(na sprzedaż|zaparkowana|zarejestrowana)|alan adı .{0,40}(satılık|park)/i;
const parkingService =
  /sedoparking\.com|parkingcrew\.net|\bbodis\.com|d38psrni17bvxu\.cloudfront\.net|parklogic\.com|skenzo\.com|parking-lander|LANDER_SYSTEM|window\.park\s*=|hugedomains\.com\/domain_profile|afternic\.com\/forsale|dan\.com\/(buy-)?domain|parkingpage\.namecheap|parking\.reg\.ru|cdn\.domainnamesales/i;
const notReady =
  /^\W*(.{0,30}\b(site|website|web ?page|page|store|shop) (is )?(currently |temporarily )?(under (construction|maintenance|development)|unavailable|down for maintenance)|under (construction|maintenance)|coming soon|launching soon|opening soon|maintenance( mode)?|scheduled maintenance|we(’|'|&#39;)?(ll| will) be (right )?back( soon)?|be right back|(nous serons|on sera) (bientôt|vite) de retour|(wir sind )?(gleich|bald|in kürze) (wieder )?(für sie )?(da|zurück)|(pronto )?(volvemos|volveremos|estaremos de vuelta)( muy)?( pronto)?|(wkrótce )?(wracamy|wrócimy|będziemy z powrotem)( wkrótce)?|(мы )?скоро (верн[её]мся|будем)|(ми )?скоро (повернемо?ся|будемо)|yakında (geri )?(döneceğiz|buradayız)|.{0,20}сайт .{0,20}(в разработке|на реконструкции|на обслуживании|временно недоступен|скоро откроется)|(на сайте )?(ведутся|проводятся) (технические|профилактические) работы|технические работы|скоро открытие|.{0,20}сайт .{0,20}(у розробці|на реконструкції|тимчасово недоступний)|(на сайті )?(ведуться|тривають) технічні роботи|технічні роботи|незабаром відкриття|wartungsarbeiten|wartungsmodus|hier entsteht .{0,40}|(site |page )?en (construction|maintenance|construcción|mantenimiento)|(sitio |página )?(web )?en (construcción|mantenimiento)|próximamente|bientôt (disponible|en ligne)|(strona )?w (budowie|przebudowie)|przerwa techniczna|(sitemiz )?yapım aşamasında|(sitemiz )?bakımda(yız)?)\W*$/i;

/** Most certain first. Sources: the stock pages of the servers, panels and registrars named. */
const marks: readonly Mark[] = [
  {
    shows: 'nginx-welcome',
    title: /^Welcome to nginx/i,
    text: /nginx/i,
    textAtMost: 1_000,
  },
  {
    shows: 'panel-default',
    title: /^(Welcome to (OpenResty|XAMPP|Caddy|LiteSpeed|CentOS)|Apache Tomcat\/\d|Caddy works)/i,
    text: /openresty|xampp|caddy|litespeed|centos|successfully installed Tomcat/i,
    textAtMost: 2_500,
  },
  {
    shows: 'apache-default',
    title: /^Apache2? .{0,20}Default Page|^(HTTP|Apache).{0,20}Test Page|^Test Page for the (Apache|HTTP|Nginx)/i,
    text: /(it works|web server|test page)/i,
    ownLinksAtMost: 3,
  },
  { shows: 'it-works', text: /^It works!?$/i },
  {
    shows: 'iis-default',
    title: /^IIS\d?( Windows| \d|$)/i,
    html: /iisstart|iis-\d+\.png|welcome\.png|go\.microsoft\.com/i,
    textAtMost: 400,
  },
  {
    shows: 'plesk-default',
    title: /domain default page|web server's default page|^Default (Parallels )?Plesk/i,
    html: /plesk|parallels/i,
    ownLinksAtMost: 3,
  },
  {
    shows: 'cpanel-default',
    text: /SORRY! If you are the owner of this website, please contact your hosting provider/i,
    textAtMost: 3_000,
  },
  {
    shows: 'panel-default',
    text: /Apache is functioning normally|Your new web server is ready to use|Congratulations! .{0,60}(OpenLiteSpeed|LiteSpeed|Caddy) (is|web server)|Your web server is working\. Now make it work for you/i,
    textAtMost: 800,
  },
  {
    shows: 'file-list',
    title: /^(Index of|Directory listing for) \//,
    text: /Parent Directory|Last modified|\.\.\/|^Directory listing for/i,
  },
  { shows: 'file-list', title: /^Index of \//, heading: /^Index of \//, ownLinksAtMost: 200 },
  {
    shows: 'file-list',
    title: /^Directory Listing For \[?\/|^Directory: \/|^Files within /i,
    heading: /^Directory Listing For \[?\/|^Directory: \/|Index of/i,
  },
  { shows: 'file-list', title: /^\/\S*$/, heading: /^\//, text: /\b\d+ director(y|ies)\b.{0,40}\b\d+ files?\b/ },
  // IIS: each line with its date, and its size or that it is a folder
  {
    shows: 'file-list',
    title: /^\S+ - \/\S*$/,
    heading: /^\S+ - \/\S*$/,
    text: /\d{1,2}:\d\d( [AP]M)? +(<dir>|\d+) /,
  },
  {
    shows: 'suspended',
    html: /suspendedpage\.cgi|suspended/i,
    title: /^\W*(account|site|website|domain|hosting)( has been| is)? suspended/i,
    textAtMost: 1_200,
    ownLinksAtMost: 2,
  },
  {
    shows: 'suspended',
    text: /(this|the) (account|site|website|domain|hosting account) (has been|is) (temporarily )?suspended|(сайт|аккаунт|хостинг|домен) .{0,60}(приостановлен|заблокирован|отключ[её]н) .{0,60}(хостинг|оплат|провайдер|администратор)|(сайт|хостинг|домен) .{0,60}(призупинено|заблоковано|вимкнено) .{0,60}(хостинг|оплат|провайдер|адміністратор)/i,
    textAtMost: 800,
    ownLinksAtMost: 1,
  },
  {
    shows: 'advertising',
    html: parkingService,
    textAtMost: 1_500,
    ownLinksAtMost: 3,
  },
  {
    shows: 'parked',
    text: parkedWords,
    textAtMost: 1_200,
    ownLinksAtMost: 2,
  },
  {
    shows: 'not-connected',
    text: /looks like this domain isn't connected to a website yet|this shop is currently unavailable|website expired|There isn't a GitHub Pages site here|^no such app|Fastly error: unknown domain|DEPLOYMENT_NOT_FOUND|NoSuchBucket/i,
    textAtMost: 1_500,
    ownLinksAtMost: 2,
  },
  {
    shows: 'maintenance',
    text: /^Briefly unavailable for scheduled maintenance\. Check back in a minute/i,
    textAtMost: 400,
  },
  {
    shows: 'not-ready',
    text: /^(Future home of something quite cool|Your new site is almost ready|This site is just getting started)/i,
    textAtMost: 800,
    ownLinksAtMost: 1,
  },
  {
    shows: 'not-ready',
    heading: notReady,
    offersNothing: true,
    textAtMost: 500,
    ownLinksAtMost: 1,
  },
  {
    shows: 'not-ready',
    mainHeading: notReady,
    text: /construction|\b(web ?)?site\b|soon|back|later|again|в разработке|работ|скоро|розроб|незабаром|wartung|entsteht|mantenimiento|bientôt|budow|techniczn|aşama|bakım/i,
    textAtMost: 500,
    ownLinksAtMost: 1,
  },
  ...outOfService,
  {
    shows: 'not-ready',
    title: notReady,
    text: /construction|maintenance|soon|back|разработ|работ|скоро|розроб|незабаром|wartung|entsteht|construc|mantenimiento|bientôt|budow|techniczn|aşama|bakım/i,
    textAtMost: 500,
    ownLinksAtMost: 1,
  },
];

/** @returns what stands where the site should be, and its own words where they tell more; null for what may be a real page */
export function placeholderPage({
  body,
  url,
  status,
}: PageAnswer): { shows: Placeholder; words: string | null } | null {
  if (body === '') return null;
  const page = readPageText(body, url);
  const possible = [...programErrors, ...marks].filter(
    ({ underGoodStatus }) => status < 400 || underGoodStatus !== true,
  );
  const mark = possible.find((one) => isThere(one, page));
  return mark === undefined ? null : { shows: mark.shows, words: wordsOf(mark, page) };
}
