/** What is drawn for a place on a page, in points. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Size of the letters. */
  readonly size: number;
  readonly align: 'left' | 'center';
  readonly colour: 'black' | 'seal';
  /** A frame around it. */
  readonly framed?: boolean;
  /** PNG, as wide and high as fits, under the lines. */
  readonly picture?: Uint8Array;
}

/** Draws: a PDF file of one page, as large as the place, with its fonts in it. */
export type Draw = (drawing: Drawing) => Promise<Uint8Array>;
