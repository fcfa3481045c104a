import { randomUUID } from 'node:crypto';
import type { Place } from '../host/place.ts';
import type { WireRequest, WireResponse } from '../host/wire.ts';
import type { Refusal } from '../iam/guard.ts';

const headers = { 'content-type': 'text/xml' };
const NAMESPACE = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';
const ids = () => `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;

/** Answers STS's GetCallerIdentity (query protocol, XML): every caller is the account's root. */
export function answerSts(request: WireRequest, place: Place): WireResponse {
  const form = new URLSearchParams(request.method === 'GET' ? request.query : request.body.toString('utf8'));
  if (form.get('Action') !== 'GetCallerIdentity')
    return error(400, {
      code: 'InvalidAction',
      message: 'The embedded host supports GetCallerIdentity of STS alone.',
    });
  const identity = `<Arn>arn:aws:iam::${place.accountId}:root</Arn><UserId>${place.accountId}</UserId><Account>${place.accountId}</Account>`;
  return {
    status: 200,
    headers,
    body: `<GetCallerIdentityResponse ${NAMESPACE}><GetCallerIdentityResult>${identity}</GetCallerIdentityResult>${ids()}</GetCallerIdentityResponse>`,
  };
}

/** Refuses a caller, in the protocol of STS. */
export const refuseSts = (refusal: Refusal): WireResponse => error(403, refusal);

function error(status: number, { code, message }: Refusal): WireResponse {
  return {
    status,
    headers,
    body: `<ErrorResponse ${NAMESPACE}><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>${ids()}</ErrorResponse>`,
  };
}
