import type { StorePapersView } from '../../../schemas/api/national-store.ts';
import type { nationalStoreOperations } from '../../../schemas/api/operations/national-store.ts';
import { papersByComponent } from '../../domain/vault/store-papers.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { type Asking, askingForDossier, askingForOneself } from './asking.ts';
import type { StoreDeps } from './deps.ts';

type Operations = typeof nationalStoreOperations;

/** The caller's own papers in the national store that stand for papers of a procedure. */
export async function searchStore(
  deps: StoreDeps,
  call: Call<Operations['searchStore']>,
): Promise<Reply<Operations['searchStore']>> {
  return { body: await search(deps, await askingForOneself(deps, call)) };
}

/** Those of a dossier's owner, for officers who handle it: that they asked, and why, is recorded before they do. */
export async function searchStoreForDossier(
  deps: StoreDeps,
  call: Call<Operations['searchStoreForDossier']>,
): Promise<Reply<Operations['searchStoreForDossier']>> {
  return { body: await search(deps, await askingForDossier(deps, call, 'searchStoreForDossier')) };
}

async function search({ store, missed }: StoreDeps, asking: Asking): Promise<StorePapersView> {
  const { question, components } = asking;
  if (!store || !question) return { state: 'notAsked', items: [] };
  const answer = await store.find(question);
  if (answer.state === 'unavailable') {
    missed(answer);
    return { state: 'unavailable', items: [] };
  }
  return {
    state: 'answered',
    items: papersByComponent(answer.papers, components).map(({ component, papers }) => ({
      component,
      papers: papers.map(({ files, ...paper }) => ({
        ...paper,
        files: files.map(({ name }) => ({ name })),
      })),
    })),
  };
}
