import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { secretId } from '../../shared/model/stack-names.ts';

/** Secrets Manager adds six random characters to a secret's name. */
export function secretArns(stack: Stack, names: Iterable<string>): string[] {
  return Array.from(new Set(names), (name) =>
    stack.formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${secretId(stack.stackName, name)}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  );
}
