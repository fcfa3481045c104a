import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/** What operators fill in, as `storeConnection` reads it; the password is drawn so that an empty one is never tried. */
const FORM = { url: '', tokenUrl: '', consumerKey: '' };

/**
 * Where the national store is, and by what credential it is asked (kho dữ liệu điện tử của tổ chức, cá nhân). Retained:
 * the state's platform gave it to the province, and the next deployment needs it as well.
 */
export function nationalStoreSecret(scope: Construct, province: string): Secret {
  const secret = new Secret(scope, 'NationalStore', {
    secretName: `motcua/${province}/national-store`,
    description: 'Motcua: address and credential of the national store of papers',
    generateSecretString: {
      secretStringTemplate: JSON.stringify(FORM),
      generateStringKey: 'consumerSecret',
      excludePunctuation: true,
    },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'The state’s platform gives the credential and changes it; operators put each new one in.',
  });
  return secret;
}
