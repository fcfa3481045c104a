import * as z from 'zod';
import type { Resource } from '../assembly/load-resources.ts';
import { HostError } from '../host/host-error.ts';
import type { Place } from '../host/place.ts';
import { type BusEvent, busEvent, type PatternRule } from './bus.ts';
import { readSchedule } from './cron.ts';
import { readPattern } from './pattern.ts';
import { checkTarget, type Deliver } from './targets.ts';
import type { TimetableEntry } from './timetable.ts';
import { readTransform, TargetInput } from './transform.ts';

const Target = z.intersection(
  TargetInput,
  z.looseObject({
    Id: z.string(),
    Arn: z.string(),
    DeadLetterConfig: z.looseObject({ Arn: z.string() }).optional(),
  }),
);
const Rule = z.looseObject({
  EventPattern: z.unknown().optional(),
  ScheduleExpression: z.string().optional(),
  EventBusName: z.string().default('default'),
  State: z.string().default('ENABLED'),
  Targets: z.array(Target).default([]),
});

const FlexibleSchedule = z.looseObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.string().default('ENABLED'),
  Target: z.looseObject({
    Arn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: z.looseObject({ Arn: z.string() }).optional(),
  }),
});

/** What the template's rules and schedules come to. */
export interface Rules {
  readonly patterns: readonly PatternRule[];
  readonly timetable: readonly TimetableEntry[];
}

/** Reads AWS::Events::Rule and AWS::Scheduler::Schedule resources; what the host cannot follow is refused by name. */
export function readRules(deps: {
  rules: readonly Resource[];
  schedules: readonly Resource[];
  place: Place;
  deliver: Deliver;
}): Rules {
  const patterns: PatternRule[] = [];
  const timetable: TimetableEntry[] = [];
  for (const { name, arn, properties } of deps.rules) {
    const { EventPattern, ScheduleExpression, EventBusName, State, Targets } = parse(Rule, name, properties);
    if (State === 'DISABLED') continue;
    for (const target of Targets) checkTarget(target.Arn, name);
    const targets = Targets.map(target => ({
      arn: target.Arn,
      deadLetterArn: target.DeadLetterConfig?.Arn,
      transform: readTransform(target, name),
    }));
    const deliver = (event: BusEvent) => {
      for (const { arn, deadLetterArn, transform } of targets)
        deps.deliver({ arn, deadLetterArn, input: transform(event), from: name });
    };
    if (EventPattern !== undefined)
      patterns.push({
        bus: EventBusName.split('/').at(-1) ?? EventBusName,
        matches: readPattern(EventPattern, name),
        deliver,
      });
    if (ScheduleExpression !== undefined) {
      timetable.push({
        name: `rule/${name}`,
        expression: ScheduleExpression,
        schedule: readSchedule(ScheduleExpression),
        fire: at =>
          deliver(
            busEvent({
              source: 'aws.events',
              detailType: 'Scheduled Event',
              resources: [arn],
              detail: {},
              at,
              place: deps.place,
            }),
          ),
      });
    }
  }
  for (const { name, arn, properties } of deps.schedules) {
    const {
      ScheduleExpression,
      ScheduleExpressionTimezone: zone,
      State,
      Target: target,
    } = parse(FlexibleSchedule, name, properties);
    if (State === 'DISABLED') continue;
    checkTarget(target.Arn, name);
    timetable.push({
      name: `schedule/${name}`,
      expression: `${ScheduleExpression} ${zone}`,
      schedule: readSchedule(ScheduleExpression, zone),
      fire: due => {
        const time = new Date(due).toISOString().replace(/\.\d{3}Z$/, 'Z');
        const input = (target.Input ?? '{}')
          .replaceAll('<aws.scheduler.scheduled-time>', time)
          .replaceAll('<aws.scheduler.schedule-arn>', arn)
          .replaceAll('<aws.scheduler.execution-id>', String(due))
          .replaceAll('<aws.scheduler.attempt-number>', '1');
        deps.deliver({ arn: target.Arn, deadLetterArn: target.DeadLetterConfig?.Arn, input, from: name });
      },
    });
  }
  return { patterns, timetable };
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  name: string,
  properties: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(properties);
  if (!parsed.success)
    throw new HostError(
      `The embedded host cannot follow the rule ${name}: ${z.prettifyError(parsed.error)}.`,
    );
  return parsed.data;
}
