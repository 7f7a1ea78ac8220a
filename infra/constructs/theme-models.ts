import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { themeModelsIn } from '../../shared/config/theme-model-notes.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import { spendingPartitionOf } from '../../shared/model/table-keys.ts';
import { modelBehindProfile, type ThemeModel } from '../../shared/model/theme-model.ts';
import { acknowledge } from './acknowledge.ts';
import type { StepFunction } from './step-function.ts';

/**
 * Where the file names a model for themes, the step may ask that model and no other, and keeps account of what it costs. A model
 * behind an inference profile may be asked in each of the profile's regions, and by that profile only.
 * Source: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
 */
export function letAskModels(stack: Stack, step: StepFunction, table: TableV2, { touchpoints }: Configuration): void {
  const models = themeModelsIn({ touchpoints });
  if (models.length === 0) return;
  const named = new Map(models.map((each) => [`${each.region} ${each.model}`, each]));
  for (const each of named.values()) letAsk(stack, step, each);
  const paying = touchpoints.filter((touchpoint) => themeModelsIn({ touchpoints: [touchpoint] }).length > 0);
  const partitions = new Set(paying.map(({ id }) => spendingPartitionOf(businessOf(id))));
  step.grantItems(['dynamodb:UpdateItem'], table, [...partitions]);
}

function letAsk(stack: Stack, step: StepFunction, { model, region }: ThemeModel): void {
  const bedrock = { service: 'bedrock', arnFormat: ArnFormat.SLASH_RESOURCE_NAME };
  const actions = ['bedrock:InvokeModel'];
  const profile = modelBehindProfile(model);
  if (profile === null) {
    const own = { ...bedrock, region, account: '', resource: 'foundation-model', resourceName: model };
    step.grant(actions, [stack.formatArn(own)]);
    return;
  }
  const profileArn = stack.formatArn({ ...bedrock, region, resource: 'inference-profile', resourceName: model });
  const behind = { ...bedrock, region: '*', account: '', resource: 'foundation-model', resourceName: profile.model };
  step.grant(actions, [profileArn]);
  acknowledge(
    step,
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:bedrock:*::foundation-model/${profile.model}]`,
    'The regions of an inference profile are AWS’s to choose; the condition lets the model be asked by this profile only.',
  );
  step.grant(actions, [stack.formatArn(behind)], { StringEquals: { 'bedrock:InferenceProfileArn': profileArn } });
}
