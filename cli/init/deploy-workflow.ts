/**
 * The workflow of GitHub: a pull request is told what would run and cost, and what is merged is deployed.
 * @param option ` --config <file>`, where the file is not where the command line looks by itself
 */
export function deployWorkflow(file: string, option: string): string {
  return `name: touchlight
on:
  pull_request:
  push: { branches: [main] }

permissions: { contents: read }

jobs:
${validateJob(file, option)}
${deployJob()}`;
}

/** GitHub's own. */
function expression(text: string): string {
  return `\${{ ${text} }}`;
}

function validateJob(file: string, option: string): string {
  return `  validate:
    runs-on: ubuntu-latest
    permissions: { contents: read, pull-requests: write }
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: actions/setup-node@v4
        with: { node-version: 24, cache: npm }
      - run: npm ci
      - run: npx touchlight validate${option}
      - run: npx cdk synth --quiet
      - name: Show what would change
        if: github.event_name == 'pull_request'
        env:
          BASE: ${expression('github.event.pull_request.base.sha')}
          PULL_REQUEST: ${expression('github.event.pull_request.number')}
          GH_TOKEN: ${expression('github.token')}
        run: |
          mkdir -p "$RUNNER_TEMP/before"
          git show "$BASE:${file}" > "$RUNNER_TEMP/before/${file}" || exit 0
          npx touchlight validate --config "$RUNNER_TEMP/before/${file}" > "$RUNNER_TEMP/before.txt" || true
          npx touchlight validate${option} > "$RUNNER_TEMP/after.txt"
          {
            echo 'What would run, and its monthly cost:'
            echo '\`\`\`diff'
            diff --unified=3 "$RUNNER_TEMP/before.txt" "$RUNNER_TEMP/after.txt" | tail -n +3 || true
            echo '\`\`\`'
          } > "$RUNNER_TEMP/comment.md"
          cat "$RUNNER_TEMP/comment.md" >> "$GITHUB_STEP_SUMMARY"
          gh pr comment "$PULL_REQUEST" --body-file "$RUNNER_TEMP/comment.md" || echo 'No comment: a fork may not write one.'
`;
}

function deployJob(): string {
  return `  deploy:
    if: github.event_name == 'push'
    needs: validate
    runs-on: ubuntu-latest
    permissions: { contents: read, id-token: write }
    steps:
      - uses: actions/checkout@v4
        with: { persist-credentials: false }
      - uses: actions/setup-node@v4
        with: { node-version: 24, cache: npm }
      - run: npm ci
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: ${expression('vars.AWS_ROLE')}
          aws-region: ${expression('vars.AWS_REGION')}
      - run: npx cdk deploy --all --require-approval never
`;
}
