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
  ])('is none: "%s"', (line) => {
    expect(soundsLikeThanks([line])).toBeNull();
    expect(soundsLikeRefusal([line])).toBe(line);
  });

  it.each(['Saddles and tack', 'Hibachi grill, Friday', 'Opening hours'])('is neither: "%s"', (line) => {
    expect(soundsLikeThanks([line])).toBeNull();
    expect(soundsLikeRefusal([line])).toBeNull();
  });
});
