import { end, start } from './word-patterns.ts';

/** Something that visitors may need and that a business sends them elsewhere for: a gas leak, a bed, a taxi. */
export interface Errand {
  readonly words: RegExp;
  /** Over the page of a business that does it itself. */
  readonly trade: RegExp;
  /** Counts only with the name of somebody: without one, "Gas leak? Call 0161 ..." is a plumber's own line. */
  readonly named: boolean;
}

const anyOf = (words: readonly string[]): RegExp => new RegExp(`${start}(${words.join('|')})`, 'iu');

function errand(words: readonly string[], trade: readonly string[], named: boolean): Errand {
  return { words: anyOf(words), trade: anyOf(trade), named };
}

const supply = errand(
  [
    'smell (of )?gas|gas (leak|smell|emergenc\\p{L}*)|power (cut|outage|failure)|burst main',
    'gasgeruch|gasaustritt|stromausfall|(strom|gas|wasser|fernwärme)-?(störung|netz|störfall)\\p{L}*|störung\\p{L}* (am|im|des|der|bei) \\p{L}+',
    'fuite de gaz|odeur de gaz|coupures? d\\p{P}(électricité|eau)|coupure de courant|panne (de courant|d\\p{P}électricité)',
    'hue(la|le|len) a gas|olor a gas|fuga de gas|aver[ií]as? (de|en) (la |el )?(luz|agua|electricidad|suministro)|corte de luz|apag[oó]n',
    '(czuje|czuć|zapach)\\p{L}* gaz\\p{L}*|ulatnia\\p{L}* się gaz\\p{L}*|awari\\p{L}+ (prądu|sieci)|brak\\p{L}* prądu|wyciek\\p{L}* gazu|pogotowi\\p{L}+ (gazow|energetyczn)\\p{L}+',
    'запах\\p{L}* газ\\p{L}+|вит[іо]к\\p{L}* газу|(немає|нема|зникло) світл\\p{L}+|відключен\\p{L}+ (світла|електро\\p{L}+)',
    '(отсутстви|перебо)\\p{L}+ (электр|свет|газ)\\p{L}*|аварийн\\p{L}+ (служб|диспетчер)\\p{L}*|пахнет газом|утечк\\p{L}+ газа|(нет|отключ\\p{L}+|пропал) (свет|электр)\\p{L}*',
    '(doğal ?)?gaz (kokusu|kaçağı)|elektrik (kesintisi|arızası)',
    '(odore|fuga|fughe) di gas|cheiro a g[aá]s|vazamento de g[aá]s|gaslucht|gaslek|stroomstoring|(zápach|únik\\p{L}*) plynu|výpadek proudu',
  ],
  [
    'gas|heiz|heat|boiler|sanit|plumb|install|klempner|chauff|plomb|fontan|calef|hydraul|grzew|ele[ck]tr|energ|strom',
    'газ|опал|отоп|сантех|кот[лео]|ел[еі]ктр|электр|tesisat|kombi',
  ],
  true,
);
const bed = errand(
  [
    '(where|places?) to stay|(accommodations?|hotels?|lodgings?|b&bs?) (nearby|near|close)|nearby (hotels?|accommodations?|lodgings?)',
    'übernachten|übernachtungs?möglichkeit\\p{L}*|(unterkünfte|hotels?|pensionen) in der (nähe|umgebung)',
    'où dormir|pour (dormir|se loger)|(hébergements?|h[oô]tels?) (à proximité|proches?)',
    'dónde (dormir|alojarse)|(alojamientos?|hoteles?) cercan\\p{L}+',
    'noclegi? (w pobliżu|w okolicy)|gdzie (nocować|spać)',
    'де (зупинитися|зупинитись|переночувати)|готел\\p{L}+ (поруч|поблизу)|где (остановиться|переночевать)|гостиниц\\p{L}+ (рядом|поблизости)',
    'nerede kalınır|yakın\\p{L}* (oteller|konaklama)|dove (dormire|alloggiare)|waar overnachten|overnachten in de buurt|onde ficar|kde se ubytovat|ubytování v okolí',
  ],
  [
    'hotel|hôtel|inn|pension|gasthof|gasthaus|guest|b&b|hostel|hostal|apart|zimmer|hébergement|gîte|chambre|aloja|nocleg|pokoje|agro',
    'готел|гостин|хостел|апарт|otel|pansiyon|ubyt|penzion|camping|ferien|lodge|holiday|albergo|affitta|pousada|tour',
  ],
  true,
);
const taxiWord = '(radio[ -]?)?taxi\\p{L}*|minicabs?|cab (firms?|company)|такс[иі]|taksi|taksów\\p{L}+|remis';
const rides = [
  'taxi|cab|cars|transfer|limo|shuttle|chauffeur|fahr|rides?|vtc|transport|airport|aéroport|flughafen|havaliman|przew|remis',
  'такс|трансфер|перевез|перевоз|taks|viaj',
];
const taxi = errand(
  [
    `(${taxiWord})(\\s+\\p{L}+){0,2}[\\s:\u2013\u2014-]*$`,
    `(nearest|nearby|local|nächste\\p{L}*|proche|cercan\\p{L}+|najbliższ\\p{L}+|найближч\\p{L}+|ближайш\\p{L}+|yakın\\p{L}*) (\\p{L}+ )?(${taxiWord})`,
    `(${taxiWord}) (firms?|companies|company|ranks?|stands?|zentrale|durağı|postój|поруч|рядом|до нас|к нам|am bahnhof|à la gare)`,
  ],
  rides,
  false,
);
const ride = errand([`(${taxiWord})${end}|transfers?|shuttle|трансфер`], rides, true);
const cure = errand(
  [
    '(nearest|nearby|closest) (hospital|a&e|emergency room|er(?!\\p{L})|urgent care|pharmac\\p{L}+)|hospitals? nearby|nächste\\p{L}* (krankenhaus|klinik|notaufnahme|apotheke)',
    'garde (dentaire|médicale|vétérinaire|pharmaceutique)|(dentiste|médecin|pharmacie|vétérinaire) de garde|(hôpital|pharmacie) (le|la) plus proche',
    '(hospital|farmacia) más cercan\\p{L}+|farmacia de guardia|najbliższ\\p{L}+ (szpital|aptek|przychodni)\\p{L}*|найближч\\p{L}+ (лікарн|аптек)\\p{L}*|ближайш\\p{L}+ (больниц|аптек)\\p{L}*',
    'en yakın (hastane|eczane)|nöbetçi eczane|ospedale più vicino|dichtstbijzijnde (ziekenhuis|apotheek)|nejbližší (nemocnice|lékárna)',
  ],
  ['hospital|spital|krankenhaus|klinikum|apothek|pharmac|farmac|aptek|аптек|лікарн|больниц|hastane|eczane|ospedal'],
  false,
);
const crisis = errand(
  [
    'in (a )?crisis|(someone|somebody) to talk to|domestic (abuse|violence)|feel(ing)? (unsafe|suicidal)|self-?harm',
    'suizid\\p{L}*|häusliche\\p{L}* gewalt|krisen(dienst|telefon|hilfe)\\p{L}*|violences? (conjugales?|faites aux femmes|femmes)|besoin de parler',
    'maltrato|violencia (de género|machista)|przemoc\\p{L}* (domow|w rodzinie)\\p{L}*|kryzys\\p{L}+ (psychiczn|emocjonaln)\\p{L}+',
    '(домашн|сімейн)\\p{L}+ насильств\\p{L}*|(домашн|семейн)\\p{L}+ насили\\p{L}*|(кризов|кризисн)\\p{L}+ (лін|лин|центр)\\p{L}+|(aile içi|kadına) şiddet\\p{L}*|violenza (domestica|di genere)|huiselijk geweld|domácí násilí',
  ],
  [
    'shelter|refuge|crisis|helpline|hotline|krisen|frauenhaus|seelsorge|kryzysow|кризов|кризис|violence|gewalt|przemoc|насил',
  ],
  false,
);
const complaint = errand(
  [
    'complaints?|beschwerden?|réclamations?|litiges?|reclamaciones|quejas|skarg\\p{L}*|скарг\\p{L}*|жалоб\\p{L}*|şikayet\\p{L}*|reclami|klachten|stížnost\\p{L}*',
  ],
  ['ombud|mediat|schlicht|медіат|медиат|consumer|verbraucher'],
  true,
);
const maker = errand(
  [
    '(warranty|guarantee) (claims?|repairs?|service)|gewährleistung\\p{L}*|garantiefälle?\\p{L}*|werks-?kundendienst\\p{L}*|sous garantie|garantie (constructeur|fabricant)|service constructeur',
    'reparaciones en garantía|(serwis\\p{L}*|gwarancj\\p{L}+) producent\\p{L}*|napraw\\p{L}+ gwarancyjn\\p{L}+|гарант[иі]й\\p{L}+ (ремонт|обслугов|обслужив|випад|случа)\\p{L}*|garanti (servisi|kapsam\\p{L}+)',
  ],
  [
    'repair|reparatur|réparation|reparaci|napraw|serwis|сервис|сервіс|ремонт|servis|onarım|customer service|kundendienst$',
  ],
  true,
);
const trustee = errand(
  [
    'our (accountant|landlord|solicitor|lawyer|supplier|printer|insurer|insurance|bank|caterer|photographer|florist|letting agent)s?',
    'unser\\p{L}* (vermieter|steuerberater|hausverwaltung|versicher|anwalt|lieferant|makler)\\p{L}*|notre (comptable|bailleur|avocat|assureur|fournisseur|traiteur|syndic)',
    'nuestr\\p{L}+ (gestor|proveedor|abogad|asesor)\\p{L}*|nasz\\p{L}* (księgow|dostawc|ubezpieczyciel|prawnik)\\p{L}*',
    'наш\\p{L}* (бухгалтер|орендодав|постачальник|юрист|арендодател|поставщик)\\p{L}*|управляющ\\p{L}+ компани\\p{L}+|керуюч\\p{L}+ компані\\p{L}+|(ev sahibi|muhasebeci)miz',
  ],
  [
    'account|solicit|law|steuer|anwalt|recht|hausverw|immo|юрид|юрист|адвокат|бухгалт|управля|керуюч|prawn|księg|assur|comptab|syndic',
  ],
  true,
);

