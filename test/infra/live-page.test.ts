import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { outputs } from '../../shared/model/stack-names.ts';
import { anUncheckedTemplate, everything, type Resource } from './a-template.ts';

type Template = ReturnType<typeof anUncheckedTemplate>;

const site = 'touchpoints: [{ id: website, kind: website, url: "https://a.example" }]';
const withPage = (page: string, more = ''): Template =>
  anUncheckedTemplate(`{ business: A, timeZone: UTC, page: ${page}, ${site}${more} }`);
const digest = ', digest: { to: [owner@a.example] }';

function only(template: Template, type: string): Resource {
  const found = template.ofType(type);
  expect(found, type).toHaveLength(1);
  return found[0] ?? { Type: type, Properties: {} };
}

function functionOf(template: Template, step: string): Resource['Properties'] {
  const all = template.ofType('AWS::Lambda::Function').map(({ Properties }) => Properties);
  return all.find(({ FunctionName }) => FunctionName === `Touchlight-${step}`) ?? {};
}

const environmentSchema = z.object({ Environment: z.object({ Variables: z.record(z.string(), z.json()) }) });
const variablesOf = (properties: Resource['Properties']) => environmentSchema.parse(properties).Environment.Variables;

describe('without page: in the file', () => {
  const without = anUncheckedTemplate(`{ business: A, timeZone: UTC, ${site}${digest} }`);

  test('there is no function, no address, no secret and no output of a page', () => {
    expect(functionOf(without, 'page')).toEqual({});
    for (const type of ['AWS::Lambda::Url', 'AWS::Lambda::Permission', 'AWS::SecretsManager::Secret'])
      expect(without.ofType(type), type).toEqual([]);
    expect(Object.keys(without.template.findOutputs('*'))).not.toContain(outputs.page);
  });

  test('neither alerts nor the digest know of a page, nor may they read a secret', () => {
    for (const step of ['notify', 'digest'])
      expect(Object.keys(variablesOf(functionOf(without, step))), step).not.toContain('PAGE_URL');
    expect(JSON.stringify(without.ofType('AWS::IAM::Policy'))).not.toContain('secretsmanager');
  });
});

describe('with page: in the file', () => {
  test('everybody may call its address, and only through it', () => {
    const template = withPage('{}');
    expect(only(template, 'AWS::Lambda::Url').Properties['AuthType']).toBe('NONE');
    const permissions = template.ofType('AWS::Lambda::Permission').map(({ Properties }) => Properties);
    for (const permission of permissions) {
      expect(permission['Principal']).toBe('*');
      expect(JSON.stringify(permission['FunctionName'])).toContain('PageStepFunction');
    }
    // Invoking it needs the address: without this condition, every account could invoke the function itself.
    const invoking = permissions.filter(({ Action }) => Action === 'lambda:InvokeFunction');
    for (const permission of invoking) expect(permission['InvokedViaFunctionUrl']).toBe(true);
    expect(permissions.filter(({ Action }) => Action === 'lambda:InvokeFunctionUrl')).toHaveLength(1);
  });

  test.each([
    ['{}', 5],
    ['{ atOnce: 2 }', 2],
    ['{ atOnce: 0 }', undefined],
  ])('strangers can keep no more of it busy than the file says: %s', (page, reserved) => {
    expect(functionOf(withPage(page), 'page')['ReservedConcurrentExecutions']).toBe(reserved);
  });

  test('the secret of its links is made by AWS, so that no template holds it', () => {
    const { Properties } = only(withPage('{}'), 'AWS::SecretsManager::Secret');
    expect(Properties).toMatchObject({
      Name: 'touchlight/Touchlight/page-links',
      GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
    });
    expect(Properties['SecretString']).toBeUndefined();
  });

  test('alerts and the digest lead to its address, which is an output', () => {
    const template = withPage('{}', digest);
    const url = { 'Fn::GetAtt': [expect.stringMatching(/^PageStep/), 'FunctionUrl'] };
    for (const step of ['notify', 'digest']) expect(variablesOf(functionOf(template, step))['PAGE_URL']).toEqual(url);
    expect(template.template.findOutputs(outputs.page)[outputs.page]?.['Value']).toEqual(url);
  });

  test('an address of the company’s own takes the place of AWS’s in links', () => {
    const template = withPage('{ url: "https://status.a.example" }', digest);
    for (const step of ['notify', 'digest'])
      expect(variablesOf(functionOf(template, step))['PAGE_URL'], step).toBe('https://status.a.example');
    template.template.hasOutput(outputs.page, { Value: 'https://status.a.example' });
  });

  test('CloudFormation can build it: nothing waits for itself', () => {
    const { Resources } = z
      .object({ Resources: z.record(z.string(), z.json()) })
      .parse(anUncheckedTemplate(everything).template.toJSON());
    const needs = new Map(
      Object.entries(Resources).map(([id, resource]) => {
        const text = JSON.stringify(resource);
        const named = [...text.matchAll(/"(?:Ref|Fn::GetAtt)":(?:"([^"]+)"|\["([^"]+)")/g)].map(
          ([, a, b]) => a ?? b ?? '',
        );
        const { DependsOn = [] } = z.object({ DependsOn: z.array(z.string()).optional() }).parse(resource);
        return [id, [...named, ...DependsOn].filter((other) => other in Resources && other !== id)];
      }),
    );
    const done = new Set<string>();
    const visit = (id: string, way: readonly string[]): void => {
      expect(way, `${[...way, id].join(' -> ')}`).not.toContain(id);
      if (done.has(id)) return;
      for (const next of needs.get(id) ?? []) visit(next, [...way, id]);
      done.add(id);
    };
    for (const id of needs.keys()) visit(id, []);
    expect(done.size).toBe(needs.size);
  });
});
