import type http from 'node:http';

/** One question to AWS, whichever protocol its service speaks. */
export interface AwsRequest {
  /** As IAM calls it: `sns:ListSubscriptionsByTopic`. */
  readonly action: string;
  /** What was asked, by AWS's names; what stands in the path is `path`. */
  readonly input: Readonly<Record<string, unknown>>;
  /** How its service writes answers and errors. */
  readonly protocol: 'query' | 'json' | 'rest';
}

const targets: Readonly<Record<string, string>> = {
  AmazonSQS: 'sqs',
  DynamoDB_20120810: 'dynamodb',
  secretsmanager: 'secretsmanager',
  GraniteServiceVersion20100801: 'cloudwatch',
};

const paths: readonly (readonly [RegExp, string])[] = [
  [/^\/2015-03-31\/functions\/([^/]+)\/configuration$/, 'lambda:GetFunctionConfiguration'],
  [/^\/2019-09-30\/functions\/([^/]+)\/concurrency$/, 'lambda:GetFunctionConcurrency'],
  [/^\/2015-03-31\/event-source-mappings\/([^/]+)$/, 'lambda:GetEventSourceMapping'],
  [/^\/schedules\/([^/]+)$/, 'scheduler:GetSchedule'],
  [/^\/v2\/email\/account$/, 'ses:GetAccount'],
  [/^\/v2\/email\/identities\/([^/]+)$/, 'ses:GetEmailIdentity'],
  [/^\/v2\/email\/list-identities$/, 'ses:ListEmailIdentities'],
];

/** @throws Error for a question that no test has thought of */
export async function readAwsRequest(request: http.IncomingMessage): Promise<AwsRequest> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const [service = '', operation = ''] = target.split('.');
    return { action: `${targets[service] ?? service}:${operation}`, input: JSON.parse(body), protocol: 'json' };
  }
  const { pathname } = new URL(request.url ?? '/', 'http://x');
  for (const [pattern, action] of paths) {
    const match = pattern.exec(pathname);
    if (match !== null) {
      const input = { ...(body.startsWith('{') && JSON.parse(body)), path: decodeURIComponent(match[1] ?? '') };
      return { action, input, protocol: 'rest' };
    }
  }
  const input = Object.fromEntries(new URLSearchParams(body));
  const operation = input['Action'] ?? '';
  if (operation === '') throw new Error(`Nobody has thought of ${request.method} ${pathname}`);
  const isMail = /Receipt/.test(operation);
  const service = isMail ? 'ses' : /Topic|Subscription|Publish/.test(operation) ? 'sns' : 'cloudformation';
  return { action: `${service}:${operation}`, input, protocol: 'query' };
}

export interface AwsReply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as the service of that protocol writes it. */
export function awsError({ protocol }: AwsRequest, code: string, message: string): AwsReply {
  const status = /AccessDenied|AuthorizationError/.test(code) ? 403 : 400;
  if (protocol === 'query') {
    return {
      status,
      body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
    };
  }
  return {
    status: code === 'NotFoundException' || (protocol === 'rest' && /NotFound/.test(code)) ? 404 : status,
    headers: { 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message, Message: message }),
  };
}

export function jsonReply(value: object): AwsReply {
  return { status: 200, body: JSON.stringify(value) };
}

/** A tree as the query protocol writes it: lists are `member`s. */
export function xmlReply(operation: string, value: object): AwsReply {
  return {
    status: 200,
    body: `<${operation}Response><${operation}Result>${xml(value)}</${operation}Result></${operation}Response>`,
  };
}

function xml(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => `<member>${xml(each)}</member>`).join('');
  if (typeof value !== 'object' || value === null)
    return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return Object.entries(value)
    .flatMap(([name, each]) => (each === undefined ? [] : `<${name}>${xml(each)}</${name}>`))
    .join('');
}

/** A value as DynamoDB writes it. */
function attributeOf(value: unknown): object {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  return { M: attributesOf(value as Readonly<Record<string, unknown>>) };
}

export function attributesOf(item: Readonly<Record<string, unknown>>): Record<string, object> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attributeOf(value)]));
}
