import { loadStarterProvince } from '../../../province/load-starter-province.ts';
import { type People, peopleOf } from '../../../start/sign-in/people.ts';
import { devProvider } from '../../../start/sign-in/provider.ts';
import { bootProvince, type ProvinceHost } from '../../support/province-host.ts';

/**
 * Boots a host with the starter province and people who can sign in for its pages. `change` may give people other
 * rights than the province records, as a provider would from some moment.
 */
export async function bootPages(
  change: (people: People) => People = people => people,
): Promise<ProvinceHost> {
  const people = change(peopleOf(loadStarterProvince()));
  const province = await bootProvince({
    routes: ({ apiUrl, clock, devKeys }) => devProvider({ apiUrl, keys: devKeys, clock, speed: 1, people }),
  });
  await province.loadProvince();
  return province;
}
