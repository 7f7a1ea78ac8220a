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
  ])('is thanks: "%s"', (line) => {
    expect(soundsLikeThanks([line])).toBe(line);
    expect(soundsLikeRefusal([line])).toBeNull();
  });

  it.each([
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

  it.each(['Saddles and tack', 'Hibachi grill, Friday', 'Opening hours'])('is neither: "%s"', (line) => {
    expect(soundsLikeThanks([line])).toBeNull();
    expect(soundsLikeRefusal([line])).toBeNull();
  });
});
