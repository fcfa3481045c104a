import { beforeAll } from 'vitest';
import { type SynthesizedMachine, synthesizeMachine } from '../support/lifecycle/synthesized-machine.ts';
import { alarmsSuite } from './alarms.suite.ts';
import { consultationsSuite } from './consultations.suite.ts';
import { definitionSuite } from './definition.suite.ts';
import { fatesSuite } from './fates.suite.ts';
import { lossesSuite } from './losses.suite.ts';
import { successionSuite } from './succession.suite.ts';
import { upgradeSuite } from './upgrade.suite.ts';
import { withdrawalSuite } from './withdrawal.suite.ts';

/** The definition as deployed, synthesized once for all suites. */
let machine: SynthesizedMachine;
const definition = () => machine.text;

beforeAll(async () => {
  machine = await synthesizeMachine();
});

definitionSuite(() => machine);
fatesSuite(definition);
withdrawalSuite(definition);
alarmsSuite(definition);
consultationsSuite(definition);
lossesSuite(definition);
successionSuite(definition);
upgradeSuite(definition);
