/**
 * How each command line of the docs is proven. A line that matches none fails test/docs/commands.test.ts, so that nothing is
 * written there that nobody has tried.
 */
export type Proof =
  /** Run by the docs' own test, in a folder of its own, against the demo business. */
  | { readonly command: RegExp; readonly how: 'here' }
  /** Too heavy to be run twice, or in need of an account: another file runs it, with these words. */
  | { readonly command: RegExp; readonly how: 'elsewhere'; readonly file: string; readonly words: string }
  /** Nothing of ours: a question to somebody else's server, or a program that is not installed here. */
  | { readonly command: RegExp; readonly how: 'not ours'; readonly because: string };

const site = String.raw`https:\/\/your-site\.example`;

export const proofs: readonly Proof[] = [
  { command: /^npx touchlight validate$/, how: 'here' },
  { command: /^npx touchlight run --only website\/(availability|field-speed|same-facts) --no-confirm$/, how: 'here' },
  { command: /^npx touchlight secrets check$/, how: 'here' },
  { command: /^npx touchlight score new phone$/, how: 'here' },
  { command: /^npx touchlight (report|digest) --no-open$/, how: 'here' },
  { command: /^npx touchlight plan$/, how: 'here' },
  {
    command: /^npx touchlight validate --fleet sites$/,
    how: 'elsewhere',
    file: 'test/cli/fleet/fleet-commands.test.ts',
    words: "['validate', '--fleet', 'sites', '--json'],",
  },
  {
    command: /^npx touchlight watch --fleet sites$/,
    how: 'elsewhere',
    file: 'test/cli/fleet/fleet-commands.test.ts',
    words: "start('watch', '--fleet', 'sites', '--json')",
  },
  {
    command: /^npx touchlight digest --fleet sites --send$/,
    how: 'elsewhere',
    file: 'test/cli/fleet/fleet-commands.test.ts',
    words: "['digest', '--fleet', 'sites', '--send'",
  },
  {
    command: /^npx touchlight incidents --config sites\/coffee-lab\.yaml$/,
    how: 'elsewhere',
    file: 'test/cli/fleet/fleet-commands.test.ts',
    words: "['incidents', '--config', 'sites/coffee-lab.yaml', '--json'],",
  },
  {
    command: /^npx touchlight page --config sites\/coffee-lab\.yaml$/,
    how: 'elsewhere',
    file: 'test/cli/fleet/fleet-commands.test.ts',
    words: "start('page', '--config', 'sites/coffee-lab.yaml', '--json')",
  },
  {
    command: /^npx touchlight themes$/,
    how: 'elsewhere',
    file: 'test/cli/themes.test.ts',
    words: "['themes'],",
  },
  {
    command: /^node test\/eval\/semeval\.ts ABSA15_Restaurants_Test\.xml$/,
    how: 'not ours',
    because: 'the reviews of SemEval are not ours to copy',
  },
  { command: /^npx touchlight forget "Olena K\."$/, how: 'here' },
  {
    command: /^npx touchlight score (check scorecards\/phone\.yaml|import visits\.csv --touchpoint shop-floor|show)$/,
    how: 'elsewhere',
    file: 'test/cli/score.test.ts',
    words: "['score', 'check', 'scorecards/phone.yaml']",
  },
  {
    command: /^npx touchlight alerts test --stack Touchlight$/,
    how: 'elsewhere',
    file: 'test/aws/arrival.test.ts',
    words: "touchlight('alerts', 'test')",
  },
  { command: /^npm ci && npm start$/, how: 'elsewhere', file: '.ci/run', words: 'npm start' },
  { command: /^npm ci && npm test$/, how: 'elsewhere', file: '.ci/run', words: 'npm ci && npm test' },
  {
    command: /^npm ci && npm pack$/,
    how: 'elsewhere',
    file: 'test/package/installed.test.ts',
    words: "'npm', ['pack'",
  },
  {
    command: /^npm install \.\/touchlight-\*\.tgz$/,
    how: 'elsewhere',
    file: 'test/package/installed.test.ts',
    words: "'npm', ['install', 'touchlight']",
  },
  {
    command: /^docker build --file infra\/packaging\/docker\/Dockerfile --tag touchlight \.$/,
    how: 'not ours',
    because: 'Docker is not installed here; test/package/tarball.test.ts does what its first stage does',
  },
  {
    command: /^docker run --detach --name touchlight /,
    how: 'not ours',
    because: 'Docker is not installed here; test/packaging/dockerfile.test.ts reads what the image runs',
  },
  {
    command: /^npx touchlight upgrade-check --from \.\.\/before$/,
    how: 'elsewhere',
    file: 'test/cli/upgrade/upgrade-check.test.ts',
    words: "'upgrade-check',",
  },
  { command: /^npm run test:aws$/, how: 'elsewhere', file: '.ci/run', words: 'npm run test:aws' },
  {
    command: new RegExp(`^npx touchlight audit ${site}$`),
    how: 'elsewhere',
    file: 'test/integration/audit-of-the-demo.test.ts',
    words: "'audit'",
  },
  {
    command: new RegExp(`^npx touchlight audit ${site} --html report.html --language uk$`),
    how: 'elsewhere',
    file: 'test/cli/audit/in-a-build.test.ts',
    words: "'--html', 'report.html', '--language', 'uk'",
  },
  {
    command: /^npx touchlight audit --budget touchpoints\.yaml --junit touchlight\.xml$/,
    how: 'elsewhere',
    file: 'test/cli/audit/in-a-build.test.ts',
    words: "'audit', '--budget', 'strict.yaml', '--junit', 'junit.xml'",
  },
  {
    command: new RegExp(`^npx touchlight init ${site}$`),
    how: 'elsewhere',
    file: 'test/cli/init/init.test.ts',
    words: "touchlight('init'",
  },
  { command: /^npx touchlight run$/, how: 'elsewhere', file: 'test/cli/killed-run.test.ts', words: "'run'" },
  { command: /^npx touchlight page$/, how: 'elsewhere', file: 'test/cli/page.test.ts', words: "'page'" },
  { command: /^npx touchlight watch$/, how: 'elsewhere', file: 'test/cli/watch.test.ts', words: "'watch'" },
  { command: /^npx touchlight doctor$/, how: 'elsewhere', file: 'test/cli/doctor.test.ts', words: "'doctor'" },
  {
    command: /^npx touchlight doctor --stack Touchlight$/,
    how: 'elsewhere',
    file: 'test/cli/stack-doctor/command.test.ts',
    words: "['doctor', '--stack', stackName]",
  },
  {
    command: /^npx touchlight doctor --stack Touchlight --fleet sites$/,
    how: 'elsewhere',
    file: 'test/cli/stack-doctor/fleet.test.ts',
    words: "['doctor', '--stack', stackName, '--fleet', folder]",
  },
  {
    command: /^npx touchlight incidents --stack Touchlight --config sites\/coffee-lab\.yaml$/,
    how: 'elsewhere',
    file: 'test/cli/stack-doctor/fleet.test.ts',
    words: "['incidents', ...ofBakery]",
  },
  {
    command: /^npx touchlight doctor --stack Touchlight --alarm$/,
    how: 'elsewhere',
    file: 'test/cli/stack-doctor/alarms.test.ts',
    words: 'rings one quiet alarm, sees it published, ends it',
  },
  {
    command: /^source <\(npx touchlight completion bash\)$/,
    how: 'elsewhere',
    file: 'test/cli/completion.test.ts',
    words: "'completion', 'bash'",
  },
  { command: /^npx cdk bootstrap$/, how: 'elsewhere', file: 'test/aws/story.test.ts', words: 'cdk.bootstrap()' },
  {
    command: /^npx cdk (?:bootstrap aws:\/\/ACCOUNT\/[a-z0-9-]+|deploy --all)$/,
    how: 'elsewhere',
    file: 'test/aws/regions.test.ts',
    words: 'furtherRegions: [further]',
  },
  {
    command: /^npx cdk deploy -c fleet=sites -c agency=ops@north\.example$/,
    how: 'elsewhere',
    file: 'test/aws/fleet.test.ts',
    words: 'fleet: sites, agency: ',
  },
  { command: /^npx cdk deploy$/, how: 'elsewhere', file: 'test/aws/story.test.ts', words: 'cdk.deploy()' },
  {
    command: /^npx touchlight secrets rotate --stack Touchlight$/,
    how: 'elsewhere',
    file: 'test/aws/live-page.test.ts',
    words: "touchlight('secrets', 'rotate')",
  },
  {
    command: /^npx touchlight incidents --stack Touchlight$/,
    how: 'elsewhere',
    file: 'test/aws/story.test.ts',
    words: "touchlight('incidents'",
  },
  {
    command: /^aws s3 cp calls\.csv s3:\/\/BUCKET\/calls\/phone\/$/,
    how: 'elsewhere',
    file: 'test/aws/incoming.test.ts',
    words: "deployed.put('calls/phone/calls.csv'",
  },
  {
    command: /^aws s3 cp visits\.csv s3:\/\/BUCKET\/scorecards\/shop-floor\/$/,
    how: 'elsewhere',
    file: 'test/aws/incoming.test.ts',
    words: "deployed.put('scorecards/shop-floor/",
  },
  {
    command: /^aws lambda invoke --function-name <stack>-digest .*"slot":"agency"\}' \/dev\/stdout$/,
    how: 'elsewhere',
    file: 'test/aws/fleet.test.ts',
    words: "functionName(stack, 'digest'), { ...slotSchema.parse(JSON.parse(input)), scheduledAt })",
  },
  {
    command: /^aws ses set-active-receipt-rule-set --rule-set-name Touchlight-inbound$/,
    how: 'elsewhere',
    file: 'test/cli/stack-doctor/received-mail.test.ts',
    words: 'aws ses set-active-receipt-rule-set --rule-set-name',
  },
  {
    command:
      /^aws secretsmanager create-secret --name touchlight\/Touchlight\/coffee-lab\/telegram-bot --secret-string \S+$/,
    how: 'elsewhere',
    file: 'test/aws/fleet.test.ts',
    words: "storeSecrets('bakery/telegram-bot'",
  },
  {
    command: /^aws secretsmanager create-secret --name touchlight\/Touchlight\/[\w-]+ --secret-string \S+$/,
    how: 'elsewhere',
    file: 'test/aws/social.test.ts',
    words: 'CreateSecretCommand',
  },
  {
    command: /^npx node examples\/demo-business\/server\.ts( \[.*)?$/,
    how: 'elsewhere',
    file: 'test/demo/server.test.ts',
    words: 'examples/demo-business/server.ts',
  },
  {
    command: /^(UPDATE_GOLDENS=1 )?npx vitest run test\/\S+( test\/\S+)*$/,
    how: 'elsewhere',
    file: 'test/main.ts',
    words: "pathOf('vitest'), ['run'",
  },
  { command: /^npm run format$/, how: 'elsewhere', file: 'package.json', words: 'biome check --write .' },
];
