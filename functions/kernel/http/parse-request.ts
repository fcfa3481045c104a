import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Operation } from '../../../schemas/api/operation.ts';
import { problemOfParameters } from '../../../schemas/api/parameter-problems.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { jsonTextOf } from '../../../schemas/json-text.ts';
import { textsWithin } from '../../../schemas/texts-within.ts';
import { readBy } from '../../../schemas/wording/field-faults.ts';
import { joined } from '../../../schemas/words.ts';

/** Body size limit of operations that declare none: 1 MiB. */
const USUAL_BODY = 1024 * 1024;

/** Most parameters at fault that the sentence names; all are in the list. */
const MOST_IN_DETAIL = 10;

/** Deepest nesting of a body, in levels: no form needs more. */
const DEEPEST = 60;

/** Parses a body; each wrong field is named by its JSON pointer. */
export function parseBody<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const reading = readBy(schema, value);
  if (!('faults' in reading)) return reading.data;
  const { faults } = reading;
  const count = faults.length;
  throw new ProblemError(
    'request-invalid',
    { vi: `${count} mục chưa hợp lệ.`, en: `${count} field${count === 1 ? ' is' : 's are'} invalid.` },
    { faults },
  );
}

/** Parses path or query parameters. */
export function parseParameters<S extends z.ZodObject>(
  schema: S,
  values: Record<string, unknown>,
): z.infer<S> {
  const reading = readBy(schema, values);
  if (!('faults' in reading)) return reading.data;
  const { faults, error } = reading;
  const detail = joined(
    faults.slice(0, MOST_IN_DETAIL).map(({ pointer, message: { vi, en } }) => ({
      vi: `${pointer.slice(1)}: ${vi}`,
      en: `${pointer.slice(1)}: ${en}`,
    })),
    '; ',
  );
  throw new ProblemError(problemOfParameters(schema, error), detail, { faults });
}

/** The bytes of a body as sent; API Gateway passes binary ones in base64. */
export function bodyBytes(event: APIGatewayProxyEventV2): Buffer {
  return Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
}

/** Reads a JSON body: its size, media type and syntax are checked before its shape. */
export function readJsonBody(event: APIGatewayProxyEventV2, operation: Operation): unknown {
  const bytes = bodyBytes(event);
  const largest = operation.largestBody ?? USUAL_BODY;
  if (bytes.length > largest) {
    throw new ProblemError('body-too-large', {
      vi: `Nội dung gửi dài ${bytes.length} byte; chỉ nhận nhiều nhất ${largest} byte.`,
      en: `The body has ${bytes.length} bytes; the limit is ${largest}.`,
    });
  }
  if (bytes.length === 0) {
    // If every field is optional, so is the body.
    if (operation.body?.safeParse({}).success) return {};
    throw new ProblemError('body-missing', { vi: 'Hãy gửi nội dung JSON.', en: 'Send a JSON body.' });
  }
  const type = event.headers['content-type'] ?? 'application/json';
  if (!/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(type)) {
    throw new ProblemError('media-type-unsupported', {
      vi: 'Hãy gửi dạng application/json.',
      en: 'Send application/json.',
    });
  }
  const read = jsonTextOf(bytes);
  if ('because' in read)
    throw new ProblemError('body-not-json', {
      vi: `Nội dung gửi ${read.because.vi}.`,
      en: `The body cannot be read: ${read.because.en}.`,
    });
  let value: unknown;
  try {
    value = JSON.parse(read.text);
  } catch (cause) {
    // The parser's own message would quote the body, which may hold personal data.
    throw new ProblemError(
      'body-not-json',
      {
        vi: 'Nội dung gửi không phải JSON đúng cú pháp.',
        en: 'The body is not well-formed JSON.',
      },
      { cause },
    );
  }
  if (depthOver(value, DEEPEST))
    throw new ProblemError('body-not-json', {
      vi: `Nội dung gửi lồng nhau sâu hơn ${DEEPEST} cấp.`,
      en: `The body is nested deeper than ${DEEPEST} levels.`,
    });
  return operation.textsByRow ? value : givenTexts(value);
}

/** The body with its texts normalized. Done here for every field, present and future, so that none is forgotten. */
function givenTexts(body: unknown): unknown {
  const { value, faults } = textsWithin(body);
  const count = faults.length;
  if (count === 0) return value;
  throw new ProblemError(
    'request-invalid',
    {
      vi: `${count} trường có nội dung không được nhận.`,
      en: `${count} field${count === 1 ? ' has' : 's have'} text that is not accepted.`,
    },
    { faults },
  );
}

function depthOver(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some(member => depthOver(member, levels - 1));
}
