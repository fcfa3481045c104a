import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { readEnvironment } from '../config/environment.ts';

const environment = z.object({ AWS_ENDPOINT_URL: z.url().optional() });

/**
 * A client whose links are followed by people: they name the bucket's dual-stack endpoint, which IPv6 reaches, too.
 * Where AWS is played by another endpoint there is no such name, and the client refuses both at once.
 */
export function linkingClient(): S3Client {
  return new S3Client({ useDualstackEndpoint: readEnvironment(environment).AWS_ENDPOINT_URL === undefined });
}
