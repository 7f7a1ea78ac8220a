import { it } from './hours-words-it.ts';

/** The words of opening hours in one language, as patterns of whole words. */
export interface HoursWords {
  readonly code: string;
  /** From Monday to Sunday. */
  readonly days: readonly [string, string, string, string, string, string, string];
  readonly everyDay: string;
  /** The days that nothing else is said of. */
  readonly otherDays: string;
  readonly workdays: string;
  readonly weekend: string;
  readonly to: string;
  readonly and: string;
  readonly closed: string;
  /** Before days that are none of those said before. */
  readonly except: string;
  /** Before days that are among those said before. */
  readonly including: string;
  readonly appointment: string;
  readonly lunch: string;
  readonly allDay: string;
  /** What makes hours those of a part of the year. */
  readonly season: string;
  readonly holiday: string;
  /** A day may be open or closed for it. */
  readonly partOfDay: string;
  /** What may stand anywhere and changes nothing. */
  readonly filler: string;
}

const signs = { closed: '✗|—(?=\\s*$)', holiday: 'ph' };

const en: HoursWords = {
  code: 'en',
  days: [
    'm(o(n(days?)?s?)?)?\\.?',
    'tu(es?(days?)?)?\\.?',
    'w(ed(nesdays?|s)?|e)?\\.?',
    'th(u(rs?(days?)?)?)?\\.?',
    'f(r(i(days?|s)?)?)?\\.?',
    'sa(t(urdays?|s)?)?\\.?',
    'su(n(days?|s)?)?\\.?',
  ],
  everyDay: 'daily|every ?day|365 days( a year)?|(7|seven) days( a week)?|all week',
  otherDays: '(on )?(all )?(the )?other days|otherwise|rest of the week',
  workdays: 'weekdays?|business days|working days',
  weekend: 'weekends?',
  to: 'to|through|thru|[’‘\\x27]?till?|until',
  and: 'and|&',
  except: 'except(ing)?|excluding|bar|but not|apart from',
  including: '(including|incl\\.?|inclusive of)',
  closed: 'closed|shut|off',
  appointment:
    '((or|otherwise|also|other times) )?(only )?by (prior )?(appointment|arrangement)( only)?|appointments? only|on request',
  lunch: 'closed for lunch|lunch( ?(break|time))?|break',
  allDay: '24 ?hours?|24 ?hrs|(a)?round the clock|24 ?h|all day',
  season:
    'summer|winter|spring|autumn|season\\p{L}*|(january|february|march|april|june|july|august|september|october|november|december|(jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\\.?)',
  holiday: '(public|bank|national) holidays?|holidays',
  partOfDay: 'mornings?|afternoons?|evenings?|half[- ]days?',
  filler:
    "open(ing)?|hours?|times?|business|office|store|shop|we('|’)?re|we are|from|on|at|is|are|a day|the|us|visit|our|phone lines|h|hrs?|o('|’)?clock|non-?stop|without (a )?breaks?",
};

const de: HoursWords = {
  code: 'de',
  days: [
    'mo(ntags?)?\\.?',
    'di(e(nstags?)?)?\\.?',
    'mi(ttwochs?)?\\.?',
    'do(nnerstags?)?\\.?',
    'fr(eitags?)?\\.?',
    'sa(mstags?)?\\.?|sonnabends?',
    'so(nntags?)?\\.?',
  ],
  everyDay:
    'täglich|jeden tag|(an )?365 tagen?( im jahr)?|(an )?(7|sieben|allen) tagen?( (die|in der|pro) woche)?|(7|sieben) tage( (die|in der|pro) woche)?',
  otherDays: 'sonst|ansonsten|(an )?(allen )?(den )?(übrigen|anderen) tagen?|übrige tage',
  workdays: 'werktags|werktäglich|wochentags|unter der woche',
  weekend: '(am )?wochenende',
  to: 'bis',
  and: 'und|u\\.|sowie|&',
  except: 'außer|ausgenommen|ausser',
  including: '(inklusive|inkl\\.?|einschließlich)',
  closed: 'geschlossen|geschl\\.|ruhetag|keine (sprechstunde|sprechzeiten?)|zu',
  appointment:
    '((oder|sonst|ansonsten|auch|weitere termine) )?(nur )?(nach|auf) (vorheriger |telefonischer |tel\\. )?(vereinbarung|absprache|anfrage|terminvereinbarung|voranmeldung)|(nur )?mit termin',
  lunch: 'mittagspause|pause|mittags? geschlossen',
  allDay: 'rund um die uhr|24 ?(std|stunden|h)\\.?',
  season:
    'sommer\\p{L}*|winter\\p{L}*|saison|frühling|herbst|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|ferien',
  holiday: '(an )?(sonn- und )?feiertag(en|e|s)?',
  partOfDay: 'vormittags?|nachmittags?|morgens|abends|halbtags',
  filler:
    'uhr|von|ab|öffnungszeiten|geöffnet|sprechzeiten|sprechstunden?|bürozeiten|geschäftszeiten|wir sind|haben|für sie da|durchgehend|jeweils|unsere|am|offen|termine?|außerdem|zusätzlich|auch|h|std\\.?|ohne (mittags)?pause|nonstop',
};

