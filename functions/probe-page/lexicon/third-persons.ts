import { end, start } from './word-patterns.ts';

const anyOf = (words: readonly string[]): RegExp => new RegExp(`${start}(${words.join('|')})`, 'iu');
/** "With them", and not "with themes". */
const wholly = (words: readonly string[]): RegExp => new RegExp(`${start}(${words.join('|')})${end}`, 'iu');

/** "Bristol City Council on 0117 ...", "EnBW Netze unter ...": an office or a supplier by its name, and straight to its number. */
const bodies = [
  'councils?|boards?|commission|authority|ombudsman|energy|electric(ity)?|power|water|networks?|police|university|society',
  'stadtwerke|netze?|bürgeramt|rathaus|\\p{L}+kammer|\\p{L}+behörde|\\p{L}+inspektion|krankenhaus|klinikum',
  'mairie|préfecture|ayuntamiento|diputación|urz[ąę]d\\p{L}*|gmin\\p{L}+|рад[аиіу]|управл[іи]н\\p{L}+|м[іи]н[іи]стерств\\p{L}+|адм[іи]н[іи]страц\\p{L}+|belediye\\p{L}*|comune|gemeente|městský úřad',
];
const straightOn =
  '(\\s+(free|freely|direct|directly|on|at|unter|der|nummer|kostenlos|au|al|pod|numerem|nr|за|по|номером|номеру|numaralı|op|al numero))*\\s*:?\\s*$';
export const bodyBefore: RegExp = new RegExp(`${start}(${bodies.join('|')})${end}${straightOn}`, 'iu');

/** "Ring them on ...", "their help desk is on ...": the number is somebody else's. */
export const them: RegExp = wholly([
  '(call|ring|phone|ask|contact|reach|tell|give|book|speak to|talk to|with) them',
  'their (own )?(\\p{L}+ ){0,2}(line|number|desk|phone|telephone|office|team|support|service|hotline|helpline|manager|reception)',
  'they(.re| are| can| will)? (\\p{L}+ ){0,8}(be )?(rung|called|reached|phoned|answers?)',
  'deren (hotline|nummer|telefon\\p{L}*|kundendienst|service\\p{L}*)|(bitte )?direkt dort|dort (bestell|anruf|meld|buch|reservier|frag)\\p{L}+|(bestell|anruf|meld|buch|reservier|frag)\\p{L}+ (sie )?(bitte )?dort|bitte dort',
  'leur (service|numéro|ligne|téléphone|standard)|(auprès d.|chez )(eux|elles)|(appelez|contactez|joignez|prévenez)-les',
  'con (ellos|ellas)|(ll[aá]me|cont[aá]cte|m[aá]rque|av[ií]se)(los|las|les)|com (eles|elas)|(telefone|número) del[ae]s',
  '(do|u) nich|z nimi|ich (numer|telefon|infolini)\\p{L}*|(до|у) них|з ними|(телефонуйте|зателефонуйте|дзвоніть|пишіть) їм|їхн\\p{L}+ (телефон|номер|ліні|підтримк|диспетчер)\\p{L}*',
  '(к|у) ним|у них|с ними|(звоните|позвоните|пишите) им|их (телефон|номер|лини|поддержк|диспетчер)\\p{L}*',
  'kendilerine|onlar(a|dan|la)|(bij|met|bel) hen|hun (nummer|telefoon\\p{L}*|klantenservice)|il loro (numero|servizio|centralino)|(con|da) loro|chiamatel[ie]|u nich|jejich (telefon|číslo)',
]);
/** "Call him": one of the house, or somebody else of whom the sentence before has told. */
export const himOrHer: RegExp = wholly([
  '(call|ring|phone|ask|contact|reach|tell|book) (him|her)|(his|her) (own )?(\\p{L}+ )?(number|phone|mobile|cell|office|desk|secretary)',
  'auprès d.elle|auprès de lui|(appelez|contactez|joignez)-(la|le)|con (él|ella)|su (teléfono|número|móvil|celular|whatsapp) es|com (ele|ela)|(telefone|número) del[ae]',
  'u (niego|niej)|do (niego|niej)|(jego|jej) (numer|telefon|komórk)\\p{L}*|(до|у) (нього|неї)|(телефонуйте|зателефонуйте|дзвоніть) (йому|їй)|(його|її) (телефон|номер|диспетчер)\\p{L}*',
  '(к|у) (нему|ней|него|неё|нее)|(звоните|позвоните) (ему|ей)|(его|е[её]) (телефон|номер|диспетчер)\\p{L}*|kendisi(ne|nden|yle)|(bij|bel) (hem|haar)|(zijn|haar) (nummer|telefoon\\p{L}*)|da (lui|lei)',
]);
/** "Bei ihnen", and not "bei Ihnen", which is to the visitor. */
export const themInGerman: RegExp = /(?<!\p{L})(bei|mit|an|von) (ihnen|denen)(?!\p{L})/u;
export const himOrHerInGerman: RegExp = /(?<!\p{L})(bei|mit|an|von) (ihm|ihr)(?!\p{L})/u;

