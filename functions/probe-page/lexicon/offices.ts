/** Only where the number follows: a house stands beside a tax office, too, and a street is named after the police. */
const near = '(?=(?:\\s+\\p{L}+){0,5}[\\s:]*$)';

const authorities = [
  'finanzamt\\p{L}*|agentur für arbeit|arbeitsagentur|jobcenter|verbraucherzentrale',
  'hmrc|irs|trading standards|citizens advice|social security administration',
  'urssaf|cpam|ameli|centre des impôts',
  'agencia tributaria|aeat|seguridad social|sepe',
  'urz[ąę]d\\p{L}* skarbow\\p{L}+|zus|nfz|sanepid\\p{L}*',
  'фнс|налогов\\p{L}+ (служб|инспекц)\\p{L}*|пенсионн\\p{L}+ фонд\\p{L}*|госуслуг\\p{L}*|мфц',
  'дпс|податков\\p{L}+ (служб|інспекц)\\p{L}*|пенсійн\\p{L}+ фонд\\p{L}*|нсзу',
  'agenzia delle entrate|inps|belastingdienst|finanční úřad\\p{L}*|skatte(verket|etaten)|vergi dairesi',
  'receita federal|procon|anvisa|disque',
  'profeco|condusef|sernac|indecopi|(teléfono|defensa|protección) (del|al) consumidor',
  'inspekcj\\p{L}+ (handlow|sanitarn|pracy|weterynar)\\p{L}+|rzecznik\\p{L}* (konsument|praw)\\p{L}*',
  '(захист|защит)\\p{L}* прав (споживач|потребител)\\p{L}*|verbraucherschutz\\p{L}*|gewerbeaufsicht\\p{L}*|gesundheitsamt\\p{L}*|veterinäramt\\p{L}*',
  'dgccrf|agcm|consuwijzer|česk\\p{L}+ obchodní inspekc\\p{L}+|čoi',
  'environmental health|ofcom|ofgem|ofwat|better business bureau|attorney general|care quality commission',
  // Who is called about gas and current.
  'grdf|enedis|italgas|cadent|national (gas|grid)( emergency)?|e-distribuzione|naturgy|nedgia|gazowni\\p{L}*|tauron',
  '(обл|гор|міськ|мос)газ\\p{L}*|(авар\\p{L}+ )?газов\\p{L}+ служб\\p{L}+|(обл|львів|київ)енерго|nationaal storingsnummer|gasag|netze bw',
];
const transport = [
  'fahrplan(auskunft)?|reiseauskunft|deutsche bahn|db auskunft|öbb|sbb',
  'national rail( enquiries)?|train times|sncf|renfe|trenitalia|pkp|informacj\\p{L}+ kolejow\\p{L}+',
  'укрзалізниц\\p{L}*|ржд|справочн\\p{L}+ (вокзал|аэропорт)\\p{L}*|довідков\\p{L}+ (вокзал|аеропорт)\\p{L}*',
];
const helpers = [
  '(stadt|kantons|landes|bundes|wasserschutz|autobahn)polizei',
  'garda(í| station)?|crimestoppers|coastguard|mountain rescue',
  'gendarmerie|commissariat',
  'guardia civil|policía (local|municipal|nacional)|protección civil',
  'politie|brandweer|huisartsenpost|dierenambulance|kindertelefoon|anwb',
  'polizia|carabinieri|vigili del fuoco|guardia medica|farmacia di turno|pronto soccorso|soccorso alpino|centro antiveleni',
  'pol[íi]cia|bombeiros|samu|defesa civil|inem|(saúde|sns) ?24|cvv',
  'policie|hasiči|záchrann\\p{L}+|záchranka|horsk\\p{L}+ služb\\p{L}+|toxikologick\\p{L}+',
  'polisen|politiet|lægevagt\\p{L}*|legevakt\\p{L}*|vårdguiden|giftinformation\\p{L}*',
  'rendőrség|mentők|tűzoltó\\p{L}*|poliția|pompierii|salvarea|αστυνομία|εκαβ|πυροσβεστική',
];

/** What a business says of the way to itself. */
export const beside =
  'neben|gegenüber|hinter|vor|nähe|opposite|near|behind|beside|next to|across from|en face|à côté|près|frente a|junto a|al lado|naast|tegenover|vicino|accanto|fronte|obok|naprzeciw|vedle|naproti|ao lado';
const onTheWay = `(?<!(?<!\\p{L})(?:${beside})\\s+(?:\\p{L}{1,4}\\s+){0,2})`;
/** "Stadtpolizei Zürich, Telefon 044 …" */
const nearOrPhone = near.replace('[\\s:]*$', '(?:,\\s*tel\\p{L}*\\.?)?[\\s:]*$');

/** Tax offices, social insurance, railways, police and rescue, in the languages of the lexicon and their neighbours. */
export const officesElsewhere: readonly string[] = [
  `(${[...authorities, ...transport].join('|')})(?!\\p{L})${near}`,
  `${onTheWay}(${helpers.join('|')})(?!\\p{L})${nearOrPhone}`,
];