const es: HoursWords = {
  code: 'es',
  days: [
    'l(un(es)?)?\\.?|lu',
    'm(ar(tes)?)?\\.?|ma',
    'x|mi(é|e)(r(coles)?)?\\.?|mi',
    'j(ue(ves)?)?\\.?|ju',
    'v(ie(rnes)?)?\\.?|vi',
    's(á|a)(b(ado)?s?)?\\.?|s',
    'd(om(ingo)?s?)?\\.?|do',
  ],
  everyDay:
    'todos los días|(los )?365 días( del año)?|cada día|diario|diariamente|(los )?(7|siete) días( (de|a) la semana)?',
  otherDays: '(los )?(demás|otros) días|resto de la semana',
  workdays: 'laborables|días laborables|entre semana',
  weekend: 'fin(es)? de semana',
  to: 'a|al|hasta',
  and: 'y|e',
  except: 'excepto|menos|salvo',
  including: '(incluid[oa]s?|inclus[oi]ve?|incluyendo)',
  closed: 'cerrad[oa]s?|cerramos|descanso',
  appointment:
    '((o|también|otros horarios) )?(solo |sólo |únicamente )?(con|bajo) (cita|reserva)( previa)?|cita previa|previa cita',
  lunch: 'pausa|comida|descanso de comida',
  allDay: '24 ?horas|24 ?h|las 24 horas',
  season:
    'verano|invierno|temporada|primavera|otoño|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  holiday: '(y )?festivos',
  partOfDay: 'mañanas?|tardes?|noches?',
  filler:
    'horarios?|de|desde|h|hrs?|horas|abierto|abrimos|apertura|atención|los|las|el|por la|nuestro|ininterrumpid\\p{L}+|sin interrupción|continuo',
};

const fr: HoursWords = {
  code: 'fr',
  days: [
    'lun(di)?s?\\.?|lu',
    'mar(di)?s?\\.?|ma',
    'mer(credi)?s?\\.?|me',
    'jeu(di)?s?\\.?|je',
    'ven(dredi)?s?\\.?|ve',
    'sam(edi)?s?\\.?|sa',
    'dim(anche)?s?\\.?|di',
  ],
  everyDay:
    'tous les jours|365 ?j(ours)?( par an|\\/an)?|7 ?j\\/? ?7|(7|sept) ?j(ours)? ?(sur|\\/) ?(7|sept)|quotidien',
  otherDays: '(les )?autres jours|sinon',
  workdays: '(en )?semaine|jours ouvr(és|ables)',
  weekend: '(le )?week-?ends?',
  to: 'au|à|a|jusqu.?à',
  and: 'et|puis',
  except: 'sauf',
  including: '(y )?compris',
  closed: 'fermée?s?|((jour )?de )?fermeture|jour de repos',
  appointment: '((ou|sinon|aussi) )?(uniquement |seulement )?sur (rendez-?vous|rdv|demande|réservation)',
  lunch: 'pause( déjeuner| midi)?|déjeuner',
  allDay: '24 ?h( ?\\/ ?24)?|24 heures( sur 24)?|jour et nuit',
  season:
    'été|hiver|saison|printemps|automne|janvier|février|mars(?!\\p{L})|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|vacances',
  holiday: '(et )?jours fériés|fériés',
  partOfDay: '(le )?(matin(ée)?|après-midi|soir(ée)?)s?',
  filler:
    'horaires?|d.ouverture|ouverte?s?|ouverture|du|de|le|les|h|heures?|nous sommes|notre|magasin|accueil|sans interruption|non[- ]?stop|en continu|journée continue',
};

