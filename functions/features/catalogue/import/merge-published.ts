import type { Procedure } from '../../../../schemas/catalogue/procedure.ts';

type Method = Procedure['methods'][number];

/**
 * A procedure after a publication of the national catalogue. The publication updates what it states; what it leaves
 * open stays, and so does what only a province decides (any-boundary, who decides, whether it is still decided and
 * submitted here, when the fee is due, what a supplement does to the clock). The list of papers also stays if the
 * province set it: publications mix papers with explanations, and which papers are required is decided once.
 */
export function mergePublished(
  ours: Procedure,
  published: Procedure,
  origin: 'province' | 'national',
): Procedure {
  return {
    ...published,
    field:
      published.field.code === undefined && ours.field.name === published.field.name
        ? ours.field
        : published.field,
    onlineLevel: published.onlineLevel ?? ours.onlineLevel,
    anyBoundary: ours.anyBoundary,
    ...ownSettings(ours),
    ...systemOf(ours, published, origin),
    feeDueBefore: ours.feeDueBefore,
    supplementClock: ours.supplementClock,
    components: origin === 'province' ? ours.components : published.components,
    results:
      published.results.length > 0
        ? published.results.map(result => ours.results.find(({ code }) => code === result.code) ?? result)
        : ours.results,
    methods: mergeMethods(ours.methods, published.methods),
  };
}

function ownSettings({ competentUnit, competentKind, stillDecidedHere, citizensSubmitHere }: Procedure) {
  return {
    ...(competentUnit !== undefined && { competentUnit }),
    ...(competentKind !== undefined && { competentKind }),
    ...(stillDecidedHere !== undefined && { stillDecidedHere }),
    ...(citizensSubmitHere !== undefined && { citizensSubmitHere }),
  };
}

/** The ministry's system: as the province set it, otherwise as the law now names it for the field. */
function systemOf(ours: Procedure, published: Procedure, origin: 'province' | 'national') {
  const [first, second] = origin === 'province' ? [ours, published] : [published, ours];
  const authoritativeSystem = first.authoritativeSystem ?? second.authoritativeSystem;
  return authoritativeSystem && { authoritativeSystem };
}

/**
 * Submission channels, matched where both lists have a channel once; a channel listed several times, with several
 * limits, is taken as published.
 */
function mergeMethods(ours: readonly Method[], published: readonly Method[]): Method[] {
  const merged = published.map((method): Method => {
    const known = onlyOne(ours, method.channel);
    if (!known || !onlyOne(published, method.channel)) return method;
    return {
      channel: method.channel,
      limit: mergeLimit(known.limit, method.limit),
      fee: mergeFee(known.fee, method.fee),
    };
  });
  const order = ours.map(method => method.channel);
  if (hasRepeats(order) || hasRepeats(published.map(method => method.channel))) return merged;
  // In the province's order, so that an identical publication is no change.
  return merged.sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel));
}

function onlyOne(methods: readonly Method[], channel: Method['channel']): Method | undefined {
  const [first, ...more] = methods.filter(method => method.channel === channel);
  return more.length === 0 ? first : undefined;
}

function hasRepeats(channels: readonly string[]): boolean {
  return new Set(channels).size < channels.length;
}

/** A table is the province's own, more exact than any publication; what is unclear takes the place of nothing known. */
function mergeFee(ours: Method['fee'], published: Method['fee']): Method['fee'] {
  if (published === null || ours?.kind === 'table') return ours;
  if (published.kind !== 'unclear') return published;
  return ours === null || ours.kind === 'unclear' ? published : ours;
}

function mergeLimit(ours: Method['limit'], published: Method['limit']): Method['limit'] {
  if (published === null || ours === null) return published ?? ours;
  const same = published.amount === ours.amount && published.unit === ours.unit;
  return same ? ours : published;
}
