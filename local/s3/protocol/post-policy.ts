import * as z from 'zod';
import { type SignatureDeps, secretOf } from './authenticate.ts';
import { S3Error } from './errors.ts';
import { parseCredential, SIGV4, sameSignature, sign, signingKey } from './signature.ts';

const length = z.union([z.int().min(0), z.string().regex(/^\d+$/).transform(Number)]);

const policyDocument = z.object({
  expiration: z.iso.datetime({ offset: true }),
  conditions: z.array(
    z.union([
      z.record(z.string(), z.string()),
      z.tuple([z.string().regex(/^(eq|starts-with)$/i), z.string().startsWith('$'), z.string()]),
      z.tuple([z.string().regex(/^content-length-range$/i), length, length]),
    ]),
  ),
});
type Condition = z.infer<typeof policyDocument>['conditions'][number];

/** What a form asks for, to be held against its policy. */
export interface PolicySubject {
  /** Form fields by lower-case name, the key with its file name filled in. */
  readonly fields: Readonly<Record<string, string>>;
  readonly bucket: string;
  /** Bytes of the file. */
  readonly size: number;
}

function policyFailure(what: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${what}`);
}

/** Fields that a policy need not mention. */
function isExempt(name: string): boolean {
  return ['x-amz-signature', 'file', 'policy', 'bucket'].includes(name) || name.startsWith('x-ignore-');
}

/** Checks one condition and returns the fields it speaks of. */
function checkCondition(condition: Condition, { fields, bucket, size }: PolicySubject): string[] {
  const sent = (name: string) => (name === 'bucket' ? bucket : (fields[name] ?? ''));
  const failed = policyFailure(`Policy Condition failed: ${JSON.stringify(condition)}`);
  if (!Array.isArray(condition)) {
    for (const [name, value] of Object.entries(condition))
      if (sent(name.toLowerCase()) !== value)
        throw policyFailure(`Policy Condition failed: ${JSON.stringify(['eq', `$${name}`, value])}`);
    return Object.keys(condition).map(name => name.toLowerCase());
  }
  const [operator, subject, operand] = condition;
  if (typeof subject === 'number' || typeof operand === 'number') {
    const [least, most] = [Number(subject), Number(operand)];
    if (size < least)
      throw new S3Error('EntityTooSmall', undefined, {
        ProposedSize: String(size),
        MinSizeAllowed: String(least),
      });
    if (size > most)
      throw new S3Error('EntityTooLarge', undefined, {
        ProposedSize: String(size),
        MaxSizeAllowed: String(most),
      });
    return [];
  }
  const name = subject.slice(1).toLowerCase();
  const value = sent(name);
  if (operator.toLowerCase() === 'eq') {
    if (value !== operand) throw failed;
    // A list of content types must begin alike throughout.
  } else if (!(name === 'content-type' ? value.split(',') : [value]).every(item => item.startsWith(operand)))
    throw failed;
  return [name];
}

function parsePolicy(encoded: string) {
  let document: unknown;
  try {
    document = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  } catch {
    throw new S3Error('InvalidPolicyDocument');
  }
  const { success, data } = policyDocument.safeParse(document);
  if (!success)
    throw new S3Error('InvalidPolicyDocument', 'Invalid Policy: Invalid Simple-Condition or expiration.');
  return data;
}

/**
 * Verifies the signature of a form's policy, its expiry, each of its conditions, and that every field sent is allowed by
 * one. Throws AccessDenied, SignatureDoesNotMatch, EntityTooLarge, EntityTooSmall and what S3 gives for each bad field.
 */
export function verifyPolicy(subject: PolicySubject, deps: SignatureDeps): void {
  const { fields } = subject;
  const [encoded, signature, credential] = ['policy', 'x-amz-signature', 'x-amz-credential'].map(
    name => fields[name],
  );
  if (encoded === undefined) throw new S3Error('AccessDenied');
  const algorithm = fields['x-amz-algorithm'];
  if (algorithm !== SIGV4 || !signature || !credential || !fields['x-amz-date'])
    throw new S3Error(
      'InvalidArgument',
      `Bucket POST must contain the fields policy, x-amz-algorithm (${SIGV4}), x-amz-credential, x-amz-date and x-amz-signature.`,
    );
  const { credential: scope, secret } = secretOf(parseCredential(credential), deps, 'InvalidArgument');
  if (!sameSignature(sign(signingKey(secret, scope), encoded), signature))
    throw new S3Error('SignatureDoesNotMatch', undefined, {
      AWSAccessKeyId: scope.accessKeyId,
      StringToSign: encoded,
      SignatureProvided: signature,
    });
  const policy = parsePolicy(encoded);
  if (deps.now() > Date.parse(policy.expiration)) throw policyFailure('Policy expired.');
  const spoken = new Set(policy.conditions.flatMap(condition => checkCondition(condition, subject)));
  const extra = Object.keys(fields).filter(name => !isExempt(name) && !spoken.has(name));
  if (extra.length > 0) throw policyFailure(`Extra input fields: ${extra.join(', ')}`);
}
