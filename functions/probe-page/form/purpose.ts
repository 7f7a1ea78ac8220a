import type { FoundForm } from '../../../shared/model/found.ts';
import type { FieldDraft, FormDraft } from './drafts.ts';

export type Role = FoundForm['fields'][number]['role'];
export type Purpose = FoundForm['purpose'];
export type Captcha = FoundForm['captcha'];

const start = '(?<!\\p{L})';
const word = (pattern: string): RegExp => new RegExp(`${start}(${pattern})`, 'iu');

const message = word(
  'message|msg|comments?|enquiry|inquiry|question|your text|textarea|nachricht|anliegen|mitteilung|mensaje|consulta|comentario|votre message|commentaire|wiadomo|treść|tresc|zapytanie|mesaj|yorum|сообщени|вопрос|комментари|текст|отзыв|повідомленн|питання|коментар|відгук|опис|описание',
);
const email = word('e-?mail|correo|courriel|e-?posta|почт|имейл|пошт|емейл|адрес(а)? эл|mail');
const phone = word(
  'phone|tel(?!egram)|mobile|mobil|cell|gsm|handy|rückruf|móvil|movil|portable|komórk|numer tel|cep|whats?app|viber|телефон|тел\\.|моб|номер тел|(contact|call|your) ?(number|no\\.?)(?!\\p{L})|n[úu]mero de contacto|num[ée]ro de contact|kontaktnummer|контактный номер|номер для связи|контактний номер|номер для зв|iletişim numara|numer kontaktowy',
);
const nobody = word(
  'company|firma|organi[sz]|unternehmen|empresa|société|entreprise|şirket|компани|организац|компанія|business|user-?name|login|логин|логін|subject|betreff|asunto|sujet|objet|temat|konu|тема|website|url|сайт|city|stadt|ciudad|ville|miasto|şehir|город|місто|address|adresse|dirección|adres|адрес|street|zip|plz|postal|coupon|promo|search|поиск|пошук|captcha|file|upload|rating',
);
const name = word(
  "(full|first|last|your|family|sur|fore|given|contact)?[ _-]?name(?!\\p{L})|fname|lname|(vor|nach|voll)name|ihr name|nombre|apellid|nom\\b|prénom|prenom|imi[eę]|nazwisk|ad(ınız|iniz|ı)?( ?soyad)?(?!\\p{L})|isim|soyad|имя|фамили|фио|ваше имя|как (вас|к вам)|ім[’'ʼ`]?я|прізвищ|піб|звати|обращаться|звертатися",
);
const consent = word(
  'consent|agree|accept|privacy|gdpr|terms|policy|datenschutz|einverstanden|zustimm|akzeptier|agb|acepto|política|términos|consiento|accept|rgpd|politique|zgad|zgod|regulamin|rodo|kabul|onay|kvkk|соглас|политик|персональн|обработк|погодж|згод|політик|умов',
);

/** What a field asks for. */
export function roleOf({ type, words, autocomplete, label }: FieldDraft): Role {
  if (type === 'checkbox') return consent.test(words) ? 'consent' : 'other';
  if (/^(radio|select|date|time|datetime-local|month|week|number|range|file|color|password|search|url)$/.test(type)) {
    return type === 'number' && phone.test(label) ? 'phone' : 'other';
  }
  if (type === 'email' || autocomplete === 'email') return 'email';
  if (type === 'tel' || /^tel(-national)?$/.test(autocomplete)) return 'phone';
  if (type === 'textarea') return 'message';
  if (/^(name|given-name|family-name)$/.test(autocomplete)) return 'name';
  const said = [label.toLowerCase(), words.replaceAll(/[_[\]]/g, ' ')];
  for (const text of said) {
    if (email.test(text)) return 'email';
    if (phone.test(text)) return 'phone';
    if (nobody.test(text)) return 'other';
    if (name.test(text)) return 'name';
    if (message.test(text)) return 'message';
  }
  return 'other';
}

const newsletterWords = word(
  'newsletter|subscribe|subscription|sign ?up for|mailing list|abonnier|anmelden zum|suscri|boletín|abonnez|s.abonner|lettre d|zapisz się|subskry|bülten|abone|подпис|рассылк|підпис|розсилк|latest news|updates',
);
const bookingWords = word(
  'book(ing)?(?!-?form)|reserv|appointment|schedule|termin(?!al)|buchen|buchung|reservier|reserva|cita(?!\\p{L})|turno|rendez-?vous|réserv|rezerw|umów|wizyt|randevu|rezervasyon|запис|брони?р|бронь|забронир|бронюв|прийом|при[её]м',
);
const commentWords = word(
  'review|comment-?form|commentform|leave a (reply|comment|review)|rate us|rating|feedback-?review|bewert|rezension|kommentar|reseña|opinión|valoración|avis(?!\\p{L})|opini|recenz|yorum|değerlendir|отзыв|оцен|відгук|оцін|комментир|коментув',
);
const cartWords = word(
  'checkout|cart(?!\\p{L})|basket|place (an |my |your )?order|warenkorb|kasse|carrito|panier|koszyk|sepet|корзин|оформить заказ|кошик|оформити замовлення',
);
const orderWords = word(
  'order(?!ed)|bestell|pedido|comprar|commande|zamów|zamówieni|sipariş|заказать(?! звонок| обратн)|замовити(?! дзвінок| зворот)',
);
/** A plumber is "ordered", too: only who asks for goods or where to bring them takes an order. */
const goodsWords = word(
  'quantity|qty|amount|product|item|delivery|shipping|address|street|zip|menge|anzahl|produkt|lieferung|adresse|strasse|straße|cantidad|producto|entrega|dirección|quantité|produit|livraison|ilość|produkt|dostaw|adres|adet|ürün|teslimat|кол-во|количеств|товар|доставк|адрес|кількіст|блюд|страв|торт|cake',
);
const searchWords = word('search|query|suche|buscar|recherch|szuka|ara(?!\\p{L})|поиск|найти|пошук|знайти');
const callWords = word(
  'call-?back|call me|rückruf|llám|rappel|oddzwo|обратн\\S* звон|заказать звонок|перезвон|звонок|дзвінок|передзвон|зворотн',
);