/** "Not ours": somebody else does it, or it belongs to somebody else. Who, is named. */
export const handedOn: RegExp = anyOf([
  '(looked after|handled|cooked|supplied|operated|managed|taught|flown|sold) (\\p{L}+ ){0,3}by|rather than (by|to|from) us|not (us|ours)(?!\\p{L})|belongs? to|(our|good) friends at|we recommend|discount at|per cent off (with|at)|next door',
  'gehör(t|en) (der|dem|den)|wird (jetzt )?von .{2,40} geführt|fertigt für uns|bekommen (unsere|sie) .{0,40} bei|empfehlen|nebenan|fährt im ort|(lässt|lassen) .{0,30} abholen',
  'propos[ée]+s? par|garantis? par|tenue? par|mis en place par|conseillons|voisine?s?|(celle|celui) de|ne soigne pas|prennent les réservations',
  'no (los|las|lo) (organizamos|hacemos|vendemos)|los (vuela|lleva|organiza)|la gente de|recomendamos|quem (leva|faz|organiza)|não é noss[oa]|solo hay un',
  '(robi|prowadzi|wykonuje|obsługuje) (u nas )?(pan|pani|firma)|polecamy|warto zapytać',
  '(виконує|здійснює|проводить) не|не (магазин|ми|салон)|радимо|рекомендуємо|хлопцям|сусід\\p{L}*|належить',
  '(выполняет|проводит|делает) не|не (магазин|мы|салон)|советуем|рекомендуем|у соседа|сосед\\p{L}*|принадлеж\\p{L}+',
  'öneririz|düzenliyor|karşıdaki|consigliamo|niet (wij|van ons)|raden .{0,20} aan|doporučujeme',
]);

