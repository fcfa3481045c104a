import { HostError } from '../host/host-error.ts';

/** What a stack's expressions may refer to. */
export interface Scope {
  ref(logicalId: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  importValue(exportName: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, key: string, second: string): unknown;
}

/** `AWS::NoValue`: the property that holds it does not exist. */
export const NO_VALUE = Symbol('AWS::NoValue');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Evaluates CloudFormation's intrinsic functions anywhere in `value`. Throws a HostError on one it does not know. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map(item => resolve(item, scope)).filter(item => item !== NO_VALUE);
  if (!isRecord(value)) return value;
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
  if (more.length === 0 && (name === 'Ref' || name === 'Condition' || name.startsWith('Fn::'))) {
    // A policy statement also has a property `Condition`; as an intrinsic its argument is a plain name.
    if (name !== 'Condition' || typeof argument === 'string') return evaluate(name, argument, scope);
  }
  const resolved = Object.entries(value).map(([key, item]) => [key, resolve(item, scope)] as const);
  return Object.fromEntries(resolved.filter(([, item]) => item !== NO_VALUE));
}

function evaluate(name: string, argument: unknown, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return scope.ref(text(argument, name));
    case 'Condition':
      return scope.condition(text(argument, name));
    case 'Fn::GetAtt': {
      const [logicalId, ...attribute] =
        typeof argument === 'string' ? argument.split('.') : list(argument, name, scope);
      return scope.attribute(text(logicalId, name), attribute.join('.'));
    }
    case 'Fn::ImportValue':
      return scope.importValue(text(resolve(argument, scope), name));
    case 'Fn::Join': {
      const [separator, parts] = list(argument, name, scope);
      return list(parts, name, scope)
        .map(part => text(part, name))
        .join(text(separator, name));
    }
    case 'Fn::Sub':
      return substitute(argument, scope);
    case 'Fn::Select': {
      const [index, items] = list(argument, name, scope);
      const chosen = list(items, name, scope)[Number(index)];
      if (chosen === undefined)
        throw new HostError(`Fn::Select has no item ${index}: ${JSON.stringify(argument)}.`);
      return chosen;
    }
    case 'Fn::Split': {
      const [separator, whole] = list(argument, name, scope);
      return text(whole, name).split(text(separator, name));
    }
    case 'Fn::If': {
      const [condition, whenTrue, whenFalse] = Array.isArray(argument) ? argument : [];
      return resolve(scope.condition(text(condition, name)) ? whenTrue : whenFalse, scope);
    }
    case 'Fn::Equals': {
      const [left, right] = list(argument, name, scope);
      return JSON.stringify(left) === JSON.stringify(right);
    }
    case 'Fn::Not':
      return !list(argument, name, scope)[0];
    case 'Fn::And':
      return list(argument, name, scope).every(Boolean);
    case 'Fn::Or':
      return list(argument, name, scope).some(Boolean);
    case 'Fn::FindInMap': {
      const [map, key, second] = list(argument, name, scope);
      return scope.mapping(text(map, name), text(key, name), text(second, name));
    }
    case 'Fn::Base64':
      return Buffer.from(text(resolve(argument, scope), name)).toString('base64');
    default:
      throw new HostError(`The embedded host does not know the intrinsic function ${name}.`);
  }
}

function substitute(argument: unknown, scope: Scope): string {
  const [template, given] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = resolve(given ?? {}, scope);
  return text(template, 'Fn::Sub').replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (isRecord(variables) && Object.hasOwn(variables, name)) return text(variables[name], 'Fn::Sub');
    const [logicalId = '', ...attribute] = name.split('.');
    return text(
      attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.')) : scope.ref(name),
      'Fn::Sub',
    );
  });
}

function list(value: unknown, name: string, scope: Scope): unknown[] {
  const resolved = resolve(value, scope);
  if (!Array.isArray(resolved)) throw new HostError(`${name} needs a list, not ${JSON.stringify(value)}.`);
  return resolved;
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new HostError(`${name} needs a text, not ${JSON.stringify(value)}.`);
}
