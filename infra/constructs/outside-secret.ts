import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { SecretName } from '../../functions/kernel/feature.ts';

/** A secret that operators fill in: what it is of, its form, and the member whose first value is drawn. */
interface Form {
  readonly named: string;
  readonly description: string;
  readonly template: object;
  /** Drawn, so that an empty one is never tried. */
  readonly drawn: string;
}

const FORMS: Readonly<Record<SecretName, Form>> = {
  nationalStore: {
    named: 'national-store',
    description: 'Motcua: address and credential of the national store of papers',
    template: { url: '', tokenUrl: '', consumerKey: '' },
    drawn: 'consumerSecret',
  },
  paymentPlatform: {
    named: 'payment-platform',
    description: 'Motcua: address and credential of the national payment platform',
    template: { url: '', partner: '' },
    drawn: 'secret',
  },
  bankNotices: {
    named: 'bank-notices',
    description: 'Motcua: keys by which notices of banks are believed, an account each',
    template: { accounts: [] },
    drawn: 'drawn',
  },
  receiptVnpt: {
    named: 'receipt-vnpt',
    description: 'Motcua: sites and accounts of collecting bodies at VNPT, who issues their receipts',
    template: { bodies: [] },
    drawn: 'drawn',
  },
  receiptViettel: {
    named: 'receipt-viettel',
    description: 'Motcua: accounts of collecting bodies at Viettel, who issues their receipts',
    template: { url: '', bodies: [] },
    drawn: 'drawn',
  },
  taxOffice: {
    named: 'tax-office',
    description: 'Motcua: address of the tax office, and the key of messages both ways',
    template: { url: '', sender: '' },
    drawn: 'secret',
  },
};

/**
 * Where an outside party is, and by what credential it is asked or believed. Retained: the party gave it to the
 * province, and the next deployment needs it as well.
 */
export function outsideSecret(scope: Construct, name: SecretName, province: string): Secret {
  const { named, description, template, drawn } = FORMS[name];
  const secret = new Secret(scope, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, {
    secretName: `motcua/${province}/${named}`,
    description,
    generateSecretString: {
      secretStringTemplate: JSON.stringify(template),
      generateStringKey: drawn,
      excludePunctuation: true,
    },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'The party gives the credential and changes it; operators put each new one in.',
  });
  return secret;
}