/** What the form is for, judged by what it asks and what its heading and button say. */
export function purposeOf(form: FormDraft): Purpose {
  const purpose = purposeBy(
    form,
    form.fields.filter(({ seen }) => seen),
  );
  // A first step may ask for next to nothing; what the form is for stands in the steps that are still hidden.
  return purpose === 'other' ? purposeBy(form, form.fields) : purpose;
}

function purposeBy(form: FormDraft, fields: readonly FieldDraft[]): Purpose {
  const roles = new Set(fields.map(roleOf));
  const asks = (types: RegExp): boolean => fields.some(({ type }) => types.test(type));
  const said = `${form.heading} ${form.submitText} ${fields.map(({ label }) => label).join(' ')}`;
  const own = `${form.words} ${form.submitText}`.replaceAll(/[_-]/g, ' ');

  if (asks(/^password$/)) return 'login';
  const isSearch =
    asks(/^search$/) ||
    /search/.test(form.words) ||
    searchWords.test(form.submitText) ||
    (fields.length > 0 && fields.every(({ words }) => searchWords.test(words)));
  if (isSearch && !roles.has('email') && !roles.has('phone') && !roles.has('message')) return 'search';
  const reaches = roles.has('email') || roles.has('phone');
  const writes = asks(/^textarea$/);
  const onlyEmail = roles.has('email') && !writes && !roles.has('phone');
  if (
    onlyEmail &&
    fields.filter((f) => roleOf(f) === 'other').length === 0 &&
    (newsletterWords.test(`${said} ${own}`) || fields.length === 1)
  )
    return 'newsletter';
  const rates =
    fields.some(({ words }) => /rating|star|оцен|оцін/.test(words)) ||
    /review|comment-?form|commentform|отзыв|відгук/.test(form.words);
  if (writes && (rates || commentWords.test(`${form.heading} ${form.submitText}`)) && !roles.has('phone'))
    return 'comment';
  if (asks(/^(date|time|datetime-local)$/)) return 'booking';
  const ordering = `${form.submitText} ${form.words}`;
  const asksForGoods = fields.some(({ words, type }) => type === 'number' || goodsWords.test(words));
  if ((reaches || roles.has('name')) && (cartWords.test(ordering) || (orderWords.test(ordering) && asksForGoods)))
    return 'order';
  if (bookingWords.test(form.submitText) && (reaches || roles.has('name')) && !callWords.test(form.submitText))
    return 'booking';
  if (bookingWords.test(form.heading) && asks(/^(select|radio)$/) && reaches) return 'booking';
  if (reaches && (writes || roles.has('name') || roles.has('phone'))) return 'contact';
  if (writes || (roles.has('name') && !searchWords.test(own))) return 'contact';
  return 'other';
}

/** Which captcha guards the form; one that a script only loads for the whole page counts, too. */
export function captchaOf({ captchaMarks }: Pick<FormDraft, 'captchaMarks'>): Captcha {
  // formsubmit.co takes its settings from hidden fields; this one says whether it asks a riddle on a page of its own.
  const marks = captchaMarks.filter((mark) => !/^input\b.*\s_captcha\s/.test(mark)).join('\n');
  if (/h-captcha|hcaptcha/i.test(marks)) return 'hcaptcha';
  if (/turnstile|challenges\.cloudflare/i.test(marks)) return 'turnstile';
  if (/g-recaptcha|recaptcha/i.test(marks)) return 'recaptcha';
  return /captcha/i.test(marks) ? 'other' : 'none';
}

/** Contact first: the others are looked at only when there is none. */
const rank: readonly Purpose[] = ['contact', 'booking', 'order', 'comment', 'other'];

/**
 * The form that a customer writes through; null when there is none. A newsletter is none, unless the owner names its page.
 */
export function mainForm(forms: readonly FormDraft[], named = false): FormDraft | null {
  const usable = forms.filter(({ seen }) => seen);
  for (const purpose of named ? [...rank, 'newsletter'] : rank) {
    const [fullest] = usable
      .filter((form) => purposeOf(form) === purpose && canBeAnswered(form))
      .toSorted((a, b) => asksForCustomer(b) - asksForCustomer(a));
    if (fullest !== undefined) return fullest;
  }
  return null;
}

/** Beside a calculator or a call-back field, the form that asks who writes, and what, is the one to watch. */
function asksForCustomer({ fields }: FormDraft): number {
  const roles = fields.filter(({ seen }) => seen).map(roleOf);
  return new Set(roles.filter((role) => /^(name|email|phone|message)$/.test(role))).size;
}

function canBeAnswered(form: FormDraft): boolean {
  const roles = form.fields.map(roleOf);
  return purposeOf(form) !== 'other' || roles.includes('email') || roles.includes('phone');
}
