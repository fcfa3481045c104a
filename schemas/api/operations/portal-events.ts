import * as z from 'zod';
import { dossierCloudEvent } from '../../outside/cloud-event.ts';
import { operation } from '../operation.ts';
import {
  createdSubscription,
  newSecret,
  pingOutcome,
  replayBegun,
  replayRequest,
  resumed,
  subscriptionId,
  subscriptionRequest,
  subscriptionView,
} from '../subscription.ts';

const params = z.strictObject({ id: subscriptionId });
const ofSubscription = { capability: 'portal-events', tag: 'Events', action: 'subscription.manage' } as const;

export const portalEventOperations = {
  createSubscription: operation({
    ...ofSubscription,
    action: 'subscription.create',
    id: 'createSubscription',
    method: 'POST',
    path: '/v1/subscriptions',
    summary: 'Subscribes an address to the events of the portal’s dossiers',
    body: subscriptionRequest,
    answer: { status: 201, schema: createdSubscription },
    problems: ['request-invalid', 'address-not-allowed', 'too-many-subscriptions'],
  }),
  listSubscriptions: operation({
    ...ofSubscription,
    action: 'subscription.create',
    id: 'listSubscriptions',
    method: 'GET',
    path: '/v1/subscriptions',
    summary: 'The portal’s subscriptions and their state',
    answer: { status: 200, schema: z.strictObject({ items: z.array(subscriptionView) }) },
    problems: [],
  }),
  getSubscription: operation({
    ...ofSubscription,
    id: 'getSubscription',
    method: 'GET',
    path: '/v1/subscriptions/{id}',
    summary: 'A subscription and its state',
    params,
    answer: { status: 200, schema: subscriptionView },
    problems: ['parameter-invalid', 'not-found'],
  }),
  rotateSecret: operation({
    ...ofSubscription,
    id: 'rotateSecret',
    method: 'POST',
    path: '/v1/subscriptions/{id}/secrets',
    summary: 'Issues a new secret; the previous one stays valid for a day',
    params,
    answer: { status: 201, schema: newSecret },
    problems: ['parameter-invalid', 'not-found', 'subscription-ended', 'too-busy'],
  }),
  pingSubscription: operation({
    ...ofSubscription,
    id: 'pingSubscription',
    method: 'POST',
    path: '/v1/subscriptions/{id}/pings',
    summary: 'Sends a test event now and reports the outcome',
    params,
    answer: { status: 200, schema: pingOutcome },
    problems: ['parameter-invalid', 'not-found', 'subscription-ended'],
  }),
  replaySubscription: operation({
    ...ofSubscription,
    id: 'replaySubscription',
    method: 'POST',
    path: '/v1/subscriptions/{id}/replays',
    summary: 'Sends the events since an instant again',
    params,
    body: replayRequest,
    answer: { status: 202, schema: replayBegun },
    problems: ['parameter-invalid', 'request-invalid', 'not-found', 'subscription-ended', 'too-busy'],
  }),
  resumeSubscription: operation({
    ...ofSubscription,
    id: 'resumeSubscription',
    method: 'POST',
    path: '/v1/subscriptions/{id}/resumption',
    summary: 'Resumes sending after a pause, beginning with what waits',
    params,
    answer: { status: 200, schema: resumed },
    problems: ['parameter-invalid', 'not-found', 'subscription-ended', 'too-busy'],
  }),
  endSubscription: operation({
    ...ofSubscription,
    id: 'endSubscription',
    method: 'POST',
    path: '/v1/subscriptions/{id}/end',
    summary: 'Ends a subscription',
    params,
    answer: { status: 200, schema: subscriptionView },
    problems: ['parameter-invalid', 'not-found', 'too-busy'],
  }),
  listChanges: operation({
    id: 'listChanges',
    method: 'GET',
    path: '/v1/changes',
    capability: 'portal-events',
    tag: 'Events',
    summary: 'The events of the portal’s dossiers in one order without gaps; can wait for the next event',
    action: 'change.read',
    query: z.strictObject({
      cursor: z.string().max(2000).optional().meta({
        description:
          'nextCursor of the previous answer; without it, from the beginning of the feed, at most a year back',
      }),
      limit: z.coerce.number().int().min(1).max(200).default(100).meta({ description: 'Events at most' }),
      wait: z.coerce
        .number()
        .int()
        .min(0)
        .max(20)
        .default(0)
        .meta({ description: 'Seconds to wait for an event where there is none yet' }),
    }),
    answer: {
      status: 200,
      schema: z.strictObject({
        items: z.array(dossierCloudEvent),
        nextCursor: z
          .string()
          .meta({ description: 'Where to go on: always given, also where nothing is new' }),
      }),
    },
    problems: ['parameter-invalid', 'cursor-invalid', 'too-many-polls'],
  }),
} as const;
