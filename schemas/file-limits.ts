/**
 * How large a digitized file may be (giới hạn của tệp số hóa). NĐ 45/2020/NĐ-CP and TT 01/2023/TT-VPCP fix no figures
 * (from memory, to be confirmed): these are this project's choices, each with its reason.
 */

const MIB = 1024 * 1024;

/** 50 MiB: 500 scanned pages of 100 kB. */
export const LARGEST_FILE = 50 * MIB;

/**
 * Up to this size functions that answer requests judge a file themselves, so that its sender is told at once; larger
 * ones wait for the function that has the memory for them.
 */
export const JUDGED_AT_ONCE = 8 * MIB;

/** A thicker paper is scanned as several files, as it would be bound in several volumes. */
export const MOST_PAGES = 500;

/** Pixels of one picture: an A3 page at 600 dpi has 70 million, the largest cameras of telephones make 108 million. */
export const MOST_PIXELS = 120_000_000;

/** Bytes unpacked of one stream: a picture of `MOST_PIXELS` in colour. */
export const LARGEST_STREAM = 3 * MOST_PIXELS;

/** Bytes unpacked of what describes a document: the objects of a PDF, the XML of an Office file. */
export const LARGEST_STRUCTURE = 64 * MIB;

/**
 * Bytes unpacked of a whole file of so many bytes. Scans in black and white shrink 20 to 50 times, a bomb a thousand
 * times.
 */
export const unpackedAtMost = (size: number): number => Math.max(256 * MIB, 100 * size);
