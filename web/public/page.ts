import type { VNode } from 'preact';
import type { Visit } from '../server/question.ts';
import type { PublicRoom } from './public-frame.tsx';

/** What a public page answers: its title, its content, and whether there was what was asked for. */
export interface Shown {
  readonly title: string;
  readonly status?: number;
  readonly content: VNode;
}

/** A public page: asks the API what the address asks for, then renders on the server. */
export interface PublicPage {
  readonly room: PublicRoom;
  show(visit: Visit): Promise<Shown>;
}
