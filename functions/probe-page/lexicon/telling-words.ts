/**
 * What a page of a few words says in one language and, of those that share its script, in no other: its menu, its greetings, and
 * words with letters of its own. Also of languages whose pages are not read here, so that they are not taken for one that is.
 */
const tellingWords: Readonly<Record<'latin' | 'cyrillic', Readonly<Record<string, readonly string[]>>>> = {
  latin: {
    en: [
      'home',
      'about',
      'welcome',
      'our',
      'your',
      'prices',
      'reviews',
      'book',
      'opening',
      'hours',
      'free',
      'shop',
      'read',
    ],
    de: [
      ...['\\p{L}*ß\\p{L}*', 'startseite', 'leistungen', 'über', 'uns', 'preise', 'impressum', 'anfragen?', 'jetzt'],
      ...['ihre?', 'unsere?', 'für', 'und', 'mehr', 'termine?', 'öffnungszeiten', 'willkommen', 'genäht'],
    ],
    fr: [
      ...[
        '\\p{L}*œ\\p{L}*',
        'accueil',
        'nos',
        'notre',
        'votre',
        'vos',
        'tarifs',
        'à propos',
        'devis',
        'gratuits?',
        'bienvenue',
      ],
      ...['réserver', 'dépannage', 'horaires', 'chez', 'rapide', 'prestations'],
    ],
    es: [
      ...['\\p{L}*ñ\\p{L}*', 'inicio', 'servicios', 'precios', 'nosotros', 'contacto', 'presupuesto', 'bienvenidos'],
      ...['urgencias', 'sin', 'compromiso', 'nuestr[oa]s?', 'horario', 'tienda', 'citas?', 'reservar'],
    ],
    pl: [
      '\\p{L}*[łśźżń]\\p{L}*',
      'strona',
      'oferta',
      'cennik',
      'nas',
      'ceny',
      'dojazd',
      'zapraszamy',
      'szybki',
      'uczciwe',
    ],
    tr: ['\\p{L}*[ğı]\\p{L}*', 'anasayfa', 'hizmetler(imiz)?', 'fiyatlar', 'iletişim', 'hakkımızda', 'için', 'bizim'],
    it: [
      'il',
      'gli',
      'della?',
      'nostr[oaei]',
      'tutti',
      'giorni',
      'prenota',
      'siamo',
      'servizi',
      'prezzi',
      'contatti',
      'è',
    ],
    nl: ['onze', 'wij', 'voor', 'uw', 'het', 'een', 'van', 'ook', 'bij', 'elke', 'welkom', 'afspraak'],
    pt: ['\\p{L}*[ãõ]\\p{L}*', 'você', 'noss[oa]s?', 'todos', 'serviços', 'preços', 'contato', 'início', 'uma', 'dias'],
    cs: ['\\p{L}*[ěřů]\\p{L}*', 'vítejte', 'naší?', 'každý', 'služby', 'ceník', 'úvod'],
    ro: ['\\p{L}*[ăț]\\p{L}*', 'acasă', 'servicii', 'noastră', 'pentru', 'prețuri', 'este'],
    // Serbian, Croatian and Bosnian, which a few words do not tell apart.
    sh: [
      '\\p{L}*đ\\p{L}*',
      'dobrodošli',
      'našu?',
      'naš[ae]?',
      'svaki',
      'usluge',
      'početna',
      'vaše',
      'ili',
      'cij?ene',
      'narudžb\\p{L}+',
    ],
    hu: ['\\p{L}*[őű]\\p{L}*', 'kezdőlap', 'szolgáltatások', 'árak', 'kapcsolat', 'üdvözöljük', 'és'],
    sv: ['och', 'våra?', 'för', 'hem', 'tjänster', 'välkommen', 'priser', 'på', 'oss'],
  },
  cyrillic: {
    uk: ['головна', 'послуги', 'контакти', 'запис', 'нами?', 'відгуки', 'або', 'та', 'ласкаво', 'ваш', 'замовити'],
    ru: [
      'главная',
      'услуги',
      'контакты',
      'запись',
      'отзывы',
      'или',
      'добро',
      'заказать',
      'для',
      'наши',
      'акции',
      'новости',
    ],
    bg: ['начало', 'нашата', 'нашият', 'вашите', 'всеки', 'добре', 'гости', 'или', 'цени', 'със'],
    sr: ['почетна', 'нашу', 'наша', 'сваки', 'добродошли', 'услуге', 'ваше', 'или', 'цене'],
  },
};

const patterns = Object.fromEntries(
  Object.entries(tellingWords).map(([script, languages]) => [
    script,
    Object.entries(languages).map(([code, words]) => ({
      code,
      pattern: new RegExp(`(?<![\\p{L}’'-])(?:${words.join('|')})(?![\\p{L}’'-])`, 'giu'),
    })),
  ]),
);

/** How many different words of a text tell each language, most first. */
export function wordsTelling(text: string, script: 'latin' | 'cyrillic'): readonly { code: string; words: number }[] {
  const counted = (patterns[script] ?? []).map(({ code, pattern }) => ({
    code,
    words: new Set([...text.matchAll(pattern)].map(([word]) => word.toLowerCase())).size,
  }));
  return counted.toSorted((a, b) => b.words - a.words);
}
