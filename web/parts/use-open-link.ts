import { type Action, useAction } from './use-action.ts';

/**
 * Opens what a link that expires leads to, in a tab of its own. The tab is opened by the click, before the link is
 * there: browsers let nobody open one later.
 */
export function useOpenLink(ask: () => Promise<string>): Action {
  return useAction(async () => {
    const tab = window.open('', '_blank');
    try {
      const address = await ask();
      if (!tab) return location.assign(address);
      tab.opener = null;
      tab.location.replace(address);
    } catch (error) {
      tab?.close();
      throw error;
    }
  });
}
