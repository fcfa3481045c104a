import { competentUnitOf } from '../functions/domain/dossier/competent-unit.ts';
import type { Channel, Procedure } from '../schemas/catalogue/procedure.ts';
import type { Applicant } from '../schemas/dossier/applicant.ts';
import type { Principal } from '../schemas/identity/principal.ts';
import { starter } from '../test/support/lifecycle/memory-province.ts';
import type { Random } from './random.ts';
import { openSeason } from './season.ts';

/** A dossier that is going to be submitted: when, by whom, how, where. */
export interface Arrival {
  readonly serial: number;
  readonly at: number;
  readonly procedure: Procedure;
  readonly channel: Channel;
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly identityNumber: string;
  readonly returnBy: 'electronic' | 'counter' | 'post';
  /** A portal submits it for the citizen. */
  readonly byPortal: boolean;
  readonly withFile: boolean;
}

const communes = starter.units.filter(({ kind, receives }) => kind === 'commune' && receives);
const centre = starter.units.find(({ kind }) => kind === 'centre');

/** Short procedures of the communes are what most people come for. */
function weightOf({ levels, methods }: Procedure): number {
  const days = Math.min(
    ...methods.map(({ limit }) => (limit?.unit === 'workingHour' ? 1 : (limit?.amount ?? 30))),
  );
  return (levels.includes('commune') ? 3 : 1) * (days <= 1 ? 4 : days <= 5 ? 2 : 1);
}

const wanted = starter.procedures.map(({ procedure }) => [procedure, weightOf(procedure)] as const);

const CHANNELS: Readonly<Record<Channel, number>> = { online: 6, counter: 3.5, post: 0.5 };

/** Draws so many arrivals between two days, in order of time. */
export function drawArrivals(
  random: Random,
  count: number,
  days: { readonly first: number; readonly last: number },
): Arrival[] {
  const season = openSeason(days);
  const arrivals = Array.from({ length: count }, (_, serial): Arrival => {
    const own = random.fork(`arrival ${serial}`);
    const procedure = own.weighted(wanted);
    const offered = procedure.methods.filter(({ limit }) => limit);
    const channel = own.weighted(offered.map(method => [method.channel, CHANNELS[method.channel]] as const));
    const places = placesOf(own, procedure);
    const at = season.draw(own, channel, places.receivingUnit);
    return {
      serial,
      at,
      procedure,
      channel,
      ...places,
      // A third of the people are seen more than once.
      identityNumber: `025090${String(own.whole(1, Math.ceil(count * 0.8))).padStart(6, '0')}`,
      returnBy: own.weighted([
        ['electronic', 6],
        ['counter', 3],
        ['post', 1],
      ]),
      byPortal: channel === 'online' && own.chance(0.5),
      withFile: own.chance(0.2),
    };
  });
  return arrivals.sort((a, b) => a.at - b.at || a.serial - b.serial);
}

function placesOf(random: Random, procedure: Procedure): { receivingUnit: string; competentUnit: string } {
  const receiving = random.pick(communes).code;
  if (procedure.levels.includes('commune')) {
    const elsewhere = procedure.anyBoundary && random.chance(0.15);
    const decides = elsewhere ? random.pick(communes).code : receiving;
    return {
      receivingUnit: receiving,
      competentUnit: competentUnitOf(procedure, decides, starter.units) ?? decides,
    };
  }
  const competentUnit = procedure.competentUnit;
  if (centre === undefined || competentUnit === undefined)
    throw new Error(`The starter province does not say who decides ${procedure.code}.`);
  const inCommune = procedure.anyBoundary && random.chance(0.5);
  return { receivingUnit: inCommune ? receiving : centre.code, competentUnit };
}

const NAMES = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Minh Châu', 'Phạm Thu Dung', 'Hoàng Quốc Việt'];

/** Who applies: a foreigner where the procedure is for nobody else. */
export function applicantOf({ procedure, identityNumber, serial }: Arrival) {
  const name = NAMES[serial % NAMES.length] ?? '';
  if (!procedure.applicants.every(term => term.startsWith('Người nước ngoài')))
    return { kind: 'person', name, identityNumber } as const;
  const paper = { kind: 'passport', number: `P${identityNumber.slice(-7)}`, country: 'LAO' } as const;
  return { kind: 'foreigner', name, paper } as const;
}

/** The account of who applies. */
export function accountOf(applicant: Applicant): Principal {
  if (applicant.kind === 'foreigner') return { kind: 'foreigner', paper: applicant.paper };
  if (applicant.kind !== 'person') throw new TypeError(`nobody here applies as ${applicant.kind}`);
  return { kind: 'citizen', identityNumber: applicant.identityNumber, level: 2 };
}

/** The body of a submission. */
export function submissionOf(arrival: Arrival, files: readonly string[]): object {
  const { procedure, channel, receivingUnit, competentUnit, returnBy, serial } = arrival;
  const components = procedure.components
    .filter(({ required }) => required)
    .map(({ id }, index) => ({ component: id, paperCopies: 1, files: index === 0 ? files : [] }));
  const applicant = applicantOf(arrival);
  const { kind: _, name = '', ...by } = applicant;
  return {
    procedure: procedure.code,
    channel,
    receivingUnit,
    competentUnit,
    applicant,
    components,
    returnBy,
    ...(returnBy === 'post' && { returnAddress: `Số ${serial + 1} đường Hùng Vương` }),
    ...(arrival.byPortal && {
      portalReference: `DVC-${serial + 1}`,
      onBehalf: { reason: 'Nộp qua cổng dịch vụ công', consent: 'authorised', by: { name, ...by } },
    }),
  };
}

export const portal = {
  kind: 'portal',
  id: 'dichvucong',
  scopes: ['dossiers:read', 'dossiers:write'],
} satisfies Principal;
