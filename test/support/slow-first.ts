import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The suites that take longest, each more than half a minute, the longest first: what `npm test` prints at its end.
 * Begun last, one of them would keep one core busy while the other has nothing left to do.
 */
const SLOWEST = [
  'test/integration/api/api.test.ts',
  'test/browser/days.test.ts',
  'test/integration/api/at-once.test.ts',
  'test/durability/kill-audit.test.ts',
  'test/end-to-end/whole-job.test.ts',
  'test/browser/officers.test.ts',
  'test/lifecycle/lifecycle.test.ts',
  'test/infra/cdk-synth.test.ts',
  'simulator/simulator.test.ts',
  'test/end-to-end/attack.test.ts',
  'test/infra/province.test.ts',
];

/** Begins with the suites that take longest. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = SLOWEST.findIndex(name => moduleId.endsWith(name));
      return found === -1 ? SLOWEST.length : found;
    };
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}
