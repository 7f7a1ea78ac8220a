const provider = 'bedrock/';

/** What is wrong with a model's name; words that follow it. */
export function bedrockModelProblem(text: string): string | null {
  if (!text.startsWith(provider)) {
    return /^[a-z0-9-]+\.[a-z0-9]/.test(text)
      ? `does not say where the model is; did you mean "${provider}${text}"?`
      : `is not a model on Amazon Bedrock; write ${provider} and its id, such as ${provider}amazon.nova-lite-v1:0`;
  }
  const id = text.slice(provider.length);
  if (id.startsWith('arn:'))
    return `names a model by its ARN; write only the id at its end, such as ${provider}amazon.nova-lite-v1:0`;
  if (/^[a-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d+)*$/.test(id) && id.length <= 140) return null;
  return `has no id of a model after ${provider}; copy it from Bedrock's list of models, such as ${provider}amazon.nova-lite-v1:0`;
}

export function bedrockRegionProblem(text: string): string | null {
  if (/^[a-z]{2,}(-[a-z]+)+-\d$/.test(text)) return null;
  return 'is not an AWS region; write its name, such as eu-central-1';
}

/** How the regions of a geography begin, as far as that is certain: some profiles can be asked from a neighbour, such as Canada. */
const beginnings: ReadonlyMap<string, string> = new Map([
  ['us', 'us-'],
  ['eu', 'eu-'],
  ['apac', 'ap-'],
]);

/** Does an inference profile belong to another part of the world than the region in which it is to be asked? */
export function isElsewhere(geography: string, region: string): boolean {
  const own = beginnings.get(geography);
  return own !== undefined && [...beginnings.values()].some((other) => other !== own && region.startsWith(other));
}

/** @param written `bedrock/<id>` */
export function bedrockModelId(written: string): string {
  return written.slice(provider.length);
}
