import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Answer, type Client, makeClient } from '../api/client.ts';
import type { Officer, OfficerRole } from '../api/generated.ts';
import type { Session } from '../session/session.ts';
import type { PageSettings } from '../session/settings.ts';
import { officersOf } from './officers-of.ts';

export type Self = Answer<'getSelf'>;

/** What every room of the officers' pages works with. */
export interface Desk {
  readonly api: Client;
  readonly session: Session;
  readonly province: string;
  /** Who the officer is as the API sees them; asked again after each renewal and refusal. */
  readonly me: Self;
  /** Whether the officer has one of these roles. */
  is(...roles: readonly OfficerRole[]): boolean;
  /** The name of a unit; its code until names are there. */
  unitName(code: string): string;
  /** Who has an account in the officer’s unit, by name; nobody until the API has told them. */
  readonly colleagues: readonly Officer[];
  /** The name of a colleague of the unit by account; the account itself for others, and until names are there. */
  officerName(account: string): string;
  /** Is told when the API sees the officer with other rights, and when names are there. */
  onChange(told: (me: Self) => void): () => void;
}

/** Signs the officer in at the API: who they are, and what the units are called. */
export async function openDesk(settings: PageSettings, session: Session): Promise<Desk> {
  const told = new Set<(me: Self) => void>();
  const api = makeClient({
    language: settings.language,
    token: session.token,
    renew: async () => {
      const renewed = await session.renew();
      if (renewed) void lookAgain().catch(() => undefined);
      return renewed;
    },
  });
  let names: ReadonlyMap<string, string> = new Map();
  let colleagues: readonly Officer[] = [];
  let colleagueNames: ReadonlyMap<string, string> = new Map();
  let me = await api.get('getSelf');
  // All units of a province are a large answer, and the work list needs none of their names: it does not wait for them.
  void api
    .get('getOrganization')
    .then(({ units }) => {
      names = new Map(units.map(({ code, name }) => [code, name]));
      for (const tell of told) tell(me);
    })
    .catch(() => undefined);
  if (me.unit)
    void officersOf(api, me.unit.code)
      .then(officers => {
        colleagues = officers;
        colleagueNames = new Map(officers.map(({ id, name }) => [id, name]));
        for (const tell of told) tell(me);
      })
      .catch(() => undefined);
  let looking = false;
  async function lookAgain(): Promise<void> {
    // A new token that is refused as well is renewed again, which must not ask again.
    if (looking) return;
    looking = true;
    const now = await api.get('getSelf').finally(() => {
      looking = false;
    });
    if (JSON.stringify(now) === JSON.stringify(me)) return;
    me = now;
    for (const tell of told) tell(now);
  }
  return {
    api,
    session,
    province: settings.province,
    get me() {
      return me;
    },
    is: (...roles) => roles.some(role => me.roles.includes(role)),
    unitName: code => names.get(code) ?? code,
    get colleagues() {
      return colleagues;
    },
    officerName: account => colleagueNames.get(account) ?? account,
    onChange(tell) {
      told.add(tell);
      return () => told.delete(tell);
    },
  };
}

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new TypeError('a room outside of the desk');
  return desk;
}
