import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/support/slow-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'simulator/**/*.test.ts'],
    // Stryker's sandbox under the data folder holds copies of the tests.
    exclude: ['**/node_modules/**', '.data/**', '.build/**'],
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: more workers only wait for one another.
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    // The legal clock must not notice: .ci/run asks it again in other zones.
    env: { TZ: process.env['TZ'] ?? 'UTC' },
  },
});
