import { describe, expect, it } from 'vitest';
import { soundsLikeRefusal, soundsLikeThanks } from '../../functions/probe-page/form/reaction.ts';

describe('what a page says after the button', () => {
  it.each([
    'Děkujeme, ozveme se vám co nejdříve.',
    'Zpráva byla odeslána.',
    'Ďakujeme, vaša správa bola odoslaná.',
    'Grazie! Il messaggio è stato inviato.',
    'Obrigado, entraremos em contacto.',
    'Bedankt voor uw bericht.',
    'Uw bericht is verzonden.',
    'Köszönjük, hamarosan jelentkezünk.',
    'Mulțumim! Vă vom contacta.',
    'Tack för ditt meddelande!',
    'Kiitos viestistä!',
    'Tak for din besked.',
    'Hvala na poruci!',
    'Ευχαριστούμε!',
    'Vielen Dank für Ihre Nachricht!',
    'Ihre Anfrage ist bei uns eingegangen.',
    'Votre message nous est bien parvenu.',
    'Mesajınız başarıyla iletildi.',
    'Skontaktujemy się wkrótce.',
    'Nos pondremos en contacto contigo.',
    'Ваше сообщение доставлено.',
    'Повідомлення доставлено.',
    'Your enquiry has been submitted.',
    'Sent!',
    'Got it! One of our team will get back to you within one business day.',
    'Ihre Nachricht wurde übermittelt.',
    'Zgłoszenie zostało przyjęte',
    'Zgłoszenie zostało wysłane.',
    'Лист успішно відправлено',
    'Talebiniz alınmıştır.',
    'La sua richiesta è stata inoltrata correttamente.',
    'Het formulier is succesvol verstuurd.',
    'Recebemos o seu contato e retornaremos em breve.',
    'Vaši poptávku jsme přijali a brzy se vám ozveme.',
    'Thank you for your message! Please check your spam folder.',
    'Danke! Bitte prüfen Sie Ihr Postfach.',
    'Merci ! Veuillez vérifier votre boîte mail.',
    'Teşekkürler! Lütfen e-postanızı kontrol edin.',
    'Дякуємо! Перевірте, будь ласка, пошту.',
    "Thanks, we got it. If you haven't heard from us in two days, please try again.",
  ])('is thanks: "%s"', (line) => {
    expect(soundsLikeThanks([line])).toBe(line);
    expect(soundsLikeRefusal([line])).toBeNull();
  });

  it.each([
    "This field can't be blank",
    'Your message looks like spam and was not sent.',
    "L'adresse e-mail saisie n'est pas valide.",
    'Debes aceptar la política de privacidad antes de enviar.',
    'Wystąpił problem z wysłaniem twojej wiadomości. Spróbuj ponownie później.',
    'Inserisci un indirizzo email valido',
    'Er is een fout opgetreden bij het verzenden van uw bericht.',
    'Gelieve dit veld in te vullen.',
    'Thank you! Sadly, an error has occurred.',
    'Ваше повідомлення не відправлено',
    'Odeslání formuláře se nezdařilo.',
    'Vyplňte prosím své jméno.',
    'Správu sa nepodarilo odoslať.',
    'Errore: messaggio non inviato.',
    'Campo obrigatório',
    'Uw bericht kon niet worden verzonden: er ging iets mis.',
    'Hiba történt a küldés során.',
    'Eroare: mesajul nu a fost trimis.',
    'Ogiltig e-postadress',
    'Ihre Nachricht konnte nicht gesendet werden.',
    'Votre message n’a pas été envoyé.',
    'No se pudo enviar el mensaje, se ha enviado un aviso.',
    'Wiadomość nie została wysłana.',
    'Mesaj gönderilemedi.',
    'Сообщение не отправлено.',
    'Повідомлення не надіслано.',
    'Your message could not be sent.',
  ])('is none: "%s"', (line) => {
    expect(soundsLikeThanks([line])).toBeNull();
    expect(soundsLikeRefusal([line])).toBe(line);
  });

  it.each([
    'Thank you for visiting our site.',
    'Grazie per la visita al nostro sito!',
    'Remplissez le formulaire et nous vous répondrons dans les 48 heures.',
    'Залиште свої дані, і ми вам зателефонуємо',
    'Saddles and tack',
    'Hibachi grill, Friday',
    'Opening hours',
  ])('is neither: "%s"', (line) => {
    expect(soundsLikeThanks([line])).toBeNull();
    expect(soundsLikeRefusal([line])).toBeNull();
  });
});
