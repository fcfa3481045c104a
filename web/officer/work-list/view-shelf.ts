import type { View } from './view.ts';
import { addressOf } from './view.ts';

/** Filters under a name, kept on this machine. They name no person. */
export interface SavedView {
  readonly name: string;
  readonly address: string;
}

const PLACE = 'work-list-views';

/** The saved views, or none where what is kept cannot be read. */
export function readSavedViews(kept: Pick<Storage, 'getItem'>): readonly SavedView[] {
  try {
    const read: unknown = JSON.parse(kept.getItem(PLACE) ?? '[]');
    return Array.isArray(read) ? read.filter(isSavedView) : [];
  } catch {
    return [];
  }
}

const isSavedView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'address' in value &&
  typeof value.address === 'string' &&
  value.address.startsWith('/officer');

/** Keeps a view under a name; another one of that name is replaced. */
export function saveView(
  kept: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  view: View,
): readonly SavedView[] {
  const others = readSavedViews(kept).filter(each => each.name !== name);
  const views = [...others, { name, address: addressOf(view) }];
  kept.setItem(PLACE, JSON.stringify(views));
  return views;
}

export function forgetView(kept: Pick<Storage, 'getItem' | 'setItem'>, name: string): readonly SavedView[] {
  const views = readSavedViews(kept).filter(each => each.name !== name);
  kept.setItem(PLACE, JSON.stringify(views));
  return views;
}
