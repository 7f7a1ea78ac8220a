import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRead, sendJson, sendText } from './answer.ts';
import { type ContactMessage, Refusal, readContactMessage } from './contact-form.ts';
import type { SiteState } from './faults.ts';
import type { PageName } from './pages.ts';
import type { Values } from './template.ts';

const emptyForm: Values = { error: null, typedName: '', typedEmail: '', typedPhone: '', typedMessage: '' };

/** Sends a page of the site with these values in its template. */
type SendPage = (
  page: PageName,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  values: Values,
) => Promise<void>;

interface ContactPageOptions {
  /** Asked at each request, because faults switch while the site runs. */
  readonly state: () => SiteState;
  readonly accept: (message: ContactMessage) => Promise<void>;
  readonly sendPage: SendPage;
}

type AnswerContact = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The page with the form, and where the form is sent to. */
export function createContactPage({ state, accept, sendPage }: ContactPageOptions): AnswerContact {
  async function answerForm(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wantsJson = (request.headers.accept ?? '').includes('application/json');
    try {
      const message = await readContactMessage(request);
      await accept(message);
      if (state().acceptance === 'empty') return void response.writeHead(204).end();
      const thanks = `Thank you, ${message.name}. We answer within a working day.`;
      if (wantsJson) return sendJson(request, response, 200, { message: thanks });
      await sendPage('thank-you', request, response, 200, { thanks });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (wantsJson) return sendJson(request, response, error.status, { error: error.message });
      await sendPage('contact', request, response, error.status, typedAgain(error));
    }
  }

  return async (request, response) => {
    if (isRead(request)) return sendPage('contact', request, response, 200, emptyForm);
    if (state().formEndpoint === 'answers-500') {
      return sendText(request, response, 500, 'Internal Server Error');
    }
    if (request.method === 'POST') return answerForm(request, response);
    const status = request.method === 'OPTIONS' ? 204 : 405;
    response.writeHead(status, { allow: 'GET, POST, OPTIONS' }).end();
  };
}

function typedAgain({ message, typed }: Refusal): Values {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return {
    error: message,
    typedName: text('name'),
    typedEmail: text('email'),
    typedPhone: text('phone'),
    typedMessage: text('message'),
  };
}
