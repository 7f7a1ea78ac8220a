import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { type DeployedFleet, hashOfFleet, writeDeployedFleet } from '../../shared/config/fleet/deployed-fleet.ts';
import { type Bundle, variables } from '../../shared/model/stack-names.ts';
import type { StepFunction } from './step-function.ts';

/**
 * The configuration of a fleet, which is too large for a bundle of each function: an object that is named by its content, in the
 * bucket of CDK's assets. A function that still runs the previous code keeps reading the previous object.
 */
export class FleetConfiguration extends Construct {
  readonly #asset: Asset;
  readonly #hash: string;

  constructor(scope: Construct, id: string, { businesses, ...others }: DeployedFleet) {
    super(scope, id);
    const file = writeDeployedFleet(businesses, others);
    this.#hash = hashOfFleet(file);
    const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-fleet-'));
    try {
      const place = path.join(folder, 'fleet.jsonl.gz');
      writeFileSync(place, file);
      this.#asset = new Asset(this, 'File', { path: place });
    } finally {
      // CDK has staged its own copy.
      rmSync(folder, { recursive: true });
    }
  }

  /** The one object, and nothing else of the bucket. */
  letRead(step: StepFunction<Bundle>): void {
    const { s3BucketName: bucket, s3ObjectKey: key } = this.#asset;
    step.function.addEnvironment(variables.fleetBucket, bucket);
    step.function.addEnvironment(variables.fleetKey, key);
    step.function.addEnvironment(variables.fleetHash, this.#hash);
    step.grant(['s3:GetObject'], [`arn:${Stack.of(this).partition}:s3:::${bucket}/${key}`]);
  }
}
