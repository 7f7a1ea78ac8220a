import { foldedWords } from './folded.ts';

/** What kind of business a name says it is, in the languages of its customers; each line is one trade, or some that people mix up. */
const trades = [
  `cafe cafes caffe coffee coffeehouse coffeeshop kaffee kaffeehaus kawiarnia kafe kahve kavarna cafeteria bar pub bistro restaurant restaurants
   ristorante restaurante restauracja restoran eatery diner grill pizzeria trattoria taverna
   кафе кава кофе кав'ярня кавярня кофейня бар паб бістро бистро ресторан ресторація гриль піцерія пиццерия їдальня столовая`,
  `bakery patisserie boulangerie bäckerei konditorei piekarnia cukiernia panaderia pekara fırın pastane пекарня булочная кондитерська кондитерская`,
  `salon salons beauty barbershop barber hairdresser hairdressers friseur friseursalon coiffeur peluqueria fryzjer kuaför spa
   салон краса краси красоты красота перукарня парикмахерская барбершоп спа`,
  `clinic clinics klinik klinika clinique clinica praxis dentist dental zahnarzt zahnarztpraxis dentista stomatologia hospital medical
   клініка клиника стоматологія стоматология лікарня больница медичний медицинский кабінет кабинет`,
  `hotel hotels hostel hostels pension guesthouse inn apartments otel hostal готель отель гостиница хостел апартаменти апартаменты`,
  `shop shops store stores boutique laden geschäft sklep tienda magasin mağaza market supermarket магазин крамниця лавка бутик супермаркет маркет`,
  `florist florists flowers blumen kwiaciarnia fleuriste floristeria квіти цветы`,
  `pharmacy apotheke apteka pharmacie farmacia eczane аптека`,
  `gym fitness fitnessstudio club klub спортзал фітнес фитнес клуб`,
  `school academy schule akademie szkoła escuela école okul школа академія академия`,
  `garage autoservice werkstatt warsztat taller автосервіс автосервис`,
  `law lawyer lawyers attorneys kanzlei rechtsanwalt kancelaria адвокат адвокати юрист`,
];

/** They say nothing of the trade, and are in many names. */
const saysLittle: ReadonlySet<string> = new Set(
  foldedWords(
    `the a an der die das le la les el los las of in on at for de del du da di von am im na w z zu für pod
     на в у при для під біля возле із с з центр center centre zentrum centrum centro studio studios студія студия group група группа
     company компанія компания house дім дом haus service services сервіс сервис`,
  ),
);

const tradeOf: ReadonlyMap<string, number> = new Map(
  trades.flatMap((line, trade) => foldedWords(line).map((word) => [word, trade] as const)),
);

interface NameParts {
  /** What it is called beside its trade; empty where the trade is all. */
  readonly own: readonly string[];
  /** None where nothing says it, several where the name says so. */
  readonly trades: readonly number[];
}

/** @param words folded, as foldedWords gives them */
export function partsOf(words: readonly string[]): NameParts {
  return {
    own: words.filter((word) => !tradeOf.has(word) && !saysLittle.has(word)),
    trades: words.flatMap((word) => tradeOf.get(word) ?? []),
  };
}