const pl: HoursWords = {
  code: 'pl',
  days: [
    'pn\\.?|pon(iedzia(ł|l)(ek|ku|ki))?\\.?',
    'wt(or(ek|ku|ki))?\\.?',
    '(ś|s)r(od(a|y|ę))?\\.?',
    'cz(w(art(ek|ku|ki))?)?\\.?',
    'pt\\.?|pi(ą|a)t(ek|ku|ki)',
    'sb\\.?|so(b(ot(a|y|ę))?)?\\.?',
    'n\\.?|n(ie)?dz?\\.?|niedziel(a|e|ę)',
  ],
  everyDay: 'codziennie|każdego dnia|(7|siedem) dni( w tygodniu)?',
  otherDays: '(w )?(pozostałe|inne) dni|poza tym',
  workdays: 'dni robocze|w tygodniu|w dni powszednie',
  weekend: 'weekend(y|owo)?|w weekendy',
  to: 'do',
  and: 'i|oraz',
  except: 'oprócz|poza|z wyjątkiem',
  including: '(w tym|włącznie z|łącznie z)( w)?',
  closed: 'nieczynn[eya]|zamknięt[eya]|dzień wolny|dni wolne',
  appointment:
    '(tylko )?po (wcześniejszym |telefonicznym )*(umówieniu|uzgodnieniu)( się)?|na umówione wizyty|na telefon',
  lunch: 'przerwa( obiadowa)?',
  allDay: 'całodobowo|całą dobę|24 ?h|24 ?godziny',
  season:
    'lato|latem|zim(a|ą)|wiosn(a|ą)|jesieni(ą)?|sezon\\p{L}*|wakacj\\p{L}*|stycz\\p{L}+|lut\\p{L}+|mar(zec|ca)|kwie\\p{L}+|maj(a)?|czerw\\p{L}+|lip(iec|ca)|sierp\\p{L}+|wrze\\p{L}+|październik\\p{L}*|listopad\\p{L}*|grud\\p{L}+',
  holiday: '(i )?święta',
  partOfDay: 'rano|przed południem|po południu|wieczorem',
  filler:
    'godz(iny|in(a|ach))?\\.?|otwarci(a|e)|otwarte|czynne|od|w|godzinach|biuro|sklep|zapraszamy|pracujemy|h|bez przerwy|non-?stop',
};

const tr: HoursWords = {
  code: 'tr',
  days: [
    'pzt\\.?|pazartesi|pts\\.?',
    'sal\\.?|salı',
    'çar\\.?|çarşamba|çrş',
    'per\\.?|perşembe|prş',
    'cum?\\.?|cuma',
    'cmt\\.?|cumartesi|cts\\.?',
    'paz\\.?|pazar(?!tesi)',
  ],
  everyDay: 'her ?gün|haftanın (7|her) günü|haftada 7 gün',
  otherDays: 'diğer günler(de)?',
  workdays: 'hafta ?içi( her ?gün)?',
  weekend: 'hafta ?sonu',
  to: 'ile|ila',
  and: 've',
  except: 'dışında',
  including: 'dahil',
  closed: 'kapalı(dır|yız)?|tatil',
  appointment: '((veya|ya da) )?(sadece )?randevu (ile|ile çalış\\p{L}*)|randevulu',
  lunch: '(öğle )?(ara(sı)?|molası)|öğle tatili',
  allDay: '24 ?saat|7\\/24',
  season: 'yaz|kış|sezon|ilkbahar|sonbahar|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık',
  holiday: 'resmi tatil(ler)?|bayram\\p{L}*',
  partOfDay: 'sabah(ları)?|öğleden (önce|sonra)|akşam(ları)?',
  filler:
    'çalışma|saatleri?(miz)?|saatlerimiz|açı[kğ]\\p{L}*|açılış|kapanış|arası(nda)?|günleri|saat|hizmet\\p{L}*|kesintisiz|aralıksız',
};

