/** Finds the route for a method and path. */
export interface RouteTable<Target> {
  /** `segments` are what lies between the slashes, decoded one by one: an encoded slash does not divide. */
  match(
    method: string,
    segments: readonly string[],
  ):
    | { readonly target: Target; readonly routeKey: string; readonly parameters: Record<string, string> }
    | undefined;
}

interface Parsed<Target> {
  readonly routeKey: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly greedy: string | undefined;
  readonly target: Target;
}

/** Builds a table from route keys: `METHOD /a/{b}/{rest+}`, `ANY /path`, `$default`. The most specific route wins, as in API Gateway. */
export function routeTable<Target>(
  routes: readonly { readonly routeKey: string; readonly target: Target }[],
): RouteTable<Target> {
  const parsed = routes.filter(({ routeKey }) => routeKey !== '$default').map(parse);
  parsed.sort((one, other) => specificity(other).localeCompare(specificity(one)));
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  return {
    match(method, segments) {
      for (const route of parsed) {
        if (route.method !== 'ANY' && route.method !== method) continue;
        const parameters = parametersOf(route, segments);
        if (parameters) return { target: route.target, routeKey: route.routeKey, parameters };
      }
      return fallback && { target: fallback.target, routeKey: '$default', parameters: {} };
    },
  };
}

function parse<Target>({ routeKey, target }: { routeKey: string; target: Target }): Parsed<Target> {
  const [method = 'ANY', path = '/'] = routeKey.split(' ');
  const segments = path.slice(1).split('/');
  const [, greedy] = /^\{(.+)\+\}$/.exec(segments.at(-1) ?? '') ?? [];
  return {
    routeKey,
    method,
    segments: greedy === undefined ? segments : segments.slice(0, -1),
    greedy,
    target,
  };
}

/** Greater text, more specific: fixed segments before variables before the greedy one, a named method before ANY. */
function specificity(route: Parsed<unknown>): string {
  const path = route.segments.map(segment => (isVariable(segment) ? '2' : '3')).join('');
  return `${path}${route.greedy === undefined ? '4' : '1'}${route.method === 'ANY' ? '0' : '1'}`;
}

const isVariable = (segment: string) => segment.startsWith('{') && segment.endsWith('}');

function parametersOf(
  route: Parsed<unknown>,
  segments: readonly string[],
): Record<string, string> | undefined {
  const { length } = route.segments;
  if (route.greedy === undefined ? segments.length !== length : segments.length <= length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, wanted] of route.segments.entries()) {
    const given = segments[index] ?? '';
    if (!isVariable(wanted)) {
      if (wanted !== given) return undefined;
    } else if (given === '') return undefined;
    else parameters[wanted.slice(1, -1)] = given;
  }
  if (route.greedy !== undefined) parameters[route.greedy] = segments.slice(length).join('/');
  return parameters;
}
