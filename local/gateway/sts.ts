import { randomUUID } from 'node:crypto';
import type { Place } from '../host/place.ts';
import type { WireRequest, WireResponse } from '../host/wire.ts';

/** Answers STS's GetCallerIdentity (query protocol, XML): every caller is the account's root. */
export function answerSts(request: WireRequest, place: Place): WireResponse {
  const form = new URLSearchParams(request.method === 'GET' ? request.query : request.body.toString('utf8'));
  const headers = { 'content-type': 'text/xml' };
  const ids = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  const namespace = 'xmlns="https://sts.amazonaws.com/doc/2011-06-15/"';
  const action = form.get('Action');
  if (action !== 'GetCallerIdentity') {
    const message = 'The embedded host supports GetCallerIdentity of STS alone.';
    return {
      status: 400,
      headers,
      body: `<ErrorResponse ${namespace}><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>${message}</Message></Error></ErrorResponse>`,
    };
  }
  const identity = `<Arn>arn:aws:iam::${place.accountId}:root</Arn><UserId>${place.accountId}</UserId><Account>${place.accountId}</Account>`;
  return {
    status: 200,
    headers,
    body: `<GetCallerIdentityResponse ${namespace}><GetCallerIdentityResult>${identity}</GetCallerIdentityResult>${ids}</GetCallerIdentityResponse>`,
  };
}