/** Transport and outings nearby; those who run them have their own numbers. */
const outing = errand(
  [
    'cable cars?|ferr(y|ies)|boat (trips?|tours?)|bus company|car park (office|operator)|parking (office|operator)|tourist (info\\p{L}*|office|board)',
    'berg-?bahn\\p{L}*|seil-?bahn\\p{L}*|gondel|fähre\\p{L}*|schifffahrt\\p{L}*|park(haus|platz)?-?(aufsicht|wächter|verwaltung)|tourist-?info\\p{L}*|tourismus(büro|information|verband)|fremdenverkehr\\p{L}*',
    'office (de|du) tourisme|téléphérique|navette|oficina de turismo|teleférico|informacj\\p{L}+ turystyczn\\p{L}+|kolej(ka|ki) linow\\p{L}+',
    'туристичн\\p{L}+ (інформ|центр)\\p{L}*|туристическ\\p{L}+ (информ|центр)\\p{L}*|канатн\\p{L}+ дорог\\p{L}+|паром\\p{L}*|turizm (danışma|ofisi)|ufficio turistico|posto de turismo|vvv',
  ],
  ['ferr|boat|bahn|schiff|tour|navette|park|vvv|cable|lift|паром'],
  false,
);
/** Who takes a practice's patients while it is closed, and who treats what it does not. */
const standIn = errand(
  [
    'covering for (me|us)|(kindly )?agreed to see (my|our) patients|while (i am|i.m|we are|we.re) away|during (my|our) (absence|holidays?)',
    '(urlaubs-?)?vertretung\\p{L}*|vertritt (uns|mich)|meine[nrm]? kolleg\\p{L}+|huisartsenpost|waarnem\\p{L}+|waargenomen|remplaçante?|remplacé\\p{L}* par|assure(nt)? (la garde|les urgences)|urgences sont assurées|(ma consœur|mon confrère)',
    '(derivamos|derivo|le remitimos)|nos sustituye|zastępuje (nas|mnie)|zastępstwo|dyżur pełni|(нас|мене) заміняє|(нас|меня) замещает|yerime bakan|vekil hekim',
  ],
  ['vertretung'],
  false,
);
/** Who stands behind the page or the house. */
const landlord = errand(
  [
    '(building|property|estate|site|centre) manager|strata|parish office|letting agents?|web ?host(ing)?|hosted by',
    '(gestaltung|programmierung|umsetzung|konzeption) .{0,30}(website|webseite|homepage)|(design|development) of this (web ?)?site|conception (du|de ce) site|site .{0,20}(hébergé|réalisé|développé|conçu) par|diseñad[ao] .{0,20}por|diseño (web|de la página)|realizacja strony|розробк[аи] сайту|разработка сайта|сайт .{0,20}(розроблен|разработан|создан|створен)\\p{L}*|web tasarım\\p{L}*',
    'haus(verwaltung|meister)\\p{L}*|pfarr(e|büro|amt)\\p{L}*|hosting(-?anbieter)?|hébergeur|syndic|presbytère|alojamiento web|hosting:|dostawc\\p{L}+ hostingu',
    'администрац\\p{L}+ (тц|трц|торгов|бизнес|здани|рынк)\\p{L}*|адміністрац\\p{L}+ (тц|трц|торг|бізнес|будин|ринк)\\p{L}*|хостинг\\p{L}*|bina yönetimi|avm yönetimi|amministratore di condominio',
  ],
  [
    'web|digital|agentur|agency|software|manag|hausverw|hausmeister|pfarr|parish|church|kirche|host|hébergeur|syndic|strata|letting|immo|админ|адмін|yönetim|property',
  ],
  false,
);
/** Rescue, poison, insurers, courts, registers, chambers and consumer offices, where their names are common words. */
const offices = errand(
  [
    'tox ?info\\p{L}*|giftzentrale|topr|gopr|wopr|berg(rettung|wacht)|rega(?!\\p{L})|secours en montagne|peloton de gendarmerie|centre ?anti-?poison|centro antiveneno\\p{L}*|toksykolog\\p{L}*',
    'conseil de l.ordre|ordre des \\p{L}+|(ilustre )?colegio oficial|(okręgow|izb)\\p{L}+ (izb|lekarsk|adwok)\\p{L}*|(ärzte|zahnärzte|rechtsanwalts|handwerks|architekten)kammer',
    'oficina municipal|información al consumidor|omic(?!\\p{L})|s[ąa]d(u|zie)? (rejonow|okręgow|apelacyjn)\\p{L}*|(rejonow|okręgow)\\p{L}+ s[ąa]d\\p{L}*|juzgado|registro civil|tribunal (judiciaire|de)|county court|courthouse',
    'esb networks|(your|the) (insurer|bank|lender)|an (die|ihre) bank|(a|à) (su|votre) banque|в банк|до банку|bankanız\\p{L}*|(su|tu) aseguradora|seguros \\p{Lu}\\p{L}+|votre assurance|ihre[rn]? versicherung|swój ubezpieczyciel|(ваш\\p{L}*|свою) страхов\\p{L}+',
    'ofsted|licen[cs](e|ing) (office|board|department)|planning office|(city|county|town) (hall|clerk|office)|building (department|control)|food standards|british council',
  ],
  ['council|court|kammer|chamber|colegio|izba|seguros|insur|versicher|assur|страх|ordre|berg(rettung|wacht)'],
  false,
);
/** The maker's own service. */
const brand = errand(
  [
    'service après-vente (de la marque|du fabricant)|sav (de la marque|du fabricant|constructeur)|(manufacturer|maker).s (service|support|help|hotline|own)|(üretici|imalatçı) firma\\p{L}*|herstellerservice|kundendienst des herstellers',
    'сервісн\\p{L}+ центр\\p{L}* (виробник|бренд)\\p{L}*|сервисн\\p{L}+ центр\\p{L}* (производител|бренд)\\p{L}*|servicio técnico (oficial|del fabricante)|serwis\\p{L}* (producent|fabryczn)\\p{L}*|(üretici|marka) servisi',
  ],
  ['service après-vente'],
  false,
);

