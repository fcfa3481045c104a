/** How large a form is set on a paper. */
export interface Look {
  /** Of the body, in points. */
  readonly size: number;
  /** Of the letterhead: 1 on A4. */
  readonly scale: number;
  /** Side of the QR code. */
  readonly qr: number;
}
