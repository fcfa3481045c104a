import { describe, expect, it } from 'vitest';
import { latenessIn } from '../../../bench/alarms/lateness.ts';
import { serverTimeOf } from '../../../bench/load/http-client.ts';
import { median, percentile, spreadOf } from '../../../bench/percentiles.ts';
import { renderTable, target } from '../../../bench/report.ts';

describe('percentiles', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('are measured values, by nearest rank, in whatever order they came', () => {
    expect(spreadOf(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, longest: 100 });
    expect(spreadOf([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, longest: 7 });
    expect(spreadOf([3, 1, 2]).p50).toBe(2);
    expect(percentile([1, 2, 3, 4], 0.5)).toBe(2);
    expect(median([9, 1, 5])).toBe(5);
  });

  it('are no number where nothing was measured', () => {
    expect(spreadOf([])).toMatchObject({ count: 0, p50: Number.NaN, p99: Number.NaN });
  });
});

describe('a target', () => {
  it('is met up to its limit, and says how much of it was measured', () => {
    const show = (value: number) => `${value} ms`;
    expect(target('x', 150, { most: 150 }, show)).toMatchObject({
      met: true,
      reach: 'at most 150 ms',
      measured: '150 ms (1.00 of it)',
    });
    expect(target('x', 151, { most: 150 }, show).met).toBe(false);
    expect(target('x', 0.5, { least: 0.5 }, show).met).toBe(true);
    expect(target('x', 0.25, { least: 0.5 }, show)).toMatchObject({
      met: false,
      measured: '0.25 ms (0.50 of it)',
    });
  });

  it('is missed by what could not be measured', () => {
    expect(target('x', Number.NaN, { most: 1 }, String).met).toBe(false);
    expect(target('x', Number.NaN, { least: 0 }, String).met).toBe(false);
  });
});

it('a table sets text to the left and figures to the right', () => {
  expect(
    renderTable({
      head: ['', 'ms'],
      rows: [
        ['submit', '7'],
        ['get', '12'],
      ],
    }),
  ).toBe('        ms\n------  --\nsubmit   7\nget     12');
});

describe('the time of the server', () => {
  it.each([
    ['total;dur=12.3', 12.3],
    ['db;dur=4, total;dur=5', 5],
    ['subtotal;dur=4', undefined],
    [undefined, undefined],
  ])('of %j is %j', (header, milliseconds) => {
    expect(serverTimeOf(header)).toBe(milliseconds);
  });
});

describe('the lateness of an alarm', () => {
  const scheduled = (timestamp: number, timeoutInSeconds: number) => ({
    type: 'TaskScheduled',
    timestamp,
    taskScheduledEventDetails: { timeoutInSeconds },
  });
  const event = (type: string, timestamp: number) => ({ type, timestamp });

  it('is split where the time went', () => {
    const events = [
      event('ExecutionStarted', 100),
      scheduled(100.25, 11),
      event('TaskSubmitted', 100.5),
      event('TaskTimedOut', 111.375),
      scheduled(111.375, 60),
      event('TaskSucceeded', 111.875),
      scheduled(111.875, 1000),
    ];
    expect(latenessIn(events, 111_000)).toEqual({ whole: 875, rounding: 250, timer: 125, recording: 500 });
  });

  it('is unknown of an alarm that has not sounded or is not yet recorded', () => {
    const waiting = [scheduled(100, 11), event('TaskSubmitted', 100.5)];
    expect(latenessIn(waiting, 111_000)).toBeUndefined();
    expect(latenessIn([...waiting, event('TaskTimedOut', 111)], 111_000)).toBeUndefined();
  });
});
