import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { type Answer, type Client, makeClient } from '../api/client.ts';
import type { Session } from '../session/session.ts';
import type { PageSettings } from '../session/settings.ts';

export type Unit = Answer<'getOrganization'>['units'][number];

/** What every room of an applicant's pages works with. */
export interface Account {
  readonly api: Client;
  readonly session: Session;
  readonly province: string;
  readonly me: Answer<'getSelf'>;
  /** The units of the province: asked for when a page first needs them, since the list is long. */
  units(): Promise<readonly Unit[]>;
}

/** Signs the applicant in at the API. */
export async function openAccount(settings: PageSettings, session: Session): Promise<Account> {
  const api = makeClient({ language: settings.language, token: session.token, renew: session.renew });
  let units: Promise<readonly Unit[]> | undefined;
  return {
    api,
    session,
    province: settings.province,
    me: await api.get('getSelf'),
    units() {
      units ??= api.get('getOrganization').then(
        organization => organization.units,
        error => {
          units = undefined;
          throw error;
        },
      );
      return units;
    },
  };
}

const AccountContext = createContext<Account | undefined>(undefined);
export const AccountProvider = AccountContext.Provider;

export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (!account) throw new TypeError('a room outside of the account');
  return account;
}

/** The name of a unit; its code until names are there, or where they cannot be had. */
export function useUnitName(): (code: string) => string {
  const account = useAccount();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    account.units().then(
      units => setNames(new Map(units.map(({ code, name }) => [code, name]))),
      () => undefined,
    );
  }, [account]);
  return code => names.get(code) ?? code;
}
