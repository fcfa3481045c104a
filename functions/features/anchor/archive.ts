import {
  ANCHORED_TREES,
  type AnchoredTree,
  type SignedAnchor,
  signedAnchor,
} from '../../../schemas/anchor/statement.ts';
import type { StoredDay } from '../../domain/anchor/check-day.ts';
import { leavesText, readLeaves } from '../../domain/anchor/leaves.ts';
import { addDays } from '../../domain/vietnam-time.ts';
import type { LockedObjects } from './locked-objects.ts';

/** What was anchored, outside the table: each day's leaves and its signed statement, each written once. */
export interface Archive {
  /** The days with a statement, in order; from a day on, if one is given. */
  days(from?: string): Promise<readonly string[]>;
  newestDay(today: string): Promise<string | undefined>;
  signed(day: string): Promise<SignedAnchor | undefined>;
  leaves(day: string, tree: AnchoredTree): Promise<readonly string[] | undefined>;
  /** Keeps leaves and gives those that are kept: what was written first stays. */
  keepLeaves(day: string, tree: AnchoredTree, leaves: readonly string[]): Promise<readonly string[]>;
  keepSigned(day: string, signed: SignedAnchor): Promise<'added' | 'there'>;
  /** A day as it was first written. */
  stored(day: string): Promise<StoredDay>;
}

const STATEMENTS = 'statements/';
const statementName = (day: string) => `${STATEMENTS}${day}.json`;
const leavesFolder = (day: string) => `leaves/${day}/`;
const leavesName = (day: string, tree: AnchoredTree) => `${leavesFolder(day)}${tree}.txt`;

/** How many days back the newest anchor is looked for before all are listed. */
const RECENT = 60;

export function archive(objects: LockedObjects): Archive {
  const days = async (from?: string) => {
    const after = from === undefined ? undefined : statementName(addDays(from, -1));
    const names = await objects.names(STATEMENTS, after);
    return names.map(name => name.slice(STATEMENTS.length, -'.json'.length));
  };
  const leaves = async (day: string, tree: AnchoredTree) => {
    const text = await objects.read(leavesName(day, tree));
    return text === undefined ? undefined : readLeaves(text);
  };
  return {
    days,
    newestDay: async today => (await days(addDays(today, -RECENT))).at(-1) ?? (await days()).at(-1),
    async signed(day) {
      return readSigned(await objects.read(statementName(day)));
    },
    leaves,
    async keepLeaves(day, tree, given) {
      const kept = await objects.add(leavesName(day, tree), leavesText(given));
      return kept === 'added' ? given : ((await leaves(day, tree)) ?? given);
    },
    keepSigned: (day, signed) => objects.add(statementName(day), `${JSON.stringify(signed, null, 2)}\n`),
    async stored(day) {
      const [statements, lists] = await Promise.all([
        objects.firstWritten(statementName(day)),
        objects.firstWritten(leavesFolder(day)),
      ]);
      const textOf = (name: string) => [...statements, ...lists].find(found => found.name === name)?.text;
      const listOf = (tree: AnchoredTree) => {
        const text = textOf(leavesName(day, tree));
        return text === undefined ? undefined : readLeaves(text);
      };
      const [ledgers, reads, results] = ANCHORED_TREES.map(listOf);
      return {
        signed: readSigned(textOf(statementName(day))),
        leaves: { ledgers, reads, results },
        covered: [...statements, ...lists].filter(({ covered }) => covered).map(({ name }) => name),
      };
    },
  };
}

function readSigned(text: string | undefined): SignedAnchor | undefined {
  try {
    return text === undefined ? undefined : signedAnchor.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
