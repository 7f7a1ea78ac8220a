import { arnIn, type Deployment } from './iam/deployment.ts';

/** Only where the file names a model for themes: see probe-social.test.ts. */
export const modelCall = {
  ...{ action: 'bedrock:InvokeModel', resource: arnIn('bedrock', 'foundation-model/amazon.nova-lite-v1:0') },
  ...{ on: 'a model', made: false },
} as const;

export function bucketOf(at: Deployment): string {
  return at.the('AWS::S3::Bucket', 'Evidence').arn;
}
