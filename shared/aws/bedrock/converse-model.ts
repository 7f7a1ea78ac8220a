import { BedrockRuntimeClient, ConverseCommand, type ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import type { LanguageModel, ModelAnswer, Prompt } from '../../ports/language-model.ts';
import type { Connection } from '../connection.ts';

interface ConverseOptions {
  /** Of a model or an inference profile. */
  readonly model: string;
  readonly region: string;
  /** How long one answer may take. */
  readonly patienceMs?: number;
  /** Where Bedrock is when it is not in AWS. */
  readonly connection?: Connection;
}

const usualPatienceMs = 8000;

/**
 * Asks a model by Bedrock's Converse, once for each question: each attempt may be paid, so the SDK repeats none.
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export function createConverseModel({
  model,
  region,
  patienceMs = usualPatienceMs,
  connection,
}: ConverseOptions): LanguageModel {
  const client = new BedrockRuntimeClient({ region, maxAttempts: 1, ...connection });
  return {
    async ask({ system, text, mostTokens }: Prompt, signal) {
      if (signal.aborted) return { kind: 'not-asked', mayPass: true, message: 'Bedrock: no time left to ask' };
      const command = new ConverseCommand({
        modelId: model,
        system: [{ text: system }],
        messages: [{ role: 'user', content: [{ text }] }],
        inferenceConfig: { maxTokens: mostTokens, temperature: 0 },
      });
      const abortSignal = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
      try {
        return answerIn(await client.send(command, { abortSignal }));
      } catch (error) {
        return failureOf(error, abortSignal.aborted);
      }
    },
  };
}

function answerIn({ output, stopReason, usage }: ConverseCommandOutput): ModelAnswer {
  const blocks = output?.message?.content ?? [];
  const { inputTokens, outputTokens } = usage ?? {};
  return {
    kind: 'answer',
    // Some models think aloud in blocks of another kind.
    text: blocks.flatMap((block) => block.text ?? []).join(''),
    isWhole: stopReason === 'end_turn' || stopReason === 'stop_sequence',
    usage: isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : null,
  };
}

function isCount(tokens: unknown): tokens is number {
  return typeof tokens === 'number' && Number.isFinite(tokens) && tokens >= 0;
}

/** Turned away because there is too much to do: nothing was computed. */
const passing =
  /^(Throttling(Exception)?|TooManyRequestsException|ServiceQuotaExceededException|ServiceUnavailable(Exception)?|ModelNotReadyException)$/;
/** It was computed, or nobody knows. */
const maybePaid = /^(ModelTimeoutException|ModelErrorException|InternalServerException|InternalFailure)$/;
const notConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)$/;

/** @see https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html */
function failureOf(error: unknown, isLate: boolean): ModelAnswer {
  const { name, code, status } = factsOf(error);
  // Bedrock's own sentences may quote the request, and that is a customer's text.
  const message = `Bedrock: ${name}${status === null ? '' : ` (HTTP ${status})`}`;
  if (isLate) return { kind: 'lost', message: 'Bedrock: no answer in time' };
  if (passing.test(name) || status === 429 || status === 503) return { kind: 'not-asked', mayPass: true, message };
  if (notConnected.test(code)) return { kind: 'not-asked', mayPass: true, message: `Bedrock: ${code}` };
  if (maybePaid.test(name)) return { kind: 'lost', message };
  const isRefused = (status !== null && status >= 400 && status < 500) || /Credentials|TokenProvider/.test(name);
  return isRefused ? { kind: 'not-asked', mayPass: false, message } : { kind: 'lost', message };
}

function factsOf(error: unknown): { readonly name: string; readonly code: string; readonly status: number | null } {
  if (!(error instanceof Error)) return { name: 'Error', code: '', status: null };
  // Over HTTP/2 a connection that was refused is the cause of a stream that was cancelled.
  const code = codeOf(error.cause) || codeOf(error);
  const metadata = '$metadata' in error && typeof error.$metadata === 'object' ? error.$metadata : null;
  const status = metadata !== null && 'httpStatusCode' in metadata ? metadata.httpStatusCode : null;
  return { name: error.name, code, status: typeof status === 'number' ? status : null };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
