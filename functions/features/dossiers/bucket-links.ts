import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { shownAs } from '../../domain/files/shown-as.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { linkingClient } from '../../kernel/objects/linking-client.ts';
import { type DerivedObjects, s3DerivedObjects } from '../../records/digitizing/derived-objects.ts';
import { bucketOf, type ResultBuckets } from '../../records/dossiers/result-buckets.ts';
import { storedFiles } from '../../records/dossiers/stored-files.ts';
import type { FileLinks } from './file-links.ts';
import type { ResultFiles } from './result-register.ts';

/**
 * What is asked of the buckets, with one client. Loaded when a file is first asked for: the client is a sixth of the
 * code that a cold start would load, and most requests name no file.
 */
export function openBuckets(
  uploads: string,
  results: ResultBuckets,
): {
  links: FileLinks;
  results: ResultFiles;
  derived: Pick<DerivedObjects, 'get'>;
} {
  const client = linkingClient();
  const files = storedFiles(client, results);
  const signed = (input: ConstructorParameters<typeof GetObjectCommand>[0]) =>
    getSignedUrl(client, new GetObjectCommand(input), { expiresIn: LINK_LIFE });
  return {
    derived: s3DerivedObjects(client, uploads),
    links: {
      /** The content type is part of the signature: the holder of a link cannot change it. */
      linkTo(file) {
        const { contentType, header } = shownAs(file);
        return signed({
          Bucket: uploads,
          Key: file.key,
          ResponseContentType: contentType,
          ResponseContentDisposition: header,
          ResponseCacheControl: 'private, no-store',
        });
      },
    },
    results: {
      storedHash: ({ key }) => files.noted(key),
      link: ({ key, number }) =>
        signed({
          Bucket: bucketOf(results, key),
          Key: key,
          ResponseContentDisposition: `attachment; filename="${number}.pdf"`,
        }),
    },
  };
}