const ru: HoursWords = {
  code: 'ru',
  days: [
    'пн\\.?|пон(едельник(а|ам|у)?)?\\.?',
    'вт\\.?|вторник(а|ам|у)?',
    'ср\\.?|сред(а|ы|у|ам|е)',
    'чт\\.?|четверг(а|ам|у)?',
    'пт\\.?|пятниц(а|ы|у|ам|е)',
    'сб\\.?|суббот(а|ы|у|ам|е)',
    'вс\\.?|воскресень(е|я|ям|ю)',
  ],
  everyDay:
    'ежедневно|каждый день|без выходных( и (праздник|перерыв|обед)\\p{L}*)?|без (перерыв|обед)\\p{L}* и (без )?выходных|всю неделю|(7|семь) дней в неделю',
  otherDays: '(в )?(остальные|другие) дни',
  workdays: '(по )?будн(и|ям|ие дни|ях)|рабочие дни',
  weekend: '(по )?выходн(ые|ым)( дни)?',
  to: 'до|по',
  and: 'и',
  except: 'кроме|за исключением',
  including: 'включая',
  closed:
    'выходной( день)?|закрыт[оаы]?|не работа(ем|ет|ют)|санитарный день|нерабочий день|нерабочие дни|(?<=[-–—:]\\s{0,2})выходные( дни)?(?!\\s*[\\d:–—-]|\\s*[сc]\\s)',
  appointment: '((или|иначе|также) )?(только )?(по|под) (предварительн(ой|ую) )?(запис(и|ь)|договор[её]нности|звонку)',
  lunch: '(обеденный )?перерыв( на обед)?|обед',
  allDay: 'круглосуточно|24 ?часа|сутки',
  season:
    'лето\\p{L}*|летн\\p{L}+|зим\\p{L}+|весн\\p{L}+|осен\\p{L}+|сезон\\p{L}*|январ\\p{L}+|феврал\\p{L}+|март\\p{L}*|апрел\\p{L}+|мая|май|июн\\p{L}+|июл\\p{L}+|август\\p{L}*|сентябр\\p{L}+|октябр\\p{L}+|ноябр\\p{L}+|декабр\\p{L}+',
  holiday: 'праздничные( дни)?|праздники',
  partOfDay: 'утром|дн[её]м|вечером|(до|после) обеда',
  filler:
    'с|c|со|часы|час(а|ов)?|ч|режим|время|график|работ(ы|ает|аем)|мы|открыт(о|ы)?|магазин|салон|офис|без (обеда|перерыв\\p{L}*( на обед)?( и выходных)?)|при[её]м|звонк(и|ов)|в|на|принимаем',
};

const uk: HoursWords = {
  code: 'uk',
  days: [
    'пн\\.?|понеділ(ок|ка|ком)|понеділкам',
    'вт\\.?|вівтор(ок|ка)|вівторкам',
    'ср\\.?|серед(а|и|у|ам)',
    'чт\\.?|четвер(га|гам)?',
    "пт\\.?|п[’'ʼ]ятниц(я|і|ю|ям)",
    'сб\\.?|субот(а|и|у|ам)',
    'нд\\.?|нед\\.?|неділ(я|і|ю|ям)',
  ],
  everyDay:
    'щодня|щоденно|кожен день|без вихідних( (і|й|та) (свят|перерв|обід)\\p{L}*)?|без (перерв|обід)\\p{L}* (і|й|та) (без )?вихідних|(7|сім) днів на тиждень',
  otherDays: '(у |в )?(решта днів|інші дні|решту днів)',
  workdays: '(у |в )?будн(і|ях)( дні)?|робочі дні|по буднях',
  weekend: '(у |на )?вихідн(і|их)( дні)?',
  to: 'до|по',
  and: 'і|й|та',
  except: 'крім|окрім|за винятком',
  including: '(включно з|включаючи)',
  closed:
    'вихідний( день)?|зачинен[оаі]|закрит[оаі]|не працю(ємо|є|ють)|санітарний день|неробочий день|неробочі дні|(?<=[-–—:]\\s{0,2})вихідні( дні)?(?!\\s*[\\d:–—-]|\\s*[зі]\\s)',
  appointment: '((або|інакше|також) )?(тільки |лише )?за (попереднім )?(записом|домовленістю|дзвінком)',
  lunch: '(обідня )?перерва( на обід)?|обід',
  allDay: 'цілодобово|24 ?години|доба',
  season:
    'літо|влітку|літн\\p{L}+|взимку|навесні|восени|зим\\p{L}+|весн\\p{L}+|осін\\p{L}+|сезон\\p{L}*|січ\\p{L}+|лют\\p{L}+|берез\\p{L}+|квіт\\p{L}+|трав(ень|ня)|черв\\p{L}+|лип\\p{L}+|серп\\p{L}+|верес\\p{L}+|жовт\\p{L}+|листопад\\p{L}*|груд\\p{L}+',
  holiday: 'святкові( дні)?|свята',
  partOfDay: 'вранці|зранку|вдень|ввечері|увечері|(до|після) обіду',
  filler:
    'з|із|від|години|годин(а|и)?|год|графік|режим|час|робот(и|а)|працю(є|ємо)|ми|відкрит(о|і)|магазин|салон|офіс|без (обіду|перерв\\p{L}*( на обід)?( і вихідних| та вихідних)?)|прийом(у)?|у|в|на|приймаємо',
};

export const hoursWords: readonly HoursWords[] = [en, de, es, fr, it, pl, tr, ru, uk].map((words) => ({
  ...words,
  closed: `${words.closed}|${signs.closed}`,
  holiday: `${words.holiday}|${signs.holiday}`,
}));