/** Who lends the money, and who makes what is sold: named, they answer themselves. */
const backer = errand(
  [
    'financing|finance plan|loan|instal?lments?|ratenkauf|finanzierung|ratenzahlung|financement|financiación|meses sin intereses',
    'raty|ratalny|розстрочк\\p{L}*|рассрочк\\p{L}*|кредит\\p{L}*|taksit\\p{L}*|finanziamento',
    'manufacturers?|herstellers?|fabricante?s?|producent\\p{L}*|виробник\\p{L}*|производител\\p{L}*|üretici\\p{L}*|produttore|fabrikant',
  ],
  ['financ|finanz|bank|credit|kredit|loan|fabri|manufact|herstell|вироб|произв|üretic|produc|кредит|банк'],
  true,
);
/** Above a list of other people's numbers. */
const list = errand(
  [
    'useful (phone |telephone )?(numbers|contacts)|nützliche (nummern|telefon\\p{L}*|adressen)|numéros utiles|teléfonos (útiles|de interés)|numeri utili|telefones úteis|nuttige (telefoon)?nummers|užitečná čísla',
    'przydatne (telefony|numery)|корисні (телефони|номери|контакти)|полезные (телефоны|номера|контакты)|faydalı (telefonlar|numaralar)',
  ],
  ['numbers'],
  false,
);

export const errands: readonly Errand[] = [
  ...[supply, bed, taxi, ride, cure, crisis, complaint, maker, trustee],
  ...[outing, standIn, landlord, offices, brand, backer, list],
];
