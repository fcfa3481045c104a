import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { shownAs } from '../../domain/files/shown-as.ts';

/** How long a link to a file works, in seconds. */
export const LINK_LIFE = 300;

/** Links to open a file, at the store’s own address and never at the API’s. */
export interface FileLinks {
  linkTo(file: StoredFile): Promise<string>;
}

/** The content type is part of the signature: the holder of a link cannot change it. */
export function s3FileLinks(client: S3Client, bucket: string): FileLinks {
  return {
    linkTo(file) {
      const { contentType, header } = shownAs(file);
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: file.key,
        ResponseContentType: contentType,
        ResponseContentDisposition: header,
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(client, command, { expiresIn: LINK_LIFE });
    },
  };
}
