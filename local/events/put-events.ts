import * as z from 'zod';
import type { Bus } from './bus.ts';

const Entry = z.looseObject({
  Source: z.string().min(1),
  DetailType: z.string().min(1),
  Detail: z.string(),
  Resources: z.array(z.string()).default([]),
  EventBusName: z.string().default('default'),
  /** Seconds since the epoch. */
  Time: z.number().optional(),
});
const Entries = z.looseObject({ Entries: z.array(z.unknown()).min(1).max(10) });

/** Answers EventBridge's PutEvents; an entry that is wrong fails alone. */
export function putEvents(body: unknown, bus: Bus): { status: number; body: unknown } {
  const parsed = Entries.safeParse(body);
  if (!parsed.success)
    return { status: 400, body: { __type: 'ValidationException', message: z.prettifyError(parsed.error) } };
  const results = parsed.data.Entries.map(entry => put(entry, bus));
  return {
    status: 200,
    body: { FailedEntryCount: results.filter(result => 'ErrorCode' in result).length, Entries: results },
  };
}

function put(entry: unknown, bus: Bus): { EventId: string } | { ErrorCode: string; ErrorMessage: string } {
  const parsed = Entry.safeParse(entry);
  if (!parsed.success) return { ErrorCode: 'InvalidArgument', ErrorMessage: z.prettifyError(parsed.error) };
  const { Source, DetailType, Detail, Resources, EventBusName, Time } = parsed.data;
  const detail = parseObject(Detail);
  if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  const name = EventBusName.split('/').at(-1) ?? EventBusName;
  const EventId = bus.announce({
    source: Source,
    detailType: DetailType,
    resources: Resources,
    detail,
    bus: name,
    ...(Time === undefined ? {} : { at: Time * 1000 }),
  });
  return { EventId };
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
