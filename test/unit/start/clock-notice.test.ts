import { expect, it } from 'vitest';
import { clockNotice } from '../../../start/clock-notice.ts';

const world = Date.parse('2026-11-26T08:00:00Z');

it('says at a start how far ahead the kept time is, and how to begin at today’s', () => {
  const notice = clockNotice({ kept: world + 12.5 * 86_400_000, world, data: '.data' });
  expect(notice).toContain('2026-12-09 03:00');
  expect(notice).toContain('12 days ahead');
  expect(notice).toContain('--data');
});

it('says nothing of a folder that never ran ahead, or whose time the world has reached', () => {
  expect(clockNotice({ kept: undefined, world, data: '.data' })).toBeUndefined();
  expect(clockNotice({ kept: world - 1, world, data: '.data' })).toBeUndefined();
});
