import * as z from 'zod';
import { says } from '../../schemas/words.ts';

const arnInVirginia = (service: string) =>
  z.string().regex(
    new RegExp(`^arn:aws[\\w-]*:${service}:us-east-1:\\d{12}:.+$`),
    says({
      vi: 'phải là ARN của tài nguyên ở us-east-1: CloudFront chỉ nhận từ đó',
      en: 'must be the ARN of something in us-east-1: CloudFront takes it from nowhere else',
    }),
  );

/** Requests of one address within five minutes; AWS WAF takes no less than 10. */
const rate = (usual: number) => z.int().min(10).max(2_000_000_000).default(usual);

/**
 * CloudFront and AWS WAF before the API, which WAF cannot be attached to. With `rates` a stack of its own in us-east-1
 * makes the rules; their ARN goes into `webAclArn`, as would that of rules made elsewhere, and then the API is behind
 * CloudFront and nowhere else.
 */
export const edge = z
  .strictObject({
    rates: z
      .strictObject({
        all: rate(3000),
        /** Where codes and numbers can be guessed. */
        guessable: rate(100),
        /**
         * Address ranges (CIDR) that are not limited: portals, the networks of offices,
         * behind which many people are.
         */
        trusted: z.array(z.union([z.cidrv4(), z.cidrv6()])).default([]),
      })
      .optional(),
    webAclArn: arnInVirginia('wafv2').optional(),
    /** The API's own names; without them it has CloudFront's. */
    domain: z
      .strictObject({ names: z.array(z.hostname()).min(1), certificateArn: arnInVirginia('acm') })
      .optional(),
    /** Raised by one, a deployment changes the secret by which CloudFront is known; the one before stays valid. */
    secretGeneration: z.int().min(1).default(1),
  })
  .refine(
    ({ rates, webAclArn }) => rates !== undefined || webAclArn !== undefined,
    says({ vi: 'cần rates hoặc webAclArn', en: 'must have rates or webAclArn' }),
  );
export type Edge = z.infer<typeof edge>;
