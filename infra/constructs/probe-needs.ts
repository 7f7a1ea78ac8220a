import { type Configuration, isReceived } from '../../shared/model/business.ts';
import { importPrefix } from '../../shared/model/import-kind.ts';
import { phoneSources } from '../../shared/model/social-platform.ts';
import { inboxPrefix } from '../../shared/model/stack-names.ts';
import { checkPartition } from '../../shared/model/table-keys.ts';
import { stepOf } from '../../shared/probes/index.ts';
import { importsOf } from './landed-files.ts';

/** Forms that are really sent. */
export function sendingChecks({ touchpoints }: Configuration): string[] {
  const checks = touchpoints.flatMap((touchpoint) => touchpoint.checks);
  return checks.flatMap(({ id, options }) => (options['mode'] === 'submit' ? id : []));
}

/** What others put into the bucket, to be read: the call records of phones, what a probe imports, and received mail. */
export function incoming({ touchpoints }: Configuration): string[] {
  const phones = touchpoints.filter(({ checks }) =>
    checks.some(({ options }) => options['platform'] === phoneSources.csv),
  );
  return [
    ...phones.map(({ id }) => importPrefix('calls', id)),
    ...importsOf(touchpoints).map(({ kind, touchpointId }) => importPrefix(kind, touchpointId)),
    ...touchpoints.filter(isReceived).map(({ id }) => `${inboxPrefix}${id}/`),
  ];
}

/** Forms whose messages may lie in a mailbox that is read. */
export function followedForms(configuration: Configuration): string[] {
  return configuration.touchpoints.some(({ kind }) => kind === 'mailbox') ? sendingChecks(configuration) : [];
}

/** Where the social probe keeps what it has read. */
export function socialPartitions({ touchpoints }: Configuration): string[] {
  const checks = touchpoints.flatMap((touchpoint) => touchpoint.checks);
  return checks.filter(({ probe }) => stepOf(probe) === 'probe-social').map(({ id }) => checkPartition(id));
}
