import * as z from 'zod';
import { HostError, messageOf } from '../host/host-error.ts';
import type { Place } from '../host/place.ts';
import { NO_VALUE, resolve, type Scope } from './intrinsics.ts';
import { defaultName, type Identity, identify, namingProperty } from './names.ts';
import { type Assembly, readAssembly, type Stack } from './read-assembly.ts';
import { isIgnored, isSupported } from './support.ts';

/** One resource of the assembly with every expression in its properties evaluated. */
export interface Resource extends Identity {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What the host has to bring to life. */
export interface Resources {
  /** All supported resources of one type, in the order of the templates. */
  ofType(type: string): readonly Resource[];
  /** The file or folder behind an object key of an asset. */
  asset(objectKey: string): string | undefined;
}

/** No resources: the host boots bare. */
export const noResources: Resources = { ofType: () => [], asset: () => undefined };

/**
 * Reads `cdk.out` and evaluates its templates for the place the host plays. Resource types that the host can neither
 * emulate nor leave out are refused together, by name.
 */
export function loadResources(deps: {
  folder: string;
  place: Place;
  apiUrl: string;
  awsUrl: string;
}): Resources {
  const assembly = readAssembly(deps.folder);
  refuseUnsupported(assembly);
  const exports = new Map<string, () => unknown>();
  const scopes = assembly.stacks.map(stack => ({ stack, scope: openScope({ ...deps, stack, exports }) }));
  for (const { stack, scope } of scopes) {
    for (const output of Object.values(stack.template.Outputs)) {
      if (output.Export && (!output.Condition || scope.condition(output.Condition))) {
        exports.set(String(resolve(output.Export.Name, scope)), () => resolve(output.Value, scope));
      }
    }
  }
  const servants = customResourceServants(assembly);
  const resources = scopes.flatMap(({ stack, scope }) =>
    Object.entries(stack.template.Resources)
      .filter(
        ([id, { Type, Condition }]) =>
          isSupported(Type) &&
          !servants.has(`${stack.name}/${id}`) &&
          (!Condition || scope.condition(Condition)),
      )
      .map(([logicalId, { Type, Properties }]) => ({
        stack: stack.name,
        logicalId,
        type: Type,
        properties: resolveProperties(stack.name, logicalId, Properties, scope),
        ...scope.identity(logicalId),
      })),
  );
  return {
    ofType: type => resources.filter(resource => resource.type === type),
    asset: objectKey => assembly.assets.get(objectKey),
  };
}

function refuseUnsupported(assembly: Assembly): void {
  const unknown = assembly.stacks.flatMap(({ name, template }) =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => !isSupported(Type) && !isIgnored(Type))
      .map(([id, { Type }]) => `${Type} (${name}/${id})`),
  );
  if (unknown.length > 0) throw new HostError(`The embedded host does not support ${unknown.join(', ')}.`);
}

/** Functions that only serve CloudFormation's custom resources, which the host fulfils itself: `stack/logicalId`. */
function customResourceServants(assembly: Assembly): ReadonlySet<string> {
  const Token = z.looseObject({
    ServiceToken: z.looseObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  });
  const servants = assembly.stacks.flatMap(({ name, template }) =>
    Object.values(template.Resources).flatMap(({ Properties }) => {
      const token = Token.safeParse(Properties);
      return token.success ? [`${name}/${token.data.ServiceToken['Fn::GetAtt'][0]}`] : [];
    }),
  );
  return new Set(servants);
}

function resolveProperties(
  stack: string,
  logicalId: string,
  properties: Record<string, unknown>,
  scope: Scope,
): Record<string, unknown> {
  try {
    const resolved = z.record(z.string(), z.unknown()).parse(resolve(properties, scope));
    const [reference] = /\{\{resolve:[^}]*\}\}/.exec(JSON.stringify(resolved)) ?? [];
    if (reference !== undefined)
      throw new HostError(`the embedded host does not fill in the dynamic reference ${reference}`);
    return resolved;
  } catch (thrown) {
    throw new HostError(`The properties of ${stack}/${logicalId} cannot be resolved: ${messageOf(thrown)}`, {
      cause: thrown,
    });
  }
}

function openScope(deps: {
  stack: Stack;
  place: Place;
  apiUrl: string;
  awsUrl: string;
  exports: ReadonlyMap<string, () => unknown>;
}): Scope & { identity(logicalId: string): Identity } {
  const { stack, place, exports } = deps;
  const { template } = stack;
  const identities = new Map<string, Identity>();
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::Region': place.region,
    'AWS::AccountId': place.accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.accountId}:stack/${stack.name}/local`,
    'AWS::NotificationARNs': [],
    'AWS::NoValue': NO_VALUE,
  };

  const scope = {
    identity(logicalId: string): Identity {
      const known = identities.get(logicalId);
      if (known) return known;
      const resource = template.Resources[logicalId];
      if (!resource) throw new HostError(`Stack ${stack.name} has no resource or parameter ${logicalId}.`);
      const given = resource.Properties[namingProperty(resource.Type) ?? ''];
      const named = given === undefined ? undefined : resolve(given, scope);
      const name = typeof named === 'string' ? named : defaultName(resource.Type, stack.name, logicalId);
      const identity = identify({ ...deps, type: resource.Type, name, path: `${stack.name}/${logicalId}` });
      identities.set(logicalId, identity);
      return identity;
    },
    ref(logicalId: string): unknown {
      if (Object.hasOwn(pseudo, logicalId)) return pseudo[logicalId];
      const parameter = template.Parameters[logicalId];
      return parameter ? parameter.Default : scope.identity(logicalId).ref;
    },
    attribute(logicalId: string, attribute: string): unknown {
      const value = scope.identity(logicalId).attributes[attribute];
      if (value === undefined) {
        throw new HostError(
          `The embedded host does not know the attribute ${attribute} of ${template.Resources[logicalId]?.Type} (${stack.name}/${logicalId}).`,
        );
      }
      return value;
    },
    importValue(exportName: string): unknown {
      const exported = exports.get(exportName);
      if (!exported)
        throw new HostError(
          `Stack ${stack.name} imports ${exportName}, which no stack of the assembly exports.`,
        );
      return exported();
    },
    condition(name: string): boolean {
      if (!Object.hasOwn(template.Conditions, name))
        throw new HostError(`Stack ${stack.name} has no condition ${name}.`);
      return resolve(template.Conditions[name], scope) === true;
    },
    mapping(map: string, key: string, second: string): unknown {
      const Two = z.record(z.string(), z.record(z.string(), z.unknown()));
      const value = Two.parse(template.Mappings[map] ?? {})[key]?.[second];
      if (value === undefined)
        throw new HostError(`Stack ${stack.name} has no mapping ${map}.${key}.${second}.`);
      return value;
    },
  };
  return scope;
}
