import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * The secrets by which the API knows that a request came through CloudFront. Each generation has its own, made by
 * Secrets Manager; the one before stays valid, so that a deployment changes it while both are on the way.
 */
export class OriginSecrets extends Construct {
  /** What CloudFront sends. CloudFormation fills it in; no template holds it. */
  readonly current: string;
  /** What the authorizer takes, as JSON. */
  readonly accepted: string;

  constructor(scope: Construct, id: string, generation: number) {
    super(scope, id);
    const values = [generation, generation - 1].filter(each => each > 0).map(each => this.#secret(each));
    this.current = values[0] ?? '';
    this.accepted = `[${values.map(value => `"${value}"`).join(',')}]`;
  }

  #secret(generation: number): string {
    const secret = new Secret(this, `Generation${generation}`, {
      description: `Motcua: what CloudFront shows the API, generation ${generation}`,
      // Letters and digits only: the value stands in JSON and in a header.
      generateSecretString: { passwordLength: 43, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Changed by a deployment (edge.secretGeneration), which tells CloudFront and the authorizer together.',
    });
    // In clear only where it is needed: whoever may read the distribution’s settings sees it there in any case.
    return secret.secretValue.unsafeUnwrap();
  }
}
