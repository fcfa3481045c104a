import { randomUUID } from 'node:crypto';
import type { HostClock } from '../host/clock.ts';
import type { Place } from '../host/place.ts';
import type { Matcher } from './pattern.ts';

/** An event in EventBridge's shape. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** Whole seconds in UTC. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** What someone has to say on the bus. */
export interface Announcement {
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
  /** Milliseconds since the epoch; now when left out. */
  readonly at?: number;
  /** `default` when left out. */
  readonly bus?: string;
}

/** A rule that waits for events. */
export interface PatternRule {
  readonly bus: string;
  readonly matches: Matcher;
  readonly deliver: (event: BusEvent) => void;
}

/** The event buses of the host. */
export interface Bus {
  /** Makes an event and hands it to every rule it matches before returning. Returns its id. */
  announce(announcement: Announcement): string;
}

export function openBus(deps: { rules: readonly PatternRule[]; clock: HostClock; place: Place }): Bus {
  const { rules, clock, place } = deps;
  return {
    announce({ source, detailType, resources, detail, at, bus = 'default' }) {
      const event = busEvent({ source, detailType, resources, detail, at: at ?? clock.now(), place });
      for (const rule of rules) if (rule.bus === bus && rule.matches(event)) rule.deliver(event);
      return event.id;
    },
  };
}

export function busEvent(deps: {
  source: string;
  detailType: string;
  resources: readonly string[];
  detail: unknown;
  at: number;
  place: Place;
}): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': deps.detailType,
    source: deps.source,
    account: deps.place.accountId,
    time: new Date(deps.at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region: deps.place.region,
    resources: deps.resources,
    detail: deps.detail,
  };
}
