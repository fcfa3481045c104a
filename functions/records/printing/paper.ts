/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** A kind of paper with its margins, in points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Paragraph indent, and tab stops. */
  readonly indent: number;
  /** Size of the page numbers, in the middle of the upper margin from the second page on. */
  readonly numbers: number;
  /** A roll of the counter's printer: the page ends below what is printed. */
  readonly roll?: true;
}

const mm = ({ indent, numbers, roll, ...lengths }: Paper): Paper => ({
  width: lengths.width * MM,
  height: lengths.height * MM,
  top: lengths.top * MM,
  bottom: lengths.bottom * MM,
  left: lengths.left * MM,
  right: lengths.right * MM,
  indent: indent * MM,
  numbers,
  ...(roll && { roll }),
});

/**
 * Paper and margins of an administrative document (NĐ 30/2020/NĐ-CP, annex I): A4, 20 mm above and below, 30 mm left,
 * 20 mm right.
 */
export const A4 = mm({
  width: 210,
  height: 297,
  top: 20,
  bottom: 20,
  left: 30,
  right: 20,
  indent: 12.7,
  numbers: 13,
});

/** A5, with the margins of A4 brought down to its size. */
export const A5 = mm({
  width: 148,
  height: 210,
  top: 13,
  bottom: 12,
  left: 18,
  right: 12,
  indent: 8,
  numbers: 10,
});

/** A4 on its side, for tables of many columns (NĐ 30/2020/NĐ-CP, annex I, I.1). */
export const A4_LANDSCAPE = mm({
  width: 297,
  height: 210,
  top: 20,
  bottom: 15,
  left: 20,
  right: 15,
  indent: 12.7,
  numbers: 13,
});

/** The roll of a counter's printer, 80 mm wide, of which 72 mm are printed. */
export const SLIP = mm({
  width: 80,
  height: 5000,
  top: 4,
  bottom: 6,
  left: 4,
  right: 4,
  indent: 4,
  numbers: 8,
  roll: true,
});
