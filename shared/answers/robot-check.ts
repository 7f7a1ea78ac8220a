import type { PageAnswer } from './page-answer.ts';
import { readPageText } from './page-text.ts';

const longestText = 400;
/** The characters of a picture are typed into one. */
const mostFields = 1;
const contactField =
  /<textarea\b(?![^>]{0,300}(?:response|captcha))|<input\b[^>]{0,300}\b(?:type\s*=\s*["']?(?:tel|email)|name\s*=\s*["']?(?:phone|tel|e?mail))\b/i;
const typedField = /<input\b(?![^>]{0,300}\btype\s*=\s*["']?(?:hidden|submit|button|image|checkbox|radio|range))/gi;

const asksForHuman =
  /\b(verify(ing)?|confirm|check(ing)?|prove|make sure|ensure)\b.{0,40}\b(you are|you're|your) .{0,20}(not a (ro)?bot|human|browser)|please wait while (your request is being verified|we (verify|check))|(подтвердите|проверяем|убедимся|докажите),? что вы .{0,20}не робот|провер(ка|яем) (вашего |ваш )?браузер|(підтвердіть|перевіряємо|доведіть),? що ви .{0,20}не робот|перевір(ка|яємо) (вашого |ваш )?браузер|(ob|dass) sie (ein mensch|kein (ro)?bot(er)?) sind|(ihr )?browser wird .{0,20}(ge|über)prüft|que (usted )?no (es|eres) un robot|(comprobando|verificando) (su|tu) navegador|que vous (n.êtes pas un robot|êtes humain)|vérification de votre navigateur|że nie jesteś robotem|sprawdzamy twoją przeglądarkę|robot olmadığınızı/i;

/**
 * Does a firewall without a signature ask whether the visitor is a robot, whatever its status? There is nothing else on such a
 * page: a contact form that asks the same stands on a page of its own site. Sources: LiteSpeed's "Bot Verification",
 * OpenResty's "One moment, please...", "Checking your browser" of many.
 */
export function asksWhetherRobot({ body, url }: PageAnswer): boolean {
  const { text, ownLinks, html, title } = readPageText(body, url);
  if (text.length > longestText || ownLinks > 0 || /\bhref\s*=\s*["']?\s*(tel|mailto):/i.test(html)) return false;
  return !holdsForm(html) && asksForHuman.test(`${title} ${text}`);
}

/** One that a customer fills in. */
function holdsForm(html: string): boolean {
  return contactField.test(html) || (html.match(typedField) ?? []).length > mostFields;
}
