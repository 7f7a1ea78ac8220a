import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConverseModel } from '../../shared/aws/bedrock/converse-model.ts';
import type { ModelAnswer } from '../../shared/ports/language-model.ts';
import { aBedrock, type BedrockReply, type BedrockStub, bedrockFault, converseAnswer } from '../support/a-bedrock.ts';
import { closedPort } from '../support/serve.ts';

let bedrock: BedrockStub;
beforeAll(async () => {
  bedrock = await aBedrock();
});
afterAll(() => bedrock.close());

const prompt = { system: 'Label this.', text: '{"stars":1,"text":"Чекали годину."}', mostTokens: 600 };
const never = new AbortController().signal;

function ask({ url = bedrock.url, patienceMs = 5000, signal = never } = {}): Promise<ModelAnswer> {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  const connection = { endpoint: url, region: 'eu-central-1', credentials };
  const model = 'eu.amazon.nova-lite-v1:0';
  return createConverseModel({ model, region: 'eu-central-1', patienceMs, connection }).ask(prompt, signal);
}

function answering(reply: BedrockReply | null): Promise<ModelAnswer> {
  bedrock.reply = () => reply;
  return ask();
}

describe('a question to Bedrock', () => {
  it('is signed, goes to the model’s own address in one request, and brings text and usage', async () => {
    const before = bedrock.asked.length;
    expect(await answering(converseAnswer('{"themes":[]}', { inputTokens: 812, outputTokens: 9 }))).toEqual({
      ...{ kind: 'answer', text: '{"themes":[]}', isWhole: true },
      usage: { inputTokens: 812, outputTokens: 9 },
    });
    expect(bedrock.asked.slice(before)).toEqual([
      {
        ...{ path: 'POST /model/eu.amazon.nova-lite-v1%3A0/converse', system: prompt.system, text: prompt.text },
        signature: expect.stringMatching(/^AWS4-HMAC-SHA256 .*\/eu-central-1\/bedrock\/aws4_request/),
      },
    ]);
  });

  it('is not whole where the answer was cut, filtered or refused', async () => {
    for (const stopReason of ['max_tokens', 'content_filtered', 'guardrail_intervened', 'tool_use', 'something_new'])
      expect(await answering(converseAnswer('{', { stopReason })), stopReason).toMatchObject({ isWhole: false });
  });

  it('takes only text from an answer, and knows when nobody says what was used', async () => {
    const thinking = { reasoningContent: { reasoningText: { text: 'Hmm.' } } };
    const content = [thinking, { text: '{"themes"' }, { text: ':[]}' }];
    const body = { output: { message: { role: 'assistant', content } }, stopReason: 'end_turn' };
    expect(await answering({ body })).toEqual({
      ...{ kind: 'answer', text: '{"themes":[]}', isWhole: true, usage: null },
    });
    expect(await answering({ body: {} })).toEqual({ kind: 'answer', text: '', isWhole: false, usage: null });
    const negative = { inputTokens: -1_000_000, outputTokens: 1, totalTokens: 0 };
    expect(await answering({ body: { ...body, usage: negative } })).toMatchObject({ usage: null });
  });
});

describe('a failure', () => {
  it('that passes is not paid, and asked only once', async () => {
    for (const [status, type] of [
      [429, 'ThrottlingException'],
      [400, 'ServiceQuotaExceededException'],
      [503, 'ServiceUnavailableException'],
      [429, 'ModelNotReadyException'],
    ] as const) {
      const before = bedrock.asked.length;
      expect(await answering(bedrockFault(status, type))).toMatchObject({ kind: 'not-asked', mayPass: true });
      expect(bedrock.asked.length - before, type).toBe(1);
    }
  });

  it('of rights, of the model’s name or of the request is not paid, and will not pass', async () => {
    for (const [status, type] of [
      [403, 'AccessDeniedException'],
      [404, 'ResourceNotFoundException'],
      [400, 'ValidationException'],
      [403, 'UnrecognizedClientException'],
    ] as const)
      expect(await answering(bedrockFault(status, type)), type).toMatchObject({ kind: 'not-asked', mayPass: false });
  });

  it('that may have been paid for counts as lost', async () => {
    for (const [status, type] of [
      [500, 'InternalServerException'],
      [408, 'ModelTimeoutException'],
      [424, 'ModelErrorException'],
    ] as const)
      expect(await answering(bedrockFault(status, type)), type).toMatchObject({ kind: 'lost' });
    expect(await answering({ body: '{"output": {"message"' })).toMatchObject({ kind: 'lost' });
    expect(await answering({ body: '<html>A proxy</html>' })).toMatchObject({ kind: 'lost' });
  });

  it('to answer in time, or before the poll ends, is lost too', async () => {
    bedrock.reply = () => null;
    expect(await ask({ patienceMs: 50 })).toEqual({ kind: 'lost', message: 'Bedrock: no answer in time' });
    expect(await ask({ signal: AbortSignal.timeout(50) })).toMatchObject({ kind: 'lost' });
  });

  it('after the poll has ended is not sent, and costs nothing', async () => {
    const before = bedrock.asked.length;
    expect(await ask({ signal: AbortSignal.abort() })).toMatchObject({ kind: 'not-asked', mayPass: true });
    expect(bedrock.asked).toHaveLength(before);
  });

  it('to connect costs nothing', async () => {
    const url = `http://127.0.0.1:${await closedPort()}`;
    expect(await ask({ url })).toEqual({ kind: 'not-asked', mayPass: true, message: 'Bedrock: ECONNREFUSED' });
  });

  it('is told without a word of the customer', async () => {
    const { message } = { message: '', ...(await answering(bedrockFault(400, 'ValidationException'))) };
    expect(message).toBe('Bedrock: ValidationException (HTTP 400)');
  });
});
