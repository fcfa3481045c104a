import { type PolicyValidationPluginReport, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/**
 * cdk-nag’s AWS Solutions rules: every finding is either fixed or explained next to its cause. Findings about
 * wildcards name the resolved resource, which across stacks is an import that cannot be written down in advance: in
 * explanations TOKEN stands for it, EXECUTIONS for the ARNs of a machine’s executions.
 */
export class HouseChecks extends AwsSolutionsChecks {
  override validateScope(scope: IConstruct): PolicyValidationPluginReport {
    const found = super.validateScope(scope);
    const violations = found.violations.flatMap(violation => {
      const id = withoutTokens(violation.ruleName);
      const open = violation.violatingResources.filter(
        ({ constructPath }) => !isExplained(scope.node.root, constructPath ?? '', id),
      );
      return open.length > 0 ? [{ ...violation, violatingResources: open }] : [];
    });
    return { ...found, success: violations.length === 0, violations };
  }
}

/** A finding’s id with what CloudFormation fills in later replaced by a word. */
export function withoutTokens(ruleName: string): string {
  return ruleName
    .replace(/Resource::arn:<AWS::Partition>:states:.*:execution:.*:\*/, 'Resource::EXECUTIONS:*')
    .replace(/Resource::arn:<AWS::Partition>:s3:::[\w.-]+/, 'Resource::TOKEN')
    .replace(/Resource::(?:<[^>]+>|\{.*\}|[\w-]+:ExportsOutput\w+)/, 'Resource::TOKEN');
}

/** Whether a resource, or a construct it belongs to, explains the finding. */
function isExplained(app: IConstruct, path: string, id: string): boolean {
  let current: IConstruct | undefined = app;
  const explainedBy = (construct: IConstruct) =>
    construct.node.metadata
      .filter(entry => entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .some(entry => Object.keys(entry.data ?? {}).some(known => known.replace(/^annotation::/i, '') === id));
  for (const step of path.split('/')) {
    if (current && explainedBy(current)) return true;
    current = current?.node.tryFindChild(step);
  }
  return current !== undefined && explainedBy(current);
}
