import {
  type Resource,
  referred,
  resources,
  type Statement,
  type Synthesized,
  statementsOf,
} from './synthesized.ts';

const policiesOf = (province: Synthesized): [string, Resource][] => [
  ...resources(province.running, 'AWS::IAM::Policy'),
  ...resources(province.records, 'AWS::IAM::Policy'),
];

export interface Given {
  readonly policy: string;
  readonly roles: string[];
  readonly statement: Statement;
}

/** What is allowed. What is denied only takes from that. */
export function grants(province: Synthesized): Given[] {
  return given(province).filter(({ statement }) => statement.Effect === 'Allow');
}

export function given(province: Synthesized): Given[] {
  return policiesOf(province).flatMap(([policy, resource]) => {
    const roles = (resource.Properties['Roles'] as unknown[]).map(role => referred(role) ?? 'unknown');
    return statementsOf(resource).map(statement => ({ policy, roles, statement }));
  });
}
