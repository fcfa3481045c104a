import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Operation } from '../../../schemas/api/operation.ts';
import type { Proposed, Reply } from './call.ts';
import { entityTag, namesTag } from './entity-tag.ts';

/**
 * The answer once an operation has succeeded. A caller whose ETag is still current gets 304 and no body. Intermediate
 * caches must store nothing: most answers contain personal data.
 */
export function successReply(
  operation: Operation,
  reply: Reply<Operation> | Proposed,
  ifNoneMatch: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  const body = JSON.stringify(reply.body);
  const read = operation.method === 'GET';
  const tagged = read || reply.version !== undefined;
  const tag = read ? entityTag(body, reply.version) : `"${reply.version}"`;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(tagged && { etag: tag }),
  };
  if (read && namesTag(ifNoneMatch, tag)) return { statusCode: 304, headers };
  return { statusCode: 'proposed' in reply ? 202 : operation.answer.status, headers, body };
}
