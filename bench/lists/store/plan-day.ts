import { formatDossierCode } from '../../../functions/domain/dossier/number.ts';
import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { ReturnMethod } from '../../../schemas/dossier/states.ts';
import { type Day, momentOf } from './days.ts';
import { organizationOf, personOf } from './people.ts';
import type { BenchProcedure } from './procedures.ts';
import { type Random, randomOf, weighted } from './random.ts';
import { BUSY_UNIT, OPEN_SHARE, type Place, type World } from './world.ts';

/** What becomes of a dossier, as far as it has come. */
export type Fate =
  | 'submitted'
  | 'accepted'
  | 'processing'
  | 'supplementing'
  | 'awaitingPayment'
  | 'declined'
  | 'withdrawn'
  | 'stopped'
  | 'collection'
  | 'returned';

/** A dossier before it is walked through its life. */
export interface DossierPlan extends Place {
  readonly code: string;
  /** Milliseconds. */
  readonly submittedAt: number;
  readonly channel: 'online' | 'counter' | 'post';
  readonly by: 'portal' | 'citizen' | 'officer';
  readonly portal: string;
  readonly applicant: Applicant;
  readonly returnBy: ReturnMethod;
  readonly fate: Fate;
  /** The number of its result in the year's register, if it comes to one. */
  readonly resultCount: number;
}

const openFates = weighted<Fate>([
  ['submitted', 25],
  ['accepted', 14],
  ['processing', 42],
  ['supplementing', 12],
  ['awaitingPayment', 7],
]);
const doneFates = weighted<Fate>([
  ['returned', 945],
  ['declined', 25],
  ['withdrawn', 15],
  ['stopped', 10],
  ['collection', 5],
]);
/** Results wait for a few weeks until somebody comes for them. */
const lateFates = weighted<Fate>([
  ['returned', 850],
  ['declined', 25],
  ['withdrawn', 15],
  ['stopped', 10],
  ['collection', 100],
]);

/** Open dossiers are young: what a day's share of them is after so many working days, chosen so that all days give the share wanted. */
const openAfter = (age: number, days: number) => Math.exp(-age / (OPEN_SHARE * days));

/** Everything submitted on one day, in order of the numbers. */
export function planDay(world: World, day: Day, workingDays: number): DossierPlan[] {
  const random = randomOf(world.seed, world.dossiers, day.date);
  const places: { place: Place; busy: boolean }[] = [
    ...Array.from({ length: day.spread }, () => ({ place: world.place(random), busy: false })),
    ...Array.from({ length: day.piledUp }, () => ({ place: busyPlace(world, random), busy: true })),
  ];
  const drafts = places
    .map(({ place, busy }) => draft(world, { day, place, busy, workingDays }, random))
    .sort((a, b) => a.submittedAt - b.submittedAt);
  const counted = new Map<string, number>();
  const results = new Map<string, number>();
  const next = (counts: Map<string, number>, unit: string) => {
    const count = (counts.get(unit) ?? 0) + 1;
    counts.set(unit, count);
    return count;
  };
  // Numbers of results are given out by the day, so that days can be made in any order.
  const before = MOST_RESULTS_A_DAY * Math.max(0, (workingDays - day.age) % RESULT_DAYS);
  return drafts.map(dossier => ({
    ...dossier,
    code: formatDossierCode(dossier.receivingUnit, day.date, next(counted, dossier.receivingUnit)),
    resultCount: before + next(results, dossier.competentUnit),
  }));
}

const MOST_RESULTS_A_DAY = 1900;
/** A register has six digits a year: more days than a year has working ones, so that no number comes twice. */
const RESULT_DAYS = 520;

const busyPlace = (world: World, random: Random): Place => ({
  receivingUnit: BUSY_UNIT,
  competentUnit: BUSY_UNIT,
  procedure: world.communeProcedure(random),
});

function draft(
  world: World,
  { day, place, busy, workingDays }: { day: Day; place: Place; busy: boolean; workingDays: number },
  random: Random,
): Omit<DossierPlan, 'code' | 'resultCount'> {
  const channel = channelOf(place.procedure, random);
  const by = channel === 'online' ? (random.chance(0.55) ? 'portal' : 'citizen') : 'officer';
  const open = busy || random.chance(openAfter(day.age, workingDays));
  const fate = open ? openFates(random) : (day.age < 40 ? lateFates : doneFates)(random);
  const electronic = channel === 'online' && fate !== 'collection' && random.chance(0.6);
  return {
    ...place,
    submittedAt: momentOf(day.date, channel, random),
    channel,
    by,
    portal: random.chance(0.9) ? 'dvcqg' : 'vneid',
    applicant: applicantOf(world, random),
    returnBy: electronic ? 'electronic' : random.chance(0.9) ? 'counter' : 'post',
    fate: fate === 'awaitingPayment' && !asksForPayment(place.procedure, channel) ? 'processing' : fate,
  };
}

function channelOf({ procedure }: BenchProcedure, random: Random): DossierPlan['channel'] {
  const offered = procedure.methods.filter(({ limit }) => limit).map(({ channel }) => channel);
  const weights = { online: 68, counter: 28, post: 4 } as const;
  return weighted(offered.map(channel => [channel, weights[channel]] as const))(random);
}

/** Payment is a state of its own only where the fee is due before a step of the work. */
function asksForPayment({ procedure, workflow }: BenchProcedure, channel: DossierPlan['channel']): boolean {
  const fee = procedure.methods.find(method => method.channel === channel)?.fee;
  return (
    fee !== null &&
    fee !== undefined &&
    fee.kind !== 'free' &&
    workflow.steps.some(({ id }) => id === procedure.feeDueBefore)
  );
}

/** One in ten is a firm; a few people come again and again, most once or twice in two years. */
function applicantOf({ seed, dossiers }: World, random: Random): Applicant {
  const organization = random.chance(0.1);
  const pool = Math.max(20, Math.round(organization ? dossiers / 60 : dossiers / 2));
  const index = Math.floor(random.next() ** 1.6 * pool);
  return organization ? organizationOf(seed, index) : personOf(seed, index);
}
