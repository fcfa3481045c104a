import encodeQR from 'qr';

/** A QR code as a picture of its own: crisp on paper, and read out by its label. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const svg = encodeQR(text, 'svg', { ecc: 'medium' });
  return <img class="qr" alt={label} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}