/** Houses that visitors are sent to, where a name stands with them. */
const houses = [
  '(animal |veterinary |pet )?(hospital|clinic)s?|medical cent(re|er)|doctor service|hotel|inn|lodge|hostel|restaurant|bistro|café|bakery|pharmacy|distillery|brewery|winery|golf club|taxis?|cabs?|(animal )?emergency cent(re|er)',
  '(tier|augen|zahn|uni\\p{L}*)?klinik\\p{L}*|(tier)?spital|krankenhaus|apotheke|bäckerei|gasthof|gasthaus|hofladen|reiterhof|skischule|brauerei|weingut',
  'centre hospitalier( vétérinaire)?|clinique( vétérinaire)?|hôpital|pharmacie|boulangerie|restaurant|auberge|h[oô]tel|domaine|hospital( veterinario)?|clínica( veterinaria)?|farmacia|restaurante|panadería|bodega|hostal',
  'lecznic\\p{L}+|szpital\\p{L}*|przychodni\\p{L}+|klinik\\p{L}+|aptek\\p{L}+|restauracj\\p{L}+|piekarni\\p{L}+',
  'лікарн\\p{L}+|кл[іи]н[іи]к\\p{L}+|больниц\\p{L}+|аптек\\p{L}+|готел\\p{L}+|гостиниц\\p{L}+|ресторан\\p{L}*|пекарн\\p{L}+|служб[іеау]',
  'hastane\\p{L}*|eczane\\p{L}*|otel\\p{L}*|lokanta\\p{L}*|turizm\\p{L}*|osteria|trattoria|farmacia|ospedale|ziekenhuis|dierenkliniek|apotheek|nemocnice|lékárna|pousada',
].join('|');
/** A house with its name before or behind it: "the Swan Hotel", "Tierklinik Ludwigsburg". */
export const namedHouse: RegExp = new RegExp(`${start}(${houses})${end}`, 'giu');
/** "Bosch customer care", "CareCredit directly": a hotline with a name. */
export const namedHotline: RegExp =
  /(?<!\p{L})(\p{Lu}[\p{L}’'-]+)('s|’s)? (customer (care|service|support)|client service|technical support|support line|help ?line|hotline|directly|kundenservice|kundendienst|kundenbetreuung|service client)(?!\p{L})/u;

/** What only the business says of itself. */
export const ourselves: RegExp = new RegExp(
  `${start}(${[
    '(call|ring|phone|reach|contact|text|tell|with|to|for|from|ask|at) (us|me)|(?<!(when|while|if|once|until) )we|our (\\p{L}+ ){0,2}(own|partner|practice|clinic|nurse|receptionist|director|owner|chef|engineer|driver|technician|number|line|phone|office|team|reception|emergency|24\\S*|hotline|duty|manager|desk|shop|store|branch|showroom|workshop)',
    '(sie|bei|mit|an|von) uns|uns(er\\p{L}*)? (\\p{L}+ )?(nummer|telefon|not(dienst|ruf)|büro|team|hotline|empfang|laden|filiale|geschäft|werkstatt)|(?<!(sind|wenn|falls|während|solange|bis) )wir|(?<!(bin|wenn|falls|während) )ich(?! (numer|telefon|infolini|biur))',
    '(appelez|contactez|joignez|chez|avec)[- ]nous|nous|notre (\\p{L}+ )?(numéro|équipe|accueil|standard|secrétariat|boutique|magasin|agence|atelier)',
    '(ll[aá]me|cont[aá]cte|escr[ií]ba)nos|con nosotros|nuestr\\p{L}+ (\\p{L}+ )?(número|teléfono|equipo|oficina|tienda|taller|sucursal)',
    '(do|u|z) nas|nasz\\p{L}* (\\p{L}+ )?(numer|telefon|biuro|recepcj|sklep|oddział|warsztat)\\p{L}*',
    '(?<!(до|к)\\s)(нам|нас|мы|ми|нами)|наш\\p{L}* (\\p{L}+ )?(магазин|салон|філі|филиал|склад|номер|телефон|офис|офіс|диспетчер|администратор|адм[іи]н[іи]страт|оператор|менеджер)\\p{L}*',
    '(reception|the office|switchboard|(die |an der |unsere )?rezeption|empfang|l.accueil|recepción|recepcj\\p{L}+|рецепці\\p{L}+|ресепш\\p{L}+|resepsiyon)(\\s+(on|at|unter|au|al|pod|за|по|номер\\p{L}*|tel\\p{L}*\\.?|тел\\p{L}*\\.?))*[\\s:,]*$',
    'biz[ei]|bizim|ci (chiami|contatti)|con noi|(bel|bij) ons|u nás|nám',
  ].join('|')})${end}`,
  'iu',
);

/** Said behind a police or a doctor on call, or just before: then that is the business's own. "Our crisis line" */
export const ownAfterAll: RegExp = new RegExp(
  `${start}(${[
    '(our|notre|nuestr\\p{L}+|nasz\\p{L}*|наш\\p{L}*|unser\\p{L}*|bizim) \\p{L}+',
    '(call|ring|phone|contact|reach|with) us|(sie|bei) uns|wir sind|(appelez|chez)[- ]nous|ll[aá]menos|(do|u) nas|(звоните|дзвоніть|телефонуйте) нам',
  ].join('|')})`,
  'iu',
);

/** Capital letters that begin no name. */
export const noNames: RegExp = new RegExp(
  `^(${[
    'I|The|Our|Us|Tel|Tel\\p{L}+|Phone|Fax|Mobile|Number|Free\\p{L}*|Call|Ring|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\\p{L}+day|AM|PM',
    'Sie|Ihr\\p{L}*|Uns\\p{L}*|Nummer|Ruf\\p{L}*|Not\\p{L}*|Hotline|Uhr|Tag|Nacht|Wochenende\\p{L}*|Stunde\\p{L}*|Anruf|Störung\\p{L}*|Fall|Fälle\\p{L}*|Frage\\p{L}*|Bitte|Mo|Di|Mi|Do|Fr|Sa|So',
    'Тел\\p{L}*|Телефон\\p{L}*|Номер\\p{L}*|Вы|Вас|Вам|Ви|Nr|Numer\\p{L}*|Pan\\p{L}*|Pań\\p{L}*|Número|Numéro|Teléfono|Téléphone',
  ].join('|')})$`,
  'u',
);
/** A title before a name: that is a person, usually one of the staff. */
export const personBefore: RegExp =
  /(?<!\p{L})(mr|mrs|ms|miss|dr|prof|frau|herrn?|mme|mlle|monsieur|madame|m|sr|sra|pan|pani|pana|panią|пан\p{L}?|пані|г-н|г-жа|доктор\p{L}*|лікар\p{L}*|врач\p{L}*|bay|bayan|sig|signora|paní)\.?$/iu;
